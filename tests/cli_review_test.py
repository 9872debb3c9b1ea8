#!/usr/bin/env python3
"""Reviews of a ledger on a terminal and by a table, and what differs between two ledgers, from outside."""
import csv
import fcntl
import io
import os
import pty
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import unittest
from pathlib import Path

from cli_command import MODELS, PROGRAM, PROTEST, VISIT, CommandTest, check_lines, main, records, run

os.environ["ENTENTE_MODEL"] = str(MODELS)
KNOWLEDGE = Path(__file__).resolve().parent.parent / "knowledge"


def on_terminal(arguments, answers, leave=False):
    """The command on a terminal of 80 columns, each answer given when it asks; what the screen showed, and its code.
    `leave`: the terminal goes away at the next question."""
    screen, other_end = pty.openpty()
    fcntl.ioctl(other_end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    child = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=other_end, stdout=other_end, stderr=other_end,
                             env={**os.environ, "NO_COLOR": "1", "TERM": "xterm"}, start_new_session=True)
    os.close(other_end)
    shown = b""

    def read(until):
        nonlocal shown
        from_here = len(shown)
        while until not in shown[from_here:]:
            ready, _, _ = select.select([screen], [], [], 60)
            if not ready:
                raise AssertionError("nothing more came: " + shown.decode())
            try:
                part = os.read(screen, 65536)
            except OSError:  # the other end is closed
                return False
            if not part:
                return False
            shown += part
        return True

    for answer in answers:
        if not read(b" > "):
            break
        os.write(screen, answer.encode() + b"\n")
    read(b" > " if leave else b"\0")  # else all that is still to come
    if not leave:
        child.wait(timeout=60)
    os.close(screen)
    child.wait(timeout=60)
    return shown.decode().replace("\r\n", "\n"), child.returncode


class ReviewTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = Path(tempfile.mkdtemp(prefix="entente-review-"))
        cls.addClassCleanup(shutil.rmtree, cls.shared, True)
        (cls.shared / "visit.txt").write_text(VISIT, encoding="utf-8")
        (cls.shared / "protest.txt").write_text(PROTEST, encoding="utf-8")
        code, _, errors = run("ingest", "--progress", "never", cls.shared / "ledger.db", cls.shared / "visit.txt",
                              cls.shared / "protest.txt")
        if code != 0:
            raise AssertionError(errors)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="entente-review-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.ledger = self.folder / "ledger.db"
        for end in ("", "-wal", "-shm"):
            if (self.shared / f"ledger.db{end}").exists():
                shutil.copy(self.shared / f"ledger.db{end}", self.folder / f"ledger.db{end}")

    def review(self, *arguments, stdin=b"", expect=0):
        code, out, errors = run("review", self.ledger, *arguments, stdin=stdin)
        self.assertEqual(code, expect, errors)
        return out if expect == 0 else errors

    def sheet(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.review(*arguments, "--csv", "-").lstrip("\ufeff"), newline="")))

    def write(self, rows, **format_of):
        text = io.StringIO(newline="")
        writer = csv.DictWriter(text, rows[0].keys(), **format_of)
        writer.writeheader()
        writer.writerows(rows)
        path = self.folder / "answers.csv"
        path.write_text(text.getvalue(), encoding="utf-8-sig", newline="")
        return path

    def events(self, *arguments):
        code, out, errors = run("events", self.ledger, *arguments)
        self.assertEqual(code, 0, errors)
        return records(out)

    def test_on_a_terminal(self):
        before = len(self.sheet("--kind", "event"))
        screen, code = on_terminal(
            ["review", self.ledger, "--kind", "event", "--reviewer", "Ada"],
            ["x", "c", "colour", "type", "DANCE", "type", "AID", "actor", "FRA:GOV", "", "it was aid", "r", "nobody met",
             "a", "q"])
        self.assertEqual(code, 0, screen)
        for words in ("1 of ", "Expected one of the letters a, c, r, s, q.", 'No field "colour"',
                      'type "DANCE": expected ACCUSE, AGREE', "corrected, stored", "rejected, stored",
                      "accepted, stored", f"3 reviewed, 0 skipped, {before - 3} left", "^^^^", "confidence"):
            self.assertIn(words, screen)
        said = records(self.review("--list"))
        self.assertEqual([each["verdict"] for each in said], ["corrected", "rejected", "accepted"])
        self.assertEqual(said[0]["corrections"], {"type": "AID", "actor": "FRA:GOV"})
        self.assertEqual((said[0]["note"], said[0]["reviewer"]), ("it was aid", "Ada"))
        self.assertEqual(said[1]["note"], "nobody met")
        # What questions find has changed at once; as coded it has not.
        self.assertEqual(len(self.events("--type", "AID", "--actor", "FRA", "--status", "actual,future,historical")), 1)
        self.assertEqual(self.events("--type", "AID", "--actor", "FRA", "--as-coded"), [])
        self.assertEqual(len(self.sheet("--kind", "event")), before - 3)

    def test_what_is_answered_is_stored_at_once(self):
        screen, code = on_terminal(["review", self.ledger, "--reviewer", "Ada"], ["a"], leave=True)
        self.assertEqual(code, 0, screen)
        self.assertEqual(len(records(self.review("--list"))), 1)

    def test_screens_fit_80_columns(self):
        screen, _ = on_terminal(["review", self.ledger, "--reviewer", "Ada"], ["c", "", "s"] * 20)
        self.assertEqual([line for line in screen.splitlines() if len(line) > 80], [])

    def test_no_terminal(self):
        self.assertIn("--csv", self.review(expect=2))

    def test_a_sheet_there_and_back(self):
        rows = self.sheet("--kind", "event")
        self.assertGreaterEqual(len(rows), 3)
        self.assertTrue(all(row["evidence"].startswith("“") for row in rows))
        rows[0]["verdict"] = "accepted"
        rows[1].update(verdict="C", correct_type="AID", correct_goldstein="-2,5", correct_recipient="-", note="so;\n\"it\" is")
        rows[2]["verdict"] = "reject"
        for format_of in ({"delimiter": ";"}, {"delimiter": ",", "lineterminator": "\n"}, {"delimiter": "\t"}):
            out = self.review("--apply", self.write(rows, **format_of), "--reviewer", "Bo")
            self.assertEqual(out, "accepted 1, corrected 1, rejected 1\n")
        said = records(self.review("--list"))
        self.assertEqual(len(said), 9)
        self.assertEqual(said[1]["corrections"], {"goldstein": "-2.5", "recipient": None, "type": "AID"})
        self.assertEqual(said[1]["note"], "so;\n\"it\" is")
        listed = list(csv.DictReader(io.StringIO(self.review("--list", "--format", "csv"), newline="")))
        self.assertEqual(len(listed), 15)
        tallies = records(self.review("--summary"))
        self.assertEqual(sum(each["reviewed"] for each in tallies), 3)
        for each in tallies:
            self.assertLessEqual(each["low"], each["precision"])
            self.assertLessEqual(each["precision"], each["high"])
        table = self.review("--summary", "--format", "table")
        self.assertIn("33.3%", table)
        self.assertIn("6.1%", table)  # of 1 in 3; worked out by hand
        self.assertIn("79.2%", table)

    def test_every_mistake_of_a_sheet_is_told_and_nothing_applied(self):
        rows = self.sheet("--kind", "event")
        rows[0]["verdict"] = "accepted"
        rows[1].update(verdict="corrected", correct_date="tomorrow")
        rows[2].update(verdict="maybe")
        errors = self.review("--apply", self.write(rows), "--reviewer", "Bo", expect=4)
        self.assertRegex(errors, r"answers\.csv:3: date \"tomorrow\": expected a day")
        self.assertRegex(errors, r"answers\.csv:4: verdict \"maybe\": expected accepted, corrected, rejected")
        self.assertIn("2 mistakes; nothing was applied", errors)
        self.assertEqual(self.review("--list"), "")
        for text, message in (("a,b\n1,2\n", ":1: expected a first line with the columns id and verdict"),
                              ("id,verdict,correct_colour\n", ':1: no field for the column "correct_colour"'),
                              ("id,verdict\nle_00,accepted\n", ':2: no account "le_00"'),
                              ("id,verdict\n\"le_00,accepted\n", ":2: a quotation mark that is not closed"),
                              ("", "holds no table"),
                              ("id,verdict\nx,\xe9\n".encode("latin-1"), ":2: expected UTF-8")):
            data = text if isinstance(text, bytes) else text.encode()
            self.assertIn(message, self.review("--apply", "-", "--reviewer", "Bo", stdin=data, expect=4))
        self.review("--apply", self.folder / "missing.csv", "--reviewer", "Bo", expect=4)

    def test_files_are_not_written_over(self):
        path = self.folder / "sheet.csv"
        path.write_text("mine", encoding="utf-8")
        self.assertIn("--force", self.review("--csv", path, expect=2))
        self.assertEqual(path.read_text(encoding="utf-8"), "mine")
        self.review("--csv", path, "--force", "--limit", "1")
        self.assertEqual(len(path.read_text(encoding="utf-8").splitlines()), 2)
        self.assertEqual(list(self.folder.glob("*.part*")), [])
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        for other in (pipe, self.folder):
            self.assertIn("is no file", self.review("--csv", other, "--force", expect=2))
        self.review("--csv", self.folder / "no" / "where.csv", expect=5)

    def test_what_is_asked_for(self):
        every = self.sheet()
        self.assertEqual({row["kind"] for row in self.sheet("--kind", "statement")} - {"statement"}, set())
        self.assertEqual(len(self.sheet("--limit", "2")), 2)
        sample = self.sheet("--sample", "2")
        self.assertEqual([row["id"] for row in sample], [row["id"] for row in self.sheet("--sample", "2")])
        self.assertEqual([row["id"] for row in self.sheet(every[-1]["id"])], [every[-1]["id"]])
        unsure = self.sheet("--max-confidence", "0.5")
        self.assertTrue(all(float(row["confidence"]) <= 0.5 for row in unsure))
        self.assertIn("expected event, statement", self.review("--kind", "deed", "--csv", "-", expect=2))


