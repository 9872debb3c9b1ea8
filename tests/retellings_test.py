#!/usr/bin/env python3
"""The made corpus of retellings (bench/retellings.py) and the score of joined events (bench/retellings_score.py)."""

import collections
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

BENCH = Path(__file__).resolve().parent.parent / "bench"
sys.path.insert(0, str(BENCH))
import retellings_score as scoring  # noqa: E402


def telling(article, event, start=0, end=10, manner="original", types=("ASSAULT",), **facts):
    row = {"article": article, "event": event, "start": start, "end": end, "telling": manner, "types": list(types), "kind": "shelling",
           "day": "2021-03-01", "parties": ["ARM", "AZE"], "directed": True, "place": "Goris"}
    return {**row, **facts}


def ledger(*events):
    """(id, type, (article, start, end)...) -> what read_ledger gives"""
    mentions = collections.defaultdict(list)
    for name, kind, *places in events:
        for article, start, end in places:
            mentions[article].append((start, end, kind, name))
    return mentions


def scored(tellings, mentions):
    return {row["name"]: row for row in scoring.score(tellings, mentions)}


# Two events, three and two tellings: four pairs to be found.
TELLINGS = [telling("a", "x"), telling("b", "x", manner="copy"), telling("c", "x", manner="paraphrase"),
            telling("a", "y", 20, 30, day="2021-03-02"), telling("b", "y", 20, 30, manner="background", day="2021-03-02")]


class ScoreTest(unittest.TestCase):
    def test_perfect(self):
        rows = scored(TELLINGS, ledger(("1", "ASSAULT", ("a", 0, 9), ("b", 1, 10), ("c", 0, 10)), ("2", "ASSAULT", ("a", 20, 30), ("b", 20, 30))))
        self.assertEqual((rows["pairs/all"]["precision"], rows["pairs/all"]["recall"], rows["pairs/all"]["f1"]), (1, 1, 1))
        self.assertEqual(rows["pairs/all"]["pairs_told"], 4)
        self.assertEqual(rows["tellings"]["coverage"], 1)
        self.assertFalse([name for name in rows if name.startswith("wrong/")])

    def test_all_joined(self):
        rows = scored(TELLINGS, ledger(("1", "ASSAULT", ("a", 0, 30), ("b", 0, 30), ("c", 0, 30))))
        self.assertEqual(rows["pairs/all"]["recall"], 1)
        self.assertEqual(rows["pairs/all"]["precision"], 0.4)  # 4 of 10
        self.assertEqual(rows["wrong/next day"]["pairs"], 6)

    def test_all_apart(self):
        mentions = ledger(*((str(n), "ASSAULT", (t["article"], t["start"], t["end"])) for n, t in enumerate(TELLINGS)))
        rows = scored(TELLINGS, mentions)
        self.assertEqual((rows["pairs/all"]["pairs_joined"], rows["pairs/all"]["recall"], rows["pairs/all"]["f1"]), (0, 0, 0))

    def test_a_telling_without_a_record_loses_its_pairs(self):
        rows = scored(TELLINGS, ledger(("1", "ASSAULT", ("a", 0, 10), ("b", 0, 10)), ("2", "ASSAULT", ("a", 20, 30), ("b", 20, 30))))
        self.assertEqual((rows["tellings"]["covered"], rows["tellings"]["told"]), (4, 5))
        self.assertEqual((rows["pairs/all"]["precision"], rows["pairs/all"]["recall"]), (1, 0.5))
        self.assertEqual((rows["pairs/covered"]["recall"], rows["pairs/covered"]["pairs_told"]), (1, 2))

    def test_two_that_nothing_covers_are_not_joined(self):
        self.assertEqual(scored(TELLINGS, ledger())["pairs/all"]["pairs_right"], 0)

    def test_recall_by_kind_of_retelling(self):
        rows = scored(TELLINGS, ledger(("1", "ASSAULT", ("a", 0, 10), ("b", 0, 10)), ("2", "ASSAULT", ("a", 20, 30), ("b", 20, 30))))
        self.assertEqual((rows["recall/copy"]["recall"], rows["recall/paraphrase"]["recall"], rows["recall/background"]["recall"]), (1, 0, 1))
        self.assertEqual(rows["recall/paraphrase"]["pairs_told"], 2)

    def test_an_acceptable_type_goes_before_a_longer_overlap(self):
        mentions = ledger(("long", "CONSULT", ("a", 0, 10)), ("right", "ASSAULT", ("a", 8, 12)))
        self.assertEqual(scoring.ledger_event(telling("a", "x"), mentions), "right")

    def test_the_longest_overlap_then_the_shortest_span(self):
        mentions = ledger(("wide", "ASSAULT", ("a", 0, 50)), ("close", "ASSAULT", ("a", 0, 10)), ("little", "ASSAULT", ("a", 0, 5)))
        self.assertEqual(scoring.ledger_event(telling("a", "x"), mentions), "close")

    def test_spans_that_only_touch_do_not_overlap(self):
        self.assertIsNone(scoring.ledger_event(telling("a", "x", 0, 10), ledger(("1", "ASSAULT", ("a", 10, 20)))))

    def test_what_two_events_differ_in(self):
        base = telling("a", "x")
        cases = {
            "other place, same day": {"place": "Kapan"},
            "other direction": {"parties": ["AZE", "ARM"]},
            "other act, same day": {"kind": "deploy"},
            "other act, other day": {"kind": "deploy", "day": "2021-03-09"},
            "other dyad": {"parties": ["RUS", "UKR"]},
            "other dyad and act": {"parties": ["RUS", "UKR"], "kind": "deploy"},
            "next day": {"day": "2021-02-28"},
            "second round": {"day": "2021-03-08"},
            "anniversary": {"day": "2020-03-01"},
            "same day, other matter": {},
        }
        for name, facts in cases.items():
            self.assertEqual(scoring.difference(base, {**base, **facts}), name)


class CorpusTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.make("one", "--seed", "7")
        cls.articles = {row["id"]: row for row in cls.rows("one", "articles.jsonl")}
        cls.gold = cls.rows("one", "gold.jsonl")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def make(cls, name, *arguments):
        command = [sys.executable, BENCH / "retellings.py", Path(cls.folder.name, name), "--articles", "400", *arguments]
        subprocess.run(command, check=True, timeout=120)

    @classmethod
    def rows(cls, name, file):
        return [json.loads(line) for line in Path(cls.folder.name, name, file).read_text(encoding="utf-8").splitlines()]

    def test_the_same_seed_gives_the_same_bytes(self):
        self.make("again", "--seed", "7")
        self.make("other", "--seed", "8")
        for file in ("articles.jsonl", "gold.jsonl"):
            one, again, other = (Path(self.folder.name, name, file).read_bytes() for name in ("one", "again", "other"))
            self.assertEqual(one, again)
            self.assertNotEqual(one, other)

    def test_articles_are_whole(self):
        self.assertEqual(len(self.articles), 400)
        for row in self.articles.values():
            self.assertEqual(set(row), {"id", "text", "title", "published", "publisher", "url"})
            self.assertNotRegex(row["text"] + row["title"], r"[{}\[\]]|\.\.|  | [,.]|,\.")
            self.assertNotRegex(row["text"], r"\ba (Armenian|Azer|Indian|Iranian|Israeli|Ethiop|Afghan|old|hour)|\ban (Ukrainian|UN|EU|Russian)\b")

    def test_gold_quotes_its_article(self):
        for row in self.gold:
            self.assertEqual(self.articles[row["article"]]["text"][row["start"]:row["end"]], row["text"])

    def test_four_in_ten_articles_retell(self):
        firsts = {row["event"]: row["article"] for row in self.gold if row["telling"] == "original"}
        anniversaries = {row["event"] for row in self.gold if (row["distractor"] or {}).get("kind") == "anniversary"}
        retold = {row["article"] for row in self.gold if row["telling"] != "original" and row["event"] not in anniversaries}
        self.assertAlmostEqual(len(retold) / len(self.articles), 0.4, delta=0.01)
        for row in self.gold:
            self.assertTrue(row["event"] in firsts or row["event"] in anniversaries)

    def test_one_event_is_one_set_of_facts(self):
        facts = {}
        for row in self.gold:
            key = (row["kind"], row["day"], tuple(row["parties"]), row["place"])
            self.assertEqual(facts.setdefault(row["event"], key), key)

    def test_every_kind_of_distractor_occurs(self):
        kinds = {row["distractor"]["kind"] for row in self.gold if row["distractor"]}
        self.assertEqual(kinds, {"next_day", "other_town", "other_act", "other_dyad", "reversed", "second_round", "anniversary"})


if __name__ == "__main__":
    unittest.main()
