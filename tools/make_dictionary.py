#!/usr/bin/env python3
"""Makes knowledge/ledger/records.zdict: what a ledger packs its records with.

    entente code --format jsonl gold/articles/dev-* | tools/make_dictionary.py

The dictionary holds the reasons that frames of the lexicon give (rule and description), and what zstd finds frequent in
the records that it reads, without what src/store/body.cc leaves out of them. A ledger keeps the dictionary that it was
made with, so that a new one changes nothing in ledgers that are there.
"""
import ctypes
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "knowledge" / "ledger" / "records.zdict"
IN_COLUMNS = {"kind", "id", "article", "published", "engine"}
TRAINED_BYTES = 65536
LEVEL = 9

zstd = ctypes.CDLL("libzstd.so.1")


class Parameters(ctypes.Structure):
    _fields_ = [("level", ctypes.c_int), ("notifications", ctypes.c_uint), ("id", ctypes.c_uint)]


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


def body(line):
    record = {key: value for key, value in json.loads(line).items() if key not in IN_COLUMNS}
    return json.dumps(short(record), ensure_ascii=False, separators=(",", ":")).encode()


def reasons():
    """As the engine writes them for each frame: the first lemma and the description."""
    for file in sorted((ROOT / "knowledge" / "lexicon" / "frames").glob("*.tsv")):
        rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        name, lemmas, description = (rows[0].index(column) for column in ("name", "lemmas", "description"))
        for row in rows[1:]:
            lemma = row[lemmas].split(",")[0].strip()
            yield f'[{{"rule":"lexicon:{row[name]}","detail":"{lemma}: {row[description]}"}},'.encode()


def call(name, buffer, *arguments):
    function = getattr(zstd, name)
    function.restype = ctypes.c_size_t
    size = function(buffer, ctypes.c_size_t(len(buffer)), *arguments)
    if zstd.ZDICT_isError(ctypes.c_size_t(size)):
        sys.exit(f"make_dictionary: {name} failed")
    return buffer.raw[:size]


def main():
    samples = [body(line) for line in sys.stdin if line.strip()]
    sizes = (ctypes.c_size_t * len(samples))(*map(len, samples))
    joined, count = b"".join(samples), ctypes.c_uint(len(samples))
    trained = call("ZDICT_trainFromBuffer", ctypes.create_string_buffer(TRAINED_BYTES), joined, sizes, count)
    content = b"".join(reasons()) + trained
    whole = call("ZDICT_finalizeDictionary", ctypes.create_string_buffer(len(content) + 4096), content,
                 ctypes.c_size_t(len(content)), joined, sizes, count, Parameters(LEVEL, 0, 0))
    OUT.write_bytes(whole)


if __name__ == "__main__":
    main()
