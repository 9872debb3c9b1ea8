#!/usr/bin/env python3
"""Makes knowledge/ledger/records.zdict: what a ledger packs its records with.

    entente code --format jsonl gold/articles/dev-* | tools/make_dictionary.py

Reads records, leaves out of each what src/store/body.cc leaves out, and trains zstd's dictionary on them. A ledger
keeps the dictionary that it was made with, so that a new one changes nothing in ledgers that are there.
"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "knowledge" / "ledger" / "records.zdict"
IN_COLUMNS = {"kind", "id", "article", "published", "engine"}
MAX_BYTES = 65536


def short(value):
    if isinstance(value, dict):
        has_span = isinstance(value.get("start"), int)
        return {
            key: short(inner)
            for key, inner in value.items()
            if inner is not None and inner != [] and not (has_span and key == "text")
        }
    if isinstance(value, list):
        return [short(inner) for inner in value]
    return value


def main():
    with tempfile.TemporaryDirectory() as folder:
        for number, line in enumerate(sys.stdin):
            record = {key: value for key, value in json.loads(line).items() if key not in IN_COLUMNS}
            body = json.dumps(short(record), ensure_ascii=False, separators=(",", ":"))
            Path(folder, f"{number:06}").write_text(body, encoding="utf-8")
        OUT.parent.mkdir(exist_ok=True)
        samples = sorted(str(path) for path in Path(folder).iterdir())
        subprocess.run(
            ["zstd", "-q", "--train", *samples, f"--maxdict={MAX_BYTES}", "-o", str(OUT), "-f"], check=True
        )


if __name__ == "__main__":
    main()
