#!/usr/bin/env python3
"""Fails when a file includes, or a target links, something above its own layer.

The arrows stand in LAYERS: a folder may use itself, the folders named for it, and what lies outside the project
(the standard library and Debian's packages). Tests beside the code obey the same arrows as the code.
"""
import re
import sys
from pathlib import Path

# folder -> what it may include, beside itself. "entente" is the public interface, include/entente.
LAYERS = {
    "include/entente": [],
    "src/base": ["include/entente"],
    "src/components": ["include/entente", "src/base"],
    "src/text": ["include/entente", "src/base"],
    "src/syntax": ["include/entente", "src/base"],
    "src/knowledge": ["include/entente", "src/base"],
    "src/ledger": ["include/entente", "src/base", "src/knowledge", "src/store"],
    "src/actors": ["include/entente", "src/base", "src/knowledge"],
    "src/events": ["include/entente", "src/base", "src/knowledge", "src/actors"],
    "src/statements": ["include/entente", "src/base", "src/knowledge", "src/actors", "src/events"],
    "src/agreements": ["include/entente", "src/base", "src/knowledge", "src/actors", "src/events"],
    "src/engine": [
        "include/entente", "src/base", "src/text", "src/syntax", "src/knowledge", "src/actors", "src/events",
        "src/statements", "src/agreements",
    ],
    "src/intake": ["include/entente", "src/base"],
    "src/formats": ["include/entente", "src/base"],
    "src/store": ["include/entente", "src/base", "src/formats"],
    "src/exports": ["include/entente", "src/base", "src/knowledge", "src/formats"],
    "src/eval": ["include/entente", "src/base", "src/formats"],
    "apps/cli": ["include/entente"],
}
# Folders that look at everything, and that nothing may include.
FREE = ["bench", "fuzz", "tests"]
# Libraries that stand behind include/entente: all that an application may link.
FACADE = ["src/engine", "src/ledger", "src/intake", "src/formats", "src/eval", "src/exports", "src/components"]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
LIBRARY = re.compile(r"\bentente_library\(\s*(\w+)([^)]*)\)")
LINKS = re.compile(r"\btarget_link_libraries\(\s*(\S+)([^)]*)\)")


def layer_of(path, layers):
    """The folder in `layers` that holds `path` (a relative posix path), or None."""
    return next((folder for folder in layers if path.startswith(folder + "/")), None)


def resolve(root, source, target, quoted):
    """The project's file that an #include names, relative to root, or None for one from elsewhere."""
    places = [root / "include", root / "src"]
    if quoted:
        places.insert(0, (root / source).parent)
        places.append(root)
    for place in places:
        found = (place / target).resolve()
        if found.is_file() and root.resolve() in found.parents:
            return found.relative_to(root.resolve()).as_posix()
    # A header that is not there (yet), but whose first folder is one of ours, is still an arrow.
    first = target.split("/")[0]
    if target.startswith("entente/"):
        return "include/" + target
    if f"src/{first}" in LAYERS and "/" in target:
        return "src/" + target
    return None


def check_includes(root):
    for folder in sorted(p for top in ("include", "src", "apps") for p in (root / top).glob("*") if p.is_dir()):
        name = folder.relative_to(root).as_posix()
        files = sorted(p for p in folder.rglob("*") if p.suffix in (".h", ".cc"))
        if files and name not in LAYERS:
            yield f"{name}: no layer of tools/check_layers.py; say there what it may include"
            continue
        for file in files:
            source = file.relative_to(root).as_posix()
            for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                target = resolve(root, source, match.group(2), match.group(1) == '"')
                if target is None:
                    continue
                layer = layer_of(target, list(LAYERS) + FREE)
                if layer != name and layer not in LAYERS[name]:
                    yield f"{source}:{number}: {name} may not include {target}"


def check_links(root):
    for file in sorted(root.glob("src/**/CMakeLists.txt")) + sorted(root.glob("apps/**/CMakeLists.txt")):
        place = file.relative_to(root).as_posix()
        text = re.sub(r"#.*", "", file.read_text(encoding="utf-8"))
        arrows = [("src/" + name, links) for name, links in LIBRARY.findall(text)]
        for target, links in LINKS.findall(text):
            layer = layer_of(place, LAYERS) if place.startswith("apps/") else "src/" + target.removeprefix("entente_")
            arrows.append((layer, links))
        for layer, links in arrows:
            if layer not in LAYERS:
                yield f"{place}: {layer} is no layer of tools/check_layers.py"
                continue
            allowed = FACADE if layer.startswith("apps/") else LAYERS[layer]
            for link in re.findall(r"\bentente_(\w+)", links):
                if "src/" + link not in allowed:
                    yield f"{place}: {layer} may not link entente_{link}"


def check(root):
    return list(check_includes(root)) + list(check_links(root))


def main():
    problems = check(Path(__file__).resolve().parent.parent)
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
