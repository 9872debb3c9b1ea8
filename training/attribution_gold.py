"""Writes a part of PolNeAR as JSONL for `entente eval attribution`: an article a line with its attributions.

    training/attribution_gold.py DATA > kept.jsonl            the kept tenth, which the model has not seen
    training/attribution_gold.py DATA --part 8 > other.jsonl  another tenth, which it was trained on

Positions count code points; each role is a list of [start, end] pieces. Of an article that several annotated, the first
reading by file name is taken.
"""

import argparse
import json
import os
import re

import corpora

ROLES = ("Source", "Cue", "Content")
SPAN = re.compile(r"(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t")
LINK = re.compile(r"E\d+\t(.*)")


def attributions(annotation):
    spans, found = {}, []
    for line in annotation.split("\n"):
        if match := SPAN.match(line):
            spans[match.group(1)] = [list(map(int, piece.split())) for piece in match.group(3).split(";")]
    for line in annotation.split("\n"):
        if match := LINK.match(line):
            roles = {role.lower(): [] for role in ROLES}
            for part in match.group(1).split():
                role, key = part.split(":")
                role = role.rstrip("0123456789")
                if role in ROLES and key in spans:
                    roles[role.lower()] += spans[key]
            found.append({role: sorted(pieces) for role, pieces in roles.items()})
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("--part", type=int, default=9, help="which tenth; 9 is the one kept from training")
    args = parser.parse_args()
    articles = corpora.polnear_articles(corpora.find(os.path.join(args.data, "attribution"), "polnear-train.tar.xz"))
    for i, (name, text, marks) in enumerate(articles):
        if i % 10 != args.part:
            continue
        found = [each for each in attributions(marks[min(marks)]) if each["cue"]]
        print(json.dumps({"id": name, "text": text, "language": "en", "attributions": found}, ensure_ascii=False))


if __name__ == "__main__":
    main()
