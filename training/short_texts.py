#!/usr/bin/env python3
"""Runs the built `entente` over the short texts of gold/short and prints what it finds in them.

    training/short_texts.py ENTENTE | tools/put_table.py short docs/accuracy.md
    training/short_texts.py ENTENTE --misses relations dev-a     each text of one file that is read otherwise than its writer meant it
    training/short_texts.py --check                              whether the files are as they should be

What counts is said in gold/short/README.md.
"""

import argparse
import collections
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHORT = ROOT / "gold/short"
DIRECTED = {"dependence", "mediation", "recognition", "occupation"}


def table(path):
    with open(path, encoding="utf-8") as stream:
        return list(csv.DictReader((line for line in stream if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE))


def home_states():
    """The state of each armed group that works across borders and is of one."""
    rows = table(ROOT / "knowledge/exports/international.tsv")
    return {row["begins"]: row["plover"] for row in rows if row["begins"].startswith("IMG") and row["plover"] not in ("", "IMG")}


HOME = home_states()


def code_of(actor):
    code = actor.get("code") or actor.get("name")
    return HOME.get(code, code)


def read(entente, texts, kind):
    """The records of the kind, by text."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, text in enumerate(texts):
            file.write(json.dumps({"id": str(number), "text": text}) + "\n")
        file.flush()
        out = subprocess.run([entente, "code", "--format", "jsonl", file.name], capture_output=True, text=True, check=True).stdout
    found = collections.defaultdict(list)
    for record in map(json.loads, out.splitlines()):
        if record["kind"] == kind:
            found[int(record["article"])].append(record)
    return found


def f1(gold, system, right):
    return 200 * right / max(gold + system, 1)


def agreements(entente, path):
    rows = table(path)
    found = read(entente, [row["text"] for row in rows], "agreement")
    count = collections.Counter(gold=len(rows), system=sum(map(len, found.values())))
    misses = []
    for number, row in enumerate(rows):
        same = [r for r in found[number] if {code_of(p) for p in r["parties"]} == set(row["parties"].split()) and r["form"] == row["form"]]
        status = bool(same) and same[0]["status"] == row["status"]
        count["right"] += bool(same)
        count["status"] += status
        if not status:
            told = [(r["status"], r["form"], sorted(code_of(p) for p in r["parties"])) for r in found[number]]
            misses.append((row["status"], row["form"], row["parties"], told, row["text"]))
    return count, misses


def year(when):
    text = (when.get("from") or when.get("to")) if isinstance(when, dict) else when
    return (text or "")[:4]


def same_relation(row, record):
    pair = (code_of(record["a"]), code_of(record["b"]))
    turned = row["type"] not in DIRECTED and pair == (row["b"], row["a"])
    return record["type"] == row["type"] and (turned or pair == (row["a"], row["b"]))


def relations(entente, path):
    texts = {}
    for row in table(path):
        texts.setdefault(row["text"], []).append(row)
    found = read(entente, list(texts), "relation")
    count = collections.Counter(system=sum(map(len, found.values())))
    misses = []
    for number, (text, rows) in enumerate(texts.items()):
        left = list(found[number])
        for row in rows:
            if row["type"] == "none":
                continue
            count["gold"] += 1
            record = next((r for r in left if same_relation(row, r)), None)
            if record is None:
                misses.append((row["type"], row["a"], row["b"], [(r["type"], code_of(r["a"]), code_of(r["b"])) for r in left], text))
                continue
            left.remove(record)
            count["right"] += 1
            count["trend"] += (record["trend"] or "") == row["trend"]
            count["times"] += year(record["since"]) == row["since"][:4] and year(record["until"]) == row["until"][:4]
        misses += [("none", r["type"], code_of(r["a"]), code_of(r["b"]), text) for r in left]
    return count, misses


def words(text, start, end):
    return {word.start() for word in re.finditer(r"\w+", text) if start <= word.start() < end}


def overlap(text, gold, record):
    start = text.find(gold["text"])
    told, read_ = words(text, start, start + len(gold["text"])), words(text, record["start"], record["end"])
    return 2 * len(told & read_) >= max(len(told), len(read_))


def provisions(entente, path):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    found = read(entente, [row["text"] for row in rows], "agreement")
    count = collections.Counter()
    misses = []
    for number, row in enumerate(rows):
        left = [p for record in found[number] for p in record["provisions"]]
        count["system"] += len(left)
        count["gold"] += len(row["provisions"])
        for gold in row["provisions"]:
            near = [p for p in left if overlap(row["text"], gold, p)]
            best = next((p for p in near if p["type"] == gold["type"]), near[0] if near else None)
            if best is not None:
                left.remove(best)
                count["spans"] += 1
            if best is None or best["type"] != gold["type"]:
                misses.append((gold["type"], gold["text"], best["type"] if best else None, row["text"]))
                continue
            count["right"] += 1
            count["obligation"] += best["obligation"] == gold["obligation"]
        misses += [("none", p["text"], p["type"], row["text"]) for p in left]
    return count, misses


def known(name, column):
    return {row[column] for row in table(ROOT / "knowledge" / name)}


def problems():
    """Codes, types and years that no table has, and provisions that do not stand in their text."""
    codes = known("actors/states.tsv", "code") | known("actors/organisations.tsv", "code")
    statuses = {"proposed", "agreed", "signed", "ratified", "in_force", "stalled", "violated", "ended"}
    forms = {"treaty", "accord", "declaration", "ceasefire", "memorandum", "communique", "contract"}
    types = {"alliance", "partnership", "rivalry", "conflict", "war", "dependence", "mediation", "recognition", "occupation", "none"}
    date = re.compile(r"((1[3-9]|20)\d\d(-\d\d){0,2})?$")
    for path in sorted(SHORT.glob("*/*.tsv")):
        for row in table(path):
            if path.parent.name == "agreements":
                right = row["status"] in statuses and row["form"] in forms and row["parties"] and set(row["parties"].split()) <= codes
            else:
                right = (row["type"] in types and {row["a"], row["b"]} <= codes | ({""} if row["type"] == "none" else set())
                         and row["trend"] in ("", "deepening", "weakening", "steady") and row["negated"] in ("", "yes", "no")
                         and all(date.match(row[when]) for when in ("since", "until")))
            if not right or not row["text"]:
                yield f"{path.relative_to(ROOT)}: {row}"
    of_provisions = known("provisions/types.tsv", "type") | {"other"}
    for path in sorted(SHORT.glob("provisions/*.jsonl")):
        for row in map(json.loads, open(path, encoding="utf-8")):
            for provision in row["provisions"]:
                if (provision["text"] not in row["text"] or provision["type"] not in of_provisions
                        or provision["obligation"] not in ("binding", "intent", "possibility", "principle")):
                    yield f"{path.relative_to(ROOT)}: {provision}"


KINDS = {"agreements": agreements, "relations": relations, "provisions": provisions}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("entente", nargs="?")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--misses", nargs=2, metavar=("KIND", "FILE"))
    options = parser.parse_args()
    if options.check:
        sys.exit("\n".join(problems()) or None)
    if options.misses:
        kind, stem = options.misses
        for miss in KINDS[kind](options.entente, next((SHORT / kind).glob(stem + ".*")))[1]:
            print(" | ".join(map(str, miss)))
        return
    print("| texts (worked with, kept apart) | figure | worked with | kept apart |")
    print("|---|---|---|---|")
    for kind, measure in KINDS.items():
        sums = {}
        for split in ("dev", "test"):
            total = collections.Counter()
            for path in sorted((SHORT / kind).glob(split + "-*")):
                count, _ = measure(options.entente, path)
                total.update(count)
            sums[split] = total
        print_rows(kind, sums)


def print_rows(kind, sums):
    def row(name, figure):
        shown = [f"{figure(sums[split]):.1f}" for split in ("dev", "test")]
        print(f"| {kind}, {sums['dev']['gold']} and {sums['test']['gold']} | {name} | {shown[0]} | {shown[1]} |")

    row("F1", lambda c: f1(c["gold"], c["system"], c["right"]))
    for part, name in (("status", "of those found: status"), ("trend", "of those found: trend"), ("times", "of those found: years since and until"),
                       ("obligation", "of those found: obligation")):
        if sums["dev"][part]:
            row(name, lambda c, part=part: 100 * c[part] / max(c["right"], 1))
    if sums["dev"]["spans"]:
        row("F1, of whatever type", lambda c: f1(c["gold"], c["system"], c["spans"]))


if __name__ == "__main__":
    main()
