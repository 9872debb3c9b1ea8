"""The command, end to end: what goes in, what comes out, and what it says when it cannot."""
import json
import os
import pty
import re
import select
import shutil
import signal
import subprocess

from cli_command import MODELS, PROGRAM, VISIT, CommandTest, main, records, run


class CodeTest(CommandTest):
    def test_records_have_the_fields_of_the_contract(self):
        path = self.file("visit.txt", VISIT)
        code, output, errors = run("code", path)
        self.assertEqual((code, errors), (0, ""))
        found = records(output)
        self.assertTrue(found)
        for record in found:
            self.assertIn(record["kind"], ("event", "statement", "agreement", "relation", "dispute"))
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

    def test_numbers_of_the_table_are_those_of_the_lines(self):
        path = self.file("visit.txt", VISIT)
        found = records(run("code", path)[1])
        table = run("code", "--format", "table", path)[1]
        self.assertLessEqual(max(map(len, table.splitlines())), 80)  # where nothing says how wide
        numbers = [int(number) for number in re.findall(r"^ *\[(\d+)\]", table, re.M)]
        self.assertEqual(sorted(numbers), list(range(1, len(found) + 1)))
        for number, record in enumerate(found, 1):
            code, text, errors = run("explain", path, "--record", number)
            self.assertEqual((code, errors), (0, ""))
            self.assertIn(f"\nRecord {number} of {len(found)}: {record['kind']}\n", text)
            self.assertIn(record["why"][0]["rule"], text)
            if record["kind"] == "event":
                self.assertRegex(table, rf"\[{number}\] [^\n]*{record['type']}")
        self.assertNotIn("entente explain", table)

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
        self.assertIn("entente explain FILE --record N", coloured)
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

    def test_one_record_in_full(self):
        path = self.file("visit.txt", VISIT)
        code, text, errors = run("explain", "--record", 1, path)
        self.assertEqual((code, errors), (0, ""))
        self.assertRegex(text, r"\n\nRecord 1 of \d+: event\n  type +CONSULT, mode visit\n  codes +CAMEO \d+ · verbal coop")
        self.assertRegex(text, r"\n  recipient +Sweden \(SWE GOV\)\n +state · code SWE · sector GOV · by name\n")
        self.assertRegex(text, r"\n Evidence\n  Sentence 1\n    The foreign minister of Norway [^\n]+\n +\^+\n")
        self.assertRegex(text, r"\n Why\n  lexicon:\w+ ")
        self.assertIn("\nSentence 1\n", text)
        self.assertNotIn("\nSentence 2\n", text)
        self.assertLessEqual(max(map(len, text.splitlines())), 80)
        self.assertEqual(run("explain", "--record", 1, "--text", VISIT)[1].split("\n", 1)[1], text.split("\n", 1)[1])
        self.assertEqual(run("explain", "--record", 1, stdin=VISIT.encode())[0], 0)
        self.assertIn("\x1b[1;4m", run("explain", "--record", 1, "--color", "always", path)[1])

    def test_a_record_is_one_of_one_article(self):
        path = self.file("visit.txt", VISIT)
        count = len(records(run("code", path)[1]))
        code, output, errors = run("explain", path, "--record", count + 1)
        self.assertEqual((code, output, errors), (2, "", f"entente: {path} has {count} records\n"))
        calm = self.file("calm.txt", "It was a warm day and the river was low.\n")
        self.assertEqual(run("explain", calm, "--record", 1), (2, "", f"entente: {calm} has no records\n"))
        for inputs in ((path, calm), (self.articles(3),), (self.folder,)):
            code, output, errors = run("explain", *inputs, "--record", 1)
            self.assertEqual((code, output), (2, ""))
            self.assertIn("of one article, and more than one is given", errors)
        self.assertEqual(run("explain", "--limit", 1, "--record", 1, self.articles(3))[0], 0)
        self.assertEqual(run("explain", self.folder / "none.txt", "--record", 1)[0], 4)
        for arguments in (("--record", 0), ("--record", -1), ("--record", "x"), ("--record", 1, "--sentence", 1)):
            self.assertEqual(run("explain", *arguments, path)[:2], (2, ""), arguments)

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


if __name__ == "__main__":
    main()
