"""An article in the making: paragraphs of sentences, some words of which tell an event."""

import hashlib
from dataclasses import dataclass, field

from .telling import Telling

SOURCES = ("officials", "state media", "two diplomats", "local reporters", "people with knowledge of the matter", "the authorities",
           "the state news agency", "government sources")
OPENERS = ("Meanwhile, ", "Separately, ", "In another development, ", "At the same time, ", "In other news from the region, ")


@dataclass
class Article:
    id: str
    publisher: dict
    published: object
    title: str
    paragraphs: list  # of lists of sentences; a sentence is a list of (words, Telling or None)
    fixed_day: bool = False  # says "today": holds on its own day only
    story: object = None
    events: list = field(default_factory=list)

    def text_and_tellings(self):
        """The text, and (start, end, telling) in code points of it."""
        parts, tellings, length = [], [], 0
        for number, paragraph in enumerate(self.paragraphs):
            glue = "\n\n" if number else ""
            for sentence in paragraph:
                parts.append(glue)
                length += len(glue)
                glue = " "
                for words, telling in capitalised(sentence):
                    if telling is not None:
                        tellings.append((length, length + len(words), telling))
                    parts.append(words)
                    length += len(words)
        return "".join(parts), tellings

    def row(self):
        slug = "-".join("".join(c if c.isalnum() else " " for c in self.title.lower()).split())
        return {"id": self.id, "text": self.text_and_tellings()[0], "title": self.title, "published": self.published.isoformat(),
                "publisher": self.publisher["name"], "url": f"https://{self.publisher['site']}/{self.published:%Y/%m/%d}/{slug}-{self.id[1:]}"}

    def gold(self):
        text, tellings = self.text_and_tellings()
        for start, end, telling in tellings:
            yield {"article": self.id, "start": start, "end": end, "telling": telling.manner, **telling.event.facts(), "text": text[start:end]}


def capitalised(sentence):
    words, telling = sentence[0]
    return [(words[:1].upper() + words[1:], telling)] + sentence[1:]


def article_id(number, seed):
    return f"r{number:05d}-{hashlib.sha256(f'{seed}:{number}'.encode()).hexdigest()[:6]}"


class Writer:
    """Writes one article. Told events come as they shall stand in it."""

    def __init__(self, teller, mood, fillers):
        self.teller = teller
        self.random = teller.random
        self.fillers = fillers[mood] + fillers["any"]
        self.random.shuffle(self.fillers)
        self.paragraphs = []

    def filler(self):
        return [(self.teller.fill(self.fillers.pop(), self.any_event, ""), None)] if self.fillers else None

    def write(self, events, remembered, manner):
        """events: (event, manner) in order; remembered: events of before, told as background."""
        self.any_event = events[0]
        rest = self.lead(events, manner)
        for event in rest:
            self.paragraphs.append(self.sentences_about(self.follow_up(event, manner), event))
        if remembered:
            paragraph = [self.memory(event) for event in remembered]
            self.paragraphs.insert(self.random.randint(2, max(2, len(self.paragraphs))), paragraph)
        self.pad()
        return self.paragraphs

    def lead(self, events, manner):
        """The first paragraphs; gives back the events that are still to be told."""
        first, rest = events[0], events[1:]
        place = first.place or self.teller.namer.tables.states[first.parties[0]].capital
        sentence = self.frame(self.teller.clause(first, manner), first, manner)
        if rest and rest[0].day <= first.day and self.random.random() < 0.3 and len(sentence) == 1:
            second = rest.pop(0)
            sentence += [(f", {self.teller.namer.apart(first.day, second.day)} ", None),
                         (self.teller.clause(second, manner, ""), Telling(second, manner))]
        sentence = stopped(sentence)
        head = capitalised(sentence)
        if self.random.random() < 0.6:
            head.insert(0, (f"{place.upper()} - ", None))
        self.paragraphs.append([head])
        body = self.sentences_about(None, first)
        if body:
            self.paragraphs.append(body)
        return rest

    def frame(self, clause, event, manner):
        """A clause, perhaps with the source that it comes from."""
        told = (clause, Telling(event, manner))
        choice = self.random.random()
        if choice < 0.12:
            return [told, (f", {self.random.choice(SOURCES)} said", None)]
        if choice < 0.18:
            return [told, (f", according to {self.random.choice(SOURCES)}", None)]
        return [told]

    def follow_up(self, event, manner):
        sentence = self.frame(self.teller.clause(event, manner), event, manner)
        if not self.teller.fronted and self.random.random() < 0.35:
            sentence.insert(0, (self.random.choice(OPENERS), None))
        return stopped(sentence)

    def sentences_about(self, first, event):
        """A paragraph: a telling, what adds to it, what somebody says about it."""
        sentences = [first] if first else []
        more = list(event.kind.lines["more"])
        self.random.shuffle(more)
        for text in more[: self.random.choice((0, 1, 1, 2))]:
            sentences.append([(self.teller.fill(text, event, ""), None)])
        if self.random.random() < 0.55:
            quote = self.teller.quote(event)
            if quote:
                sentences.append([(quote, None)])
        return sentences

    def memory(self, event):
        """An earlier event as a later article recalls it."""
        told = Telling(event, "background")
        clause = lambda date=None, key="tell": (self.teller.clause(event, "background", date, key), told)
        days = (self.teller.namer.published - event.day).days
        if event.distractor == "anniversary":
            if self.random.random() < 0.5:
                return stopped([("It is a year since ", None), clause("")])
            return stopped([clause(f" on {self.teller.namer.full_date(event.day)}"), (", a year ago", None)])
        choice = self.random.random()
        if choice < 0.2:
            start = self.random.choice(("The news follows ", "Nerves have been raw since ", "The background is "))
            return stopped([(start, None), clause(key="noun")])
        if choice < 0.4 and 0 < days < 12:
            return stopped([(f"It came {self.teller.namer.apart(self.teller.namer.published, event.day)} ", None), clause("")])
        recalled = clause()
        start = "" if self.teller.fronted else self.random.choice(("", "", "Earlier, ", "Before that, ", "As reported, "))
        return stopped([(start, None), recalled] if start else [recalled])

    def pad(self):
        """Sentences around the news: at least five in the whole, rarely more than fifteen."""
        wanted = self.random.randint(1, 3)
        while wanted > 0 or sum(map(len, self.paragraphs)) < 5:
            sentence = self.filler()
            if sentence is None:
                break
            wanted -= 1
            if self.random.random() < 0.5 and len(self.paragraphs) > 1:
                self.random.choice(self.paragraphs[1:]).append(sentence)
            else:
                self.paragraphs.append([sentence])


def stopped(sentence):
    return sentence + [(".", None)]
