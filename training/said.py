#!/usr/bin/env python3
"""Runs the built `entente` over the articles of gold/said and prints how much of what is said in them it finds.

    training/said.py ENTENTE | tools/put_table.py said docs/accuracy.md
    training/said.py ENTENTE --misses dev-a     the marked contents of one file that it does not find
    training/said.py --check                    whether the files are as they should be

What counts is said in gold/said/README.md.
"""

import argparse
import collections
import json
import pathlib
import re
import subprocess
import sys

from issue_weights import same

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAID = ROOT / "gold/said"
MARK = re.compile(r"\[(\d+)> ?| ?<(\d+)\]")
FIELDS = {"Title": "title", "Date": "published", "Source": "source"}


def articles(path):
    """Of one file: (article as the program takes it, {number: (start, end)} in code points of its text, {number: label})."""
    for part in path.read_text(encoding="utf-8").split("##### ")[1:]:
        name, rest = part.split("\n", 1)
        marked, answers = rest.split("\n--- ANSWER\n")
        head, marked = marked.split("\n\n", 1)
        labels = {}
        for line in answers.strip().split("\n"):
            number, label = line.split("\t")
            labels[int(number)] = label
        text, begins, spans, at = "", {}, {}, 0
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            at = mark.end()
            if mark.group(1):
                begins[int(mark.group(1))] = len(text)
            else:
                spans[int(mark.group(2))] = (begins[int(mark.group(2))], len(text))
        article = {FIELDS[key]: value for key, value in (line.split(": ", 1) for line in head.split("\n"))}
        yield {"id": name, "language": "en", **article, "text": text + marked[at:]}, spans, labels


def read(entente, given):
    """The statements, by article."""
    lines = "".join(json.dumps(article) + "\n" for article in given)
    out = subprocess.run([entente, "code", "--from", "jsonl", "--format", "jsonl", "-"], input=lines, capture_output=True, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for record in map(json.loads, out.splitlines()):
        if record["kind"] == "statement":
            found[record["article"]].append(record)
    return found


def is_same(span, content):
    both = min(span[1], content["end"]) - max(span[0], content["start"])
    return 2 * both >= max(span[1] - span[0], content["end"] - content["start"])


def measure(entente, path):
    read_articles = list(articles(path))
    found = read(entente, [article for article, _, _ in read_articles])
    count, misses = collections.Counter(), []
    for article, spans, labels in read_articles:
        count["told"] += len(found[article["id"]])
        for number, span in spans.items():
            count["marked"] += 1
            record = next((r for r in found[article["id"]] if is_same(span, r["content"])), None)
            if record is None:
                misses.append((article["id"], number, article["text"][span[0] : span[1]]))
                continue
            count["found"] += 1
            issue = record.get("issue")
            count["issue"] += issue is not None and same({"label": labels[number]}, {"label": issue["label"], "id": ""})
    return count, misses


def problems():
    """Marks without a label, labels that do not stand in their article."""
    for path in sorted(SAID.glob("*.txt")):
        for article, spans, labels in articles(path):
            for number in sorted(set(spans) ^ set(labels)):
                yield f"{article['id']}: {number} is marked or told, not both"
            words = " ".join(f"{article['title']} {article['text']}".lower().split())
            for number, label in labels.items():
                if " ".join(label.lower().split()) not in words or len(label.split()) > 6:
                    yield f"{article['id']}: {number}: {label}"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entente", nargs="?")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--misses", metavar="FILE")
    options = parser.parse_args()
    if options.check:
        sys.exit("\n".join(problems()) or None)
    if options.misses:
        for miss in measure(options.entente, SAID / f"{options.misses}.txt")[1]:
            print(" | ".join(map(str, miss)))
        return
    print("| articles | marked contents | found, of 100 | statements told | issue right, of 100 found |")
    print("|---|---|---|---|---|")
    for split, name in (("dev", "worked with"), ("test", "kept apart")):
        count = collections.Counter()
        files = sorted(SAID.glob(f"{split}-*.txt"))
        for path in files:
            count += measure(options.entente, path)[0]
        print(f"| {name}, {24 * len(files)} | {count['marked']} | {100 * count['found'] / count['marked']:.1f} | {count['told']} "
              f"| {100 * count['issue'] / count['found']:.1f} |")


if __name__ == "__main__":
    main()
