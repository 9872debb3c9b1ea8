"""Records of the gold corpus as patterns: the same words and fields about other states, on other days, at other places.

A pattern is a list of parts. A string stands as it is; a tuple is a slot, its first member says which:
  (OFFSET, segment, delta, least)   a code point of the article, not under `least`
  (MENTION, number, field)      a field of the actor of that number: name, text, code, country
  (SLICE, from, to)             a piece of the evidence, from and to as (segment, delta)
  (DATE, precision, text)       when it happened
  (ID,), (HEAD,), (PLACE,), (STATEMENT,), (CONFIDENCE,), (WHY,), (SENTENCE,)
"""

import json

OFFSET, MENTION, SLICE, DATE, ID, HEAD, PLACE, STATEMENT, CONFIDENCE, WHY, SENTENCE = range(11)
# Where the parties stand, in the order in which they get the states of a pair.
PARTY_KEYS = ("actor", "recipient", "speaker", "a", "b", "parties", "sides", "addressee", "about", "others", "brokers", "provisions")
PREFIX = {"event": "ev_", "statement": "st_", "agreement": "ag_", "relation": "re_", "dispute": "di_"}
ENGINE = {"version": "0.1.0", "model": "5d41402abc4b2a76b9719d911017c592" * 2, "knowledge": "7d793037a0760186574b0282f2f435e7" * 2,
          "conventions": {"cameo": "1.1b3", "goldstein": "icews", "quad": "plover-2.0", "score": "plover-2.0"}}


