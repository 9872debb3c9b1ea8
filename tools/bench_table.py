#!/usr/bin/env python3
"""The bench's JSON on standard input as a table for the documents: make bench | tools/bench_table.py"""

import json
import sys

ROWS = (
    ("raw_text_to_trees", "raw text to trees", "words_per_second", "words/s", 10000),
    ("tokenise", "sentences and tokens", "words_per_second", "words/s", None),
    ("parse/int8", "tokens to trees, int8", "words_per_second", "words/s", None),
    ("parse/float32", "tokens to trees, f32", "words_per_second", "words/s", None),
    ("encoder_int8", "the encoder alone, int8", "words_per_second", "words/s", None),
    ("encoder_int8", "the encoder alone, int8, of oneDNN's int8 peak below", "share_of_int8_peak", "%", None),
    ("onednn_int8_matmul", "oneDNN's int8 product of large matrices", "operations_per_second", "Gop/s", None),
    ("code", "raw text to records", "words_per_second", "words/s", 8000),
    ("start_to_first_record", "start to first record, one article", "real_time", "ms", 300),
    ("start_to_first_record", "peak memory of that", "peak_mib", "MiB", 400),
)
SCALES = {"%": 100, "Gop/s": 1e-9}


def figure(run, key, unit):
    value = run[key] * SCALES.get(unit, 1)
    return f"{value:,.0f}" if value >= 10 else f"{value:.2f}"


def table(report):
    runs = {run["name"].removesuffix("/manual_time"): run for run in report["benchmarks"]}
    lines = ["| what | measured | unit | bar |", "|---|---|---|---|"]
    for name, label, key, unit, bar in ROWS:
        if name in runs and key in runs[name]:
            lines.append(f"| {label} | {figure(runs[name], key, unit)} | {unit} | {f'{bar:,}' if bar else ''} |")
        else:
            sys.exit(f"bench_table: no {key} of {name}; there are {', '.join(sorted(runs))}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    print(table(json.load(sys.stdin)), end="")
