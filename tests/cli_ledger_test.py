#!/usr/bin/env python3
"""Questions to a ledger, from outside."""
import csv
import io
import json
import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

from cli_command import MODELS, check_lines, main, records, run

os.environ["ENTENTE_MODEL"] = str(MODELS)

ARTICLES = [
    ("a-1", "2024-03-06", "Northern Wire",
     "The foreign minister of Norway visited Sweden on Monday. She met the Swedish prime minister in Stockholm and the two "
     "governments signed a trade agreement."),
    ("a-2", "2024-03-07", "Southern Post",
     "Norway and Sweden signed a trade agreement in Stockholm on Monday. The prime minister of Sweden said the agreement "
     "would lower tariffs on fish."),
    ("a-3", "2024-05-20", "Northern Wire",
     "Russia shelled a village in Ukraine on Sunday. Ukraine said the attack had killed three people. Russia denied that "
     "it had attacked the village."),
]


class LedgerTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="entente-ledger-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        lines = [json.dumps({"id": i, "published": day, "publisher": publisher, "text": text})
                 for i, day, publisher, text in ARTICLES]
        cls.articles = cls.folder / "articles.jsonl"
        cls.articles.write_text("\n".join(lines) + "\n", encoding="utf-8")
        cls.ledger = cls.folder / "ledger.db"
        cls.bare = cls.folder / "bare.db"
        for ledger, flags in ((cls.ledger, []), (cls.bare, ["--no-text"])):
            code, _, errors = run("ingest", "--progress", "never", *flags, ledger, cls.articles)
            if code != 0:
                raise AssertionError(errors)

    def ask(self, command, *arguments, ledger=None, expect=0):
        code, out, errors = run(command, ledger or self.ledger, *arguments)
        self.assertEqual(code, expect, errors)
        return out if expect == 0 else errors

    def test_events_by_who_and_when(self):
        events = records(self.ask("events"))
        self.assertTrue(events)
        self.assertTrue(all(event["kind"] == "event" for event in events))
        attacks = records(self.ask("events", "--actor", "RUS", "--recipient", "UKR"))
        self.assertEqual({event["quad"] for event in attacks if event["type"] != "REJECT"}, {4})
        self.assertEqual(self.ask("events", "--actor", "RUS", "--until", "2024-04"), "")
        named = records(self.ask("events", "--party", "NOR,SWE", "--since", "2024-03", "--until", "2024-03-31"))
        self.assertTrue(named)
        self.assertLess(len(named), len(events))

    def test_a_table_says_how_many_and_each_id_can_be_shown(self):
        table = self.ask("events", "--format", "table", "--limit", "1")
        self.assertRegex(table, r"1 of \d+ events \(--limit 0 shows all\)\n$")
        self.assertLessEqual(max(map(len, table.splitlines())), 80)
        account = re.search(r"le_[0-9a-f]{16}", table).group()
        shown = self.ask("show", account)
        self.assertIn(account, shown)
        self.assertIn("^^^", shown)
        self.assertIn("engine", shown)
        record = re.search(r"ev_[0-9a-f]{16}", shown).group()
        self.assertEqual(self.ask("show", record), shown)

    def test_every_list_has_its_table(self):
        for command in ("events", "statements", "agreements", "relations", "disputes"):
            table = self.ask(command, "--format", "table")
            self.assertRegex(table, rf"(\d+ {command[:-1]}s?|no {command} found)\n$")
            self.assertLessEqual(max(map(len, table.splitlines())), 80, table)
            self.assertEqual(table, self.ask(command, "--format", "table", "--limit", "0"))

    def test_csv_has_the_rows_of_json(self):
        for command in ("events", "statements"):
            rows = list(csv.DictReader(io.StringIO(self.ask(command, "--format", "csv"))))
            self.assertEqual([row["id"] for row in rows], [line["id"] for line in records(self.ask(command))])

    def test_what_is_written_follows_the_schema(self):
        for ledger in (self.ledger, self.bare):
            for kind in ("events", "statements", "agreements", "relations", "disputes"):
                if kind != "relations":  # which these articles do not tell
                    check_lines("ledger", records(self.ask("export", "--format", "jsonl", "--kind", kind, ledger=ledger)))

    def test_an_export_writes_over_files_alone(self):
        target = self.folder / "events.csv"
        self.ask("export", "--output", target)
        once = target.read_text(encoding="utf-8")
        self.assertIn("already", self.ask("export", "--output", target, expect=2))
        self.ask("export", "--output", target, "--force")
        self.assertEqual(target.read_text(encoding="utf-8"), once)
        pipe, link = self.folder / "pipe", self.folder / "link"
        os.mkfifo(pipe)
        link.symlink_to(target)
        for other in (pipe, link, self.folder, self.ledger):
            self.ask("export", "--output", other, "--force", expect=2)
        self.assertEqual(target.read_text(encoding="utf-8"), once)
        self.assertEqual(list(self.folder.glob("*.part*")), [])
        self.ask("export", "--output", self.folder / "no" / "where.csv", expect=5)

    def test_undated_news_is_of_the_day_of_its_first_copy(self):
        text = "Russia accused Ukraine of shelling Belgorod. Officials gave no further details and did not take questions."
        copies = self.folder / "copies.jsonl"
        days = ["2021-03-06", "2020-03-01", "2023-03-08"]
        lines = [json.dumps({"id": f"c-{day}", "published": day, "publisher": day, "text": text}) for day in days]
        copies.write_text("\n".join(lines) + "\n", encoding="utf-8")
        ledger = self.folder / "copies.db"
        self.assertEqual(run("ingest", "--progress", "never", ledger, copies)[0], 0)
        events = records(self.ask("events", "--type", "ACCUSE", ledger=ledger))
        self.assertEqual([(event["date"]["from"], event["articles"], event["sources"]) for event in events],
                         [("2020-03-01", 3, 1)])

    def test_flags_of_several_values_may_stand_before_the_ledger(self):
        for command in ("events --party NOR,SWE", "events --quad 1,2", "events --quad 1 --quad 2", "events --status actual",
                        "export --status actual,historical", "export --status actual --status historical"):
            command = command.split()
            more = ("--limit", "5") if command[0] == "events" else ("--kind", "events")
            before = run(*command, self.ledger, *more)
            self.assertEqual((before[0], before[2]), (0, ""), command)
            self.assertGreater(len(before[1].splitlines()), 1)
            self.assertEqual(run(command[0], self.ledger, *command[1:], *more), before)

    def test_values_that_no_event_has_are_told(self):
        for flags in (("--type", "CONSULTT"), ("--country", "ukr"), ("--quad", "5"), ("--status", "done")):
            self.ask("events", *flags, expect=2)
        self.ask("dyad", "RUS", "UKR", "--type", "FOO", expect=2)

    def test_a_dyad_has_gaps(self):
        rows = list(csv.DictReader(io.StringIO(self.ask(
            "dyad", "NOR", "SWE", "--since", "2024-03", "--until", "2024-05", "--format", "csv"))))
        self.assertEqual([row["from"] for row in rows[::2]], ["2024-03-01", "2024-04-01", "2024-05-01"])
        self.assertGreater(int(rows[0]["events"]), 0)
        self.assertEqual((rows[2]["events"], rows[2]["share"]), ("", ""))
        self.assertEqual(rows[4]["events"], "0")
        table = self.ask("dyad", "NOR", "SWE", "--since", "2024-03", "--until", "2024-05", "--format", "table")
        self.assertIn("no data", table)
        self.assertLessEqual(max(map(len, table.splitlines())), 80)

    def test_a_dyad_fits_a_terminal_whatever_its_codes(self):
        for by in ("day", "month", "year"):
            table = self.ask("dyad", "NOR", "IGOABCDEF", "--by", by, "--since", "2024-03-01", "--until", "2024-03-10", "--format", "table")
            self.assertLessEqual(max(map(len, table.splitlines())), 80)
            self.assertIn("NOR →", table)
        self.assertIn("NOR → SWE", self.ask("dyad", "NOR", "SWE", "--by", "day", "--format", "table"))

    def test_codes_that_nobody_has_are_told_where_nothing_is_found(self):
        for arguments in (["events", "--actor", "AZF", "--recipient", "SWE"], ["statements", "--speaker", "AZF"],
                          ["agreements", "--party", "AZF:GOV"], ["dyad", "NOR", "AZF"]):
            code, out, errors = run(arguments[0], self.ledger, *arguments[1:])
            self.assertEqual((code, out), (0, ""))
            self.assertEqual(errors, "entente: no state, organisation or group has the code 'AZF'\n")
        self.assertEqual(run("events", self.ledger, "--actor", "AZE"), (0, "", ""))  # known, and not in the ledger

    def test_search(self):
        hits = records(self.ask("search", "\"trade agreement\" signed"))
        self.assertEqual({hit["id"] for hit in hits if hit["kind"] == "article"}, {"a-1", "a-2"})
        self.assertIn("[", hits[0]["snippet"])
        self.assertEqual(records(self.ask("search", "signed", "\"trade agreement\"")), hits)  # in words of their own
        self.assertIn("nothing found", self.ask("search", "zebra", "--format", "table"))
        self.assertIn("no-text", self.ask("search", "trade", ledger=self.bare, expect=4))

    def test_without_text_the_place_of_the_words_is_told(self):
        self.assertRegex(self.ask("events", "--format", "table", ledger=self.bare), r"sentence \d+ of a-\d")

    def test_mistakes_are_told(self):
        for command, arguments in (("events", ["--since", "yesterday"]), ("events", ["--status", "done"]),
                                   ("events", ["--type", "talks"]), ("events", ["--party", "AZE:"]),
                                   ("dyad", ["Norway", "SWE"]), ("show", ["le_0000000000000000"]), ("show", ["x"]),
                                   ("statements", ["--stance", "shrugs"])):
            errors = self.ask(command, *arguments, expect=2)
            self.assertTrue(errors.startswith("entente: "), errors)
            self.assertEqual(errors.count("\n"), 1, errors)
        self.assertIn("not a ledger", self.ask("events", ledger=self.articles, expect=4))
        self.ask("events", ledger=self.folder / "none.db", expect=4)
        self.assertFalse((self.folder / "none.db").exists())


if __name__ == "__main__":
    main()
