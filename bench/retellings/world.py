"""The world: stories of two states, the events in them, and events that look like others and are not."""

import datetime
from dataclasses import dataclass, field

FIRST_DAY = datetime.date(2021, 2, 24)
LAST_DAY = datetime.date(2022, 6, 20)
HOSTS = ("Geneva", "Vienna", "Helsinki", "Istanbul", "Rome", "Singapore", "Doha", "Muscat", "Sochi")
ORGANISATIONS = {"UNO", "EEC"}
# How often an event of a story gets one beside it that is easily taken for it.
DISTRACTED = 0.3
DISTRACTORS = ("next_day", "other_town", "other_act", "other_dyad", "reversed", "second_round", "anniversary")


@dataclass
class Event:
    id: str
    kind: object
    day: datetime.date
    parties: tuple  # codes: A, B and perhaps C
    place: str | None
    place_of: str | None  # code of the state that the place lies in
    level: str
    topic: int | None
    numbers: dict
    mood: str
    distractor: str | None = None
    of: str | None = None
    crowded: bool = False  # another of the same kind and dyad lies near in time: a telling must say the day

    def facts(self):
        return {
            "event": self.id, "kind": self.kind.name, "types": self.kind.accept, "day": self.day.isoformat(),
            "parties": list(self.parties), "directed": not self.kind.joint, "place": self.place,
            "distractor": {"kind": self.distractor, "of": self.of} if self.distractor else None,
        }


@dataclass
class Story:
    dyad: dict
    events: list = field(default_factory=list)

    @property
    def mood(self):
        return self.dyad["mood"]


