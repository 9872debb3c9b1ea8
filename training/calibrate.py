"""Fits what a raw confidence is worth (knowledge/ontology/confidence.tsv) to how often records of each bin are right.

    training/calibrate.py [--whole] KIND REPORT.json...

It goes half the way from the raw value to the fit: the lexicon was made with the development articles in view and is better on
them than elsewhere. Where the reports are of left-out articles by other writers alone (gold/others/), --whole goes all the way.

Each report is what `entente eval gold DIR --format json` prints, with a table whose slope is 1 and intercept 0, for articles that
the model was not made with. Prints the line for the table.
"""

import json
import math
import sys


def logit(p):
    p = min(max(p, 0.001), 0.999)
    return math.log(p / (1 - p))


def fit(bins, steps=20000, rate=0.5, hold=0.02):
    """Logistic regression on bins (mean confidence, count, right), held a little towards slope 1 and intercept 0."""
    slope, intercept = 1.0, 0.0
    total = sum(count for _, count, _ in bins)
    for _ in range(steps):
        down_slope = hold * (slope - 1)
        down_intercept = hold * intercept
        for mean, count, right in bins:
            x = logit(mean)
            p = 1 / (1 + math.exp(-(slope * x + intercept)))
            error = (p * count - right) / total
            down_slope += error * x
            down_intercept += error
        slope -= rate * down_slope
        intercept -= rate * down_intercept
    return max(slope, 0.05), intercept


TRUST = 0.5


def read_bins(kind, paths):
    bins = []
    for path in paths:
        with open(path, encoding="utf-8") as stream:
            for line in stream:
                row = json.loads(line)
                if row.get("group") == "calibration" and row["kind"] == kind:
                    bins += [(b["confidence"], b["count"], b["right"]) for b in row["bins"] if b["count"]]
    return bins


if __name__ == "__main__":
    whole = "--whole" in sys.argv
    kind, *reports = [each for each in sys.argv[1:] if each != "--whole"] or [""]
    if not reports:
        sys.exit(__doc__)
    bins = read_bins(kind, reports)
    if not bins:
        sys.exit(f"no records of kind {kind}")
    slope, intercept = fit(bins)
    if not whole:
        slope, intercept = 1 + TRUST * (slope - 1), TRUST * intercept
    print(f"{kind}\t{slope:.3f}\t{intercept:.3f}")
