#!/usr/bin/env python3
"""Writes the records of many made articles: what a ledger of a million events is loaded from, to measure it.

    bench/made_ledger.py OUT.jsonl [--events 1000000] [--seed N]      OUT.jsonl may be - for standard output
    bench/made_ledger.py --measure RECORDS.jsonl [--events 20000]

A line is an article without its text, with what was read from it: {"article": {"id", "published", "publisher", "url",
"title", "language", "text_hash", "length"}, "records": [...]}, by day of publication. The records are those of
docs/formats/records.md. --events counts events that happen; a quarter of the event records tell one of them again, from
another article, so a million events are 1.33 million event records and about 2 million records in all.

What is realistic about it: ten years; pairs of states by a power law (the first few have some per cent of all each), types as
often as in the news, bursts of some days, weekends; the words, roles, offsets and fields are those of the gold corpus
with other states, people, days and places in them. --measure compares the mean size of each field with RECORDS.jsonl,
the output of `entente code`.
"""

import argparse
import collections
import json
import random
import sys
from pathlib import Path

from ledger_news.stream import Stream

ROOT = Path(__file__).resolve().parent.parent


def field_sizes(records):
    """kind -> field -> mean length of its JSON, and "all" of the whole record; also how many of the kind there were."""
    sums, counts = collections.defaultdict(collections.Counter), collections.Counter()
    for record in records:
        counts[record["kind"]] += 1
        for field, value in record.items():
            sums[record["kind"]][field] += len(json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode())
        sums[record["kind"]]["all"] += len(json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode())
    return {kind: {field: total / counts[kind] for field, total in fields.items()} for kind, fields in sums.items()}, counts


def measure(path, stream):
    with open(path, encoding="utf-8") as file:
        real, real_counts = field_sizes(map(json.loads, file))
    made, made_counts = field_sizes(record for line in stream.lines() for record in json.loads(line)["records"])
    print("kind\tfield\treal_bytes\tmade_bytes")
    for kind in sorted(real):
        print(f"{kind}\t(records)\t{real_counts[kind]}\t{made_counts[kind]}")
        for field in real[kind]:
            print(f"{kind}\t{field}\t{real[kind][field]:.1f}\t{made.get(kind, {}).get(field, 0):.1f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", metavar="OUT.jsonl", nargs="?")
    parser.add_argument("--events", type=int, default=1000000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--measure", metavar="RECORDS.jsonl")
    arguments = parser.parse_args()
    if (arguments.out is None) == (arguments.measure is None):
        parser.error("give OUT.jsonl or --measure")
    stream = Stream(ROOT, random.Random(arguments.seed), arguments.events)
    if arguments.measure:
        measure(arguments.measure, stream)
        return
    out = sys.stdout if arguments.out == "-" else open(arguments.out, "w", encoding="utf-8", buffering=1 << 20)
    with out:
        for line in stream.lines():
            out.write(line)
    print(json.dumps({"articles": stream.articles, "records": stream.records, "events": stream.world.made, "event_records": stream.world.told}),
          file=sys.stderr)


if __name__ == "__main__":
    main()