class World:
    """Makes events one by one; `random` decides all, so a seed gives the same world."""

    def __init__(self, tables, random):
        self.tables = tables
        self.random = random
        self.events = []
        self.taken = {}  # (kind, dyad without order) -> days
        self.told_apart = set()  # kind, parties, day, place: no two events share all four

    def pick(self, values, weights=None):
        return self.random.choices(values, weights)[0] if weights else self.random.choice(values)

    def make_story(self):
        dyads = self.tables.dyads
        shuffled = [1 / (1 + rank) ** 0.6 for rank in range(len(dyads))]
        story = Story(self.pick(dyads, shuffled))
        span = (LAST_DAY - FIRST_DAY).days - 20
        day = FIRST_DAY + datetime.timedelta(days=self.random.randrange(span))
        for _ in range(self.random.randint(5, 13)):
            event = self.make_event(story, day)
            if event is not None:
                story.events.append(event)
                if self.random.random() < DISTRACTED:
                    self.add_distractor(story, event)
            if self.random.random() < 0.45:
                day += datetime.timedelta(days=self.random.choice((1, 1, 1, 2, 3)))
        story.events.sort(key=lambda event: (event.day, event.id))
        return story

    def kinds_for(self, dyad, parties):
        border = bool(dyad["a_towns"])
        for kind in self.tables.kinds.values():
            if dyad["mood"] not in kind.facts["mood"].split() or (kind.facts.get("needs") == "border" and not border):
                continue
            if kind.place == "A_port" and not self.tables.states[parties[0]].ports:
                continue
            if kind.facts.get("states") and ORGANISATIONS.intersection(parties):
                continue
            if kind.facts.get("third") and not dyad["mediators"]:
                continue
            yield kind

    def make_event(self, story, day, kind=None, parties=None, **given):
        """A new event, or None where the same kind and parties have one on that day already."""
        dyad = story.dyad
        if parties is None:
            parties = (dyad["a"], dyad["b"])
            if self.random.random() < 0.4:
                parties = parties[::-1]
        kind = kind or self.pick(list(self.kinds_for(dyad, parties)))
        key = (kind.name, frozenset(parties[:2]))
        days = self.taken.setdefault(key, [])
        if not given.get("beside") and any(abs((day - other).days) < 9 for other in days):
            return None
        third = None
        if kind.facts.get("third"):
            third = given.get("third") or self.pick(dyad["mediators"].split("; "))
        place, place_of = given.get("place") or self.place_for(kind, dyad, parties, third, given.get("not_place"))
        same = (kind.name, frozenset(parties[:2]) if kind.joint else parties[:2], day, place)
        if same in self.told_apart:
            return None
        self.told_apart.add(same)
        topic = self.topic_for(kind, dyad)
        numbers = {name: self.number(*limits) for name, limits in kind.numbers.items()}
        level = self.pick(kind.facts.get("level", "leader minister").split())
        event = Event(f"w{len(self.events):05d}", kind, day, parties[:2] + ((third,) if third else ()), place, place_of, level, topic,
                      numbers, dyad["mood"])
        for other in self.events if days else ():
            if other.kind is kind and frozenset(other.parties[:2]) == key[1] and abs((other.day - day).days) < 15:
                other.crowded = event.crowded = True
        days.append(day)
        self.events.append(event)
        return event

    def number(self, low, high):
        value = int(low * (high / low) ** self.random.random() + 0.5)
        return round(value, 1 - len(str(value))) if value >= 100 else value

    def topic_for(self, kind, dyad):
        if kind.topic is None:
            return None
        topics = self.tables.topics[kind.topic]
        return self.pick([n for n, (_, needs) in enumerate(topics) if needs != "border" or dyad["a_towns"]])

    def place_for(self, kind, dyad, parties, third, not_place):
        states = self.tables.states
        where = kind.place
        if where == "none":
            return None, None
        if where == "host":
            hosts = [(states[code].capital, code) for code in parties] + [(host, None) for host in HOSTS]
            return self.pick(hosts, [4, 4] + [1] * len(HOSTS))
        code = {"A": parties[0], "B": parties[1], "C": third}[where[0]]
        if where.endswith("capital"):
            return states[code].capital, code
        towns = states[code].ports if where.endswith("port") else states[code].towns
        border = dyad["a_towns"] if code == dyad["a"] else dyad["b_towns"] if code == dyad["b"] else ""
        if border and where.endswith("town"):
            towns = border.split("; ")
        return self.pick([town for town in towns if town != not_place] or list(towns)), code

    def add_distractor(self, story, event):
        """An event that shares much with `event` and is another; it goes into the story, or is a stray of another dyad."""
        made = None
        names = self.random.sample(DISTRACTORS, len(DISTRACTORS))
        if self.random.random() < 0.4:
            names.insert(0, "other_town")  # few kinds can have it
        for name in names:
            made = made or getattr(self, "like_" + name)(story, event)
        if made is not None:
            made.of = event.id
            if made.parties[:2] == event.parties[:2] or made.parties[:2] == event.parties[1::-1]:
                story.events.append(made)
            else:
                self.strays.append(made)

    strays = ()  # events of other dyads, each told in an article of its own

    def made(self, name, event):
        if event is not None:
            event.distractor = name
        return event

    def like_next_day(self, story, event):
        if event.kind.facts.get("once"):
            return None
        day = event.day + datetime.timedelta(days=1)
        return self.made("next_day", self.make_event(story, day, event.kind, event.parties[:2], beside=True))

    def like_other_town(self, story, event):
        if not event.kind.place.endswith("town") or event.kind.facts.get("once"):
            return None
        made = self.make_event(story, event.day, event.kind, event.parties[:2], beside=True, not_place=event.place)
        return self.made("other_town", made)

    def like_other_act(self, story, event):
        kinds = [kind for kind in self.kinds_for(story.dyad, event.parties) if kind is not event.kind]
        return self.made("other_act", self.make_event(story, event.day, self.pick(kinds), event.parties[:2]))

    def like_other_dyad(self, story, event):
        dyads = [dyad for dyad in self.tables.dyads if dyad is not story.dyad and dyad["mood"] == story.mood]
        other = Story(self.pick(dyads))
        parties = (other.dyad["a"], other.dyad["b"])
        if event.kind not in list(self.kinds_for(other.dyad, parties)):
            return None
        made = self.make_event(other, event.day, event.kind, parties)
        return self.made("other_dyad", made)

    def like_reversed(self, story, event):
        if event.kind.joint or event.kind not in list(self.kinds_for(story.dyad, event.parties[1::-1])):
            return None
        made = self.make_event(story, event.day, event.kind, event.parties[1::-1], beside=True)
        return self.made("reversed", made)

    def like_second_round(self, story, event):
        if event.kind.name not in ("talks", "mediation", "phone"):
            return None
        day = event.day + datetime.timedelta(days=7)
        place = (event.place, event.place_of)
        third = event.parties[2] if len(event.parties) > 2 else None
        made = self.make_event(story, day, event.kind, event.parties[:2], beside=True, place=place, third=third)
        return self.made("second_round", made)

    def like_anniversary(self, story, event):
        """A year before: it is only remembered, so it stands in the story on the day of the one it is like."""
        day = event.day.replace(year=event.day.year - 1) if (event.day.month, event.day.day) != (2, 29) else event.day
        return self.made("anniversary", self.make_event(story, day, event.kind, event.parties[:2], beside=True))
