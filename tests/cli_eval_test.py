"""The scores that the command gives, end to end."""
import json
from pathlib import Path

from cli_command import CommandTest, check_lines, main, records, run

GOLD = Path(__file__).resolve().parent / "data" / "gold_mini"  # made up: one article with each kind, one with none


class EvalTest(CommandTest):
    GOLD = ("1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n"
            "3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n")

    def test_scores(self):
        gold = self.file("gold.conllu", self.GOLD)
        system = self.file("system.conllu", self.GOLD.replace("PRON", "NOUN").replace("2\tnsubj", "2\tobj"))
        code, output, errors = run("eval", "conllu", gold, system)
        self.assertEqual((code, errors), (0, ""))
        scores = {score["metric"]: score for score in records(output)}
        self.assertEqual(scores["UPOS"]["correct"], 2)
        self.assertEqual(scores["UAS"]["f1"], 1)
        self.assertAlmostEqual(scores["LAS"]["f1"], 2 / 3, places=5)
        code, table, _ = run("eval", "conllu", "--format", "table", gold, system)
        self.assertEqual(code, 0)
        self.assertRegex(table, r"\nUPOS +66\.67 +66\.67 +66\.67 +66\.67\n")

    def test_files_of_different_text_are_told(self):
        gold = self.file("gold.conllu", self.GOLD)
        system = self.file("system.conllu", self.GOLD.replace("left", "came"))
        code, output, errors = run("eval", "conllu", gold, system)
        self.assertEqual((code, output), (4, ""))
        self.assertTrue(errors.startswith("entente: "))
        code, _, errors = run("eval", "conllu", gold, self.folder / "none.conllu")
        self.assertEqual(code, 4)
        self.assertIn("none.conllu: No such file", errors)


class EvalGoldTest(CommandTest):
    BRIDGE = (GOLD / "records" / "dev-bridge.jsonl").read_text(encoding="utf-8")

    def corpus(self, gold):
        """The small corpus with other records of its one article that has some."""
        for article in (GOLD / "articles").iterdir():
            self.file(f"gold/articles/{article.name}", article.read_bytes())
        self.file("gold/records/dev-bridge.jsonl", gold)
        return self.folder / "gold"

    def lines(self, *arguments):
        code, output, errors = run("eval", "gold", "--format", "json", *arguments)
        self.assertEqual((code, errors), (0, ""))
        return records(output)

    def scores(self, *arguments):
        return {(line["kind"], line["metric"]): (line["gold"], line["system"], line["correct"])
                for line in self.lines(*arguments) if line["group"] in ("records", "field")}

    def test_a_corpus_against_itself_is_all_right(self):
        for path in (GOLD / "records", GOLD / "records" / "dev-bridge.jsonl"):
            lines = self.lines(GOLD, "--records", path, "--errors")
            self.assertEqual([line for line in lines if line["group"] == "mistake"], [])
            for line in lines:
                if line["group"] in ("records", "field", "type"):
                    self.assertEqual((line["gold"], line["system"]), (line["correct"],) * 2, line)
            found = {line["metric"]: line["gold"] for line in lines if line["group"] == "records"}
            self.assertEqual([found[name] for name in ("events", "statements", "agreements", "provisions", "relations",
                                                       "disputes")], [2, 2, 1, 1, 1, 1])

    def test_what_is_missed_added_and_wrong_is_counted_and_listed(self):
        system = [json.loads(line) for line in self.BRIDGE.splitlines()]
        system[1]["actor"][0]["code"] = "UZB"  # the arrest's
        del system[5]                          # the relation
        system = "".join(json.dumps(record) + "\n" for record in system)
        extra = json.dumps({"kind": "event", "id": "x", "article": "test-weather", "type": "AID", "status": "actual",
                            "confidence": 0.75, "evidence": [{"sentence": 0, "start": 0, "end": 9, "text": "Rain fell"}]})
        path = self.file("system.jsonl", system + extra + "\n")
        scores = self.scores(GOLD, "--records", path)
        self.assertEqual(scores["event", "events"], (2, 3, 2))
        self.assertEqual(scores["event", "events, strict"], (2, 3, 1))
        self.assertEqual(scores["event", "actor codes"], (2, 2, 1))
        self.assertEqual(scores["relation", "relations"], (1, 0, 0))
        self.assertEqual(self.scores(GOLD, "--records", path, "--split", "dev")["event", "events"], (2, 2, 2))
        mistakes = [(line["kind"], line["cause"], line["article"])
                    for line in self.lines(GOLD, "--records", path, "--errors") if line["group"] == "mistake"]
        self.assertEqual(mistakes, [("event", "extra, in an article without records", "test-weather"),
                                    ("event", "wrong actor", "dev-bridge"), ("relation", "missed", "dev-bridge")])
        code, table, _ = run("eval", "gold", GOLD, "--records", path, "--errors")
        self.assertEqual(code, 0)
        self.assertRegex(table, r"\nevents +2 +3 +2 +66\.7 +100\.0 +80\.0\n")
        self.assertIn("    Kazakh police detained three Kyrgyz drivers near Kordai on Monday.\n", table)

    def test_the_engine_codes_the_articles_whatever_the_number_of_jobs(self):
        one = run("eval", "gold", GOLD, "--errors", "--jobs", 1)
        self.assertEqual((one[0], one[2]), (0, ""))
        self.assertEqual(run("eval", "gold", GOLD, "--errors", "--jobs", 3), one)
        # `entente code` names articles by their text; its records are scored the same.
        coded = self.file("coded.jsonl", run("code", "--format", "jsonl", GOLD / "articles")[1])
        self.assertEqual(run("eval", "gold", GOLD, "--errors", "--records", coded), one)

    def test_an_article_without_a_file_in_the_folder_is_left_out(self):
        self.file("other/test-weather.jsonl", "")
        self.assertEqual(self.scores(GOLD, "--records", self.folder / "other")["event", "events"], (0, 0, 0))
        code, output, errors = run("eval", "gold", GOLD, "--records", self.folder / "other", "--split", "dev")
        self.assertEqual((code, output), (4, ""))
        self.assertIn("other: ", errors)

    def test_mistakes_of_a_corpus_are_told_with_file_and_line(self):
        lines = self.BRIDGE.splitlines(keepends=True)
        shifted = json.loads(lines[1])
        shifted["evidence"][0]["start"] -= 1
        for gold, said in ((lines[0] + "\n" + json.dumps(shifted), "dev-bridge.jsonl:3: record \"dev-bridge-e2\": evidence"),
                           (lines[0] + "{", "dev-bridge.jsonl:2: broken JSON")):
            code, output, errors = run("eval", "gold", self.corpus(gold))
            self.assertEqual((code, output), (4, ""))
            self.assertIn(said, errors)
        self.file("gold/records/dev-none.jsonl", "")
        self.file("gold/records/dev-bridge.jsonl", self.BRIDGE)
        code, output, errors = run("eval", "gold", self.folder / "gold")
        self.assertEqual((code, output), (4, ""))
        self.assertIn("dev-none.jsonl: its article is missing", errors)
        code, _, errors = run("eval", "gold", self.folder / "none")
        self.assertEqual(code, 4)
        self.assertIn("No such file", errors)


