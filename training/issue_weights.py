#!/usr/bin/env python3
"""Fits how much speaks for an issue: knowledge/issues/weights.tsv.

    training/issue_weights.py CHOICES MODEL [--also DIR]... [--without dev-j] > knowledge/issues/weights.tsv

CHOICES is the built entente_issue_choices. What is learned from: the development articles of gold/ and of gold/others/, and those of each DIR
(articles/ and records/ as there). The statements of an article are followed in the order of the text, each put where its annotator did; what
could have been chosen at every step, and the phrases that could name each group, are the options of a softmax regression. The
regression is by stochastic steps over plain Python numbers: some minutes. `--leave I/N` leaves every Nth article out, from the Ith;
`--check` then tells how often the choices on these are right, each after right ones. `--without` names how articles begin that are not used: those of
the seventh writer, on agreements, hold few statements, and with them issues were right less often elsewhere.
"""
import argparse
import json
import math
import pathlib
import random
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
EPOCHS = 14
RATE = 0.12
SQUARES = {"group": 0.004, "label": 0.004}  # what a squared weight costs, for each choice
KEPT = 0.06  # the least weight that the table tells
MERITS = 5  # times that a feature must stand
PLAIN = set("a an and as at be between by for from has have in into is it its not of on or over s that the their to was who why if with about were which whose would will".split())


def words_of(label):
    """As src/eval/gold_compare.cc takes labels apart."""
    found = set()
    for word in re.findall(r"[a-z0-9\x80-\U0010ffff]+", label.lower()):
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            word = word[:-1]
        if word not in PLAIN:
            found.add(word)
    return found


def same(gold, option):
    if gold.get("id") and option["id"]:
        return gold["id"] == option["id"]
    a, b = words_of(gold["label"]), words_of(option["label"])
    return 2 * len(a & b) >= min(len(a), len(b)) > 0


def annotated(folders):
    for folder in folders:
        for path in sorted((folder / "records").glob("dev-*.jsonl")):
            statements, issues = [], []
            for line in open(path, encoding="utf-8"):
                record = json.loads(line)
                if record["kind"] != "statement" or not record.get("issue"):
                    continue
                if record["issue"] not in issues:
                    issues.append(record["issue"])
                content = record["content"]
                statements.append({"start": content["start"], "end": content["end"], "issue": issues.index(record["issue"])})
            if statements:
                yield str(folder / "articles" / (path.stem + ".txt")), statements, issues


def choices(program, model, articles):
    lines = "".join(json.dumps({"path": path, "statements": statements}) + "\n" for path, statements, _ in articles)
    out = subprocess.run([program, model, str(ROOT / "knowledge")], input=lines, capture_output=True, text=True, check=True).stdout
    found = []
    for (path, _, issues), line in zip(articles, out.splitlines()):
        read = json.loads(line)
        groups = [([(option["right"], option["said"]) for option in choice["options"]], 1) for choice in read["groups"]]
        labels = []
        for choice in read["labels"]:
            gold = issues[choice["issue"]]
            labels.append(([(same(gold, option), option["said"]) for option in choice["options"]], choice["members"]))
        found.append({"group": groups, "label": labels})
    return found


def merge(said):
    found = {}
    for name, times in said:
        found[name] = found.get(name, 0.0) + times
    return found


def prepare(data):
    prepared = []
    for options, weight in data:
        if len(options) > 1 and any(right for right, _ in options) and not all(right for right, _ in options):
            prepared.append(([(right, list(merge(said).items())) for right, said in options], weight))
    return prepared


def scores_of(weights, options):
    scores = [sum(weights.get(name, 0.0) * times for name, times in said) for _, said in options]
    most = max(scores)
    parts = [math.exp(score - most) for score in scores]
    total = sum(parts)
    return [part / total for part in parts]


