#!/usr/bin/env python3
"""Measures the ledger and writes a table for docs/measurements.md.

    bench/ledger_bench.py ENTENTE LOADER FOLDER [PART ...] | tools/put_table.py ledger docs/measurements.md

ENTENTE is the program, LOADER bench's entente_ledger_load, FOLDER a place for some 5 GB. The parts, all where none is
named: ingest (words/s against `entente code`, cores used), memory (100,000 articles against 10,000, ten times as many days), made (a ledger of a
million made events: size, questions), search, joins (a corpus of retellings). What a part has made in FOLDER is used again;
what it has measured is kept there as JSON, so that parts can be measured one by one.
"""
import datetime
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3
ASKED = 9


class Bench:
    def __init__(self, program, loader, folder):
        self.program, self.loader, self.folder = program, loader, Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)

    def timed(self, *arguments, output=subprocess.DEVNULL):
        """Wall seconds, CPU seconds and peak KiB of a run of the program."""
        start = time.monotonic()
        process = subprocess.Popen([self.program, *map(str, arguments)], stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"ledger_bench: {' '.join(map(str, arguments))} ended with {process.returncode}")
        return time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss

    def corpus(self, articles, seed=1):
        folder = self.folder / f"retellings-{articles}-{seed}"
        if not (folder / "gold.jsonl").exists():
            subprocess.run([ROOT / "bench" / "retellings.py", folder, "--articles", str(articles), "--seed", str(seed)],
                           check=True, stdout=subprocess.DEVNULL)
        return folder

    def fresh_ledger(self, name):
        path = self.folder / f"{name}.db"
        for end in ("", "-wal", "-shm"):
            Path(f"{path}{end}").unlink(missing_ok=True)
        return path

    def ingest(self):
        articles = self.corpus(10000) / "articles.jsonl"
        code, ingest, busy = [], [], []
        for _ in range(ROUNDS):  # by turns, so that a slow minute hits both
            code.append(self.timed("code", "--jobs", 2, "--format", "jsonl", articles)[0])
            wall, cpu, _ = self.timed("ingest", "--jobs", 2, "--progress", "never", self.fresh_ledger("ingest"), articles)
            ingest.append(wall)
            busy.append(100 * cpu / wall / 2)
        words = sum(len(json.loads(line)["text"].split()) for line in open(articles, encoding="utf-8"))
        yield "ingest of 10,000 articles, two jobs", words / statistics.median(ingest), "words/s", None
        yield "its words/s against those of `code`", 100 * statistics.median(code) / statistics.median(ingest), "%", ">= 85"
        yield "two cores used by it", statistics.median(busy), "%", ">= 90"

    def long_corpus(self, worlds):
        """Worlds of 10,000 articles, one after the other: dates of publication move by whole weeks, so that what the
        texts say of weekdays stays. In one world a join looks at the same number of neighbours, however long it is."""
        path = self.folder / f"worlds-{worlds}.jsonl"
        if path.exists():
            return path
        begin = None
        with open(f"{path}.part", "w", encoding="utf-8") as out:
            for seed in range(1, worlds + 1):
                with open(self.corpus(10000, seed) / "articles.jsonl", encoding="utf-8") as lines:
                    articles = [json.loads(line) for line in lines]
                days = [datetime.date.fromisoformat(article["published"][:10]) for article in articles]
                moved = 0 if begin is None else -(-((begin - min(days)).days + 1) // 7) * 7
                begin = max(days) + datetime.timedelta(days=moved)
                for article, day in zip(articles, days):
                    article["published"] = str(day + datetime.timedelta(days=moved)) + article["published"][10:]
                    out.write(json.dumps(article, ensure_ascii=False) + "\n")
        Path(f"{path}.part").rename(path)
        return path

    def memory(self):
        flags = ("ingest", "--jobs", 2, "--progress", "never")
        peaks = [self.timed(*flags, self.fresh_ledger("memory"), self.long_corpus(worlds))[2] for worlds in (1, 10)]
        yield "peak memory of `ingest`, 10,000 articles", peaks[0] / 1024, "MiB", None
        yield "100,000 articles, ten times as long, against that", 100 * (peaks[1] / peaks[0] - 1), "% more", "<= 10"

    def made(self):
        path = self.folder / "made.db"
        if not (self.folder / "made.json").exists():
            self.fresh_ledger("made")
            made = subprocess.Popen([ROOT / "bench" / "made_ledger.py", "-", "--events", "1000000"], stdout=subprocess.PIPE)
            loaded = subprocess.run([self.loader, path, ROOT / "knowledge"], stdin=made.stdout, capture_output=True,
                                    check=True, text=True)
            made.wait()
            (self.folder / "made.json").write_text(loaded.stdout, encoding="utf-8")
        database = sqlite3.connect(path)
        events = database.execute("SELECT count(*) FROM event").fetchone()[0]
        mentions = database.execute("SELECT count(*) FROM record WHERE kind = 0").fetchone()[0]
        account, day = database.execute("SELECT e.key, e.day FROM event e ORDER BY e.mentions DESC, e.key LIMIT 1").fetchone()
        record = database.execute("SELECT id FROM record WHERE key = ?", (account,)).fetchone()[0]
        (a, b), = database.execute("SELECT actor, recipient FROM dyad GROUP BY 1, 2 ORDER BY count(*) DESC LIMIT 1")
        issue = database.execute(
            "SELECT label FROM statement WHERE issue IS NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1").fetchone()[0]
        database.close()
        yield "events of the made ledger", events, "", None
        yield "event records of its articles", mentions, "", None
        yield "size on disk without text, indexes included", path.stat().st_size / events, "bytes an event", "< 700"
        yield "the same", path.stat().st_size / mentions, "bytes an event record", None
        for label, bar, arguments in self.questions(a, b, issue, f"le_{record & (2**64 - 1):016x}"):
            yield self.asked(f"`{label}`", bar, arguments)

    def asked(self, label, bar, arguments):
        walls = [1000 * self.timed(*arguments)[0] for _ in range(ASKED)]
        return label, statistics.median(walls), "ms", bar

    # The made ledger has no text.
    def search(self):
        ledger = self.folder / "ingest.db"
        if not ledger.exists():
            articles = self.corpus(10000) / "articles.jsonl"
            self.timed("ingest", "--jobs", 2, "--progress", "never", ledger, articles)
        for words in ("ceasefire", "gas pipeline", '"foreign minister"'):
            yield self.asked(f"`entente search '{words}'` in 10,000 articles with text", "<= 200",
                             ["search", ledger, words, "--format", "table"])

    def questions(self, a, b, issue, account):
        ledger = self.folder / "made.db"

        def ask(command, *rest, table=True):
            shown = " ".join(str(word) for word in rest)
            return f"entente {command} {shown}", [command, ledger, *rest, *(("--format", "table") if table else ())]

        limit = ("--limit", 50)
        plain = [
            ask("events", "--actor", a, "--recipient", b, "--type", "CONSULT", "--since", "2022-01-01", *limit),
            ask("events", "--actor", a, *limit),
            ask("events", "--party", b, "--type", "ASSAULT", *limit),
            ask("events", "--since", "2023-01-01", *limit),
            ask("statements", "--issue", issue, *limit),
            ask("statements", "--speaker", a, *limit),
            ask("disputes", *limit),
            ask("agreements", "--party", a, "--provisions", *limit),
            ask("relations", "--party", a, *limit),
        ]
        for label, arguments in plain:
            yield label, "<= 200", arguments
        yield f"entente show {account}", "<= 200", ["show", ledger, account]
        yield "entente actors show RUS", "<= 200", ["actors", "show", "RUS"]
        label, arguments = ask("review", "--max-confidence", "0.5", "--limit", 20, "--csv", "-", table=False)
        yield label, "<= 200", arguments
        yield f"entente dyad {a} {b} --by month", "<= 50", ["dyad", ledger, a, b, "--by", "month", "--format", "csv"]

    def joins(self):
        corpus = self.corpus(2000)
        ledger = self.fresh_ledger("joins")
        self.timed("ingest", "--jobs", 2, "--progress", "never", ledger, corpus / "articles.jsonl")
        export = self.folder / "joins.jsonl"
        self.timed("export", ledger, "--format", "jsonl", "--output", export, "--force")
        scored = subprocess.run([ROOT / "bench" / "retellings_score.py", corpus / "gold.jsonl", export],
                                capture_output=True, check=True, text=True)
        rows = {row["name"]: row for row in map(json.loads, scored.stdout.splitlines())}
        whole = rows["pairs/all"]
        yield "2,000 articles, 40 % retellings: pairs joined, precision", 100 * whole["precision"], "%", None
        yield "the same, recall", 100 * whole["recall"], "%", None
        yield "the same, F1", 100 * whole["f1"], "%", ">= 85"


def shown(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.1f}"


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    bench = Bench(*sys.argv[1:4])
    parts = ("ingest", "memory", "made", "search", "joins")
    for part in sys.argv[4:] or parts:
        rows = [row for row in getattr(bench, part)() if row[1] is not None]
        (bench.folder / f"{part}-rows.json").write_text(json.dumps(rows), encoding="utf-8")
    print("| what | measured | unit | bar |\n|---|---|---|---|")
    for part in parts:
        kept = bench.folder / f"{part}-rows.json"
        for what, value, unit, bar in json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else []:
            print(f"| {what} | {shown(value)} | {unit} | {bar or ''} |")


if __name__ == "__main__":
    main()