class DiffTest(CommandTest):
    def test_knowledge_is_the_cause(self):
        tables = self.folder / "knowledge"
        shutil.copytree(KNOWLEDGE, tables)
        changed = 0
        for path in sorted((tables / "lexicon" / "frames").glob("*.tsv")):
            lines = path.read_text(encoding="utf-8").split("\n")
            for i, line in enumerate(lines):
                cells = line.split("\t")
                if cells[0] == "give_tents":
                    cells[0], cells[6] = "give_shelter", "071"
                    lines[i] = "\t".join(cells)
                    changed += 1
            path.write_text("\n".join(lines), encoding="utf-8")
        self.assertEqual(changed, 1)
        tents = self.file("tents.txt", "The Red Cross sent tents and medicine to Kyrgyzstan for 2,000 people on Monday.\n")
        visit = self.file("visit.txt", VISIT)
        more = self.file("more.txt", PROTEST)
        before, after = self.folder / "before.db", self.folder / "after.db"
        for ledger, flags in ((before, []), (after, ["--knowledge", tables, "--no-text", more])):
            code, _, errors = run("ingest", "--progress", "never", ledger, tents, visit, *flags)
            self.assertEqual(code, 0, errors)
        code, out, errors = run("diff", before, after, "--all")
        self.assertEqual(code, 0, errors)
        lines = records(out)
        check_lines("diff", lines)
        changes = [each for each in lines if each["group"] == "change"]
        self.assertEqual([(each["cause"], each["change"]) for each in changes if each["kind"] != "article"],
                         [("knowledge", "changed")])
        change = next(each for each in changes if each["cause"] == "knowledge")
        self.assertEqual(change["fields"], {"cameo": {"a": "073", "b": "071"}})
        self.assertIn("tents", change["words"])
        self.assertIn({"group": "rule", "kind": "event", "rule_a": "lexicon:give_tents",
                       "rule_b": "lexicon:give_shelter", "count": 1}, lines)
        self.assertIn(("article", "added"), [(each["cause"], each["change"]) for each in changes])
        table = run("diff", before, after, "--format", "table")[1]
        self.assertIn("lexicon:give_tents → lexicon:give_shelter", table)
        self.assertEqual([line for line in table.splitlines() if len(line) > 80], [])
        self.assertIn("Nothing differs.", run("diff", before, before, "--format", "table")[1])

    def test_what_is_no_ledger(self):
        path = self.file("a.txt", VISIT)
        code, out, errors = run("diff", path, path)
        self.assertEqual((code, out), (4, ""))
        self.assertIn("a.txt", errors)


if __name__ == "__main__":
    main()
