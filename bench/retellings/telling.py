"""An event in words: fills one of its kind's wordings by the article's way of naming things."""

import hashlib
import re
from dataclasses import dataclass

from .names import possessive

SLOT = re.compile(r"\{(\w)('s|adj|forces|rep|people|cap|name)?\}|\{(\w+)\}|\{r(\d+)-(\d+)\}")
OPTIONAL = re.compile(r"\[([^]]*)\]")
# Before these letters "an" is wrong, or right, in spite of the vowel.
ARTICLE = re.compile(r"\b([Aa])n? (?=(\w+))")
CONSONANT_SOUND = re.compile(r"(Eu|eu|Uk|Ug|UN\b|US\b|uni|use|one\b)")


@dataclass
class Telling:
    event: object
    manner: str  # original, copy, paraphrase, background


def fix_articles(text):
    def article(match):
        vowel = match[2][0] in "AEIOUaeiou" and not CONSONANT_SOUND.match(match[2]) or match[2].startswith("hour")
        return match[1] + ("n " if vowel else " ")

    return ARTICLE.sub(article, text)


class Teller:
    """Words for events in one article. `used`: the wordings each event was told in before, over all articles."""

    def __init__(self, namer, random, used):
        self.namer = namer
        self.random = random
        self.used = used
        self.fronted = False  # whether the last clause began with its date

    def clause(self, event, manner, date=None, key="tell"):
        """The event as a clause without full stop, lower case; `date`: None for date words of choice."""
        wording = self.fresh_wording(event, key)
        wording = OPTIONAL.sub(lambda match: match[1] if self.random.random() < 0.5 else "", wording)
        self.fronted = False
        if date is None:
            exact = event.crowded and self.namer.published != event.day
            date = self.namer.when(event.day, exact)
            if "{on}" in wording and date and key == "tell" and self.random.random() < 0.12:
                wording = date.strip() + ", " + wording
                date = ""
                self.fronted = True
        return self.fill(wording, event, date, manner != "original")

    def fresh_wording(self, event, key):
        """One that this event was not told in before, while there is one."""
        wordings = event.kind.lines[key]
        seen = self.used.setdefault((event.id, key), [])
        if len(seen) >= len(wordings):
            seen.clear()
        wording = self.random.choice([text for text in wordings if text not in seen])
        seen.append(wording)
        return wording

    def fill(self, wording, event, date, retold=False):
        parties = dict(zip("ABC", event.parties))
        if event.kind.joint and self.random.random() < 0.5:
            parties["A"], parties["B"] = parties["B"], parties["A"]
        topic = self.topic(event)

        def slot(match):
            letter, form, name = match[1], match[2], match[3]
            if match[4]:
                return self.detail(event, wording, int(match[4]), int(match[5]))
            if letter in parties and name is None:
                return self.party(parties[letter], form, event)
            name = name or letter
            if name == "on":
                return date
            if name in ("place", "town"):
                plain = name == "town" or not event.kind.place.endswith("town")
                return self.namer.place(event.place, event.place_of, plain) if event.place else self.namer.tables.states[parties["A"]].capital
            if name in event.numbers:
                return self.namer.number(self.count(event, name, retold), retold)
            if name == event.kind.topic:
                return topic
            if name in ("voice", "words"):
                return self.voice(name, event.mood)
            raise ValueError(f"[{event.kind.name}] has no {{{name}}}: {wording}")

        text = SLOT.sub(slot, wording)
        return fix_articles(re.sub(r",+(?=,|$)", "", text))

    def count(self, event, name, retold):
        """The number as told: who tells it again may have another count of the dead."""
        value = event.numbers[name]
        if retold and name == "k" and value > 3 and self.random.random() < 0.15:
            value += self.random.choice((-1, 1))
        return value

    def detail(self, event, wording, low, high):
        """A number that belongs to the event, the same whoever tells it."""
        digest = hashlib.sha256(f"{event.id}{wording}".encode()).digest()
        return self.namer.number(low + int.from_bytes(digest[:4], "big") % (high - low + 1))

    def voice(self, name, mood):
        voices = self.namer.tables.voices
        pick = lambda part: self.random.choice(voices[part])
        if name == "words":
            return self.random.choice(voices[mood] + voices["any"])
        return f"{pick('first')} {pick('last')}, {pick('job')} in {pick('city')}"

    def topic(self, event):
        if event.topic is None:
            return ""
        return self.random.choice(self.namer.tables.topics[event.kind.topic][event.topic][0])

    def party(self, code, form, event):
        state, namer = self.namer.tables.states[code], self.namer
        if form is None:
            return namer.state(code, event.place)
        if form == "'s":
            return possessive(namer.state(code, event.place))
        if form == "rep":
            return namer.person(code, event.level, event.day)
        plain = {"adj": lambda: namer.adjective(code), "forces": lambda: namer.forces(code), "people": lambda: state.people,
                 "cap": lambda: state.capital, "name": lambda: state.bare}
        return plain[form]()

    def headline(self, event):
        text = self.fill(self.random.choice(event.kind.lines["head"]), event, "")
        return text[0].upper() + text[1:]

    def speaker(self, letter, event):
        if letter == "X":
            return self.random.choice(("a student in the crowd", "a retired teacher", "a young man with a flag", "a nurse who had come by bus"))
        code = event.parties["ABC".index(letter)]
        adjective = self.namer.adjective(code)
        forms = (self.namer.person(code, event.level, event.day), f"a spokesman for the {adjective} foreign ministry",
                 f"a senior {adjective} official", f"an official in {self.namer.tables.states[code].capital}")
        return fix_articles(self.random.choice(forms))

    def quote(self, event):
        """A sentence with somebody's words about the event, or None."""
        if not event.kind.lines["say"]:
            return None
        letter, words = self.random.choice(event.kind.lines["say"])
        words = self.fill(words, event, "")
        speaker = self.speaker(letter, event)
        if self.random.random() < 0.6:
            return f'"{words[:-1]}," said {speaker}.'
        return f'{speaker[0].upper() + speaker[1:]} said: "{words}"'
