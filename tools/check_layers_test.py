"""The layer check finds what it is there to find, in trees made for the purpose."""
import tempfile
import unittest
from pathlib import Path

from check_layers import check


class CheckLayers(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.write("include/entente/record.h", "")
        self.write("src/base/files.h", "#include <string>\n")
        self.write("src/events/coder.h", '#include "base/files.h"\n')
        self.write("src/CMakeLists.txt", "entente_library(base)\nentente_library(events entente_base)\n")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, path, text):
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def test_a_clean_tree_passes(self):
        self.write("apps/cli/main.cc", '#include "entente/record.h"\n#include "command.h"\n#include <CLI/CLI.hpp>\n')
        self.write("apps/cli/command.h", "")
        self.write("apps/cli/CMakeLists.txt", "target_link_libraries(entente PRIVATE entente_engine entente_intake)\n")
        self.assertEqual(check(self.root), [])

    def test_an_arrow_that_runs_back_is_found(self):
        self.write("src/base/files.cc", '#include "base/files.h"\n\n#include "events/coder.h"\n')
        self.assertEqual(check(self.root), ["src/base/files.cc:3: src/base may not include src/events/coder.h"])

    def test_brackets_relative_paths_and_missing_headers_hide_nothing(self):
        self.write("src/base/a.cc", "#include <events/coder.h>\n")
        self.write("src/base/b.cc", '#include "../events/coder.h"\n')
        self.write("src/base/c.cc", '#  include "engine/not_there.h"\n')
        self.assertEqual(len(check(self.root)), 3)

    def test_syntax_may_not_use_text(self):
        self.write("src/text/tokenizer.h", "")
        self.write("src/syntax/parser.cc", '#include "text/tokenizer.h"\n')
        self.assertEqual(len(check(self.root)), 1)

    def test_an_application_sees_the_public_interface_only(self):
        self.write("apps/cli/main.cc", '#include "base/files.h"\n')
        self.write("apps/cli/CMakeLists.txt", "target_link_libraries(entente PRIVATE entente_base)\n")
        self.assertEqual(len(check(self.root)), 2)

    def test_the_public_interface_includes_itself_only(self):
        self.write("include/entente/engine.h", '#include "entente/record.h"\n#include "base/files.h"\n')
        self.assertEqual(len(check(self.root)), 1)

    def test_a_link_that_runs_back_is_found(self):
        self.write("src/CMakeLists.txt", "entente_library(base OpenSSL::Crypto\n  entente_events)  # why\n")
        self.assertEqual(check(self.root), ["src/CMakeLists.txt: src/base may not link entente_events"])
        self.write("src/CMakeLists.txt", "target_link_libraries(entente_base PUBLIC entente_engine)\n")
        self.assertEqual(check(self.root), ["src/CMakeLists.txt: src/base may not link entente_engine"])

    def test_a_folder_without_a_layer_is_found(self):
        self.write("src/misc/misc.h", "")
        self.assertEqual(len(check(self.root)), 1)

    def test_tests_and_benches_are_not_for_including(self):
        self.write("tests/helper.h", "")
        self.write("src/base/a_test.cc", '#include "../../tests/helper.h"\n')
        self.assertEqual(len(check(self.root)), 1)


if __name__ == "__main__":
    unittest.main()
