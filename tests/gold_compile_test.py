"""The compiler of the gold corpus: offsets, mentions, dates, and what it says of a sheet that is wrong."""
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "gold"))

from tools.article import Article  # noqa: E402
from tools.counts import short_of  # noqa: E402
from tools.dates import parse_date  # noqa: E402
from tools.lemma import lemma_of  # noqa: E402
from tools.mentions import cut_marks, via_of  # noqa: E402
from tools.tables import Tables  # noqa: E402

TABLES = Tables(ROOT)
HEAD = "Title: A made-up quarrel\nDate: 2014-03-05\nSource: Plain Daily\n\n"
FILLER = " ".join(["These words only bring the piece to its length and tell of nothing at all."] * 9)
TEXT = ("Zürich – Kazakhstan closed its border to Kyrgyz lorries on Monday. "
        "Its ministers later met the Kyrgyz ministers in Osh.\n\n"
        "“We shall open it,” President Nursultan Nazarbayev told reporters, “when the 🚚 lorries are counted.” "
        "He said that the Kyrgyz side had fired first. Bishkek denied that.\n\n" + FILLER)
ACTORS = """actors:
  kaz: {name: Kazakhstan, code: KAZ, sector: GOV, type: state}
  kgz: {name: Kyrgyzstan, code: KGZ, sector: GOV, type: state}
"""
CLOSED = """records:
- event: SANCTION/discontinue
  cameo: 160
  ev: Kazakhstan closed its border to Kyrgyz lorries on Monday
  actor: {kaz: Kazakhstan}
  to: {kgz: Kyrgyz}
"""
NAZAR = "  nazar: {name: Nursultan Nazarbayev, code: KAZ, sector: GOV, type: person, role: President}\n"
SAID = """- statement: s1
  speaker: {nazar: He}
  cue: said
  content: the Kyrgyz side had fired first
  manner: indirect
  stance: affirms
  about: {kgz: Kyrgyz}
"""


class CompileTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name in ("articles", "sheets", "records"):
            (self.folder / name).mkdir()
        self.article(TEXT)

    def article(self, text, name="dev-quarrel", head=HEAD):
        (self.folder / "articles" / f"{name}.txt").write_text(head + text + "\n", encoding="utf-8")

    def sheet(self, content, name="dev-quarrel"):
        (self.folder / "sheets" / f"{name}.yaml").write_text(content, encoding="utf-8")

    def run_compiler(self, *arguments):
        folders = [word for name in ("articles", "sheets", "records") for word in (f"--{name}", self.folder / name)]
        done = subprocess.run([sys.executable, ROOT / "gold/compile.py", *folders, *arguments], capture_output=True,
                              encoding="utf-8", check=False, timeout=60)
        return done.returncode, done.stdout, done.stderr

    def records(self, content):
        """The records of a sheet that has no mistake."""
        self.sheet(content)
        code, _, errors = self.run_compiler()
        self.assertEqual((code, errors), (0, ""))
        return [json.loads(line) for line in
                (self.folder / "records/dev-quarrel.jsonl").read_text(encoding="utf-8").splitlines()]

    def mistakes(self, content):
        """(line, message) of each mistake of a sheet; nothing may be written."""
        self.sheet(content)
        code, _, errors = self.run_compiler()
        self.assertEqual(code, 1, errors)
        self.assertFalse((self.folder / "records/dev-quarrel.jsonl").exists())
        start = f"{(self.folder / 'sheets/dev-quarrel.yaml').resolve()}:"
        lines = [line for line in errors.splitlines() if line.startswith(start)]
        self.assertEqual(len(lines), len(errors.splitlines()) - 1, errors)  # and one that counts them
        return [(int(number), message) for number, _, message in
                (line[len(start):].partition(": ") for line in lines)]

    def expect(self, content, line, words):
        """The sheet has this mistake and no other."""
        found = self.mistakes(content)
        self.assertEqual([number for number, _ in found], [line], found)
        self.assertIn(words, found[0][1])


