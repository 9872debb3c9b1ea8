#!/usr/bin/env python3
"""Fits what speaks for a state of people and things whose words name none: knowledge/actors/whose.tsv.

    training/whose_weights.py CHOICES MODEL [--also DIR]... > knowledge/actors/whose.tsv

CHOICES is the built entente_state_choices. What is learned from: the development articles of gold/ and of gold/others/, and those of each
DIR (articles/ and records/ as there). A party is that of the record that stands in the same place, in the same role of an event. A softmax
regression over the states that the article names, and none. `--leave I/N` leaves every Nth article out, from the Ith; `--check` then tells how
often the choices on these are right, and how often the rules alone are.
"""
import json
import pathlib
import subprocess
import sys

import issue_weights

ROOT = pathlib.Path(__file__).resolve().parent.parent
SQUARE = 0.02  # what a squared weight costs
KEPT = 0.05  # the least weight that the table tells


def articles(folders):
    for folder in folders:
        for path in sorted((folder / "articles").glob("dev-*.txt")):
            with open(folder / "records" / (path.stem + ".jsonl"), encoding="utf-8") as stream:
                records = [json.loads(line) for line in stream]
            yield str(path), [record for record in records if record["kind"] == "event"]


def right_state(events, choice):
    """The state that the gold gives the party; None where no event has it."""
    for event in events:
        if not any(piece["start"] <= choice["trigger"] < piece["end"] for piece in event["evidence"]):
            continue
        for party in event["actor"] + event["recipient"]:
            if party.get("text") and party["start"] < choice["end"] and choice["start"] < party["end"]:
                code = party["code"] or ""
                return code if len(code) in (0, 3) else None
    return None


def choices(program, model, found):
    out = subprocess.run([program, model, str(ROOT / "knowledge"), *[path for path, _ in found]], capture_output=True, text=True, check=True)
    data = []
    for (_, events), line in zip(found, out.stdout.splitlines(), strict=True):
        own = []
        for choice in json.loads(line)["choices"]:
            state = right_state(events, choice)
            if state is not None:
                own.append(([(option["state"] == state, option["said"]) for option in choice["options"]], 1))
        data.append(own)
    return data


def by_rule(data):
    right = sum(any(good and any(name in ("rule", "none:rule") for name, _ in said) for good, said in options) for options, _ in data)
    return f"{100 * right / max(len(data), 1):.1f} %"


def main():
    options = issue_weights.parsed_options(__doc__)
    found = [each for each in articles(issue_weights.folders_of(options)) if issue_weights.used(each[0], options)]
    data = choices(options.choices, options.model, found)
    kept, left = issue_weights.split(data, options.leave)
    weights = issue_weights.learn(issue_weights.prepare([one for each in kept for one in each]), SQUARE)
    if options.check:
        for name, part in (("learned", kept), ("left out", left)):
            part = [one for each in part for one in each]
            there = sum(any(good for good, _ in choice) for choice, _ in part)
            print(name, issue_weights.rightness(weights, part), "by the rules alone", by_rule(part), f"there {100 * there / max(len(part), 1):.1f} %",
                  file=sys.stderr)
    print("# schema: whose 1")
    print("# version: 2026.1")
    print("# source: training/whose_weights.py: the development articles of gold/ and of gold/others/")
    print("# licence: Apache-2.0")
    print("# How much speaks for a state of people and things in an event whose words name none, as log odds. What each means:")
    print("# docs/formats/knowledge.md.")
    print("what\tweight")
    for name, weight in sorted(weights.items()):
        if abs(weight) >= KEPT:
            print(f"{name}\t{weight:.2f}")


if __name__ == "__main__":
    sys.exit(main())
