"""Who acts in the made records: states and their people, pairs of states by how often they are in the news, places."""

import hashlib
import json

from retellings.tables import Tables, listed

CAPITAL_LETTERS = "ABCDEFGHJKLMNPRSTVW"
# How often a pair is in the news falls with its rank as rank ** -SKEW: the first has about seven per cent of all, the tenth one.
SKEW = 0.95
PAIRS = 4000
DOMESTIC = 0.2  # share of pairs that are a state and its own people


class State:
    def __init__(self, row):
        self.code = row["code"]
        self.name = row["name"]
        self.adjective = listed(row["adjectives"])[0]
        self.capital = listed(row["capitals"])[0] if row["capitals"] else row["name"]
        self.towns = (self.capital,)


def read_states(root):
    path = root / "knowledge/actors/states.tsv"
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    columns = lines[0].split("\t")
    rows = (dict(zip(columns, line.split("\t"))) for line in lines[1:])
    return [State(row) for row in rows if not row.get("to") and row["adjectives"]]


class Cast:
    def __init__(self, root, random):
        self.random = random
        self.states = {state.code: state for state in read_states(root)}
        tables = Tables()
        for code, state in tables.states.items():
            if code in self.states:
                self.states[code].towns = (state.capital, *state.towns)
        self.voices = tables.voices
        self.pairs = self.make_pairs([(row["a"], row["b"]) for row in tables.dyads if row["a"] in self.states and row["b"] in self.states])
        total, self.weights = 0, []
        for rank in range(len(self.pairs)):
            total += (rank + 1) ** -SKEW
            self.weights.append(total)  # cumulative, as random.choices takes them
        self.people = {}
        self.places = {}

    def make_pairs(self, known):
        """Pairs by rank: those of the news that people know first, with their states' own affairs, then any."""
        codes = sorted(self.states)
        own = [(code, code) for code in sorted({code for pair in known for code in pair})]
        rest = known + own
        self.random.shuffle(known)
        self.random.shuffle(rest)
        pairs = known[:6] + [pair for pair in rest if pair not in known[:6]]
        seen = set(pairs)
        while len(pairs) < PAIRS:
            a = self.random.choice(codes)
            b = a if self.random.random() < DOMESTIC else self.random.choice(codes)
            if (a, b) not in seen:
                seen.add((a, b))
                pairs.append((a, b))
        return pairs

    def pick_pairs(self, count):
        return self.random.choices(self.pairs, cum_weights=self.weights, k=count)

    def person(self, code, role, variant):
        """A made-up name, the same for the same state, role and variant."""
        key = (code, role, variant)
        if key not in self.people:
            digest = hashlib.sha256(repr(key).encode()).digest()
            first, last = self.voices["first"], self.voices["last"]
            middle = CAPITAL_LETTERS[digest[4] % len(CAPITAL_LETTERS)]
            self.people[key] = (f"{first[digest[0] % len(first)]} {middle}. {last[digest[2] % len(last)]}", last[digest[2] % len(last)])
        return self.people[key]

    def place(self, code):
        """A place as JSON, of a state."""
        towns = self.states[code].towns
        town = towns[min(int(self.random.expovariate(1.0)), len(towns) - 1)]
        key = (code, town)
        if key not in self.places:
            digest = hashlib.sha256(town.encode()).digest()
            latitude = round(int.from_bytes(digest[:4], "big") / 2**32 * 120 - 50, 4)
            longitude = round(int.from_bytes(digest[4:8], "big") / 2**32 * 340 - 170, 4)
            row = {"name": town, "country": code, "latitude": latitude, "longitude": longitude, "text": town}
            self.places[key] = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        return self.places[key]
