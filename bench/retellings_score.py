#!/usr/bin/env python3
"""Scores which tellings of events a ledger joined, against a corpus of bench/retellings.py.

    bench/retellings_score.py GOLD LEDGER [--table]

GOLD is gold.jsonl. LEDGER is a ledger's export: a JSON object a line; those of kind "event" are read, with `id`, `type`
and `mentions` (`article`, `start`, `end`).

The unit is a telling: some words of an article that tell an event of the made world. A telling is in the ledger event
that has a mention in its article whose span overlaps its own: one with an acceptable type before others, then the
longest overlap, then the shortest span. A telling that no mention covers is alone, so its pairs are lost recall.
Two tellings of one event are a pair to be found; two tellings in one ledger event are a pair that was joined.

Printed: a JSON object a line, or with --table Markdown for tools/put_table.py.
"""

import argparse
import collections
import datetime
import itertools
import json
import sys

# A pair of tellings is of the kind that stands last here.
MANNERS = ("original", "copy", "paraphrase", "background")


def read_lines(path):
    with open(path, encoding="utf-8") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                try:
                    yield number, json.loads(line)
                except ValueError as error:
                    sys.exit(f"{path}:{number}: {error}")


def read_ledger(path):
    """article -> list of (start, end, type, id of the ledger event)"""
    mentions = collections.defaultdict(list)
    for number, row in read_lines(path):
        if row.get("kind") != "event":
            continue
        try:
            for mention in row["mentions"]:
                mentions[mention["article"]].append((mention["start"], mention["end"], row["type"], row["id"]))
        except (KeyError, TypeError) as error:
            sys.exit(f"{path}:{number}: an event needs id, type and mentions with article, start, end; no {error}")
    return mentions


def ledger_event(telling, mentions):
    """The id of the ledger event that the telling is in, or None."""
    best, best_rank = None, None
    for start, end, kind, event in mentions.get(telling["article"], ()):
        overlap = min(end, telling["end"]) - max(start, telling["start"])
        if overlap > 0:
            rank = (kind not in telling["types"], -overlap, end - start, event)
            if best_rank is None or rank < best_rank:
                best, best_rank = event, rank
    return best


def pairs(count):
    return count * (count - 1) // 2


def figures(found, joined, told):
    precision = found / joined if joined else 1.0
    recall = found / told if told else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4), "pairs_right": found, "pairs_joined": joined,
            "pairs_told": told}


def pair_figures(tellings, clusters):
    """Over these tellings; clusters[i] is the ledger event of tellings[i], or None."""
    events = collections.Counter(telling["event"] for telling in tellings)
    joined = collections.Counter(cluster for cluster in clusters if cluster is not None)
    both = collections.Counter((t["event"], c) for t, c in zip(tellings, clusters) if c is not None)
    return figures(*(sum(map(pairs, counter.values())) for counter in (both, joined, events)))


def by_manner(tellings, clusters):
    """manner -> [pairs to be found, pairs found]"""
    groups = collections.defaultdict(list)
    for telling, cluster in zip(tellings, clusters):
        groups[telling["event"]].append((MANNERS.index(telling["telling"]), cluster))
    counts = {manner: [0, 0] for manner in MANNERS}
    for group in groups.values():
        for (first, a), (second, b) in itertools.combinations(group, 2):
            count = counts[MANNERS[max(first, second)]]
            count[0] += 1
            count[1] += a is not None and a == b
    return counts


def difference(a, b):
    """What kind of wrong join two events of the world are, from what they differ in."""
    apart = abs((datetime.date.fromisoformat(a["day"]) - datetime.date.fromisoformat(b["day"])).days)
    same_parties = set(a["parties"][:2]) == set(b["parties"][:2])
    if not same_parties:
        return "other dyad" if a["kind"] == b["kind"] else "other dyad and act"
    if a["kind"] != b["kind"]:
        return "other act, same day" if apart == 0 else "other act, other day"
    if apart > 300:
        return "anniversary"
    if a["parties"][:2] != b["parties"][:2] and a["directed"]:
        return "other direction"
    if apart == 0:
        return "other place, same day" if a["place"] != b["place"] else "same day, other matter"
    return "next day" if apart == 1 else "second round"


def wrong_joins(tellings, clusters):
    """Pairs of tellings of two events in one ledger event, counted by what the events differ in."""
    members = collections.defaultdict(collections.Counter)
    facts = {}
    for telling, cluster in zip(tellings, clusters):
        facts[telling["event"]] = telling
        if cluster is not None:
            members[cluster][telling["event"]] += 1
    counts = collections.Counter()
    for counter in members.values():
        for (a, n), (b, m) in itertools.combinations(sorted(counter.items()), 2):
            counts[difference(facts[a], facts[b])] += n * m
    return counts


def score(tellings, mentions):
    clusters = [ledger_event(telling, mentions) for telling in tellings]
    covered = [n for n, cluster in enumerate(clusters) if cluster is not None]
    yield {"name": "tellings", "told": len(tellings), "covered": len(covered), "coverage": round(len(covered) / max(1, len(tellings)), 4),
           "events": len({telling["event"] for telling in tellings})}
    yield {"name": "pairs/all", **pair_figures(tellings, clusters)}
    yield {"name": "pairs/covered", **pair_figures([tellings[n] for n in covered], [clusters[n] for n in covered])}
    for manner, (told, found) in by_manner(tellings, clusters).items():
        yield {"name": f"recall/{manner}", "recall": round(found / told, 4) if told else None, "pairs_right": found, "pairs_told": told}
    for name, count in sorted(wrong_joins(tellings, clusters).items(), key=lambda item: (-item[1], item[0])):
        yield {"name": f"wrong/{name}", "pairs": count}


def table(rows):
    lines = ["| what | precision | recall | F1 | pairs |", "|---|---|---|---|---|"]
    shown = lambda value: "" if value is None else f"{value:.3f}"
    for row in rows:
        kind, _, rest = row["name"].partition("/")
        if kind == "tellings":
            lines.append(f"| tellings covered, of {row['told']:,} of {row['events']:,} events | | {shown(row['coverage'])} | | |")
        elif kind == "pairs":
            lines.append(f"| {rest} tellings | {shown(row['precision'])} | {shown(row['recall'])} | {shown(row['f1'])} | {row['pairs_told']:,} |")
        elif kind == "recall" and row["pairs_told"]:
            lines.append(f"| of these, {rest} | | {shown(row['recall'])} | | {row['pairs_told']:,} |")
        elif kind == "wrong":
            lines.append(f"| wrongly joined: {rest} | | | | {row['pairs']:,} |")
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("ledger")
    parser.add_argument("--table", action="store_true", help="Markdown instead of JSON lines")
    arguments = parser.parse_args()
    tellings = [row for _, row in read_lines(arguments.gold)]
    if not tellings:
        sys.exit(f"{arguments.gold}: no telling")
    rows = list(score(tellings, read_ledger(arguments.ledger)))
    print("\n".join(table(rows) if arguments.table else map(json.dumps, rows)))


if __name__ == "__main__":
    main()
