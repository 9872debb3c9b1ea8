"""The tables beside this file: states, people, dyads, topics, publishers, fillers."""

from dataclasses import dataclass
from pathlib import Path

from .kinds import read_kinds

HERE = Path(__file__).resolve().parent


def read_table(name):
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    rows = [line.split("\t") for line in lines[1:]]
    return [dict(zip(columns, row + [""] * (len(columns) - len(row)))) for row in rows]


def listed(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


@dataclass(frozen=True)
class State:
    code: str
    name: str  # as inside a sentence: "the United States"
    adjectives: tuple
    people: str
    capital: str
    title: str
    minister: str
    towns: tuple
    ports: tuple

    @property
    def bare(self):
        return self.name.removeprefix("the ")


class Tables:
    def __init__(self):
        self.kinds = read_kinds(HERE / "wordings")
        self.states = {
            row["code"]: State(row["code"], row["name"], tuple(listed(row["adjective"])), row["people"], row["capital"], row["title"],
                               row["minister"], tuple(listed(row["towns"])), tuple(listed(row["ports"])))
            for row in read_table("states.tsv")
        }
        self.people = read_table("people.tsv")
        self.dyads = read_table("dyads.tsv")
        self.publishers = read_table("publishers.tsv")
        self.voices = {row["part"]: listed(row["text"]) for row in read_table("voices.tsv")}
        self.topics = {}
        for row in read_table("topics.tsv"):
            names = [row[key] for key in ("first", "second", "third") if row[key]]
            self.topics.setdefault(row["kind"], []).append((names, row["needs"]))
        self.swaps = {}
        for row in read_table("swaps.tsv"):
            self.swaps[row["word"]] = row["other"]
            self.swaps[row["other"]] = row["word"]
        self.fillers = {"war": [], "row": [], "friendly": [], "any": []}
        for line in (HERE / "fillers.txt").read_text(encoding="utf-8").splitlines():
            if line and line[0] != "#":
                mood, text = line.split(": ", 1)
                self.fillers[mood].append(text)

    def holder(self, code, office, day):
        """The row of people.tsv for an office on a day, or None."""
        iso = day.isoformat()
        for row in self.people:
            if row["code"] == code and row["office"] == office:
                if (not row["from"] or row["from"] <= iso) and (not row["to"] or iso <= row["to"]):
                    return row
        return None