class RecordsTest(CompileTest):
    def test_offsets_count_code_points(self):
        records = self.records(ACTORS + NAZAR + CLOSED + """- statement: s1
  speaker: {nazar: President Nursultan Nazarbayev}
  cue: told
  content: We shall open it ... are counted
  manner: direct
  stance: promises
""")
        event, statement = records
        for span in (*event["evidence"], *statement["evidence"], statement["content"], statement["cue"],
                     statement["speaker"], *event["actor"], *event["recipient"]):
            self.assertEqual(TEXT[span["start"]:span["end"]], span["text"])
        self.assertEqual(event["evidence"][0]["start"], 9)
        self.assertTrue(statement["content"]["text"].endswith("🚚 lorries are counted"))
        self.assertEqual((event["evidence"][0]["sentence"], statement["evidence"][0]["sentence"]), (0, 2))

    def test_an_event_in_full(self):
        event = self.records(ACTORS + CLOSED + """  contexts: [economic]
  date: 2014-03-03 on Monday
  place: {name: Osh, country: KGZ, text: Osh}
  n: {killed: 2, amount: 1.5, currency: USD}
""")[0]
        self.assertEqual(list(event), [
            "kind", "id", "article", "published", "type", "mode", "contexts", "cameo", "quad", "goldstein", "score",
            "actor", "recipient", "reciprocal", "others", "date", "place", "status", "attributed_to", "magnitude",
            "evidence", "confidence", "why", "engine"])
        self.assertEqual((event["id"], event["type"], event["mode"], event["cameo"]),
                         ("dev-quarrel-e1", "SANCTION", "discontinue", "160"))
        self.assertEqual((event["quad"], event["score"], event["published"]), (4, -6.0, "2014-03-05"))
        self.assertEqual(event["date"], {"from": "2014-03-03", "to": "2014-03-03", "text": "on Monday",
                                         "precision": "day"})
        self.assertEqual(event["magnitude"]["killed"], 2)
        self.assertIsNone(event["magnitude"]["wounded"])
        self.assertEqual([actor["via"] for actor in event["actor"] + event["recipient"]], ["name", "nationality"])

    def test_the_article_s_date_stands_in(self):
        status = lambda word: self.records(ACTORS + CLOSED + f"  status: {word}\n")[0]["date"]
        self.assertEqual(status("negated"), {"from": "2014-03-05", "to": "2014-03-05", "text": None,
                                             "precision": "day"})
        self.assertIsNone(status("future"))
        self.assertIsNone(self.records(ACTORS + CLOSED + "  date: none\n")[0]["date"])
        self.article(TEXT, head="Title: A made-up quarrel\n\n")
        event = self.records(ACTORS + CLOSED)[0]
        self.assertEqual((event["date"], event["published"]), (None, None))

    def test_a_joint_act_by_one_mention(self):
        event = self.records(ACTORS + """records:
- event: CONSULT
  cameo: 040
  joint: [kaz, kgz]
  text: Its ministers
  ev: met the Kyrgyz ministers
""")[0]
        self.assertTrue(event["reciprocal"])
        self.assertEqual([(actor["code"], actor["text"]) for actor in event["actor"]],
                         [("KAZ", "Its ministers"), ("KGZ", "Its ministers")])
        self.assertEqual(event["recipient"], [])

    def test_places_of_a_mention(self):
        def recipient(words, evidence):
            return self.records(ACTORS + f"records:\n- event: SUPPORT\n  cameo: 050\n  ev: {evidence}\n"
                                         f"  to: {{kgz: {words}}}\n  actor: {{kaz: Kazakhstan}}\n")[0]["recipient"][0]
        first, second, third = (TEXT.find("Kyrgyz"), TEXT.find("the Kyrgyz m") + 4, TEXT.find("Kyrgyz side"))
        self.assertEqual(recipient("Kyrgyz", "fired first")["start"], third)  # its sentence
        self.assertEqual(recipient("Kyrgyz", "in Osh")["start"], second)
        self.assertEqual(recipient("Kyrgyz", "We shall open it")["start"], second)  # backwards
        self.assertEqual(recipient("Kyrgyz @1", "fired first")["start"], first)
        self.assertEqual(recipient("Kyrgyz @3 ~title", "in Osh")["via"], "title")
        self.assertEqual(recipient("Bishkek", "in Osh")["via"], "capital")  # ahead, for want of another

    def test_a_statement(self):
        statement, event = self.records(ACTORS + NAZAR + "records:\n" + SAID + """- event: ASSAULT/firearms
  cameo: 193
  actor: {kgz: the Kyrgyz side}
  to: {kaz: He ~description}
  ev: the Kyrgyz side had fired first
  by: s1
""")
        self.assertEqual(statement["evidence"][0]["text"], "He said that the Kyrgyz side had fired first")
        self.assertEqual(statement["cue"]["lemma"], "say")
        self.assertEqual(statement["speaker"]["via"], "pronoun")
        self.assertEqual(TEXT[statement["about"][0]["start"]:][:11], "Kyrgyz side")
        self.assertEqual(event["attributed_to"], statement["id"])

    def test_a_speaker_of_another_sentence_is_no_evidence(self):
        statement = self.records(ACTORS + "records:\n" + SAID.replace("nazar: He", "kaz: Kazakhstan"))[0]
        self.assertEqual(statement["evidence"][0]["text"], "said that the Kyrgyz side had fired first")

    def test_an_agreement(self):
        agreement = self.records(ACTORS + """records:
- agreement: a1
  form: accord
  parties: {kaz: Kazakhstan, kgz: Kyrgyz}
  brokers:
  status: agreed
  ev: met the Kyrgyz ministers
  provisions:
  - {type: transit, obligation: binding, text: We shall open it, from: [kaz], to: [kgz], conditions: [are counted]}
  - {type: other, obligation: intent, text: fired first}
  - {type: other, obligation: intent, text: told reporters, from: {kaz: President Nursultan Nazarbayev}}
""")[0]
        first, second, third = agreement["provisions"]
        self.assertEqual([actor["code"] for actor in first["from"] + first["to"]], ["KAZ", "KGZ"])
        self.assertEqual(first["conditions"][0]["text"], "are counted")
        self.assertEqual(second["from"], agreement["parties"])
        self.assertEqual(second["to"], agreement["parties"])
        self.assertEqual(([actor["text"] for actor in third["from"]], third["to"]),
                         (["President Nursultan Nazarbayev"], []))
        self.assertEqual((agreement["title"], agreement["brokers"], agreement["date"]), (None, [], None))

    def test_a_relation_and_a_dispute(self):
        relation, statement, dispute = self.records("issues: {shots: who fired first}\n" + ACTORS + NAZAR + """records:
- relation: rivalry
  a: {kaz: Kazakhstan}
  b: {kgz: Kyrgyz}
  since: 1991
  trend: steady
  ev: closed its border
""" + SAID + "  issue: shots\n" + """- dispute: shots
  sides: [s1, {narrator: Bishkek denied that, stance: denies}]
""")
        self.assertEqual(relation["since"], {"from": "1991-01-01", "to": "1991-12-31", "text": None,
                                             "precision": "year"})
        self.assertEqual((relation["directed"], relation["negated"], relation["until"]), (False, False, None))
        self.assertEqual(dispute["issue"], {"id": None, "label": "who fired first"})
        self.assertEqual([side["statement"] for side in dispute["sides"]], [statement["id"], None])
        self.assertEqual([part["text"] for part in dispute["evidence"]],
                         [statement["evidence"][0]["text"], "Bishkek denied that"])

    def test_no_records(self):
        self.assertEqual(self.records("records: []\n"), [])

    def test_the_same_bytes_again(self):
        path = self.folder / "records/dev-quarrel.jsonl"
        self.records(ACTORS + CLOSED)
        first = path.read_bytes()
        self.records(ACTORS + CLOSED)
        self.assertEqual(path.read_bytes(), first)
        self.assertEqual(self.run_compiler("--check")[0], 0)
        path.write_bytes(first.replace(b"KGZ", b"KAZ"))
        code, _, errors = self.run_compiler("--check")
        self.assertEqual(code, 1)
        self.assertIn("dev-quarrel.jsonl:1: is not what the sheet gives", errors)
        self.assertNotEqual(path.read_bytes(), first)  # a check writes nothing

    def test_counts(self):
        self.records(ACTORS + CLOSED)
        code, output, _ = self.run_compiler("--counts", "quar")
        self.assertEqual(code, 0)
        for name, number in (("SANCTION/discontinue", 1), ("ASSAULT/drone", 0), ("nationality", 1), ("dev", 1)):
            self.assertRegex(output, rf"(?m)^  {name} +{number}$")
        self.assertEqual(self.run_compiler("--counts", "test")[0], 2)
        output = self.run_compiler("--counts", "--markdown")[1]
        self.assertRegex(output, r"(?m)^\| records \| event 1, statement 0, .*\|$")

    def test_what_the_corpus_is_short_of(self):
        found = {"articles": {"all": 3, "empty": 0}, "events by type": {"AID": 2, "COERCE": 5}}
        targets = [("articles", "all", 3), ("events by type", "*", 4)]
        self.assertEqual(short_of(found, targets), {("events by type", "AID"): 4})


