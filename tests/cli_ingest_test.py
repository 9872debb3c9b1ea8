#!/usr/bin/env python3
"""entente ingest from outside: killed at any moment, stopped politely, run by two at once, onto bad ground."""
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

from cli_command import MODELS, PROGRAM

os.environ["ENTENTE_MODEL"] = str(MODELS)

KILLS = int(os.environ.get("ENTENTE_KILLS", "100"))


def run(*arguments, **options):
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, text=True, check=False, **options)


def ingest(ledger, *arguments, **options):
    return run("ingest", "--progress", "never", "--jobs", "2", *arguments[:-1], ledger, arguments[-1], **options)


def dump(ledger):
    done = run("dump", ledger)
    if done.returncode != 0:
        raise AssertionError(done.stderr)
    return done.stdout


def made_articles(count):
    """Short articles that tell few things again and again, so that joining has work to do."""
    states = ["Azerbaijan", "Armenia", "Turkey", "Georgia", "Iran"]
    acts = [
        "{a} and {b} signed an agreement on trade in {c} on Monday.",
        "{a} accused {b} of shelling border villages on Tuesday.",
        "The foreign minister of {a} met his counterpart from {b} on Wednesday.",
        "{a} expelled two diplomats of {b}. {b} denied that it had broken the truce.",
        "{a} said that the dispute over the corridor was over. {b} said the dispute over the corridor was not over.",
    ]
    rng = random.Random(7)
    for number in range(count):
        a, b, c = rng.sample(states, 3)
        text = " ".join(rng.choice(acts).format(a=a, b=b, c=c) for _ in range(3))
        yield {
            "id": f"made-{number}", "text": text, "published": f"2022-03-{10 + number % 7:02}",
            "publisher": f"Paper {number % 4}",
        }


class IngestTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.ledger = self.folder / "ledger.db"

    def articles(self, count, name="articles.jsonl"):
        path = self.folder / name
        with open(path, "w", encoding="utf-8") as out:
            for article in made_articles(count):
                out.write(json.dumps(article) + "\n")
        return path

    def test_twice_is_once(self):
        articles = self.articles(20)
        first = ingest(self.ledger, articles)
        self.assertEqual(first.returncode, 0, first.stderr)
        self.assertEqual(first.stdout, "added 20, new versions 0, unchanged 0, failed 0\n")
        once = dump(self.ledger)
        self.assertIn("\nevent\t", once)
        self.assertEqual(ingest(self.ledger, articles).stdout, "added 0, new versions 0, unchanged 20, failed 0\n")
        self.assertEqual(dump(self.ledger), once)

    def test_killed_at_any_moment(self):
        articles = self.articles(150)
        unbroken = self.folder / "unbroken.db"
        start = time.monotonic()
        self.assertEqual(ingest(unbroken, articles).returncode, 0)
        whole = time.monotonic() - start
        rng = random.Random(11)
        kills = 0
        rounds = 0
        while kills < KILLS:
            process = subprocess.Popen(
                [PROGRAM, "ingest", "--progress", "never", "--jobs", "2", self.ledger, articles],
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            )
            try:
                process.wait(timeout=rng.uniform(0.05, whole))
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
                process.wait()
                kills += 1
            else:
                self.assertEqual(process.returncode, 0)
                # It came to its end: the next kills hit another ledger.
                self.assertEqual(dump(self.ledger), dump(unbroken))
                for path in self.folder.glob("ledger.db*"):
                    path.unlink()
                rounds += 1
        self.assertEqual(ingest(self.ledger, articles).returncode, 0)
        self.assertEqual(dump(self.ledger), dump(unbroken))
        database = sqlite3.connect(self.ledger)
        self.assertEqual(database.execute("PRAGMA integrity_check").fetchall(), [("ok",)])

    def test_interrupted_politely(self):
        articles = self.articles(1000)  # some seconds: there is time to interrupt it
        process = subprocess.Popen(
            [PROGRAM, "ingest", "--progress", "never", "--jobs", "1", self.ledger, articles],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )
        while not self.ledger.exists() or self.count("article") < 5:
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        process.communicate()
        self.assertEqual(process.returncode, 130)
        self.assertGreaterEqual(self.count("article"), 5)
        self.assertLess(self.count("article"), 1000)
        self.assertEqual(ingest(self.ledger, articles).returncode, 0)
        self.assertEqual(self.count("article"), 1000)

    def count(self, table):
        database = sqlite3.connect(self.ledger)
        try:
            return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
        except sqlite3.OperationalError:
            return 0
        finally:
            database.close()

    def test_an_article_that_the_ledger_refuses(self):
        articles = self.articles(50)
        self.assertEqual(ingest(self.ledger, self.articles(1, "first.jsonl")).returncode, 0)
        database = sqlite3.connect(self.ledger)
        database.execute(
            "CREATE TRIGGER picky BEFORE INSERT ON article WHEN NEW.id = 'made-7' "
            "BEGIN SELECT RAISE(ABORT, 'not this one'); END"
        )
        database.commit()
        done = ingest(self.ledger, articles)
        self.assertEqual(done.returncode, 3, done.stderr)
        self.assertEqual(done.stdout, "added 48, new versions 0, unchanged 1, failed 1\n")
        self.assertIn("articles.jsonl:8: the ledger refuses it: not this one", done.stderr)
        self.assertEqual(database.execute("SELECT count(*) FROM failure").fetchall(), [(1,)])
        database.execute("DROP TRIGGER picky")
        database.commit()
        database.close()
        self.assertEqual(ingest(self.ledger, articles).stdout, "added 1, new versions 0, unchanged 49, failed 0\n")
        self.assertEqual(self.count("failure"), 0)

    def test_two_at_once(self):
        articles = self.articles(60)
        lines = articles.read_text(encoding="utf-8").splitlines(keepends=True)
        parts = []
        for number, part in enumerate([lines[:40], lines[20:]]):  # 20 articles are in both
            parts.append(self.folder / f"part{number}.jsonl")
            parts[-1].write_text("".join(part), encoding="utf-8")
        together = [
            subprocess.Popen([PROGRAM, "ingest", "--progress", "never", "--jobs", "1", self.ledger, part],
                             stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for part in parts
        ]
        for process in together:
            self.assertEqual(process.wait(), 0, process.stderr.read())
            process.stderr.close()
        alone = self.folder / "alone.db"
        self.assertEqual(ingest(alone, articles).returncode, 0)
        self.assertEqual(dump(self.ledger), dump(alone))

    def test_failures_are_kept_with_their_reason(self):
        articles = self.articles(3)
        with open(articles, "a", encoding="utf-8") as out:
            out.write('{"id": "broken", "text": \n')
        failed = ingest(self.ledger, articles)
        self.assertEqual(failed.returncode, 3)
        self.assertIn("added 3, new versions 0, unchanged 0, failed 1", failed.stdout)
        rows = sqlite3.connect(self.ledger).execute("SELECT source, code, message FROM failure").fetchall()
        self.assertEqual(len(rows), 1)
        self.assertEqual((rows[0][0], rows[0][1]), (f"{articles}:4", "bad-format"))

    def test_without_text_no_words_are_kept(self):
        articles = self.articles(10)
        self.assertEqual(ingest(self.ledger, "--no-text", articles).returncode, 0)
        kept = self.folder / "kept.db"
        self.assertEqual(ingest(kept, articles).returncode, 0)
        rows = [line for line in dump(kept).splitlines() if not line.startswith("article\t")]
        self.assertEqual([line for line in dump(self.ledger).splitlines() if not line.startswith("article\t")], rows)
        database = sqlite3.connect(self.ledger)
        database.execute("VACUUM")
        for word in (b"shelling border villages", b"his counterpart from", b"broken the truce"):
            self.assertFalse(word in self.ledger.read_bytes(), word)
        refused = ingest(kept, "--no-text", articles)
        self.assertEqual(refused.returncode, 2)
        self.assertIn("keeps text", refused.stderr)

    def test_a_new_version_is_counted(self):
        articles = self.articles(4)
        self.assertEqual(ingest(self.ledger, articles).returncode, 0)
        changed = articles.read_text(encoding="utf-8").replace("border villages", "border towns")
        articles.write_text(changed, encoding="utf-8")
        again = ingest(self.ledger, articles).stdout
        self.assertRegex(again, r"added 0, new versions [1-4], unchanged [0-3], failed 0")

    def test_progress_is_json_where_nobody_looks(self):
        done = run("ingest", self.ledger, self.articles(3))
        last = json.loads(done.stderr.splitlines()[-1])
        self.assertEqual((last["articles"], last["failed"], last["finished"]), (3, 0, True))
        self.assertGreater(last["words_per_second"], 0)


class BadGroundTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.articles = self.folder / "articles.jsonl"
        with open(self.articles, "w", encoding="utf-8") as out:
            for article in made_articles(40):
                out.write(json.dumps(article) + "\n")

    def refused(self, ledger, code, words):
        done = ingest(ledger, self.articles)
        self.assertEqual(done.returncode, code, done.stderr)
        self.assertIn(words, done.stderr)
        self.assertNotIn("internal", done.stderr)

    def test_no_ledger(self):
        text = self.folder / "text.db"
        text.write_text("Presidents met, at length.\n", encoding="utf-8")
        self.refused(text, 4, "not a ledger")
        self.assertEqual(text.read_text(encoding="utf-8"), "Presidents met, at length.\n")
        other = self.folder / "other.db"
        sqlite3.connect(other).execute("CREATE TABLE mine (a)")
        self.refused(other, 4, "not a ledger")
        self.refused(self.folder, 4, "folder")
        self.refused(self.folder / "no" / "where.db", 4, "is its folder there")

    def test_newer_version(self):
        ledger = self.folder / "newer.db"
        self.assertEqual(ingest(ledger, self.articles).returncode, 0)
        database = sqlite3.connect(ledger)
        database.execute("UPDATE meta SET value = CAST('12' AS BLOB) WHERE name = 'version'")
        database.commit()
        self.refused(ledger, 4, "version 12")

    def test_cut_off_file(self):
        ledger = self.folder / "cut.db"
        self.assertEqual(ingest(ledger, self.articles).returncode, 0)
        whole = ledger.read_bytes()
        ledger.write_bytes(whole[: len(whole) // 3])
        done = run("dump", ledger)
        self.assertEqual(done.returncode, 4, done.stderr)
        self.assertIn("damaged", done.stderr)

    def test_locked_by_another(self):
        ledger = self.folder / "locked.db"
        self.assertEqual(ingest(ledger, self.articles).returncode, 0)
        before = dump(ledger)
        holder = sqlite3.connect(ledger)
        holder.execute("BEGIN IMMEDIATE")
        more = self.folder / "more.jsonl"
        more.write_text(json.dumps({"id": "more", "text": "Turkey condemned Iran on Monday."}) + "\n", encoding="utf-8")
        process = subprocess.Popen([PROGRAM, "ingest", "--progress", "never", ledger, more], stderr=subprocess.PIPE)
        time.sleep(2)
        self.assertIsNone(process.poll(), "it waits for the other")
        holder.rollback()
        self.assertEqual(process.wait(), 0)
        process.stderr.close()
        self.assertNotEqual(dump(ledger), before)

    @unittest.skipIf(os.geteuid() == 0, "root may write anywhere")
    def test_read_only_file(self):
        ledger = self.folder / "read.db"
        self.assertEqual(ingest(ledger, self.articles).returncode, 0)
        ledger.chmod(0o444)
        self.refused(ledger, 4, "may not be written")

    @unittest.skipUnless(os.geteuid() == 0, "a small file system needs root to mount it")
    def test_read_only_and_full_disks(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700k", "tmpfs", disk], capture_output=True, check=False)
        if mounted.returncode != 0:
            self.skipTest("no file system may be mounted here")
        self.addCleanup(subprocess.run, ["umount", disk], check=False)
        ledger = disk / "ledger.db"
        self.refused(ledger, 5, "disk is full")
        # What was stored before is whole, and with room again it goes on.
        subprocess.run(["mount", "-o", "remount,size=30m", disk], check=True)
        done = ingest(ledger, self.articles)
        self.assertEqual(done.returncode, 0, done.stderr)
        alone = self.folder / "alone.db"
        self.assertEqual(ingest(alone, self.articles).returncode, 0)
        self.assertEqual(dump(ledger), dump(alone))
        for end in ("-wal", "-shm"):
            Path(f"{ledger}{end}").unlink(missing_ok=True)
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        self.refused(ledger, 4, "may not be written")
        self.assertEqual(dump(ledger), dump(alone), "a read-only ledger can be read")


@unittest.skipUnless("ENTENTE_TEST_POSTGRES" in os.environ, "ENTENTE_TEST_POSTGRES names no database")
class PostgresTest(unittest.TestCase):
    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.articles = self.folder / "articles.jsonl"
        with open(self.articles, "w", encoding="utf-8") as out:
            for article in made_articles(150):
                out.write(json.dumps(article) + "\n")
        self.url = os.environ["ENTENTE_TEST_POSTGRES"]
        subprocess.run(["psql", "-q", "-c", "DROP SCHEMA IF EXISTS entente CASCADE", self.url], check=True,
                       stderr=subprocess.DEVNULL)

    def restart(self):
        """As after a power cut: every connection is lost."""
        binaries = sorted(Path("/usr/lib/postgresql").glob("*/bin"))[-1]
        owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        subprocess.run([*owner, binaries / "pg_ctl", "-D", os.environ["ENTENTE_TEST_POSTGRES_DATA"], "-m", "immediate",
                        "-w", "restart"], check=True, stdout=subprocess.DEVNULL, cwd="/")

    def test_a_server_that_goes_away_and_comes_back(self):
        file = self.folder / "ledger.db"
        self.assertEqual(ingest(file, self.articles).returncode, 0)
        process = subprocess.Popen(
            [PROGRAM, "ingest", "--progress", "never", "--jobs", "1", self.url, self.articles],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        count = ["psql", "-tA", "-c", "SELECT count(*) FROM entente.article", self.url]
        while True:
            done = subprocess.run(count, capture_output=True, text=True, check=False)
            if done.returncode == 0 and int(done.stdout) > 10:
                break
            time.sleep(0.02)
        self.restart()
        output, errors = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, errors)
        self.assertIn("trying again", errors)
        self.assertEqual(output, "added 150, new versions 0, unchanged 0, failed 0\n")
        self.assertEqual(dump(self.url), dump(file))

    def test_no_ledger_there(self):
        done = run("dump", self.url)
        self.assertEqual(done.returncode, 4)
        self.assertIn("no ledger", done.stderr)
        done = run("dump", "postgresql://entente@127.0.0.1:1/entente")
        self.assertEqual(done.returncode, 4)
        self.assertNotIn("internal", done.stderr)


if __name__ == "__main__":
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
