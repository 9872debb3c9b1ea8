"""The plan of the corpus: which article tells what first, which tells it again, and how."""

import datetime
import random

from .article import Article, Writer, article_id
from .names import Namer
from .tables import Tables
from .telling import Teller, Telling
from .world import Story, World

# Shares of all articles: those that tell only what is new, near-copies, paraphrases, new events with old ones as background.
SHARES = {"original": 0.60, "copy": 0.15, "paraphrase": 0.15, "background": 0.10}


class Corpus:
    def __init__(self, articles=2000, seed=1):
        self.seed = seed
        self.random = random.Random(seed)
        self.tables = Tables()
        self.world = World(self.tables, self.random)
        self.used = {}
        self.articles = []
        self.counts = {name: round(share * articles) for name, share in SHARES.items()}
        self.counts["original"] += articles - sum(self.counts.values())
        self.sources = {"original": [], "background": []}
        self.write_new()
        self.write_copies()
        self.write_paraphrases()
        self.articles.sort(key=lambda article: (article.published, article.id))

    def new_id(self):
        return article_id(len(self.articles), self.seed)

    def write_new(self):
        """Stories until there are enough articles that tell something first."""
        left = {name: self.counts[name] for name in ("original", "background")}
        while any(left.values()):
            self.world.strays = []
            story = self.world.make_story()
            self.write_story(story, left)
            for event in self.world.strays:
                if left["original"] > 0:
                    self.write_stray(event, left)

    def write_stray(self, event, left):
        """An article of its own for an event of another dyad, with one or two more of that dyad."""
        dyad = next(row for row in self.tables.dyads if {row["a"], row["b"]} == set(event.parties[:2]))
        story = Story(dyad)
        others = [self.world.make_event(story, event.day) for _ in range(self.random.choice((1, 1, 2)))]
        self.write_new_article(story, [event] + [other for other in others if other], [], left)

    def write_story(self, story, left):
        old = [event for event in story.events if event.distractor == "anniversary"]
        current = [event for event in story.events if event.distractor != "anniversary"]
        told = []
        while current:
            size = self.random.choice((2, 2, 3, 3, 4, 5))
            events = [event for event in current[:size] if (event.day - current[0].day).days <= 3]
            current = current[len(events):]
            if len(events) == 1:
                second = self.world.make_event(story, events[0].day)
                events += [second] if second else []
            remembered = []
            before = [event for event in told if event.day <= events[-1].day]
            if left["background"] > 0 and before and (self.random.random() < 0.35 or not left["original"]):
                remembered = self.random.sample(before, min(len(before), self.random.choice((1, 1, 2, 3))))
                remembered.sort(key=lambda event: event.day)
            elif left["original"] <= 0:
                return
            if old and (events[0].day - old[0].day).days > 300:
                remembered.append(old.pop(0))
            self.write_new_article(story, events[::-1] if self.random.random() < 0.6 else events, remembered, left)
            told += events

    def write_new_article(self, story, events, remembered, left):
        lag = self.random.choice((0, 0, 0, 1))
        published = max(event.day for event in events) + datetime.timedelta(days=lag)
        publisher = self.random.choice(self.tables.publishers)
        article = self.write(story, events, remembered, "original", publisher, published)
        retells = any(event.distractor != "anniversary" for event in remembered)
        left["background" if retells else "original"] -= 1

    def write(self, story, events, remembered, manner, publisher, published):
        namer = Namer(self.tables, self.random, publisher, published)
        teller = Teller(namer, self.random, self.used)
        writer = Writer(teller, story.mood, self.tables.fillers)
        title = teller.headline(events[0])
        paragraphs = writer.write(list(events), remembered, manner)
        article = Article(self.new_id(), publisher, published, title, paragraphs, namer.says_today, story, list(events))
        self.articles.append(article)
        return article

    def chosen_sources(self, articles, count):
        """`count` articles to be told again: few of them often, most never."""
        weights = [self.random.paretovariate(1.1) for _ in articles]
        weights = [min(weight, 60) for weight in weights]
        chosen = []
        while len(chosen) < count:
            article = self.random.choices(articles, weights)[0]
            if chosen.count(article) < 8:
                chosen.append(article)
        return chosen

    def other_publisher(self, article):
        return self.random.choice([row for row in self.tables.publishers if row is not article.publisher])

    def write_copies(self):
        wires = [article for article in self.articles if article.publisher["kind"] == "wire"]
        for source in self.chosen_sources(wires, self.counts["copy"]):
            publisher = self.other_publisher(source)
            published = source.published
            if not source.fixed_day and self.random.random() < 0.3:
                published += datetime.timedelta(days=1)
            teller = Teller(Namer(self.tables, self.random, publisher, published), self.random, self.used)
            title = teller.headline(source.events[0])
            keep = self.random.randint(self.shortest_cut(source), len(source.paragraphs))
            swapping = {word: other for word, other in self.tables.swaps.items() if self.random.random() < 0.5}
            paragraphs = [[self.copied(sentence, swapping) for sentence in paragraph] for paragraph in source.paragraphs[:keep]]
            self.articles.append(Article(self.new_id(), publisher, published, title, paragraphs, False, source.story, source.events))

    def shortest_cut(self, source):
        """How many of its first paragraphs hold five sentences."""
        sentences = 0
        for number, paragraph in enumerate(source.paragraphs, 1):
            sentences += len(paragraph)
            if sentences >= 5:
                return number
        return len(source.paragraphs)

    def copied(self, sentence, swapping):
        def changed(words):
            return " ".join(swapping.get(word, word) for word in words.split(" "))

        return [(changed(words), telling and Telling(telling.event, "copy")) for words, telling in sentence]

    def write_paraphrases(self):
        firsts = [article for article in self.articles if not any(t and t.manner == "copy" for p in article.paragraphs for s in p for _, t in s)]
        for source in self.chosen_sources(firsts, self.counts["paraphrase"]):
            events = list(source.events)
            if len(events) > 2 and self.random.random() < 0.4:
                events.remove(self.random.choice(events))
            if len(events) > 1 and self.random.random() < 0.5:
                self.random.shuffle(events)
            lag = self.random.choice((0, 0, 0, 1, 1, 2, 3, 5))
            published = source.published + datetime.timedelta(days=lag)
            self.write(source.story, events, [], "paraphrase", self.other_publisher(source), published)
