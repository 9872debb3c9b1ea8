#!/usr/bin/env python3
"""The code of docs/tutorial.md runs on exports of a ledger and draws what it says.

Usage: tutorial_test.py PROGRAM MODEL_FOLDER. Skips a language whose interpreter or libraries are not installed.
"""
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

TUTORIAL = Path(__file__).resolve().parent.parent / "docs" / "tutorial.md"
PROGRAM, MODELS = (Path(sys.argv.pop(1)).resolve() for _ in range(2))
NEWS = {
    "2025-01-14": "Azerbaijan accused Armenia on Tuesday of shelling a border village. Armenia denied it.",
    "2025-02-11": "The Armenian prime minister telephoned the president of Azerbaijan on Tuesday.",
    "2025-03-10": "Armenia and Azerbaijan held talks on their border in Tbilisi on Monday.",
    "2025-04-15": "Azerbaijan said on Tuesday that it would return four Armenian prisoners.",
    "2025-05-12": "Azerbaijan criticised Armenia on Monday. The Armenian foreign minister met his counterpart from Azerbaijan "
                  "in Vienna on Monday.",
    "2025-07-10": "The leaders of Armenia and Azerbaijan held talks in Abu Dhabi on Thursday.",
    "2025-08-08": "Armenia and Azerbaijan signed a declaration in Washington on Friday. Azerbaijan released ten Armenian "
                  "prisoners on Friday.",
    "2025-10-21": "Azerbaijan lifted its embargo on transit to Armenia on Tuesday.",
    "2025-12-09": "Armenia and Azerbaijan held talks on a railway in Brussels on Tuesday.",
}
PNG = b"\x89PNG\r\n\x1a\n"


def code(language):
    """The code blocks of one language, as one program."""
    return "\n".join(re.findall(rf"^```{language}\n(.*?)^```", TUTORIAL.read_text(encoding="utf-8"), re.M | re.S))


def python_with_pandas():
    """A Python that has pandas and matplotlib: this one, or Debian's."""
    for python in (sys.executable, "/usr/bin/python3"):
        found = subprocess.run([python, "-c", "import pandas, matplotlib"], capture_output=True, check=False)
        if found.returncode == 0:
            return python
    return None


class Tutorial(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = Path(cls.temporary.name)
        articles = cls.folder / "articles.jsonl"
        lines = [json.dumps({"id": day, "published": day, "publisher": "Test Wire", "text": text}) for day, text in NEWS.items()]
        articles.write_text("\n".join(lines) + "\n", encoding="utf-8")
        for arguments in (
            ("ingest", "--progress", "never", "--model", next(MODELS.glob("*.safetensors")), "news.ledger", articles),
            ("export", "news.ledger", "--format", "csv", "--output", "events.csv"),
            ("export", "news.ledger", "--format", "icews", "--output", "events.tsv"),
        ):
            done = subprocess.run([PROGRAM, *arguments], cwd=cls.folder, capture_output=True, text=True, check=False)
            if done.returncode != 0:
                raise AssertionError(done.stdout + done.stderr)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def draw(self, command, picture):
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        image = (self.folder / picture).read_bytes()
        self.assertTrue(image.startswith(PNG))
        self.assertGreater(len(image), 2000)
        return done.stdout

    def test_python(self):
        python = python_with_pandas()
        if python is None:
            self.skipTest("pandas or matplotlib is not installed")
        (self.folder / "tutorial.py").write_text(code("python"), encoding="utf-8")
        output = self.draw([python, "tutorial.py"], "dyad-python.png")
        rows = {line.split()[0]: line.split()[1:] for line in output.splitlines() if line.startswith("2025-")}
        self.assertEqual(rows["2025-06-01"], ["0", "NaN"])  # a gap, not a zero
        self.assertGreater(int(rows["2025-08-01"][0]), 0)
        self.assertGreater(float(rows["2025-08-01"][1]), 0)  # a declaration signed, prisoners exchanged
        self.assertLess(float(rows["2025-05-01"][1]), 1.1)  # talks, and criticism

    def test_r(self):
        if shutil.which("Rscript") is None:
            self.skipTest("R is not installed")
        (self.folder / "tutorial.R").write_text(code("r"), encoding="utf-8")
        output = self.draw(["Rscript", "--vanilla", "tutorial.R"], "dyad-r.png")
        rows = {cells[1]: cells[2:] for cells in map(str.split, output.splitlines()) if len(cells) == 4}
        self.assertEqual(rows["2025-06"], ["NA", "NA"])
        self.assertEqual(len([month for month in rows if month.startswith("2025-")]), 12)
        self.assertGreater(float(rows["2025-08"][0]), 0)

    def test_every_block_is_run(self):
        languages = set(re.findall(r"^```(\w+)$", TUTORIAL.read_text(encoding="utf-8"), re.M))
        self.assertEqual(languages, {"python", "r"})


if __name__ == "__main__":
    unittest.main()
