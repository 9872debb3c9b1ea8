#!/usr/bin/env python3
"""Compiles the sheets of the gold corpus into records, and checks them; docs/formats/gold.md says how they look.

Exits 0 where all is right, 1 where a sheet or an article has a mistake or --check finds other records, 2 where the
command itself is wrong.
"""
import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "gold"))

from tools.corpus import SUFFIXES, Corpus, write_records  # noqa: E402
from tools.counts import counts, print_counts, print_markdown, short_of  # noqa: E402
from tools.tables import Tables  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description="Compiles gold/sheets/ into gold/records/.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="only these sheets: names or paths; with --counts "
                        "also beginnings of names, with or without the split ('dev', 'af-')")
    parser.add_argument("--check", action="store_true", help="write nothing; fail where the records there are others")
    parser.add_argument("--counts", action="store_true", help="write nothing; print what the corpus holds")
    parser.add_argument("--markdown", action="store_true", help="with --counts: as a table of a document")
    for folder in SUFFIXES:
        parser.add_argument(f"--{folder}", type=Path, metavar="DIR", help=f"instead of gold/{folder}")
    return parser.parse_args()


def chosen(corpus, options):
    """The names of the sheets meant; None where one of them means nothing."""
    sheets = corpus.names("sheets")
    if not options.names:
        return sorted(sheets)
    found = set()
    for given in options.names:
        name = Path(given).stem if given.endswith((".yaml", ".txt", ".jsonl")) else given
        if options.counts:
            starts = (name, f"dev-{name}", f"test-{name}")
            matching = {sheet for sheet in sheets if sheet.startswith(starts)}
        else:
            matching = {name} if name in sheets else set()
        if not matching:
            print(f"compile: no sheet '{name}' in {corpus.shown(corpus.folders['sheets'])}", file=sys.stderr)
            return None
        found |= matching
    return sorted(found)


def check_folders(corpus, options):
    """What has no counterpart; a second annotator's folder of sheets may leave articles out."""
    sheets = corpus.names("sheets")
    if not options.sheets or options.articles:
        for name in sorted(corpus.names("articles") - sheets):
            corpus.say(corpus.path("articles", name), 1, "has no sheet; an article without records has 'records: []'")
    for name in sorted(corpus.names("records") - sheets):
        corpus.say(corpus.path("records", name), 1, "the records have no sheet")


def put(corpus, name, records, check):
    path, new = corpus.path("records", name), write_records(records)
    if not check:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(new, encoding="utf-8", newline="\n")
        return
    old = corpus.read(path) if path.exists() else None
    if old == new:
        return
    if old is None:
        corpus.say(path, 1, "is not there; run gold/compile.py")
        return
    pairs = list(zip(old.split("\n"), new.split("\n")))
    line = next((i for i, (a, b) in enumerate(pairs, 1) if a != b), len(pairs))
    corpus.say(path, line, "is not what the sheet gives; run gold/compile.py")


def check_targets(corpus, found, lacking):
    path = corpus.tables.root / "gold" / "targets.tsv"
    for (table, row), least in lacking.items():
        corpus.say(path, 1, f"{table}: {row}: {found[table][row]} of at least {least}")


def main():
    options = arguments()
    folders = {folder: getattr(options, folder) or ROOT / "gold" / folder for folder in SUFFIXES}
    corpus = Corpus(folders, Tables(ROOT), ROOT)
    whole = not options.names and not any(getattr(options, folder) for folder in SUFFIXES)
    names = chosen(corpus, options)
    if names is None:
        return 2
    if not options.names:
        check_folders(corpus, options)
    compiled = []
    for name in names:
        article, records, right = corpus.compile(name)
        if article:
            compiled.append((article, records))
        if right and not options.counts:
            put(corpus, name, records, options.check)
    found = counts(compiled, corpus.tables)
    lacking = short_of(found, corpus.tables.targets) if whole else {}
    if options.counts and options.markdown:
        print_markdown(found)
    elif options.counts:
        print_counts(found, lacking)
    elif options.check:
        check_targets(corpus, found, lacking)
    for path, line, message in sorted(corpus.mistakes):
        print(f"{path}:{line}: {message}", file=sys.stderr)
    if corpus.mistakes:
        print(f"compile: mistakes: {len(corpus.mistakes)}", file=sys.stderr)
        return 1
    if not options.counts:
        print(f"compile: {len(names)} sheets, {sum(len(records) for _, records in compiled)} records")
    return 0


if __name__ == "__main__":
    sys.exit(main())
