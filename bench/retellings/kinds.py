"""Reads the wordings: what kinds of events there are and how newspapers tell them.

A file of wordings/ holds kinds. `[name]` begins one; `key: value` lines follow:
  accept   PLOVER types that a coder may give it, the likeliest first
  mood     stories that it occurs in: war, row, friendly
  needs    border: only between neighbours
  states   only: not with an organisation
  once     yes: the same two do not do it again within days
  joint    yes: both parties do it together, in either order
  third    mediator: a third party C takes part
  place    B_town, A_town, A_port (of a party), B_capital, C_capital, host (a third place or a capital), none
  level    leader minister: who stands for a state
  topics, deals, charges, demands, threats, goods   yes: fills {issue}, {deal}, {charge}, {demand}, {threat}, {goods}
  numbers  k (killed), w (wounded), n (any count), each with its range
  tell     a wording, a clause without its full stop; at least six. {on} is where its date goes; [...] may be left out
  noun     a wording as a noun phrase
  more     a sentence that adds to it and tells no event
  say A    words that a party says about it; X is somebody in the street
  head     a headline
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

TOPIC_KEYS = {"topics": "issue", "deals": "deal", "charges": "charge", "demands": "demand", "threats": "threat", "goods": "goods"}
KEYS = {"accept", "mood", "needs", "states", "once", "joint", "third", "place", "level", "numbers", *TOPIC_KEYS}
MINIMUM = {"tell": 6, "noun": 1, "more": 2, "head": 2}


@dataclass
class Kind:
    name: str
    facts: dict = field(default_factory=dict)
    lines: dict = field(default_factory=lambda: {"tell": [], "noun": [], "more": [], "head": [], "say": []})

    @property
    def accept(self):
        return self.facts["accept"].split()

    @property
    def joint(self):
        return self.facts.get("joint") == "yes"

    @property
    def place(self):
        return self.facts["place"]

    @property
    def topic(self):
        return next((slot for key, slot in TOPIC_KEYS.items() if self.facts.get(key) == "yes"), None)

    @property
    def numbers(self):
        pairs = re.findall(r"(\w) (\d+)-(\d+)", self.facts.get("numbers", ""))
        return {name: (int(low), int(high)) for name, low, high in pairs}


def read_kinds(folder):
    kinds = {}
    for path in sorted(Path(folder).glob("*.txt")):
        kind = None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            if match := re.fullmatch(r"\[(\w+)\]", line):
                kind = kinds.setdefault(match[1], Kind(match[1]))
                continue
            key, colon, value = line.partition(": ")
            if kind is None or not colon:
                raise SystemExit(f"{path}:{number}: expected [kind] or key: value")
            add_line(kind, key, value, f"{path}:{number}")
        for kind in kinds.values():
            check_kind(kind, path)
    return kinds


def add_line(kind, key, value, place):
    if key in KEYS:
        kind.facts[key] = value
    elif key in kind.lines:
        kind.lines[key].append(value)
    elif key in ("say A", "say B", "say C", "say X"):
        kind.lines["say"].append((key[-1], value))
    else:
        raise SystemExit(f"{place}: {key} is no key of a kind")


def check_kind(kind, path):
    for key in ("accept", "mood", "place"):
        if key not in kind.facts:
            raise SystemExit(f"{path}: [{kind.name}] has no {key}")
    for key, least in MINIMUM.items():
        if len(kind.lines[key]) < least:
            raise SystemExit(f"{path}: [{kind.name}] has {len(kind.lines[key])} of {key}, at least {least} are needed")
