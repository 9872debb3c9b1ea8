"""The command, end to end: what goes in, what comes out, and what it says when it cannot.

Usage: cli_test.py PROGRAM MODEL_FOLDER
"""
import json
import os
import pty
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PROGRAM = ""
MODELS = Path()
GOLD = Path(__file__).resolve().parent / "data" / "gold_mini"  # made up: one article with each kind, one with none

VISIT = ("The foreign minister of Norway visited Sweden on Monday. "
         "She met the Swedish prime minister in Stockholm and the two governments signed a trade agreement.\n")
PROTEST = ("Thousands of people protested in Paris on Tuesday against a new law on pensions. "
           "Police arrested forty demonstrators after clashes near the parliament building.\n")
FRENCH = ("Le ministre des affaires étrangères a rencontré hier son homologue à Genève, et les deux hommes ont longuement "
          "parlé de la situation à la frontière ainsi que des échanges commerciaux entre leurs pays.\n")


def run(*arguments, stdin=b"", env=None, timeout=120):
    """The command's exit code, output and messages; no terminal anywhere."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout,
                          env={**os.environ, **(env or {})}, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def records(output):
    return [json.loads(line) for line in output.splitlines()]


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="entente-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def articles(self, count):
        texts = [VISIT, PROTEST]
        lines = [json.dumps({"id": f"a-{i}", "published": "2024-03-06", "text": texts[i % 2]}) for i in range(count)]
        return self.file("articles.jsonl", "\n".join(lines) + "\n")

    def expect_failure(self, code, path, *arguments):
        """Beside a good article the bad input is named, and the good one is coded all the same."""
        good = self.file("zz-good.txt", VISIT)
        alone_code, alone, errors = run("code", *arguments, path)
        self.assertEqual((alone_code, alone), (4, ""), errors)
        self.assertIn(str(path), errors)
        self.assertTrue(errors.startswith("entente: "), errors)
        both_code, both, errors = run("code", *arguments, path, good)
        self.assertEqual(both_code, code, errors)
        self.assertIn(str(path), errors)
        self.assertEqual(both, run("code", good)[1])
        self.assertNotEqual(both, "")
        return errors


class CodeTest(CommandTest):
    def test_records_have_the_fields_of_the_contract(self):
        path = self.file("visit.txt", VISIT)
        code, output, errors = run("code", path)
        self.assertEqual((code, errors), (0, ""))
        found = records(output)
        self.assertTrue(found)
        for record in found:
            self.assertIn(record["kind"], ("event", "statement"))
            self.assertEqual(list(record)[:4], ["kind", "id", "article", "published"])
            self.assertEqual(list(record)[-4:], ["evidence", "confidence", "why", "engine"])
            self.assertTrue(record["evidence"])
            for evidence in record["evidence"]:
                self.assertEqual(VISIT[evidence["start"]:evidence["end"]], evidence["text"])
            self.assertTrue(0 <= record["confidence"] <= 1)
            self.assertTrue(all(record["engine"].values()))
        self.assertEqual(len({record["id"] for record in found}), len(found))

    def test_the_number_of_jobs_changes_nothing(self):
        path = self.articles(60)
        bad = self.file("bad.txt", "")
        one = run("code", "--jobs", 1, path, bad, path)
        self.assertEqual(one[0], 3)
        for jobs in (2, 7):
            self.assertEqual(run("code", "--jobs", jobs, path, bad, path), one)

    def test_order_of_articles_is_kept(self):
        code, output, _ = run("code", self.articles(40))
        self.assertEqual(code, 0)
        order = [int(record["article"][2:]) for record in records(output)]
        self.assertEqual(order, sorted(order))
        self.assertEqual(set(order), set(range(40)))

    def test_standard_input_is_read_with_and_without_a_dash(self):
        dash = run("code", "-", stdin=VISIT.encode())
        self.assertEqual(dash[0], 0, dash[2])
        self.assertNotEqual(dash[1], "")
        self.assertEqual(run("code", stdin=VISIT.encode()), dash)

    def test_limit_counts_articles(self):
        code, output, _ = run("code", "--limit", 3, self.articles(9))
        self.assertEqual(code, 0)
        self.assertEqual({record["article"] for record in records(output)}, {"a-0", "a-1", "a-2"})

    def test_each_article_is_written_before_the_next_is_read(self):
        process = subprocess.Popen([PROGRAM, "code", "--from", "jsonl", "-"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, bufsize=0)  # what is not read yet must show in select
        try:
            for i in range(2):
                process.stdin.write(json.dumps({"id": f"a-{i}", "text": VISIT}).encode() + b"\n")
                process.stdin.flush()
                ready, _, _ = select.select([process.stdout], [], [], 60)
                self.assertTrue(ready, "no record while standard input stays open")
                self.assertEqual(json.loads(process.stdout.readline())["article"], f"a-{i}")
                while select.select([process.stdout], [], [], 0.3)[0]:
                    os.read(process.stdout.fileno(), 65536)
            process.stdin.close()
            self.assertEqual(process.wait(60), 0)
        finally:
            process.kill()
            process.wait()
            process.stdin.close()
            process.stdout.close()

    def test_table_shows_title_and_evidence(self):
        path = self.file("visit.jsonl", json.dumps({"text": VISIT, "title": "Minister in Stockholm",
                                                    "published": "2024-03-06", "publisher": "Northern Wire"}))
        code, table, _ = run("code", "--format", "table", path, env={"COLUMNS": "80"})
        self.assertEqual(code, 0)
        self.assertTrue(table.startswith("Minister in Stockholm\nNorthern Wire · 2024-03-06 · "), table)
        self.assertIn("“", table)
        self.assertNotIn("\x1b", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 80)
        self.assertIn("\x1b[1m", run("code", "--format", "table", "--color", "always", path)[1])

    def on_terminal(self, **env):
        path = self.file("visit.txt", VISIT)
        parent, child = pty.openpty()
        process = subprocess.Popen([PROGRAM, "code", str(path)], stdout=child, stdin=subprocess.DEVNULL,
                                   env={**os.environ, "TERM": "xterm", **env})
        os.close(child)
        shown = b""
        while True:
            try:
                block = os.read(parent, 65536)
            except OSError:  # the other end is closed
                break
            if not block:
                break
            shown += block
        os.close(parent)
        self.assertEqual(process.wait(30), 0)
        return shown.decode()

    def test_a_terminal_gets_a_table_in_colour_unless_told_otherwise(self):
        coloured = self.on_terminal(NO_COLOR="")
        self.assertIn("\x1b[", coloured)
        self.assertNotIn('"kind"', coloured)
        self.assertNotIn("\x1b[", self.on_terminal(NO_COLOR="1"))
        self.assertNotIn("\x1b[", self.on_terminal(NO_COLOR="", TERM="dumb"))

    def test_a_reader_that_goes_away_ends_it_quietly(self):
        path = self.articles(400)
        process = subprocess.Popen([PROGRAM, "code", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()
        process.stderr.close()
        self.assertEqual((process.wait(60), errors), (0, b""))

    def test_an_interrupt_leaves_whole_lines(self):
        # What runs in the background of a shell ignores SIGINT, and so does what it starts: here it is to heed it.
        heed = lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)
        for number in (signal.SIGINT, signal.SIGTERM):
            process = subprocess.Popen([PROGRAM, "code", "--from", "jsonl", "-"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, preexec_fn=heed)
            process.stdin.write(json.dumps({"id": "a-0", "text": VISIT}).encode() + b"\n")
            process.stdin.flush()
            try:
                self.assertTrue(select.select([process.stdout], [], [], 60)[0], "no record while standard input is open")
                first = process.stdout.readline()
                process.send_signal(number)
                self.assertEqual(process.wait(30), 130)
                written = first + process.stdout.read()
            finally:
                process.kill()
                process.stdin.close()
                process.stdout.close()
            for line in written.splitlines(keepends=True):
                self.assertTrue(line.endswith(b"\n"))
                json.loads(line)

    def test_output_that_cannot_be_written_is_told(self):
        path = self.file("visit.txt", VISIT)
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, "code", str(path)], stdout=full, stderr=subprocess.PIPE, check=False)
        self.assertEqual(done.returncode, 5)
        self.assertIn(b"standard output", done.stderr)


class ParseTest(CommandTest):
    def test_conllu_and_json_say_the_same(self):
        path = self.file("visit.txt", VISIT)
        code, conllu, errors = run("parse", path)
        self.assertEqual((code, errors), (0, ""))
        rows = [line.split("\t") for line in conllu.splitlines() if line[:1].isdigit() and "-" not in line.split("\t")[0]]
        code, output, _ = run("parse", "--format", "json", path)
        self.assertEqual(code, 0)
        parsed = json.loads(output)
        tokens = [token for sentence in parsed["sentences"] for token in sentence["tokens"]]
        self.assertEqual([(row[1], row[3], row[6], row[7]) for row in rows],
                         [(t["form"], t["upos"], str(t["head"]), t["deprel"]) for t in tokens])
        for token in tokens:
            self.assertEqual(VISIT[token["start"]:token["end"]], token["form"])
        for sentence in parsed["sentences"]:
            self.assertEqual([t["head"] for t in sentence["tokens"]].count(0), 1)
        self.assertIn("Sweden", [name["text"] for name in parsed["names"]])

    def test_gold_words_are_kept(self):
        code, gold, _ = run("parse", self.file("visit.txt", VISIT))
        self.assertEqual(code, 0)
        # One sentence made of two: a tokeniser would not cut it so.
        joined = "\n".join(line for line in gold.splitlines() if line and not line.startswith("#")).splitlines()
        rows = [f"{i}\t{line.split(chr(9))[1]}\t_\t_\t_\t_\t_\t_\t_\t_" for i, line in enumerate(joined, 1)]
        path = self.file("gold.conllu", "\n".join(rows) + "\n\n")
        code, system, errors = run("parse", "--from", "conllu", path)
        self.assertEqual((code, errors), (0, ""))
        again = [line.split("\t") for line in system.splitlines() if line and not line.startswith("#")]
        self.assertEqual([row[1] for row in again], [row.split("\t")[1] for row in rows])
        self.assertEqual([row[6] for row in again].count("0"), 1)
        self.assertEqual(run("parse", "--from", "conllu", self.folder), (code, system, ""))

    def test_stage_text_needs_no_model(self):
        path = self.file("visit.txt", VISIT)
        nowhere = {"ENTENTE_MODEL": str(self.folder / "nowhere")}
        code, conllu, errors = run("parse", "--stage", "text", path, env=nowhere)
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("\tSweden\t_\t_\t", conllu)
        code, output, errors = run("parse", path, env=nowhere)
        self.assertEqual((code, output), (4, ""))
        self.assertIn("nowhere", errors)

    def test_broken_conllu_is_told_with_its_line(self):
        path = self.file("broken.conllu", "1\tShe\t_\n\n")
        code, output, errors = run("parse", "--from", "conllu", path)
        self.assertEqual((code, output), (4, ""))
        self.assertIn(f"{path}:1", errors)


class ExplainTest(CommandTest):
    def test_every_sentence_with_tree_mentions_frames_and_records(self):
        path = self.file("visit.jsonl", json.dumps({"text": VISIT, "title": "Minister in Stockholm",
                                                    "published": "2024-03-06"}))
        code, text, errors = run("explain", path)
        self.assertEqual((code, errors), (0, ""))
        self.assertTrue(text.startswith("Minister in Stockholm\n2024-03-06\n\nSentence 1\n"), text)
        self.assertEqual([text.count(f"\n {part}") for part in ("Mentions", "Frames", "Records")], [2, 2, 2])
        self.assertRegex(text, r"\n +\d+ +\S*visited +VERB +VBD +visit +root")
        self.assertRegex(text, r"\n  “Sweden” +Sweden \(SWE GOV\) · state · by name · 100%\n")
        self.assertRegex(text, r"\n  “visited” \(\d+\)\n    ✓ CONSULT [^\n]+ wins:")
        self.assertRegex(text, r"\n      recipient  Sweden \(SWE GOV\) · from ")
        self.assertIn("\n    ⇒  an event\n", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        # The records are those of `entente code`.
        for record in records(run("code", path)[1]):
            self.assertIn(record["why"][0]["rule"], text)

    def test_a_text_and_one_sentence_of_it(self):
        code, whole, errors = run("explain", "--text", VISIT, stdin=b"not read")
        self.assertEqual((code, errors), (0, ""))
        code, second, _ = run("explain", "--sentence", 2, "--text", VISIT)
        self.assertEqual(code, 0)
        self.assertNotIn("Sentence 1\n", second)
        self.assertIn(second[second.index("Sentence 2\n"):], whole)
        self.assertEqual(run("explain", "--sentence", 2, "-", stdin=VISIT.encode())[1].split("\n", 1)[1],
                         second.split("\n", 1)[1])
        code, output, errors = run("explain", "--sentence", 3, "--text", VISIT)
        self.assertEqual((code, output), (4, ""))
        self.assertIn("the article has 2 sentences", errors)

    def test_colour_only_where_it_is_wanted(self):
        self.assertNotIn("\x1b", run("explain", "--text", VISIT)[1])
        self.assertIn("\x1b[1m", run("explain", "--color", "always", "--text", VISIT)[1])

    def test_inputs_that_fail_are_told(self):
        good = self.file("visit.txt", VISIT)
        code, output, errors = run("explain", self.folder / "none.txt")
        self.assertEqual((code, output), (4, ""))
        self.assertIn("none.txt", errors)
        self.assertEqual(run("explain", self.folder / "none.txt", good)[0], 3)
        for arguments in (("--text", "x", good), ("--sentence", "0", good), ("--format", "json", good)):
            code, output, errors = run("explain", *arguments)
            self.assertEqual((code, output), (2, ""), arguments)
            self.assertEqual(errors.count("\n"), 1)
        self.assertEqual(run("explain", "--text", "")[0], 4)


class ActorsTest(CommandTest):
    TEXT = ("Orlo Vantik, a Peruvian general, visited Sweden on Monday. Vantik met the Swedish prime minister, and the "
            "foreign minister of Norway praised Vantik.\n")

    def test_names_that_no_table_has_are_counted(self):
        one = self.file("one.txt", self.TEXT)
        other = self.file("other.txt", self.TEXT + "Sweden thanked Orlo Vantik.\n")
        code, output, errors = run("actors", "unknown", one, other)
        self.assertEqual((code, errors), (0, ""))
        found = records(output)
        self.assertEqual([actor["count"] for actor in found], sorted((a["count"] for a in found), reverse=True))
        self.assertEqual(found[0], {"name": "Orlo Vantik", "type": "person", "count": 7, "country": "PER", "sector": "MIL",
                                    "phrase": "Orlo Vantik, a Peruvian general"})
        self.assertNotIn("Sweden", [actor["name"] for actor in found])
        for jobs in (1, 2):
            self.assertEqual(run("actors", "unknown", "--jobs", jobs, other, one)[1], output)
        code, table, _ = run("actors", "unknown", "--format", "table", one, env={"COLUMNS": "80"})
        self.assertEqual(code, 0)
        self.assertRegex(table, r"\n +3  Orlo Vantik +PER +PER +MIL +Orlo Vantik, a ")
        self.assertLessEqual(max(map(len, table.splitlines())), 80)

    def test_inputs_that_fail_are_told(self):
        good = self.file("visit.txt", self.TEXT)
        code, output, errors = run("actors", "unknown", self.folder / "none.txt")
        self.assertEqual((code, output), (4, ""))
        self.assertIn("none.txt", errors)
        code, output, _ = run("actors", "unknown", self.folder / "none.txt", good)
        self.assertEqual((code, output), (3, run("actors", "unknown", good)[1]))

    def test_a_code_is_shown_without_a_model(self):
        nowhere = {"ENTENTE_MODEL": str(self.folder / "nowhere")}
        code, text, errors = run("actors", "show", "SWE", env=nowhere)
        self.assertEqual((code, errors), (0, ""))
        self.assertTrue(text.startswith("SWE  Sweden · state · GOV\n"), text)
        self.assertRegex(text, r"\n  capitals +Stockholm")
        self.assertRegex(text, r"\n  Prime Minister\n +[^\n]+, since \d{4}")
        self.assertIn("United Nations (IGOUNO)", text)
        self.assertNotIn("\x1b", text)
        self.assertIn("\x1b[", run("actors", "show", "SWE", "--color", "always")[1])
        self.assertRegex(run("actors", "show", "IGONAT")[1], r"\n  members +[^\n]*Belgium")
        code, output, errors = run("actors", "show", "QQQ")
        self.assertEqual((code, output), (2, ""))
        self.assertIn("'QQQ'", errors)


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
        counts = {line["metric"]: (line["gold"], line["system"], line["correct"]) for line in records(output)}
        self.assertEqual(counts, {"types per sentence": (2, 1, 1), "triples": (3, 2, 2),
                                  "triples, both present": (2, 2, 2)})
        code, output, _ = run("eval", "gsr", "--errors", "--format", "table", gold)
        self.assertEqual(code, 0)
        self.assertIn("Nobody is named here.\n  gold:   PER AID -\n  system: nothing\n", output)

    def test_classes_of_pairs(self):
        lines = ("7\t-\t<s>Norway</s> imposed sanctions on <t>Belarus</t>.\t-\t-\t4\tSANCTION\n"
                 "8\t-\t<s>Chile</s> sent tents and food to <t>Haiti</t>.\t-\t-\t2\tAID\n")
        code, output, errors = run("eval", "plv", "--format", "jsonl", "-", stdin=lines.encode())
        self.assertEqual((code, errors), (0, ""))
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


class LexiconTest(CommandTest):
    def test_examples_of_some_frames(self):
        code, output, errors = run("lexicon", "check", "--show", "visit_noun")
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("visit_noun\n", output)
        self.assertIn(" 0 findings\n", output)

    def test_overlaps_and_silent_frames_are_found(self):
        tables = self.folder / "knowledge"
        shutil.copytree(MODELS.parent / "knowledge", tables)
        frames = tables / "lexicon" / "frames" / "aid.tsv"
        row = "{}\tverb\tlevitate\tsubj=#actor\tAID\t\t070\t\tsubj\tobj\t\t\tA made-up frame.\t{}\n"
        with frames.open("a", encoding="utf-8") as stream:
            stream.write(row.format("levitate_once", "Peru levitated.") + row.format("levitate_twice", "Peru slept."))
        code, output, errors = run("lexicon", "check", "--knowledge", tables, "levitate")
        self.assertEqual((code, errors), (3, ""))
        self.assertIn("silent: levitate_twice", output)
        self.assertIn("overlap: levitate_twice: 'levitate' asks for the same as levitate_once", output)

    def test_mistakes_are_told_by_file_and_line(self):
        tables = self.folder / "knowledge"
        shutil.copytree(MODELS.parent / "knowledge", tables)
        frames = tables / "lexicon" / "frames" / "aid.tsv"
        lines = len(frames.read_text(encoding="utf-8").splitlines())
        with frames.open("a", encoding="utf-8") as stream:
            stream.write("x\tverb\tdo\tsbj=#actor\tAIDE\t\t070\t\tsubj\tobj\t\t\tA.\tB.\n")
        code, output, errors = run("lexicon", "check", "--knowledge", tables)
        self.assertEqual((code, output), (4, ""))
        self.assertIn(f"lexicon/frames/aid.tsv:{lines + 1}", errors)
        self.assertIn("expected a slot (subj", errors)
        self.assertIn("expected a type of plover_types.tsv, found 'AIDE'", errors)


class ArgumentsTest(CommandTest):
    def test_help_and_version(self):
        for arguments in ((), ("code",), ("parse",), ("explain",), ("actors",), ("actors", "unknown"), ("actors", "show"),
                          ("eval",), ("eval", "conllu"), ("eval", "gold")):
            code, output, errors = run(*arguments, "--help")
            self.assertEqual((code, errors), (0, ""))
            self.assertLess(output.index("Examples:"), output.index("Usage:"))
        code, output, errors = run("--version")
        self.assertEqual((code, errors), (0, ""))
        self.assertRegex(output, r"^entente \d+\.\d+\.\d+\nmodel [0-9a-f]+ .*\nknowledge [0-9a-f]+ .*\n$")

    def test_mistakes_are_told_in_a_line(self):
        for arguments in ((), ("cook",), ("code", "--format", "xml", "x"), ("code", "--jobs", "0", "x"), ("eval",),
                          ("code", "--from", "conllu", "x"), ("eval", "conllu", "only-one"), ("eval", "gold"),
                          ("eval", "gold", "x", "--split", "half"), ("code", "--frob", "x"), ("actors",),
                          ("actors", "show")):
            code, output, errors = run(*arguments)
            self.assertEqual((code, output), (2, ""), arguments)
            self.assertEqual(errors.count("\n"), 1)


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
    PROGRAM = sys.argv[1]
    MODELS = Path(sys.argv[2])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
