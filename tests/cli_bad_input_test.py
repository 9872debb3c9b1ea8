"""What the command says of inputs, models and tables that are broken."""
import json
import time

from cli_command import FRENCH, MODELS, VISIT, CommandTest, main, records, run


class BadInputTest(CommandTest):
    def test_no_such_file(self):
        self.expect_failure(3, self.folder / "none.txt")

    def test_empty_file_and_folder_without_articles(self):
        self.expect_failure(3, self.file("empty.txt", ""))
        (self.folder / "bare").mkdir()
        self.expect_failure(3, self.folder / "bare")

    def test_no_known_encoding(self):
        bytes_of_no_encoding = bytes([0x81, 0x8D, 0x8F, 0x90, 0x9D]) * 40
        self.expect_failure(3, self.file("odd.txt", VISIT.encode() + bytes_of_no_encoding))

    def test_nul_byte(self):
        self.expect_failure(3, self.file("nul.txt", VISIT.encode() + b"and\0more\n"))

    def test_other_language(self):
        errors = self.expect_failure(3, self.file("french.txt", FRENCH * 3))
        self.assertRegex(errors, r"\bfr\b|French")

    def test_file_of_200_mb(self):
        path = self.folder / "huge.txt"
        with open(path, "wb") as file:
            for _ in range(200):
                file.write((VISIT * 7000).encode()[:1 << 20])
        start = time.monotonic()
        self.expect_failure(3, path)
        self.assertLess(time.monotonic() - start, 60)
        path.unlink()

    def test_broken_and_long_lines_of_jsonl(self):
        good = [json.dumps({"id": f"a-{i}", "text": VISIT}) for i in range(3)]
        lines = [good[0], '{"id": "cut', json.dumps({"id": "long", "text": "word " * 2_000_000}), good[1],
                 json.dumps({"id": "none"}), '{"text": 5}', "[" * 100_000, good[2]]
        path = self.file("mixed.jsonl", "\n".join(lines))
        code, output, errors = run("code", path)
        self.assertEqual(code, 3, errors)
        self.assertEqual({record["article"] for record in records(output)}, {"a-0", "a-1", "a-2"})
        for line in (2, 3, 5, 6, 7):
            self.assertIn(f"{path}:{line}", errors)
        for line in (1, 4, 8):
            self.assertNotIn(f"{path}:{line}:", errors)

    def test_html_nested_100_000_deep(self):
        page = "<html><body>" + "<div>" * 100_000 + f"<p>{VISIT}</p>" + "</div>" * 100_000 + "</body></html>"
        self.expect_failure(3, self.file("deep.html", page))

    def test_sentence_of_5000_words(self):
        text = "The minister met " + "the envoy and " * 1666 + "left.\n"
        path = self.file("long.txt", text)
        code, output, errors = run("parse", "--stage", "text", "--format", "json", path)
        self.assertEqual(code, 0, errors)
        sentences = json.loads(output)["sentences"]
        self.assertEqual(sum(len(sentence["tokens"]) for sentence in sentences), len(text.split()) + 1)
        code, output, errors = run("parse", path)
        self.assertEqual(code, 0, errors)
        self.assertEqual(sum(line[:1].isdigit() for line in output.splitlines()), len(text.split()) + 1)
        code, _, errors = run("code", path)
        self.assertEqual(code, 0, errors)
        self.assertRegex(errors, r"long\.txt: code point 0: a sentence of \d+ words is too long; read in \d+ parts")

    def test_article_of_marks(self):
        path = self.file("marks.txt", "a-" * 250_000)
        code, _, errors = run("code", path, self.file("visit.txt", VISIT))
        self.assertEqual(code, 3, errors)
        self.assertIn("marks.txt: the article has more than 300000 words and marks", errors)

    def test_damaged_model(self):
        article = self.file("visit.txt", VISIT)
        model = sorted(MODELS.glob("*.safetensors"))[-1].read_bytes()
        flipped = bytearray(model)
        flipped[len(model) // 2] ^= 0x10
        header = bytearray(model)
        header[4] ^= 0x01  # the header's length: 4 GiB more than there are
        damaged = {"cut": model[:len(model) * 2 // 3], "short": model[:5], "empty": b"", "flipped": bytes(flipped),
                   "header": bytes(header), "text": VISIT.encode()}
        for name, content in damaged.items():
            path = self.file(f"{name}.safetensors", content)
            code, output, errors = run("code", "--model", path, article)
            self.assertEqual((code, output), (4, ""), name)
            self.assertIn(str(path), errors)
            self.assertEqual(errors.count("\n"), 1)
        code, output, errors = run("code", "--model", self.folder / "none.safetensors", article)
        self.assertEqual((code, output), (4, ""))
        self.assertIn("none.safetensors", errors)

    def test_tables_that_are_not_there(self):
        code, output, errors = run("code", "--knowledge", self.folder / "none", self.file("visit.txt", VISIT))
        self.assertEqual((code, output), (4, ""))
        self.assertIn("none", errors)

    def test_a_name_cannot_steer_the_terminal(self):
        _, _, errors = run("code", self.folder / "x\x1b[2Jy")
        self.assertNotIn("\x1b", errors)


if __name__ == "__main__":
    main()
