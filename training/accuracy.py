"""Runs the built `entente` over what docs/accuracy.md shows and prints its table.

    training/accuracy.py DATA ENTENTE CV | tools/put_table.py accuracy docs/accuracy.md

DATA holds events/; CV is the folder that events_cv.sh filled.
"""

import datetime
import json
import lzma
import os
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")


def run(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def rows_of(out):
    return [json.loads(line) for line in out.splitlines() if line.strip()]


def percent(value):
    return f"{100 * value:.1f}"


def gsr_rows(entente, data):
    scores = {r["metric"]: r for r in rows_of(run(entente, "eval", "gsr", "--format", "jsonl", os.path.join(data, "events/plover_gsr-visible.json")))}
    types, triples, both = (scores[m] for m in ("types per sentence", "triples", "triples, both present"))
    name = "PLOVER gold records, visible half, never trained on"
    return [(name, "types per sentence: recall", percent(types["recall"]), "85"),
            (name, "types per sentence: F1 (precision is a lower bound)", percent(types["f1"]), "70"),
            (name, "actor, type, recipient by country: F1, empty counted", percent(triples["f1"]), "50"),
            (name, "the same, both present", percent(both["f1"]), "60")]


def plv_rows(path):
    """The folds' counts added up."""
    cases = right = quad = 0
    classes = {}
    with open(path, encoding="utf-8") as stream:
        for row in rows_of(stream.read()):
            if row["metric"] == "classes":
                cases += row["cases"]
                right += row["correct"]
                quad += round(row["quad_accuracy"] * row["cases"])
            else:
                counts = classes.setdefault(row["metric"], [0, 0, 0])
                for i, key in enumerate(("gold", "system", "correct")):
                    counts[i] += row[key]
    known = [c for c in classes.values() if c[0]]
    macro = sum(2 * c[2] / (c[0] + c[1]) for c in known) / len(known)
    name = f"PLV, five-fold cross-validation, {cases} sentences"
    return [(name, "15 classes: accuracy", percent(right / cases), "84"), (name, "15 classes: macro F1", percent(macro), "83"),
            (name, "quad classes: accuracy", percent(quad / cases), "90")]


def gold_rows(entente):
    rows = rows_of(run(entente, "eval", "gold", os.path.join(ROOT, "gold"), "--split", "test", "--format", "json", "--errors"))
    score = {(r["group"], r["kind"], r["metric"]): r for r in rows if r["group"] in ("records", "field")}
    field = lambda name: percent(score["field", "event", name]["f1"])
    calibration = next(r for r in rows if r["group"] == "calibration" and r["kind"] == "event")
    name = "Entente Gold, test third"
    return [(name, "events: F1 (same type, overlapping words)", percent(score["records", "event", "events"]["f1"]), "75"),
            (name, "events: precision", percent(score["records", "event", "events"]["precision"]), ""),
            (name, "events: recall", percent(score["records", "event", "events"]["recall"]), ""),
            (name, "of those: actors by code", field("actor codes"), "80"),
            (name, "of those: actors by code and sector", field("actor"), ""),
            (name, "of those: recipients by code", field("recipient codes"), "80"),
            (name, "of those: recipients by code and sector", field("recipient"), ""),
            (name, "of those: status", field("status"), "85"),
            (name, "of those: mode", field("mode"), ""),
            (name, "of those: CAMEO code", field("cameo"), ""),
            (name, "of those: date", field("date"), ""),
            (name, "of those: place", field("place"), ""),
            (name, "of those: attribution", field("attributed"), ""),
            (name, "expected calibration error of events' confidence", f"{calibration['expected_error']:.3f}", "0.08"),
            (name, "statements: F1 (same content)", percent(score["records", "statement", "statements"]["f1"]), "")]


def empty_rows(entente):
    rows = rows_of(run(entente, "eval", "gold", os.path.join(ROOT, "gold"), "--format", "json", "--errors"))
    false = sum(1 for r in rows if r["group"] == "mistake" and r["kind"] == "event" and r["cause"] == "extra, in an article without records")
    return [("Entente Gold, the 25 articles without records", "false events", str(false), "at most 2")]


def main(data, entente, cv):
    versions = run(entente, "--version").split("\n")
    # Checksums without the paths of this machine.
    print(f"{datetime.date.today().isoformat()}; " + "; ".join(" ".join(v.split()[:2]) for v in versions if v.strip()) + "\n")
    print("| on | measure | measured | bar |\n|---|---|---|---|")
    for row in gold_rows(entente) + empty_rows(entente) + gsr_rows(entente, data) + plv_rows(os.path.join(cv, "plv.jsonl")):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