class EvalSentencesTest(CommandTest):
    def test_types_and_triples_of_sentences(self):
        gold = self.file("gsr.json", json.dumps([
            {"id": "a", "event": "CONSULT", "text": "The Peruvian president met his Chilean counterpart in Lima.",
             "source": [{"code": "PER"}, {"code": "CHL"}], "target": ""},
            {"id": "b", "event": "AID", "text": "Nobody is named here.", "source": [{"code": "PER"}], "target": ""}]))
        code, output, errors = run("eval", "gsr", "--format", "jsonl", gold)
        self.assertEqual((code, errors), (0, ""))
        check_lines("eval", records(output))
        counts = {line["metric"]: (line["gold"], line["system"], line["correct"]) for line in records(output)}
        self.assertEqual(counts, {"types per sentence": (2, 1, 1), "triples": (3, 2, 2),
                                  "triples, both present": (2, 2, 2)})
        code, output, _ = run("eval", "gsr", "--errors", "--format", "table", gold)
        self.assertEqual(code, 0)
        self.assertIn("Nobody is named here.\n  gold:   PER AID -\n  system: nothing\n", output)
        self.assertEqual(run("eval", "gsr", "--errors", gold)[1], output)  # lines of JSON hold no sentences
        self.assertEqual(run("eval", "gsr", "--errors", "--format", "jsonl", gold)[:2], (2, ""))

    def test_classes_of_pairs(self):
        lines = ("7\t-\t<s>Norway</s> imposed sanctions on <t>Belarus</t>.\t-\t-\t4\tSANCTION\n"
                 "8\t-\t<s>Chile</s> sent tents and food to <t>Haiti</t>.\t-\t-\t2\tAID\n")
        code, output, errors = run("eval", "plv", "--format", "jsonl", "-", stdin=lines.encode())
        self.assertEqual((code, errors), (0, ""))
        check_lines("eval", records(output))
        first = records(output)[0]
        self.assertEqual((first["cases"], first["quad_accuracy"]), (2, 1.0))
        self.assertGreaterEqual(first["correct"], 1)

    def test_bad_files_are_told_with_their_place(self):
        code, output, errors = run("eval", "gsr", self.file("bad.json", "[{}]"))
        self.assertEqual((code, output), (4, ""))
        self.assertIn("record 1", errors)
        code, output, errors = run("eval", "plv", self.file("bad.tsv", "one\ttwo\n"))
        self.assertEqual((code, output), (4, ""))
        self.assertIn("line 1", errors)


if __name__ == "__main__":
    main()
