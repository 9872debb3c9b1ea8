"""The check of documents finds names of things that are gone, and leaves prose alone."""
import tempfile
import unittest
from pathlib import Path

from check_docs import check


class CheckDocs(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.write("src/base/files.h", "")
        self.write("include/entente/engine.h", "")
        self.write("docs/formats/model.md", "")
        self.write("Makefile", "demo: release\n")
        self.write("CMakePresets.json", '{"configurePresets": [{"name": "dev"}]}')

    def tearDown(self):
        self.folder.cleanup()

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def problems(self, text):
        self.write("README.md", text)
        return check(self.root)

    def test_what_exists_passes(self):
        self.assertEqual(self.problems(
            "See `src/base/`, `src/base/files.h:12`, `entente/engine.h`, `src/<folder>/*.h`,\n"
            "[the model](docs/formats/model.md#x), [out](https://example.org/a.md),\n"
            "run `make demo` and `cmake --workflow --preset dev`.\n"), [])

    def test_what_is_gone_is_found(self):
        for text in ("`src/gone/`", "`src/base/gone.h`", "`gone.py`", "`gone/`", "[a](docs/gone.md)", "`make gone`",
                     "`cmake --preset gone`", "`build/gone`, `python3 tools/gone.py`"):
            self.assertEqual(len(self.problems(text)), 1, text)

    def test_fences_and_words_are_left_alone(self):
        self.assertEqual(self.problems(
            "```\ncat src/gone.h\n```\n`U.S.`, `upos`, `.scale`, `B/I/O`, `--format`, `/tmp/a.md`, `OUT/a.md`\n"), [])

    def test_comments_name_documents_that_exist(self):
        self.write("src/base/a.cc", "// docs/formats/model.md says which.\n")
        self.assertEqual(self.problems(""), [])
        self.write("src/base/a.cc", "\n// docs/formats/gone.md says which.\n")
        self.assertEqual(self.problems(""), ["src/base/a.cc:2: names docs/formats/gone.md, which does not exist"])


if __name__ == "__main__":
    unittest.main()
