"""Completions: every command and option of the tree, and what a shell offers when it runs them."""
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest

from cli_command import CLEAN, PROGRAM, CommandTest, main, run
from cli_tree import commands

SHELLS = ("bash", "zsh", "fish")
TREE = commands()


def script(shell):
    code, text, errors = run("completions", shell)
    if (code, errors) != (0, ""):
        raise AssertionError(errors)
    return text


class AllOfTheTreeTest(CommandTest):
    def test_the_tree_is_not_empty(self):
        paths = {command.path for command in TREE}
        self.assertLessEqual({"entente", "entente code", "entente eval gold", "entente completions"}, paths)
        self.assertTrue(all("--help" in command.options for command in TREE))

    def test_every_command_and_option_stands_in_each_script(self):
        bash, zsh, fish = map(script, SHELLS)
        for command in TREE:
            with self.subTest(command.path):
                case = re.search(rf"^    '{command.path}'\)\n(.*?);;", bash, re.M | re.S).group(1)
                options = re.search(r"options='(.*)'", case).group(1).split()
                self.assertLessEqual(set(command.options), set(options))
                if command.commands:
                    self.assertEqual(re.search(r"commands='(.*)'", case).group(1).split(), command.commands)
                name = "_" + "_".join(("entente", *command.words)).replace("-", "_")
                body = re.search(rf"^{name}\(\) {{\n(.*?)^}}", zsh, re.M | re.S).group(1)
                for option in command.options:
                    self.assertRegex(body, rf"'\*?{option}=?\[")
                for below in command.commands:
                    self.assertRegex(body, rf"'{below}:\S")
                    self.assertIn(f" {below}) {name}_{below.replace('-', '_')} ;;", body)
                lines = [line for line in fish.splitlines() if f"'__entente_at \"{command.path}\"'" in line]
                for option in command.options:
                    self.assertTrue(any(f" -l {option[2:]} " in line for line in lines), option)
                for below in command.commands:
                    self.assertTrue(any(f" -a '{below}' " in line for line in lines), below)

    def test_each_shell_takes_its_script(self):
        for shell in SHELLS:
            if shutil.which(shell) is None:
                print(f"{shell} is not installed: its script is not parsed")
                continue
            path = self.file(f"completions.{shell}", script(shell))
            done = subprocess.run([shell, "-n", str(path)], capture_output=True, check=False)
            self.assertEqual((done.returncode, done.stderr), (0, b""), shell)


class BashTest(CommandTest):
    """The function that bash calls, called as bash calls it."""

    def setUp(self):
        super().setUp()
        self.completions = self.file("completions.bash", script("bash"))
        self.work = self.folder / "work"
        for name in ("news/", "article one.txt", "model.safetensors"):
            path = self.work / name
            path.mkdir(parents=True) if name.endswith("/") else path.write_text("")

    def offers(self, *words):
        quoted = " ".join("'" + word.replace("'", "'\\''") + "'" for word in words)
        # compopt speaks to a running completion: outside of one it says that there is none, which the script allows for.
        command = (f"source '{self.completions}'; COMP_WORDS=({quoted}); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); "
                   "_entente entente; printf '%s\\n' \"${COMPREPLY[@]}\"")
        done = subprocess.run(["bash", "--norc", "-u", "-c", command], capture_output=True, cwd=self.work, check=False)
        self.assertEqual(done.stderr, b"", words)
        return [line for line in done.stdout.decode().split("\n") if line]

    def test_commands(self):
        root = TREE[0]
        self.assertEqual(self.offers("entente", ""), root.commands)
        self.assertEqual(self.offers("entente", "exp"), [name for name in root.commands if name.startswith("exp")])
        self.assertEqual(self.offers("entente", "--config", "x.toml", "expl"), ["explain"])
        self.assertIn("gold", self.offers("entente", "eval", ""))
        self.assertEqual(self.offers("entente", "eval", "go"), ["gold"])
        self.assertEqual(self.offers("entente", "actors", "u"), ["unknown"])

    def test_options_of_the_command_that_stands_before(self):
        for command in TREE:
            offered = self.offers("entente", *command.words, "--")
            self.assertEqual(sorted(offered), sorted(command.options), command.path)
        self.assertEqual(self.offers("entente", "code", "--form"), ["--format"])
        self.assertEqual(self.offers("entente", "code", "--jobs", "2", "article one.txt", "--prec"), ["--precision"])
        self.assertEqual(self.offers("entente", "eval", "gold", "--spl"), ["--split"])

    def test_names_that_an_option_takes(self):
        self.assertEqual(self.offers("entente", "code", "--format", ""), ["jsonl", "table"])
        self.assertEqual(self.offers("entente", "code", "--format", "t"), ["table"])
        self.assertEqual(self.offers("entente", "parse", "--format", ""), ["conllu", "json"])
        self.assertEqual(self.offers("entente", "code", "--format", "="), ["jsonl", "table"])  # --format=
        self.assertEqual(self.offers("entente", "code", "--format", "=", "t"), ["table"])      # --format=t
        self.assertEqual(self.offers("entente", "code", "--format", "=", "table", "--col"), ["--color"])
        self.assertEqual(self.offers("entente", "completions", ""), list(SHELLS))
        self.assertIn("agreement", self.offers("entente", "schema", ""))
        self.assertEqual(self.offers("entente", "code", "--jobs", ""), [])                       # any number
        self.assertEqual(self.offers("entente", "code", "--color", "parse", "--st"), [])              # a value, no command

    def test_files_and_folders(self):
        self.assertEqual(sorted(self.offers("entente", "code", "")), ["article one.txt", "model.safetensors", "news"])
        self.assertEqual(self.offers("entente", "code", "art"), ["article one.txt"])
        self.assertEqual(self.offers("entente", "code", "--model", "mod"), ["model.safetensors"])
        self.assertEqual(self.offers("entente", "code", "--knowledge", ""), ["news"])
        self.assertEqual(sorted(self.offers("entente", "eval", "conllu", "a", "")), ["article one.txt", "model.safetensors", "news"])

    def test_a_command_that_takes_a_command(self):
        self.assertEqual(self.offers("entente", "man", "eval", "go"), ["gold"])
        self.assertEqual(self.offers("entente", "config", "par"), ["parse"])
        self.assertEqual(self.offers("entente", "config", "parse", "--st"), ["--stage"])


