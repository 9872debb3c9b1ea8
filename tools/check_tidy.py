#!/usr/bin/env python3
"""clang-tidy with the list of .clang-tidy over src/ and apps/ (tests aside), by the compile commands of a build.

    tools/check_tidy.py [BUILD]

BUILD is build/dev if not given. Most of clang-tidy's time goes to the headers, which are the same for every file; so files
of the same compile options are put into one, as far as no name of their own meets, and findings are told by the file and
line that they came from. One that does not compile is checked in halves.
"""
import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINES = 3000  # of one batch: more take longer than they save
# GCC's names of warnings are no mistake.
TIDY = ["clang-tidy-14", "--quiet", f"--config-file={ROOT}/.clang-tidy", "--extra-arg=-Wno-unknown-warning-option"]
FOUND = re.compile(r"^(/\S+?):(\d+):(\d+: .*)$")
DECLARED = re.compile(r"(\w+)\s*(?:[({=;\[]|$)")


def options_of(entry):
    """What decides how a file is read: all but its own name and that of what is made of it."""
    words = shlex.split(entry["command"])[1:]
    made = words.index("-o")
    kept = [word for i, word in enumerate(words) if i not in (made, made + 1) and word not in ("-c", entry["file"])]
    return (*kept, f"-I{pathlib.Path(entry['file']).parent}") if "/apps/" in entry["file"] else tuple(kept)


def own_names(text):
    """The names that a file declares for itself alone: as macros and in a namespace without a name."""
    names, inside = set(), False
    for line in text.splitlines():
        if line.startswith("namespace {"):
            inside = True
        elif line.startswith("}  // namespace"):
            inside = False
        elif line.startswith("#define ") or (inside and line.startswith("enum ")):
            names.update(set(re.findall(r"\w+", line)) - {"define", "enum", "class"})
        elif inside and line[:1].isalpha() and not line.startswith("template"):
            declared = DECLARED.search(line)
            if declared:
                names.add(declared.group(1))
    return names


def batches(entries):
    """Lists of files of the same options that share no name of their own."""
    found = []
    for entry in sorted(entries, key=lambda entry: entry["file"]):
        text = pathlib.Path(entry["file"]).read_text()
        names, lines, options = own_names(text), text.count("\n"), options_of(entry)
        for batch in found:
            if batch["options"] == options and batch["lines"] + lines <= LINES and not batch["names"] & names:
                break
        else:
            batch = {"options": options, "lines": 0, "names": set(), "files": []}
            found.append(batch)
        batch["files"].append(entry["file"])
        batch["lines"] += lines
        batch["names"] |= names
    return sorted(found, key=lambda batch: -batch["lines"])


def with_places(output, joined, starts):
    """The findings, each at the line of the file that it came from."""
    for line in output.splitlines():
        found = FOUND.match(line)
        if found and found.group(1) == joined:
            at = int(found.group(2))
            file, start = max((each for each in starts if each[1] < at), key=lambda each: each[1])
            line = f"{file}:{at - start}:{found.group(3)}"
        yield line


def check(files, options, folder):
    """What clang-tidy finds in files of the same options: lines, none if it finds nothing."""
    starts, at, text = [], 0, []
    for file in files:
        starts.append((file, at))
        text.append(pathlib.Path(file).read_text())
        at += text[-1].count("\n")
    joined = f"{folder}/{abs(hash(tuple(files)))}.cc" if len(files) > 1 else files[0]
    if len(files) > 1:
        pathlib.Path(joined).write_text("".join(text))
        options = (*options, "-Wno-shadow")  # by what stands in another of the files
    run = subprocess.run([*TIDY, joined, "--", *options], capture_output=True, text=True, check=False)
    if len(files) > 1 and "clang-diagnostic" in run.stdout:
        half = len(files) // 2
        return check(files[:half], options, folder) + check(files[half:], options, folder)
    if run.returncode and not run.stdout:  # it did not come to look
        return [f"{joined}: clang-tidy ended with {run.returncode}: {run.stderr.strip()}"]
    return list(with_places(run.stdout, joined, starts)) if run.returncode else []


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/dev")
    entries = [entry for entry in json.loads((build / "compile_commands.json").read_text())
               if re.match(rf"{re.escape(str(ROOT))}/(src|apps)/.*(?<!_test)\.cc$", entry["file"])]
    if not entries:
        sys.exit(f"{build}/compile_commands.json names no file of src/ or apps/")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        found = list(pool.map(lambda batch: check(batch["files"], batch["options"], folder), batches(entries)))
    lines = dict.fromkeys(line for each in found for line in each)
    if lines:
        sys.exit("\n".join(lines))


if __name__ == "__main__":
    main()
