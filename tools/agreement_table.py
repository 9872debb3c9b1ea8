#!/usr/bin/env python3
"""The F1 of one annotator against another, a row a kind, from what `entente eval gold` prints as JSON.

    entente eval gold gold --records gold/second/records --format json | tools/agreement_table.py
"""

import json
import sys

# What a reader wants to see of each kind: whether the records were found, and then the fields that decide most.
ROWS = (
    ("event", "records", "events", "events: same type, overlapping words"),
    ("event", "field", "who", "their parties, by code"),
    ("event", "field", "status", "their status"),
    ("event", "field", "mode", "their mode"),
    ("event", "field", "cameo", "their CAMEO code"),
    ("event", "field", "date", "their date"),
    ("event", "field", "place", "their place"),
    ("statement", "records", "statements", "statements: same content"),
    ("statement", "field", "speaker", "their speaker"),
    ("statement", "field", "stance", "their stance"),
    ("statement", "field", "issue", "their issue"),
    ("agreement", "records", "agreements", "agreements: same parties and form"),
    ("agreement", "field", "status", "their status"),
    ("provision", "records", "provisions", "provisions: same type and words"),
    ("provision", "field", "obligation", "their obligation"),
    ("relation", "records", "relations", "relations: same pair and type"),
    ("relation", "field", "trend", "their trend"),
    ("dispute", "records", "disputes", "disputes: same sides"),
)


def table(lines):
    scores = {}
    for line in lines:
        row = json.loads(line)
        if row.get("group") in ("records", "field"):
            scores[row["kind"], row["group"], row["metric"]] = row
    out = ["| what | first | second | F1 |", "|---|---|---|---|"]
    for kind, group, metric, name in ROWS:
        row = scores.get((kind, group, metric))
        if row:
            out.append(f"| {name} | {row['gold']} | {row['system']} | {row['f1']:.2f} |")
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table(sys.stdin))