@unittest.skipUnless(shutil.which("fish"), "fish is not installed")
class FishTest(CommandTest):
    def offers(self, line):
        path = self.file("entente.fish", script("fish"))
        self.file("work/article.txt", "")
        done = subprocess.run(["fish", "--no-config", "-c", f"source '{path}'; complete -C '{line}'"], capture_output=True,
                              cwd=self.folder / "work", env={**CLEAN, "HOME": str(self.folder)}, check=False)
        self.assertEqual(done.stderr, b"")
        return [found.split("\t")[0] for found in done.stdout.decode().splitlines()]

    def test_commands_options_names_and_files(self):
        self.assertEqual(set(self.offers("entente ")), set(TREE[0].commands))
        self.assertEqual(self.offers("entente eval go"), ["gold"])
        for command in TREE:
            offered = self.offers(" ".join(("entente", *command.words, "--")))
            self.assertLessEqual(set(command.options), set(offered), command.path)
        self.assertEqual(self.offers("entente code --form"), ["--format"])
        self.assertEqual(set(self.offers("entente code --format ")), {"jsonl", "table"})
        self.assertEqual(set(self.offers("entente --config x parse --format ")), {"conllu", "json"})
        self.assertEqual(self.offers("entente code art"), ["article.txt"])
        self.assertEqual(set(self.offers("entente completions ")), set(SHELLS))
        self.assertEqual(self.offers("entente man eval go"), ["gold"])


@unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
class ZshTest(CommandTest):
    """A shell on a terminal, and the tab key."""

    def tab(self, line):
        functions = self.file("functions/_entente", script("zsh")).parent
        self.file("work/article.txt", "")
        (self.folder / "bin").mkdir(exist_ok=True)
        if not (self.folder / "bin/entente").exists():
            (self.folder / "bin/entente").symlink_to(PROGRAM)
        parent, child = pty.openpty()
        env = {**CLEAN, "HOME": str(self.folder), "TERM": "dumb", "PATH": f"{self.folder}/bin:{os.environ['PATH']}"}
        process = subprocess.Popen(["zsh", "-f", "-i"], stdin=child, stdout=child, stderr=child, cwd=self.folder / "work",
                                   env=env, start_new_session=True)
        os.close(child)
        try:
            start = f"unsetopt zle_bracketed_paste; PS1='> '; fpath=({functions} $fpath); autoload -Uz compinit; compinit -u -D; echo re''ady\n"
            os.write(parent, start.encode())
            self.until(parent, rb"ready\r?\n.*> ")
            os.write(parent, line.encode() + b"\t")
            shown = self.until(parent, None)
            return re.sub(r"\x1b\[[0-9;?]*\w|\x07|\r", "", shown.decode(errors="replace"))
        finally:
            process.kill()
            process.wait()
            os.close(parent)

    def until(self, terminal, pattern):
        """What comes up to the pattern; without one, until nothing came for a second."""
        shown, last = b"", time.monotonic() + 30
        while time.monotonic() < last:
            ready, _, _ = select.select([terminal], [], [], 1.0)
            if ready:
                shown += os.read(terminal, 65536)
            elif pattern is None and shown:
                return shown
            if pattern is not None and re.search(pattern, shown, re.S):
                return shown
        raise AssertionError(shown)

    def test_the_tab_key(self):
        self.assertIn("entente explain ", self.tab("entente expl"))
        self.assertIn("entente code --format=", self.tab("entente code --form"))
        self.assertIn("entente code --format table ", self.tab("entente code --format t"))
        self.assertIn("entente eval gold ", self.tab("entente eval go"))
        self.assertIn("entente eval gold --split=", self.tab("entente eval gold --spl"))
        self.assertIn("entente code article.txt ", self.tab("entente code art"))
        self.assertIn("entente man eval gold ", self.tab("entente man eval go"))
        listed = self.tab("entente parse --stage ")
        self.assertIn("syntax", listed)
        self.assertIn("text", listed)


if __name__ == "__main__":
    main()