def learn(data, square):
    counts = {}
    for options, _ in data:
        for name in {name for _, said in options for name, _ in said}:
            counts[name] = counts.get(name, 0) + 1
    known = {name for name, count in counts.items() if count >= MERITS}
    data = [([(right, [(n, t) for n, t in said if n in known]) for right, said in options], weight) for options, weight in data]
    weights = dict.fromkeys(known, 0.0)
    squares = dict.fromkeys(known, 1e-2)
    order = list(range(len(data)))
    shuffle = random.Random(1)
    mean, taken = dict.fromkeys(known, 0.0), 0
    for epoch in range(EPOCHS):
        shuffle.shuffle(order)
        for at in order:
            options, weight = data[at]
            chances = scores_of(weights, options)
            right = sum(chance for chance, (good, _) in zip(chances, options) if good)
            slope = {}
            for chance, (good, said) in zip(chances, options):
                pull = (chance / right if good else 0.0) - chance
                if abs(pull) < 1e-4:
                    continue
                for name, times in said:
                    slope[name] = slope.get(name, 0.0) + pull * times
            factor = math.sqrt(weight)
            for name, value in slope.items():
                value = factor * value - square * weights[name] * 4
                squares[name] += value * value
                weights[name] += RATE * value / math.sqrt(squares[name])
        if epoch >= EPOCHS // 2:
            taken += 1
            for name in known:
                mean[name] += weights[name]
    return {name: value / taken for name, value in mean.items()}


def rightness(weights, data):
    right = total = 0
    for options, weight in data:
        chances = scores_of(weights, [(good, list(merge(said).items())) for good, said in options])
        total += weight
        right += weight * options[max(range(len(chances)), key=chances.__getitem__)][0]
    return f"{100 * right / max(total, 1):.1f} % of {total}"


def parsed_options(description):
    """What a program is asked for that fits weights to choices; whose_weights.py has the same."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("choices")
    parser.add_argument("model")
    parser.add_argument("--also", action="append", default=[])
    parser.add_argument("--without", metavar="PREFIX", help="articles whose names begin so are not learned from")
    parser.add_argument("--leave")
    parser.add_argument("--check", action="store_true")
    return parser.parse_args()


def folders_of(options):
    return [ROOT / "gold", ROOT / "gold/others"] + [pathlib.Path(folder) for folder in options.also]


def used(path, options):
    return not options.without or not pathlib.Path(path).name.startswith(options.without)


def split(data, leave):
    """What is learned from and what is left out, by articles."""
    if not leave:
        return data, []
    first, every = map(int, leave.split("/"))
    return [each for i, each in enumerate(data) if i % every != first], [each for i, each in enumerate(data) if i % every == first]


def main():
    options = parsed_options(__doc__)
    articles = [each for each in annotated(folders_of(options)) if used(each[0], options)]
    found = choices(options.choices, options.model, articles)
    kept, left = split(found, options.leave)
    rows = []
    for choice in ("group", "label"):
        weights = learn(prepare([one for each in kept for one in each[choice]]), SQUARES[choice])
        rows += [(choice, name, weight) for name, weight in sorted(weights.items()) if abs(weight) >= KEPT]
        if options.check:
            for name, part in (("learned", kept), ("left out", left)):
                print(choice, name, rightness(weights, [one for each in part for one in each[choice]]), file=sys.stderr)
            could = [one for each in left or kept for one in each[choice]]
            members = sum(weight for options_, weight in could)
            reach = sum(weight for options_, weight in could if any(good for good, _ in options_))
            print(choice, f"right option there: {100 * reach / max(members, 1):.1f} %", file=sys.stderr)
    print("# schema: issue_weights 1\n# version: 2026.1")
    print("# source: training/issue_weights.py: the development articles of gold/ and of gold/others/" + (f", without {options.without}" if options.without else ""))
    print("# licence: Apache-2.0")
    print("# How much speaks for a choice, as log odds. choice: group (whether a statement is on one matter with those before it, or")
    print("# on a new one) or label (whether a phrase names the matter of a group). What each means: docs/formats/knowledge.md.")
    print("choice\twhat\tweight")
    for choice, name, weight in rows:
        print(f"{choice}\t{name}\t{weight:.2f}")


if __name__ == "__main__":
    sys.exit(main())
