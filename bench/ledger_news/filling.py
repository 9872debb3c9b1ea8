"""Fills patterns: one record as a line of JSON."""

import datetime
import json

from . import patterns as p

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# Cue and rule names of kinds that are no events, with what the detail says.
RULES = {
    "statement": [(f"cue:{cue}", "reports a clause") for cue in ("say", "say", "say", "tell", "deny", "warn", "announce", "insist", "add")],
    "relation": [(f"relation:{name}", word) for name, word in (("mediate", "mediate"), ("depend", "depend"), ("rival", "rival"), ("ally", "ally"),
                                                               ("fought-war", "fight"), ("recognise", "recognise"), ("occupy", "occupy"))],
    "dispute": [("dispute:statements", "two statements on opposite sides")] * 5 + [("dispute:article", "a statement and what the article tells")],
    "agreement": [("agreement:signed", "sign, agreements/steps.tsv:12"), ("agreement:violated", "violate, agreements/steps.tsv:72"),
                  ("agreement:ratified", "ratify, agreements/steps.tsv:31"), ("agreement:proposed", "propose, agreements/steps.tsv:5")],
}


def read_frames(root):
    """PLOVER type -> (rule, detail, lemma) of the lexicon's frames of it."""
    frames = {}
    for path in sorted((root / "knowledge/lexicon/frames").glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
        columns = lines[0].split("\t")
        for line in lines[1:]:
            row = dict(zip(columns, line.split("\t")))
            lemma = row["lemmas"].split(",")[0].strip().lstrip("@")
            if row.get("type") and lemma:
                frames.setdefault(row["type"], []).append((f"lexicon:{row['name']}", f"{lemma}: {row.get('description', '')}", lemma))
    return frames


class Filler:
    def __init__(self, cast, frames, random):
        self.cast = cast
        self.random = random
        self.whys = {kind: [p.dumps([rule(*row)]) for row in rows] for kind, rows in RULES.items()}
        self.event_whys = {kind: [self.event_why(kind, *row) for row in rows] for kind, rows in frames.items()}
        self.count = 0
        self.mention_cache = {}
        self.day_cache = {}

    def event_why(self, kind, name, detail, lemma):
        """The start of a why, to which the model's score is put."""
        both = [rule(name, detail), {"rule": f"model:{kind}", "detail": lemma, "model_score": 0}]
        return p.dumps(both)[:-3]

    def why(self, pattern):
        if pattern.kind != "event":
            return self.random.choice(self.whys[pattern.kind])
        starts = self.event_whys.get(pattern.type)
        score = 1 - self.random.random() ** 4 / 3
        if starts is None:
            return f'[{{"rule":"model:{pattern.type}","detail":null,"model_score":{score:.4f}}}]'
        return f"{self.random.choice(starts)}{score:.4f}}}]"

    def new_id(self):
        """Sixteen hexadecimal digits that look like a hash; an odd factor keeps them apart."""
        self.count += 1
        return f"{self.count * 0x9E3779B97F4A7C15 % 2**64:016x}"

    def mention(self, actor, code, renamed):
        """(name, text, code, country) as JSON, and the text as it is."""
        variant = min(int(self.random.expovariate(0.7)), 9) if actor["type"] == "person" else 0
        key = (id(actor), code, variant)
        found = self.mention_cache.get(key)
        if found is None:
            state = self.cast.states[code]
            name, text = actor["name"], actor["text"]
            if actor["type"] == "person":
                name, last = self.cast.person(code, actor["role"], variant)
                text = (name if " " in text else last) if renamed else text
            elif actor["type"] == "state":
                name = state.name
                if renamed:
                    text = {"capital": state.capital, "nationality": state.adjective, "name": state.name}[actor["via"]]
            quoted = json.dumps(code)
            found = (p.dumps(name), p.dumps(text), quoted, quoted, text)
            self.mention_cache[key] = found
        return found

    def day(self, day):
        found = self.day_cache.get(day)
        if found is None:
            found = self.day_cache[day] = day.isoformat()
        return found

    def date(self, day, published, precision, text):
        iso = self.day(day)
        if precision == "month":
            return f'{{"from":"{iso[:8]}01","to":"{iso[:8]}28","text":{text},"precision":"month"}}'
        if precision == "year":
            return f'{{"from":"{iso[:4]}-01-01","to":"{iso[:4]}-12-31","text":{text},"precision":"year"}}'
        if precision == "week":
            start = day - datetime.timedelta(days=day.weekday())
            return f'{{"from":"{self.day(start)}","to":"{self.day(start + datetime.timedelta(days=6))}","text":{text},"precision":"week"}}'
        if precision == "open":
            return f'{{"from":"{iso}","to":null,"text":{text},"precision":"open"}}'
        words = f'"on {WEEKDAYS[day.weekday()]}"' if day != published else '"today"' if self.random.random() < 0.3 else "null"
        return f'{{"from":"{iso}","to":"{iso}","text":{words},"precision":"day"}}'

    def fill(self, pattern, head, codes, day, published, place, at, sentence, statement):
        """(JSON, id, where what it speaks of ends). `at`: the code point where the evidence starts."""
        mentions = [self.mention(actor, codes[which], renamed) for (actor, which), renamed in zip(pattern.mentions, pattern.renamed)]
        starts, words, position = [], [], at
        for text, number in pattern.segments:
            text = text if number is None else mentions[number][4]
            starts.append(position)
            words.append(text)
            position += len(text)
        whole = "".join(words)
        own = self.new_id()
        out = []
        for part in pattern.parts:
            if part.__class__ is str:
                out.append(part)
                continue
            slot = part[0]
            if slot == p.OFFSET:
                out.append(str(max(part[3], starts[part[1]] + part[2])))
            elif slot == p.MENTION:
                out.append(mentions[part[1]][part[2]])
            elif slot == p.SLICE:
                out.append(json.dumps(whole[starts[part[1][0]] + part[1][1] - at : starts[part[2][0]] + part[2][1] - at], ensure_ascii=False))
            elif slot == p.DATE:
                out.append(self.date(day, published, part[1], part[2]))
            elif slot == p.ID:
                out.append(own)
            elif slot == p.HEAD:
                out.append(head)
            elif slot == p.PLACE:
                out.append(place)
            elif slot == p.STATEMENT:
                out.append(f'"{statement}"' if statement else "null")
            elif slot == p.CONFIDENCE:
                out.append(f"{0.3 + 0.7 * self.random.random() ** 0.6:.4f}")
            elif slot == p.WHY:
                out.append(self.why(pattern))
            else:
                out.append(str(sentence))
        return "".join(out), p.PREFIX[pattern.kind] + own, position + pattern.reach


def rule(name, detail, score=None):
    return {"rule": name, "detail": detail, "model_score": score}
