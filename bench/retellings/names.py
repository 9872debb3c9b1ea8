"""How an article names states, those who speak for them, places, days and numbers."""

import datetime

WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# people.tsv says who held an office from here on.
FIRST_HOLDERS = datetime.date(2021, 2, 1)
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def possessive(name):
    return name + ("'" if name.endswith("s") else "'s")


class Namer:
    """One an article: it knows who was named already. `published` is the day that "yesterday" counts from."""

    def __init__(self, tables, random, publisher, published):
        self.tables = tables
        self.random = random
        self.american = publisher["dates"] == "american"
        self.spell = publisher["spell"] == "yes"
        self.published = published
        self.introduced = set()
        self.says_today = False  # whether a date was given that only holds on the day of publication

    def state(self, code, place=None):
        """The state as one who acts: its name, its capital, its government. Not the capital where it happens there."""
        state = self.tables.states[code]
        forms, weights = [state.name, state.capital, f"the {self.adjective(code)} government"], [50, 30, 12]
        if place == state.capital or code == "UNO":
            forms, weights = forms[:1], weights[:1]
        return self.random.choices(forms, weights)[0]

    def adjective(self, code):
        return self.random.choice(self.tables.states[code].adjectives)

    def forces(self, code):
        adjective = self.adjective(code)
        return self.random.choice((f"{adjective} forces", f"{adjective} troops", f"the {adjective} army", f"the {adjective} military"))

    def person(self, code, office, day):
        """The holder of an office: in full at first, then by surname or by office."""
        state = self.tables.states[code]
        row = self.tables.holder(code, office, day) if day >= FIRST_HOLDERS else None
        title = (row and row["title"]) or (state.title if office == "leader" else state.minister)
        adjective = self.adjective(code)
        if row is None:
            return f"the {adjective} {title.lower()}"
        if (code, row["name"]) in self.introduced:
            return self.random.choice((row["surname"], row["surname"], f"the {adjective} {title.lower()}"))
        self.introduced.add((code, row["name"]))
        forms = [f"{adjective} {title} {row['name']}"] * 3
        if title == "King":
            return f"King {row['name']} of {state.name}"
        if code not in ("UNO", "EEC") and title[0].isupper():
            forms += [f"{title} {row['name']} of {state.name}", f"{possessive(state.name)} {title} {row['name']}", f"{title} {row['name']}"]
        return self.random.choice(forms)

    def place(self, town, code, plain):
        if not plain and code and self.random.random() < 0.35:
            return f"the {self.adjective(code)} city of {town}"
        return town

    def number(self, value, retold=False):
        if self.spell and value < len(WORDS):
            text = WORDS[value]
        else:
            text = f"{value:,}"
        if retold and value >= 10 and value % 10 == 0 and self.random.random() < 0.3:
            return f"about {text}"
        return text

    def full_date(self, day):
        month = MONTHS[day.month - 1]
        date = f"{month} {day.day}" if self.american else f"{day.day} {month}"
        if abs((self.published - day).days) > 300:
            date += f", {day.year}" if self.american else f" {day.year}"
        return date

    def weekday(self, day):
        return WEEKDAYS[day.weekday()]

    def when(self, day, exact):
        """Date words, with a space before them, or nothing. `exact`: they must tell the day."""
        lag = (self.published - day).days
        weekday, full = f" on {self.weekday(day)}", f" on {self.full_date(day)}"
        if lag == 0:
            choices = [(weekday, 55), (full, 6), (f" late{weekday}", 4), (f" early{weekday}", 4), (" today", 6), ("", 25)]
        elif lag == 1:
            choices = [(weekday, 60), (full, 10), (" yesterday", 14), ("", 0 if exact else 14)]
        elif lag < 7:
            choices = [(weekday, 60), (full, 25), (f" last {self.weekday(day)}", 8), (" this week", 0 if exact else 7)]
        elif lag < 14:
            choices = [(full, 60), (f"{weekday} last week", 25), (" last week", 0 if exact else 25)]
        else:
            month = " earlier this month" if self.published.month == day.month else f" in {MONTHS[day.month - 1]}"
            choices = [(full, 70), (month, 0 if exact or lag > 300 else 30)]
        text = self.random.choices([choice for choice, _ in choices], [weight for _, weight in choices])[0]
        if text in (" today", " yesterday"):
            self.says_today = True
        return text

    def apart(self, later, earlier):
        """ "a day after": how long one event came after another."""
        days = (later - earlier).days
        if days == 0:
            return "hours after"
        if days == 1:
            return "a day after"
        return f"{WORDS[days]} days after" if days < len(WORDS) else f"{days} days after"

