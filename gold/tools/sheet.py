"""A sheet as it is read: YAML nodes that know their lines, and the list of what is wrong with it."""
import difflib

import yaml

NONE = "none"


def listed(words):
    return ", ".join(words)


class Sheet:
    def __init__(self, content):
        self.mistakes = []  # (line, message)
        self.root = None
        try:
            # Composed, not constructed: the nodes keep their lines, and every scalar stays a string.
            self.root = yaml.compose(content, Loader=yaml.BaseLoader)
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self.mistakes.append((mark.line + 1 if mark else 1,
                                  f"not YAML: {error.problem or error.context}; put quotes around words that hold ': ' "
                                  "or ' #', or, between brackets or braces, a comma"))
        except (yaml.YAMLError, RecursionError) as error:
            self.mistakes.append((1, f"not YAML: {str(error).splitlines()[0]}"))

    def say(self, node, message):
        """Notes a mistake; None, so that a reader can return it."""
        self.mistakes.append((node.start_mark.line + 1 if node else 1, message))

    def text(self, node, what):
        if isinstance(node, yaml.ScalarNode):
            # A quotation may be broken over lines in any of YAML's ways.
            return " ".join(node.value.split("\n")).strip() if node.style in ("|", ">") else node.value.strip()
        return self.say(node, f"{what}: expected words, not a list or keys")

    def items(self, node, what):
        """The nodes of a list; a single scalar counts as a list of one."""
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            return node.value
        if isinstance(node, yaml.ScalarNode):
            return [node] if node.value.strip() else []
        return self.say(node, f"{what}: expected a list") or []

    def pairs(self, node, what):
        """(key, key's node, value's node) of a mapping, each key once."""
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
            return []
        if not isinstance(node, yaml.MappingNode):
            return self.say(node, f"{what}: expected 'key: value'") or []
        found, seen = [], set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.say(key, f"{what}: a key must be a word")
            elif key.value in seen:
                self.say(key, f"{what}: the key '{key.value}' stands twice")
            else:
                seen.add(key.value)
                found.append((key.value, key, value))
        return found

    def fields(self, node, what, known, needed=()):
        """The values of a mapping by key; keys that are not known are mistakes. Empty values count as left out."""
        found = {}
        for key, key_node, value in self.pairs(node, what):
            if key not in known:
                near = difflib.get_close_matches(key, known, 1)
                hint = f"did you mean '{near[0]}'?" if near else f"expected {listed(known)}"
                self.say(key_node, f"{what}: unknown key '{key}'; {hint}")
            elif not (isinstance(value, yaml.ScalarNode) and not value.value.strip()):
                found[key] = value
        for key in needed:
            if key not in found:
                self.say(node, f"{what}: '{key}' is missing")
        return found

    def choice(self, node, what, known, default=None):
        """One of the known words; the default where there is no node."""
        if node is None:
            return default
        word = self.text(node, what)
        if word is None or word in known:
            return word
        near = difflib.get_close_matches(word, known, 1)
        hint = f"did you mean '{near[0]}'?" if near else f"expected one of {listed(known)}"
        return self.say(node, f"{what}: '{word}' is not known; {hint}")

    def yes_no(self, node, what):
        return self.choice(node, what, ("yes", "no"), "no") == "yes"