def dumps(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def is_actor(value):
    return isinstance(value, dict) and "via" in value


def actors_in(value):
    if is_actor(value):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from actors_in(member)
    elif isinstance(value, list):
        for member in value:
            yield from actors_in(member)


class Pattern:
    """One record of the gold corpus, made ready to be filled."""

    def __init__(self, record, states):
        self.kind = record["kind"]
        self.type = record.get("type") or self.kind
        self.provisions = len(record.get("provisions") or ())
        self.states = states
        evidence = record["evidence"][0]
        self.start = evidence["start"]
        self.text = evidence["text"]
        self.mentions = []  # (actor, which party: 0, 1, 2)
        self.number = {}  # (start, end, code) -> mention
        self.find_mentions(record)
        self.cut_segments()
        self.parts = [""]
        self.reach = 0  # how many code points past its first evidence the record speaks of
        self.compile(record, None)
        self.event = self.event_key(record)
        self.parts = [part for part in self.parts if part != ""]

    def event_key(self, record):
        """Patterns with one key tell the same event in other words: same type, status and sides."""
        if self.kind != "event":
            return None
        side = lambda actors: tuple(str(self.mentions[self.number[spot]][1]) if (spot := (a["start"], a["end"], a["code"])) in self.number
                                    else str(a["code"]) for a in actors)
        return (self.type, record["mode"], record["status"], record["reciprocal"], side(record["actor"]), side(record["recipient"]))

    def find_mentions(self, record):
        party = {}
        for key in PARTY_KEYS:
            for actor in actors_in(record.get(key)):
                if actor["code"] in self.states:
                    which = party.setdefault(actor["code"], min(len(party), 2))
                    spot = (actor["start"], actor["end"], actor["code"])
                    if spot not in self.number:
                        self.number[spot] = len(self.mentions)
                        self.mentions.append((actor, which))
        # Words that stand for two ("both sides"), or hold another name, are left as they are.
        spans = [spot[:2] for spot in self.number]
        self.renamed = [renamed(actor) and sum(s < actor["end"] and actor["start"] < e for s, e in spans) == 1 for actor, _ in self.mentions]

    def cut_segments(self):
        """The evidence as (words, None) and (words, mention): names that are replaced, and what stands between them."""
        spans = sorted((spot[0] - self.start, spot[1] - self.start, number) for spot, number in self.number.items())
        self.segments, self.starts, at = [], [], 0
        for start, end, number in spans:
            if start < at or end > len(self.text) or not self.renamed[number]:
                continue
            self.add_segment(at, self.text[at:start], None)
            self.add_segment(start, self.text[start:end], number)
            at = end
        self.add_segment(at, self.text[at:], None)

    def add_segment(self, start, words, number):
        self.segments.append((words, number))
        self.starts.append(start)

    def offset(self, position, end=False):
        """A code point of the gold article as (segment, delta): from the segment's new start it is as far as of old."""
        relative = position - self.start
        self.reach = max(self.reach, relative - len(self.text))
        for n in range(len(self.starts) - 1, -1, -1):
            if relative > self.starts[n] or (relative == self.starts[n] and not end) or n == 0:
                break
        words, number = self.segments[n]
        if number is not None and relative >= self.starts[n] + len(words):
            return n + 1, relative - self.starts[n] - len(words)
        return n, relative - self.starts[n]

    def put(self, part):
        if isinstance(part, str) and isinstance(self.parts[-1], str):
            self.parts[-1] += part
        else:
            self.parts.append(part)

    def compile(self, value, key):
        if is_actor(value):
            self.compile_actor(value)
        elif key in ("date", "since", "until") and isinstance(value, dict):
            self.put((DATE, value["precision"], dumps(value["text"])))
        elif key == "place" and isinstance(value, dict):
            self.put((PLACE,))
        elif isinstance(value, dict):
            self.compile_object(value)
        elif isinstance(value, list):
            self.put("[")
            for n, member in enumerate(value):
                self.put("," if n else "")
                self.compile(member, None)
            self.put("]")
        else:
            self.put(dumps(value))

    def compile_object(self, value):
        record = "kind" in value
        spanned = "start" in value and "text" in value
        self.put("{")
        for n, (key, member) in enumerate(value.items()):
            if record and key in ("article", "published"):
                continue  # HEAD, below
            self.put(("," if n else "") + dumps(key) + ":")
            if record and key in ("id", "confidence", "why", "engine"):
                self.compile_own(key)
            elif key in ("attributed_to", "statement"):
                self.put((STATEMENT,) if member is not None else "null")
            elif key in ("start", "end"):
                self.put((OFFSET, *self.offset(member, key == "end"), int(key == "end")))
            elif key == "sentence":
                self.put((SENTENCE,))
            elif spanned and key == "text" and self.inside(value):
                self.put((SLICE, self.offset(value["start"]), self.offset(value["end"], True)))
            else:
                self.compile(member, key)
        self.put("}")

    def inside(self, value):
        return self.start <= value["start"] and value["end"] <= self.start + len(self.text)

    def compile_own(self, key):
        """What every record has, and what is never that of the gold."""
        if key == "id":
            self.put('"' + PREFIX[self.kind])
            self.put((ID,))
            self.put('",')
            self.put((HEAD,))
        elif key == "engine":
            self.put(dumps(ENGINE))
        else:
            self.put((CONFIDENCE,) if key == "confidence" else (WHY,))

    def compile_actor(self, actor):
        number = self.number.get((actor["start"], actor["end"], actor["code"]))
        self.put("{")
        for n, (key, member) in enumerate(actor.items()):
            self.put(("," if n else "") + dumps(key) + ":")
            if key in ("start", "end"):
                self.put((OFFSET, *self.offset(member, key == "end"), int(key == "end")))
            elif key == "text" and self.inside(actor):
                self.put((SLICE, self.offset(actor["start"]), self.offset(actor["end"], True)))
            elif number is not None and (key in ("name", "text") or (key in ("code", "country") and member is not None)):
                self.put((MENTION, number, "name text code country".split().index(key)))
            else:
                self.put(dumps(member))
        self.put("}")


def renamed(actor):
    """Whether the words of the mention are others for another state."""
    return actor["via"] in ("name", "capital", "nationality") and actor["type"] in ("state", "person")


def read_patterns(root, states):
    """kind -> patterns, of the part of the gold that is open to all."""
    patterns = {}
    for path in sorted((root / "gold/records").glob("dev-*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            if record["evidence"]:
                patterns.setdefault(record["kind"], []).append(Pattern(record, states))
    return patterns
