"""Man pages: every command and option of the tree, and no complaint of the formatter."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from cli_command import CommandTest, main, run
from cli_tree import commands

ROOT = Path(__file__).resolve().parent.parent
TREE = commands()


def rendered(path):
    """A page as text of 80 columns, and what the formatter complained of."""
    done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-rLL=78n", "-P-cbou", str(path)], capture_output=True, check=False)
    return done.stdout.decode(), done.stderr.decode()


class ManTest(CommandTest):
    def pages(self):
        code, output, errors = run("man", "--folder", self.folder / "man1")
        self.assertEqual((code, output, errors), (0, "", ""))
        return {command: self.folder / "man1" / ("-".join(("entente", *command.words)) + ".1") for command in TREE}

    def test_a_page_for_every_command_and_no_other(self):
        pages = self.pages()
        self.assertEqual({path.name for path in (self.folder / "man1").iterdir()}, {path.name for path in pages.values()})
        for command, path in pages.items():
            self.assertEqual(run("man", *command.words), (0, path.read_text(), ""))

    def test_every_command_and_option_stands_in_its_page(self):
        for command, path in self.pages().items():
            text = path.read_text().replace("\\-", "-")
            for option in command.options:
                self.assertRegex(text, rf"(?m)^.*\\fB{option}\\fR", command.path)
            for below in command.commands:
                self.assertIn(f".TP\n\\fB{below}\\fR\n", text, command.path)
            for argument in command.arguments:
                self.assertIn(f".TP\n\\fI{argument}\\fR", text, command.path)
            for heading in ("NAME", "SYNOPSIS", "EXAMPLES", "OPTIONS", "ENVIRONMENT", "FILES", "EXIT STATUS", "SEE ALSO"):
                self.assertIn(f"\n.SH {heading}\n", text, command.path)

    def test_exit_codes_are_those_of_the_document(self):
        rows = re.findall(r"^\| (\d+) \| ([^;(|]+)", (ROOT / "docs/cli.md").read_text(encoding="utf-8"), re.M)
        self.assertEqual([code for code, _ in rows], ["0", "2", "3", "4", "5", "130"])
        page = run("man", "review")[1].replace("\n", " ").lower()
        for code, meaning in rows:
            self.assertIn(f".b {code} {meaning.strip()}", page)

    def test_variables_stand_with_their_options(self):
        text = run("man", "code")[1]
        self.assertRegex(text, r"(?s)\\-\\-jobs\\fR \\fIN\\fR\n.{1,120}\\fBENTENTE_JOBS\\fR")
        self.assertNotIn("ENTENTE_HELP", text)
        self.assertNotIn("ENTENTE_TEXT", run("man", "explain")[1])

    @unittest.skipUnless(shutil.which("groff"), "groff is not installed: pages are not rendered")
    def test_pages_render_without_a_warning(self):
        for command, path in self.pages().items():
            text, complaints = rendered(path)
            self.assertEqual(complaints, "", command.path)
            self.assertIn(f"-".join(("entente", *command.words)) + " - ", text)
            for option in command.options:
                self.assertRegex(text, rf"(?m)^ +(-\w, )?{option}\b", command.path)
            examples = re.search(r"^Examples:\n((?:  .*\n)+)", command.text, re.M)
            for line in examples.group(1).splitlines() if examples else []:
                self.assertIn(line.strip(), text, command.path)  # what is copied from a page must run

    @unittest.skipUnless(shutil.which("lexgrog"), "lexgrog is not installed: names are not looked for")
    def test_names_are_found_by_whatis(self):
        for command, path in self.pages().items():
            done = subprocess.run(["lexgrog", str(path)], capture_output=True, check=False)
            self.assertEqual(done.returncode, 0, command.path)
            self.assertIn("-".join(("entente", *command.words)) + " - ", done.stdout.decode())

    def test_a_folder_that_cannot_be_made(self):
        blocked = self.file("file", "")
        code, _, errors = run("man", "--folder", blocked / "man1")
        self.assertEqual(code, 4, errors)
        self.assertIn(str(blocked), errors)


if __name__ == "__main__":
    main()
