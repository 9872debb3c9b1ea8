import unittest

from put_table import replaced


class PutTable(unittest.TestCase):
    def test_replaces_what_stands_between_the_marks(self):
        document = "a\n<!-- t -->\nold\n<!-- /t -->\nb\n"
        self.assertEqual(replaced(document, "t", "new\n"), "a\n<!-- t -->\nnew\n<!-- /t -->\nb\n")

    def test_refuses_a_document_without_them(self):
        with self.assertRaises(ValueError):
            replaced("a\n<!-- t -->\n", "t", "new")
        with self.assertRaises(ValueError):
            replaced("a\n", "t", "new")


if __name__ == "__main__":
    unittest.main()