class MistakesTest(CompileTest):
    def test_all_are_told_at_once(self):
        found = self.mistakes(ACTORS + CLOSED.replace("discontinue", "discontinued").replace("160", "999"))
        self.assertEqual([line for line, _ in found], [5, 6])

    def test_quotations(self):
        self.expect(ACTORS + CLOSED.replace("its border to", "its borders to"), 7,
                    "the nearest is 'Kazakhstan closed its border to Kyrgyz lorries on Monday'")
        self.expect(ACTORS + CLOSED.replace("to: {kgz: Kyrgyz}", "to: {kgz: Kyrg}"), 9, "only inside a word")
        self.expect(ACTORS + CLOSED.replace("on Monday\n", "on Mon\n"), 7, "only inside a word")
        self.expect(ACTORS + CLOSED + "  date: 2014-03-03 on Sunday\n", 10, "'on Sunday' does not stand")
        self.expect(ACTORS + CLOSED.replace("Kazakhstan closed its border to Kyrgyz lorries on Monday", "Kyrgyz"), 7,
                    "stands 3 times")
        self.expect(ACTORS + CLOSED.replace("ev: Kazakhstan closed its border to Kyrgyz lorries on Monday",
                                            "ev: Kyrgyz @4"), 7, "@4")
        self.expect(ACTORS + CLOSED.replace("closed its border to Kyrgyz lorries on Monday", "closed ... Astana"), 7,
                    "'Astana' does not stand")
        self.expect(ACTORS + CLOSED.replace("on Monday", "... Zürich"), 7, "does not stand after")

    def test_words_of_the_tables(self):
        for old, new, line, words in (
                ("SANCTION/discontinue", "SANKTION", 5, "no type 'SANKTION'"),
                ("SANCTION/discontinue", "SANCTION/drone", 5, "no mode 'drone'"),
                ("160", "172", 6, "does not fit SANCTION"),
                ("code: KGZ", "code: KYR", 3, "'KYR'"),
                ("sector: GOV, type: state}\n  kgz", "sector: GOVT, type: state}\n  kgz", 2, "did you mean 'GOV'"),
                ("{kgz: Kyrgyz}", "{kgz: Kyrgyz ~noun}", 9, "~noun"),
                ("  cameo", "  status: done\n  cameo", 6, "'done' is not known"),
                ("  cameo", "  contexts: [money]\n  cameo", 6, "'money' is not known"),
                ("  cameo", "  n: {killed: two}\n  cameo", 6, "digits"),
                ("  cameo", "  others: {friend: {kgz: Kyrgyz}}\n  cameo", 6, "'friend' is not known"),
                ("  cameo", "  place: {name: Osh, country: KY}\n  cameo", 6, "'KY'"),
                ("  cameo", "  actors: x\n  cameo", 6, "did you mean 'actor'")):
            with self.subTest(new):
                self.expect((ACTORS + CLOSED).replace(old, new), line, words)

    def test_keys(self):
        self.expect(ACTORS + CLOSED.replace("to: {kgz", "to: {kyr").replace("actor: {kaz: Kazakhstan}",
                    "actor: {kaz: Kazakhstan, kgz: Kyrgyz}"), 9, "no actor 'kyr'")
        self.expect(ACTORS + NAZAR + CLOSED, 4, "'nazar' is in no record")
        self.expect("issues: {a: b}\n" + ACTORS + CLOSED, 1, "'a' is in no record")
        self.expect(ACTORS + CLOSED + "  to: {kaz: Kazakhstan}\n", 10, "the key 'to' stands twice")
        self.expect(ACTORS + CLOSED + "  by: s7\n", 5, "no statement 's7'")
        self.expect(ACTORS + CLOSED.replace("  cameo: 160\n", ""), 5, "'cameo' is missing")
        self.expect(ACTORS + CLOSED.replace("{kgz: Kyrgyz}", "{kgz: Kyrgyz, kaz}"), 9, "words with a comma need quotes")
        self.expect(ACTORS + CLOSED + "  text: lorries\n", 10, "belongs to a list of keys")
        self.expect("- a\n", 1, "expected 'key: value'")
        self.expect("records: [\n", 2, "not YAML")

    def test_dates(self):
        self.expect(ACTORS + CLOSED + "  date: 2014-02-29 on Monday\n", 10, "no calendar has '2014-02-29'")

    def test_attribution(self):
        event = """- event: ASSAULT
  cameo: 190
  actor: {kgz: the Kyrgyz side}
  to: {kaz: Kazakhstan}
  ev: the Kyrgyz side had fired first
"""
        self.expect(ACTORS + NAZAR + "records:\n" + SAID + event, 13, "write 'by: s1', or 'by: none'")
        free = self.records(ACTORS + NAZAR + "records:\n" + SAID + event + "  by: none\n")
        self.assertIsNone(free[1]["attributed_to"])

    def test_disputes(self):
        sheet = "issues: {shots: who fired first}\n" + ACTORS + "records:\n" + SAID.replace("nazar", "kaz")
        sheet += "- dispute: shots\n  sides: "
        self.expect(sheet + "[s1]\n", 14, "two sides")
        self.expect(sheet + "[s1, s1]\n", 14, "one speaker with one stance")
        self.expect(sheet + "[s1, s2]\n", 14, "no statement 's2'")

    def test_articles(self):
        for text, head, words in (("Short.", HEAD, "the text has 1 words"), (TEXT, "Title: a\nDate: 2014-13-01\n\n",
                                  "no calendar has '2014-13-01'"), (TEXT, "Date: 2014-03-05\n\n", "no title"),
                                  (TEXT + " ", HEAD, "blanks at a line's end"), (TEXT, "Title: a\nAuthor: b\n\n",
                                  "expected one each of"), (TEXT + "\n", HEAD, "one line end")):
            with self.subTest(words):
                self.article(text, head=head)
                self.sheet("records: []\n")
                code, _, errors = self.run_compiler()
                self.assertEqual(code, 1)
                self.assertIn(words, errors)

    def test_what_has_no_counterpart(self):
        self.sheet("records: []\n", "dev-other")
        (self.folder / "records/dev-old.jsonl").write_text("")
        code, _, errors = self.run_compiler()
        self.assertEqual(code, 1)
        for words in ("dev-quarrel.txt:1: has no sheet", "dev-other.yaml:1: no article",
                      "dev-old.jsonl:1: the records have no sheet"):
            self.assertIn(words, errors)
        self.assertEqual(self.run_compiler("dev-nowhere")[0], 2)


