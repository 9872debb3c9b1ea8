#!/usr/bin/env python3
"""Writes a made corpus in which it is known which article tells which event: for the score of joined events.

    bench/retellings.py OUT_FOLDER [--seed N] [--articles 2000]

OUT_FOLDER gets articles.jsonl (docs/formats/records.md), by publication, and gold.jsonl, a line for each telling of an
event: article, start, end (code points of the words that tell it), event (its id in the made world), types (PLOVER types
that a coder may give it), telling (original, copy, paraphrase, background), and the event's facts. The same seed and
number give the same bytes. The states, people and towns are real; what they do here is made up.
"""

import argparse
import json
from pathlib import Path

from retellings.corpus import Corpus


def write_lines(path, rows):
    with open(path, "w", encoding="utf-8") as stream:
        for row in rows:
            stream.write(json.dumps(row, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", metavar="OUT_FOLDER", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--articles", type=int, default=2000)
    arguments = parser.parse_args()
    corpus = Corpus(arguments.articles, arguments.seed)
    arguments.folder.mkdir(parents=True, exist_ok=True)
    write_lines(arguments.folder / "articles.jsonl", (article.row() for article in corpus.articles))
    write_lines(arguments.folder / "gold.jsonl", (line for article in corpus.articles for line in article.gold()))


if __name__ == "__main__":
    main()
