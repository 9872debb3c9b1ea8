#!/usr/bin/env python3
"""Whether statements are put together by what they are about, whatever that is called: B-cubed F1 on the development articles,
of the built `entente` and of the second reading of fifteen articles, beside what it is where every statement stands apart.

    training/matters.py ENTENTE
"""

import collections
import json
import pathlib
import sys

from said import read

ROOT = pathlib.Path(__file__).resolve().parent.parent


def statements(path):
    return [r for r in map(json.loads, open(path, encoding="utf-8")) if r["kind"] == "statement" and r.get("issue")]


def matter(record):
    return record["issue"]["id"] or record["issue"]["label"].lower()


def is_same(a, b):
    both = min(a["content"]["end"], b["content"]["end"]) - max(a["content"]["start"], b["content"]["start"])
    return 2 * both >= max(r["content"]["end"] - r["content"]["start"] for r in (a, b))


def pairs(gold, system):
    """Of one article (matter, matter) of the statements that both have."""
    found = ((g, next((s for s in system if is_same(g, s)), None)) for g in gold)
    return [(matter(g), matter(s)) for g, s in found if s is not None]


def b_cubed(articles):
    precision = recall = count = 0
    for article in articles:
        gold = collections.Counter(g for g, _ in article)
        system = collections.Counter(s for _, s in article)
        both = collections.Counter(article)
        for pair in article:
            precision += both[pair] / system[pair[1]]
            recall += both[pair] / gold[pair[0]]
            count += 1
    precision, recall = precision / count, recall / count
    return f"{200 * precision * recall / (precision + recall):.1f} ({count} statements)"


def articles(files):
    for file in files:
        head, text = file.read_text(encoding="utf-8").rstrip("\n").split("\n\n", 1)
        fields = dict(line.split(": ", 1) for line in head.split("\n"))
        yield {"id": file.stem, "title": fields["Title"], "published": fields.get("Date"), "text": text, "language": "en"}


def main():
    second = sorted((ROOT / "gold/second/records").glob("*.jsonl"))
    print("two readers", b_cubed([pairs(statements(ROOT / "gold/records" / path.name), statements(path)) for path in second]))
    for folder in (ROOT / "gold", ROOT / "gold/others"):
        files = sorted((folder / "articles").glob("dev-*.txt"))
        found = read(sys.argv[1], articles(files))
        golds = {file.stem: statements(folder / "records" / f"{file.stem}.jsonl") for file in files}
        print(folder.name, b_cubed([pairs(gold, [r for r in found[name] if r.get("issue")]) for name, gold in golds.items()]))
        print(folder.name, "each apart", b_cubed([[(matter(g), str(n)) for n, g in enumerate(gold)] for gold in golds.values()]))


if __name__ == "__main__":
    main()
