#!/usr/bin/env python3
"""Puts standard input between the marks of a name in documents: <!-- name --> ... <!-- /name -->.

    training/evaluate.py DATA ENTENTE MODEL | tools/put_table.py syntax-scores docs/measurements.md models/README.md
"""

import sys


def replaced(document, name, text):
    begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
    if document.count(begin) != 1 or document.count(end) != 1:
        raise ValueError(f"expected one {begin.strip()} and one {end}")
    head, rest = document.split(begin)
    return head + begin + text.rstrip("\n") + "\n" + end + rest.split(end)[1]


def main(name, *paths):
    text = sys.stdin.read()
    if not text.strip():
        sys.exit("put_table: nothing to put")
    for path in paths:
        with open(path, encoding="utf-8") as stream:
            document = stream.read()
        try:
            document = replaced(document, name, text)
        except ValueError as error:
            sys.exit(f"{path}: {error}")
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(document)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
