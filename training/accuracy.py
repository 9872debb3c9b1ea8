"""Runs the built `entente` over what docs/accuracy.md shows and prints its table.

    training/accuracy.py DATA ENTENTE [CV] | tools/put_table.py accuracy docs/accuracy.md
    training/accuracy.py DATA ENTENTE CV --split dev    the same on the articles that the tables were tuned on: for work, not to be shown

DATA holds events/ and attribution/; CV is the folder that events_cv.sh filled. Its models take hours: where CV is missing, PLV's rows are those of
the table that stands in docs/accuracy.md, with the day on which they were measured.
"""

import argparse
import datetime
import glob
import json
import os
import subprocess
import sys
import tempfile

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


# Of the corpus: (row of docs/accuracy.md, group, kind and metric of `entente eval gold`, which figure, bar).
GOLD = [("events: F1 (same type, overlapping words)", "records", "event", "events", "f1", "75"),
        ("events: precision", "records", "event", "events", "precision", ""),
        ("events: recall", "records", "event", "events", "recall", ""),
        ("of those: actors by code", "field", "event", "actor codes", "f1", "80"),
        ("of those: actors by code and sector", "field", "event", "actor", "f1", ""),
        ("of those: recipients by code", "field", "event", "recipient codes", "f1", "80"),
        ("of those: recipients by code and sector", "field", "event", "recipient", "f1", ""),
        ("of those: status", "field", "event", "status", "f1", "85"),
        ("of those: mode", "field", "event", "mode", "f1", ""),
        ("of those: CAMEO code", "field", "event", "cameo", "f1", ""),
        ("of those: date", "field", "event", "date", "f1", ""),
        ("of those: place", "field", "event", "place", "f1", ""),
        ("of those: attribution", "field", "event", "attributed", "f1", ""),
        ("expected calibration error of events' confidence", "calibration", "event", None, "expected_error", "0.08"),
        ("statements: F1 (same content)", "records", "statement", "statements", "f1", ""),
        ("statements: F1, with the speaker right", "records", "statement", "statements, speaker right", "f1", "75"),
        ("of those with the same content: stance", "field", "statement", "stance", "f1", "75"),
        ("of those with the same content: issue", "field", "statement", "issue", "f1", "75"),
        ("agreements: F1 (same parties and form)", "records", "agreement", "agreements", "f1", "75"),
        ("of those: status", "field", "agreement", "status", "f1", "80"),
        ("provisions: F1 (same type, half of the words)", "records", "provision", "provisions", "f1", "70"),
        ("of those: obligation", "field", "provision", "obligation", "f1", "80"),
        ("relations: F1 (same type and parties)", "records", "relation", "relations", "f1", "70"),
        ("of those: trend", "field", "relation", "trend", "f1", "80"),
        ("disputes: F1 (both sides)", "records", "dispute", "disputes", "f1", "60")]


# What is shown of the articles by other writers, for which no bars are set.
OTHERS = ("events", "actor codes", "recipient codes", "status", "statements, speaker right", "stance", "issue", "agreements", "provisions", "relations",
          "disputes")


def plv_rows_that_stand():
    """PLV's rows of the table in docs/accuracy.md, with their day."""
    day, found = None, []
    with open(os.path.join(ROOT, "docs/accuracy.md"), encoding="utf-8") as stream:
        for line in stream:
            if day is None and line[:4].isdigit() and "; entente" in line:
                day = line.split(";")[0]
            if line.startswith("| PLV,"):
                name, *rest = [cell.strip() for cell in line.strip().strip("|").split("|")]
                found.append((name if "measured" in name else f"{name}, measured on {day}", *rest))
    return found


def gold_rows(entente, split, name, folder="gold", shown=None):
    rows = rows_of(run(entente, "eval", "gold", os.path.join(ROOT, folder), "--split", split, "--format", "json"))
    score = {(r["group"], r["kind"], r.get("metric")): r for r in rows if r["group"] in ("records", "field", "calibration")}
    for measure, group, kind, metric, figure, bar in GOLD:
        if shown is not None and (metric not in shown or figure != "f1"):
            continue
        value = score[group, kind, metric][figure]
        yield name, measure, f"{value:.3f}" if group == "calibration" else percent(value), "" if shown else bar


def misquoted(part, text):
    """How many of a record's quotations, at any depth, are not the words of the article at their positions."""
    if isinstance(part, list):
        return sum(misquoted(each, text) for each in part)
    if not isinstance(part, dict):
        return 0
    wrong = "text" in part and "start" in part and text[part["start"]:part["end"]] != part["text"]
    return wrong + sum(misquoted(each, text) for each in part.values())


def verbatim_rows(entente, split, name):
    texts = {}
    for path in sorted(glob.glob(os.path.join(ROOT, "gold/articles", f"{split}-*.txt"))):
        with open(path, encoding="utf-8", newline="") as stream:
            texts[os.path.basename(path)] = stream.read()
    articles = "".join(json.dumps({"id": key, "text": text, "language": "en"}) + "\n" for key, text in texts.items())
    records = rows_of(run(entente, "code", "--from", "jsonl", "--format", "jsonl", "-", text=articles))
    wrong = sum(misquoted(record, texts[record["article"]]) for record in records)
    return [(name, f"quotations that are not verbatim, of {len(records)} records", str(wrong), "0")]


def attribution_rows(entente, data):
    script = os.path.join(ROOT, "training/attribution_gold.py")
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as gold:
        gold.write(run(sys.executable, script, data))
        gold.flush()
        scores = {r["metric"]: r for r in rows_of(run(entente, "eval", "attribution", "--format", "jsonl", gold.name))}
    whole, exact = scores["whole attributions"], scores["whole, exact"]
    name = "PolNeAR, the kept tenth"
    return [(name, f"whole attributions: F1 (half of source, cue and content), {whole['gold']} of them", percent(whole["f1"]), "65"),
            (name, "whole attributions, exact: F1", percent(exact["f1"]), "")]


def empty_rows(entente):
    rows = rows_of(run(entente, "eval", "gold", os.path.join(ROOT, "gold"), "--format", "json", "--errors"))
    false = sum(1 for r in rows if r["group"] == "mistake" and r["kind"] == "event" and r["cause"] == "extra, in an article without records")
    return [("Entente Gold, the 25 articles without records", "false events", str(false), "at most 2")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("data", "entente"):
        parser.add_argument(name)
    parser.add_argument("cv", nargs="?")
    parser.add_argument("--split", choices=("test", "dev"), default="test")
    args = parser.parse_args()
    versions = run(args.entente, "--version").split("\n")
    others = len(glob.glob(os.path.join(ROOT, "gold/others/articles", f"{args.split}-*.txt")))
    name = "Entente Gold, test third" if args.split == "test" else "Entente Gold, development articles"
    plv = plv_rows(os.path.join(args.cv, "plv.jsonl")) if args.cv else plv_rows_that_stand()
    rows = [*gold_rows(args.entente, args.split, name), *verbatim_rows(args.entente, args.split, name), *empty_rows(args.entente),
            *gold_rows(args.entente, args.split, f"gold/others, the {others} {'test' if args.split == 'test' else 'development'} articles by other writers",
                       "gold/others", OTHERS),
            *attribution_rows(args.entente, args.data), *gsr_rows(args.entente, args.data), *plv]
    # Checksums without the paths of this machine.
    print(f"{datetime.date.today().isoformat()}; " + "; ".join(" ".join(v.split()[:2]) for v in versions if v.strip()) + "\n")
    print("| on | measure | measured | bar |\n|---|---|---|---|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
