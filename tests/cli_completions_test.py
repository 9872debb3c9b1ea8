"""Completions: every command and option of the tree, and what a shell offers when it runs them."""
import functools
import os
import pty
import re
import select
import shutil
import subprocess
import time
import unittest
from pathlib import Path

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


class TabKeyTest(CommandTest):
    """Shells on a terminal, and the tab key."""

    def tab(self, shell, arguments, start, line):
        self.file("work/article one.txt", "")
        (self.folder / "bin").mkdir(exist_ok=True)
        if not (self.folder / "bin/entente").exists():
            (self.folder / "bin/entente").symlink_to(PROGRAM)
        parent, child = pty.openpty()
        env = {**CLEAN, "HOME": str(self.folder), "TERM": "dumb", "PATH": f"{self.folder}/bin:{os.environ['PATH']}"}
        process = subprocess.Popen([shell, *arguments], stdin=child, stdout=child, stderr=child, env=env,
                                   cwd=self.folder / "work", start_new_session=True)
        os.close(child)
        try:
            os.write(parent, start.encode() + b"; echo re''ady\n")
            self.until(parent, rb"\nready\r?\n.*> ")
            os.write(parent, line.encode() + b"\t")
            shown = self.until(parent, None)
            return re.sub(r"\x1b\[[0-9;?]*\w|\x07|\r", "", shown.decode(errors="replace"))
        finally:
            process.kill()
            process.wait()
            os.close(parent)

    def until(self, terminal, pattern):
        """What comes up to the pattern; without one, until nothing came for a while."""
        shown, last = b"", time.monotonic() + 60
        while time.monotonic() < last:
            ready, _, _ = select.select([terminal], [], [], 1.5)
            if ready:
                shown += os.read(terminal, 65536)
            elif pattern is None and shown:
                return shown
            if pattern is not None and re.search(pattern, shown, re.S):
                return shown
        raise AssertionError(shown)

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        functions = self.file("functions/_entente", script("zsh")).parent
        start = (f"unsetopt zle_bracketed_paste; PS1='> '; fpath=({functions} $fpath); "
                 "autoload -Uz compinit; compinit -u -D")
        tab = functools.partial(self.tab, "zsh", ["-f", "-i"], start)
        self.assertIn("entente explain ", tab("entente expl"))
        self.assertIn("entente code --format=", tab("entente code --form"))
        self.assertIn("entente code --format table ", tab("entente code --format t"))
        self.assertIn("entente eval gold --split=", tab("entente eval gold --spl"))
        self.assertIn("entente code article\\ one.txt ", tab("entente code art"))
        self.assertIn("entente man eval gold ", tab("entente man eval go"))
        listed = tab("entente parse --stage ")
        self.assertIn("syntax", listed)
        self.assertIn("text", listed)

    def test_bash(self):
        path = self.file("entente.bash", script("bash"))
        start = f"PS1='> '; bind 'set enable-bracketed-paste off'; source '{path}'"
        tab = functools.partial(self.tab, "bash", ["--norc", "-i"], start)
        self.assertIn("entente explain ", tab("entente expl"))
        self.assertIn("entente code --format ", tab("entente code --form"))
        self.assertIn("entente code --format=table ", tab("entente code --format=t"))
        self.assertIn("entente code article\\ one.txt ", tab("entente code art"))
        self.assertIn("entente code ~/work/", tab("entente code ~/wo"))
        self.assertIn("entente man eval gold ", tab("entente man eval go"))


class InstalledTest(CommandTest):
    def test_an_installation_puts_them_where_shells_and_man_look(self):
        build = Path(PROGRAM).resolve().parent
        if not (build / "cmake_install.cmake").exists() or not (build / "shell").exists():
            self.skipTest("the program does not stand in a whole build")
        done = subprocess.run(["cmake", "--install", str(build), "--prefix", str(self.folder)], capture_output=True, check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        places = {"bash": "bash-completion/completions/entente", "zsh": "zsh/site-functions/_entente",
                  "fish": "fish/vendor_completions.d/entente.fish"}
        for shell, place in places.items():
            self.assertEqual((self.folder / "share" / place).read_text(), script(shell), shell)
        pages = {path.name for path in (self.folder / "share/man/man1").iterdir()}
        self.assertEqual(pages, {"-".join(("entente", *command.words)) + ".1" for command in TREE})


if __name__ == "__main__":
    main()