class PiecesTest(unittest.TestCase):
    def test_dates(self):
        for written, expected in (
                ("2014-03-05", ("2014-03-05", "2014-03-05", "day", "")),
                ("2012-02 in February", ("2012-02-01", "2012-02-29", "month", "in February")),
                ("2014", ("2014-01-01", "2014-12-31", "year", "")),
                ("2014-03-03..2014-03-09 last week", ("2014-03-03", "2014-03-09", "week", "last week")),
                ("2014-03-03..2014-03-08", ("2014-03-03", "2014-03-08", "day", "")),
                ("2013..2014-03", ("2013-01-01", "2014-03-31", "year", "")),
                ("2014-03-05.. since Wednesday", ("2014-03-05", None, "open", "since Wednesday")),
                ("..2014-03", (None, "2014-03-31", "open", "")),
                ("open in spring", (None, None, "open", "in spring"))):
            self.assertEqual(parse_date(written), expected)
        for wrong in ("2014-02-29", "2014-13", "0000", "Monday", "2014-3-5", "..", "open", "2014-03..2014-02", ""):
            with self.assertRaises(ValueError, msg=wrong):
                parse_date(wrong)

    def test_via(self):
        state = {"name": "Kazakhstan", "also": [], "code": "KAZ", "type": "state"}
        person = {"name": "Nursultan Nazarbayev", "also": ["Elbasy"], "code": "KAZ", "type": "person"}
        union = {"name": "European Union", "also": [], "code": "IGOEEC", "type": "organisation"}
        for words, actor, via in (
                ("they", state, "pronoun"), ("Kazakhstan's government", state, "name"), ("Astana", state, "capital"),
                ("the Kazakhs", state, "nationality"), ("the president", person, "title"),
                ("President Nazarbayev", person, "name"), ("Elbasy", person, "name"), ("EU", union, "name"),
                ("Brussels", union, "capital"), ("its northern neighbour", state, "description")):
            self.assertEqual(via_of(words, actor, TABLES), via, words)

    def test_marks(self):
        self.assertEqual(cut_marks("he @2 ~pronoun"), ("he", 2, "pronoun"))
        self.assertEqual(cut_marks("he ~pronoun @2"), ("he", 2, "pronoun"))
        self.assertEqual(cut_marks("the 2nd man"), ("the 2nd man", None, None))

    def test_sentences(self):
        text = ("Mr. Smith met J. Doe of the U.S. embassy at 3.5 km. “Who?” he asked. “Yes.” It ended at 5 p.m. "
                "The end\n\na new paragraph")
        article = Article("dev-x", "Title: x\n\n" + text + "\n")
        article.split_sentences(TABLES)
        self.assertEqual([text[start:end] for start, end in article.sentences], [
            "Mr. Smith met J. Doe of the U.S. embassy at 3.5 km.", "“Who?” he asked.", "“Yes.”", "It ended at 5 p.m.",
            "The end", "a new paragraph"])

    def test_roots(self):
        for kind, code, fits in (("ASSAULT", "190", True), ("ASSAULT", "191", False), ("ASSAULT", "1712", True),
                                 ("COERCE", "175", False), ("COERCE", "192", True), ("COERCE", "1711", True),
                                 ("CONCEDE", "0354", True), ("SUPPORT", "018", True), ("REJECT", "016", True),
                                 ("SANCTION", "116", True), ("SUPPORT", "017", False)):
            self.assertEqual(TABLES.fits(kind, code), fits, (kind, code))

    def test_lemmas(self):
        for word, lemma in (("said", "say"), ("told", "tell"), ("denies", "deny"), ("declared", "declare"),
                            ("insisted", "insist"), ("admitted", "admit"), ("warned of", "warn of"),
                            ("according to", "accord to"), ("stressing", "stress"), ("promises", "promise")):
            self.assertEqual(lemma_of(word), lemma)


if __name__ == "__main__":
    unittest.main()
