"""The tree of commands as the help tells it: what completions and man pages are held against."""
import re

from cli_command import run


class Command:
    def __init__(self, words, text):
        self.words = words                                                    # ("eval", "gold")
        self.path = " ".join(("entente", *words))
        self.text = text
        self.commands = re.findall(r"^  (\S+)", self.part("Commands"), re.M)
        self.options = re.findall(r"^  (?:-\w,)?(--[\w-]+)", self.part("Options"), re.M)
        self.arguments = re.findall(r"^  (\S+)", self.part("Arguments"), re.M)

    def part(self, name):
        found = re.search(rf"^{name}:\n((?:  .*\n)+)", self.text, re.M)
        return found.group(1) if found else ""


def commands():
    """All of them, the program itself first."""
    found, waiting = [], [()]
    while waiting:
        words = waiting.pop(0)
        code, text, errors = run(*words, "--help")
        if (code, errors) != (0, ""):
            raise AssertionError((words, code, errors))
        found.append(Command(words, text))
        waiting += [(*words, name) for name in found[-1].commands]
    return found
