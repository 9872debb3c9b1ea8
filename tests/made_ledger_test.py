#!/usr/bin/env python3
"""The made ledger (bench/made_ledger.py): the same bytes by seed, spans and ids that hold, the skew that it promises."""

import collections
import json
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parent.parent / "bench" / "made_ledger.py"
EVENTS = 6000


def objects(value):
    if isinstance(value, dict):
        yield value
        for member in value.values():
            yield from objects(member)
    elif isinstance(value, list):
        for member in value:
            yield from objects(member)


class MadeLedgerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.bytes, cls.summary = cls.make("one")
        cls.articles = [json.loads(line) for line in cls.bytes.decode().splitlines()]
        cls.records = [record for article in cls.articles for record in article["records"]]

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @classmethod
    def make(cls, name, *arguments):
        path = Path(cls.folder.name, name)
        done = subprocess.run([sys.executable, SCRIPT, path, "--events", str(EVENTS), *arguments], check=True, capture_output=True, timeout=120)
        return path.read_bytes(), json.loads(done.stderr)

    def test_the_same_seed_gives_the_same_bytes(self):
        self.assertEqual(self.make("again")[0], self.bytes)
        self.assertNotEqual(self.make("other", "--seed", "2")[0], self.bytes)

    def test_counts(self):
        self.assertEqual(self.summary["events"], EVENTS)
        self.assertEqual(self.summary["articles"], len(self.articles))
        self.assertEqual(self.summary["records"], len(self.records))
        events = sum(record["kind"] == "event" for record in self.records)
        self.assertEqual(self.summary["event_records"], events)
        # Of so few a day, some have no like of late to be told again.
        self.assertAlmostEqual(1 - EVENTS / events, 0.25, delta=0.05)

    def test_articles_stand_by_day_and_records_name_theirs(self):
        days = [row["article"]["published"] for row in self.articles]
        self.assertEqual(days, sorted(days))
        for row in self.articles:
            for record in row["records"]:
                self.assertEqual((record["article"], record["published"]), (row["article"]["id"], row["article"]["published"]))

    def test_ids_are_unique(self):
        self.assertEqual(len({record["id"] for record in self.records}), len(self.records))
        self.assertEqual(len({row["article"]["id"] for row in self.articles}), len(self.articles))

    def test_spans_lie_in_the_article_and_evidence_quotes(self):
        for row in self.articles:
            for record in row["records"]:
                first = record["evidence"][0]
                self.assertEqual(first["end"] - first["start"], len(first["text"]))
                for part in objects(record):
                    if "start" in part:
                        self.assertTrue(0 <= part["start"] < part["end"] <= row["article"]["length"], record)
                content = record.get("content")
                if content and first["start"] <= content["start"] and content["end"] <= first["end"]:
                    quoted = first["text"][content["start"] - first["start"] : content["end"] - first["start"]]
                    self.assertEqual(quoted, content["text"])

    def test_references_name_statements_of_the_article(self):
        for row in self.articles:
            statements = {record["id"] for record in row["records"] if record["kind"] == "statement"}
            for record in row["records"]:
                for part in objects(record):
                    for key in ("attributed_to", "statement"):
                        self.assertTrue(part.get(key) is None or part[key] in statements, record)

    def test_few_pairs_have_much_of_the_news(self):
        pairs = collections.Counter()
        for record in self.records:
            if record["kind"] == "event":
                codes = {actor["code"] for actor in record["actor"] + record["recipient"]}
                pairs[tuple(sorted(map(str, codes)))] += 1
        shares = [count / sum(pairs.values()) for _, count in pairs.most_common()]
        self.assertGreater(shares[0], 0.02)
        self.assertLess(shares[0], 0.15)
        self.assertGreater(len(pairs), 500)


if __name__ == "__main__":
    unittest.main()
