#!/usr/bin/env python3
"""Fails when a document names a path, a make target or a preset that does not exist.

Looked at: links, and what stands in backticks, in every *.md outside build folders. Code fences are not: they
show output and commands. `<name>` and `*` in a path stand for anything; a first folder in capitals is the reader's own.
C++ files are looked at for the documents that their comments name.
"""
import glob
import json
import re
import sys
from pathlib import Path

FENCE = re.compile(r"^\s*(```|~~~)")
CODE = re.compile(r"`([^`\n]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
PATH = re.compile(r"^[\w.*<>/+-]+$")
DOCUMENT = re.compile(r"\bdocs/[\w./-]+\.md\b")
SUFFIXES = (
    ".md", ".cc", ".h", ".py", ".sh", ".txt", ".json", ".jsonl", ".html", ".tsv", ".cmake", ".case", ".safetensors",
    ".conllu",
)
SKIPPED_TOPS = ("build", ".git", "node_modules", ".venv")


def prose_lines(text):
    fenced = False
    for number, line in enumerate(text.splitlines(), 1):
        if FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            yield number, line


def is_path(root, word):
    """Whether a word in backticks is meant as a path of this project."""
    if not PATH.match(word) or word.startswith(("-", "/")):
        return False
    if word.startswith(".") and not word.startswith((".ci", ".clang", ".editor", "..")):
        return False
    if "/" in word:
        first = word.split("/")[0]
        if first.isupper():
            return False
        return (root / first).exists() or word.endswith(SUFFIXES) or word.endswith("/")
    return word.endswith(SUFFIXES) or word in ("Makefile", "LICENSE", "NOTICE")


def exists(root, document, word):
    pattern = re.sub(r"<[^>]*>", "*", word.rstrip("/"))
    places = [root, document.parent, root / "include", root / "src"]
    if any(glob.glob(str(place / pattern)) for place in places):
        return True
    # A name without a folder may stand in any of the sources' folders.
    return "/" not in pattern and any(any((root / top).rglob(pattern)) for top in ("src", "apps", "include", "tests"))


def make_targets(root):
    makefile = root / "Makefile"
    text = makefile.read_text(encoding="utf-8") if makefile.exists() else ""
    return set(re.findall(r"^([a-z][\w-]*):", text, re.MULTILINE))


def presets(root):
    file = root / "CMakePresets.json"
    if not file.exists():
        return set()
    content = json.loads(file.read_text(encoding="utf-8"))
    return {preset["name"] for kind, value in content.items() if kind.endswith("Presets") for preset in value}


def check_document(root, document, targets, preset_names):
    name = document.relative_to(root).as_posix()
    for number, line in prose_lines(document.read_text(encoding="utf-8")):
        for word in LINK.findall(CODE.sub("", line)):
            word = word.split("#")[0]
            if word and "://" not in word and not word.startswith("mailto:") and not exists(root, document, word):
                yield f"{name}:{number}: links to {word}, which does not exist"
        for code in CODE.findall(line):
            command = re.match(r"make ([a-z][\w-]*)$", code)
            if command and command.group(1) not in targets:
                yield f"{name}:{number}: names {code}, but the Makefile has no such target"
            for preset in re.findall(r"--preset[ =](\S+)", code):
                if preset not in preset_names:
                    yield f"{name}:{number}: names the preset {preset}, which does not exist"
            for word in code.split():
                word = re.sub(r":\d+$", "", word)
                if word.split("/")[0] not in SKIPPED_TOPS and is_path(root, word) and not exists(root, document, word):
                    yield f"{name}:{number}: names {word}, which does not exist"


def check_comments(root):
    files = [file for top in ("include", "src", "apps") for file in (root / top).rglob("*")]
    for file in sorted(file for file in files if file.suffix in (".h", ".cc")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            for word in DOCUMENT.findall(line):
                if not (root / word).exists():
                    yield f"{file.relative_to(root).as_posix()}:{number}: names {word}, which does not exist"


def check(root):
    targets, preset_names = make_targets(root), presets(root)
    problems = list(check_comments(root))
    for document in sorted(root.rglob("*.md")):
        if not any(part in SKIPPED_TOPS for part in document.relative_to(root).parts):
            problems += check_document(root, document, targets, preset_names)
    return problems


def main():
    problems = check(Path(__file__).resolve().parent.parent)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
