"""Article after article, by day of publication."""

import collections
import datetime
import hashlib
import json

from .cast import Cast
from .filling import Filler, read_frames
from .patterns import read_patterns

FIRST_DAY = datetime.date(2014, 1, 1)
DAYS = 3652
RETOLD = 0.25  # share of the event records that tell an event again
EVENTS_AN_ARTICLE = 4
# How many records of the other kinds an article has, on average.
OTHERS = (("statement", 1.5), ("agreement", 0.1), ("relation", 0.25), ("dispute", 0.05))
# Shares of PLOVER types in the news of states, in hundredths.
TYPES = {"CONSULT": 22, "ASSAULT": 14, "SUPPORT": 11, "ACCUSE": 8, "COERCE": 8, "REQUEST": 7, "AGREE": 7, "PROTEST": 5, "REJECT": 4, "COOPERATE": 4,
         "AID": 3, "SANCTION": 2.5, "THREATEN": 1.5, "MOBILIZE": 1.5, "RETREAT": 1, "CONCEDE": 0.5}
PUBLISHERS = 60
BURST_DAYS = (2, 20)
HOT = 0.4  # share of articles about a pair that is in the news for days


class World:
    """Which events happen, and which of them are told again."""

    def __init__(self, root, random):
        self.random = random
        self.cast = Cast(root, random)
        self.patterns = read_patterns(root, self.cast.states)
        self.by_type = collections.defaultdict(list)
        self.by_event = collections.defaultdict(list)
        for pattern in self.patterns["event"]:
            self.by_type[pattern.type].append(pattern)
            self.by_event[pattern.event].append(pattern)
        # Treaties printed clause by clause are rarer in the news than in the gold corpus.
        provisions = [pattern.provisions for pattern in self.patterns["agreement"]]
        self.kind_weights = {"agreement": [1 / (1 + count) for count in provisions]}
        self.types = list(TYPES)
        self.weights = [sum(list(TYPES.values())[: n + 1]) for n in range(len(TYPES))]
        self.filler = Filler(self.cast, read_frames(root), random)
        self.recent = {}  # pair -> events of late
        self.hot = []  # (pair, last day of its burst)
        self.codes = sorted(self.cast.states)
        self.made = self.told = 0

    def start_day(self, day):
        self.hot = [item for item in self.hot if item[1] >= day]
        while len(self.hot) < 6:
            low, high = BURST_DAYS
            length = int(low * (high / low) ** self.random.random())
            self.hot.append((self.cast.pick_pairs(1)[0], day + datetime.timedelta(days=length)))

    def pick_pair(self):
        if self.random.random() < HOT:
            return self.random.choice(self.hot)[0]
        return self.cast.pick_pairs(1)[0]

    def event(self, pair, published):
        """(pattern, codes, day, place): one that was told before, or a new one."""
        self.told += 1
        if self.told * RETOLD > self.told - self.made:
            late = self.recent.get(pair)
            if late:
                pattern, codes, day, place = self.random.choice(late)
                if (published - day).days < 10:
                    return self.random.choice(self.by_event[pattern.event]), codes, day, place
        self.made += 1
        a, b = pair if self.random.random() < 0.6 else pair[::-1]
        kind = self.random.choices(self.types, cum_weights=self.weights)[0]
        pattern = self.random.choice(self.by_type[kind])
        day = published - datetime.timedelta(days=self.random.choice((0, 0, 0, 1, 1, 2, 5)))
        event = (pattern, (a, b, self.random.choice(self.codes)), day, self.cast.place(self.random.choice((a, b))))
        self.recent.setdefault(pair, collections.deque(maxlen=12)).append(event)
        return event

    def count(self, mean):
        """How many, at random: a whole number with this mean."""
        return int(mean) + (self.random.random() < mean % 1)


class Stream:
    def __init__(self, root, random, events):
        self.world = World(root, random)
        self.random = random
        self.events = events
        self.articles = self.records = 0
        cities = self.world.cast.voices["city"]
        self.publishers = [f"{city} {paper}" for paper in ("Post", "Herald", "Wire", "Chronicle") for city in cities][:PUBLISHERS]
        self.publisher_weights = [sum(1 / (k + 1) for k in range(n + 1)) for n in range(len(self.publishers))]

    def lines(self):
        """JSON lines, until as many events were made as are wanted."""
        world = self.world
        for number in range(DAYS):
            day = FIRST_DAY + datetime.timedelta(days=number)
            world.start_day(day)
            left = self.events - world.made
            weekend = 0.6 if day.weekday() >= 5 else 1.15
            share = left / (DAYS - number) * weekend * self.random.uniform(0.7, 1.3)
            wanted = world.made + (left if number == DAYS - 1 else min(left, round(share)))
            while world.made < wanted:
                yield self.article(day, wanted)

    def article(self, published, wanted):
        world = self.world
        self.articles += 1
        pair = world.pick_pair()
        name = f"n{self.articles:07d}"
        head = f'"article":"{name}","published":"{published.isoformat()}"'
        records, at = [], self.random.randint(0, 60)
        sentence, statement = 0, None
        plan = ["event"] * max(1, round(self.random.gauss(EVENTS_AN_ARTICLE, 1.6)))
        for kind, mean in OTHERS:
            plan += [kind] * world.count(mean)
        self.random.shuffle(plan)
        plan.sort(key=lambda kind: kind == "dispute")  # it names statements
        for kind in plan:
            if kind == "event":
                if world.made >= wanted:
                    continue
                others = pair if self.random.random() < 0.8 else world.cast.pick_pairs(1)[0]
                pattern, codes, day, place = world.event(others, published)
            else:
                a, b = pair if self.random.random() < 0.5 else pair[::-1]
                pattern = self.random.choices(world.patterns[kind], world.kind_weights.get(kind))[0]
                codes, day, place = (a, b, a), published, world.cast.place(a)
            text, own, at = world.filler.fill(pattern, head, codes, day, published, place, at, sentence, statement)
            statement = own if kind == "statement" else statement
            records.append(text)
            at += self.random.randint(2, 160)
            sentence += self.random.choice((0, 1, 1, 2))
        self.records += len(records)
        return f'{{"article":{self.head(name, pair, published, at)},"records":[{",".join(records)}]}}\n'

    def head(self, name, pair, published, length):
        publisher = self.random.choices(self.publishers, cum_weights=self.publisher_weights)[0]
        states = self.world.cast.states
        title = f"{states[pair[0]].name} and {states[pair[1]].name}: {self.random.choice(self.world.cast.voices['any'])}"
        site = publisher.lower().replace(" ", "")
        row = {"id": name, "published": published.isoformat(), "publisher": publisher, "url": f"https://{site}.example/{published:%Y/%m/%d}/{name}",
               "title": title, "language": "en", "text_hash": hashlib.sha256(name.encode()).hexdigest(), "length": length}
        return json.dumps(row, ensure_ascii=False, separators=(",", ":"))
