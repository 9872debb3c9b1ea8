"""Where words stand in an article: quotations, which must be unique, and mentions, of which the nearest counts."""
import re

from tools.tables import VIAS, holds, parts

PLACE = re.compile(r"\s*@(\d+)$")
VIA = re.compile(r"\s*~(\w+)$")
PRONOUNS = set(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers "
    "herself it its itself they them their theirs themselves who whom whose which that this these those both each "
    "neither either".split())
PRONOUNS |= {"each other", "one another"}


def cut_marks(words):
    """(words, place from 1 or None, via or None) of `he @2 ~pronoun`."""
    place = via = None
    while True:
        match = PLACE.search(words)
        if match and place is None:
            place, words = int(match.group(1)), words[:match.start()]
            continue
        match = VIA.search(words)
        if match and via is None:
            via, words = match.group(1), words[:match.start()]
            continue
        return words, place, via


def overlaps(span, others):
    return any(span[0] < end and start < span[1] for start, end in others)


def inside(span, others):
    return any(start <= span[0] and span[1] <= end for start, end in others)


def gap(span, other):
    return max(other[0] - span[1], span[0] - other[1], 0)


class Finder:
    """Finds what a sheet quotes in its article; notes in the sheet what is not there."""

    def __init__(self, article, sheet):
        self.article, self.sheet = article, sheet

    def quote(self, node, what, near=()):
        """The span of a quotation. Where it stands more than once, `@` chooses, or being the only one within `near`."""
        value = self.sheet.text(node, what)
        if value is None:
            return None
        words, place, via = cut_marks(value)
        if via:
            return self.sheet.say(node, f"{what}: ~{via} belongs to a mention, not to a quotation")
        found = self.article.dotted_places(words)
        if not found:
            return self.sheet.say(node, f"{what}: {self.article.not_found(words)}")
        if place:
            return self._chosen(node, what, words, found, place)
        for spans in near:
            within = [span for span in found if inside(span, spans)]
            if len(within) == 1:
                return within[0]
        if len(found) > 1:
            numbers = ", ".join(str(self.article.sentence_of(span[0])) for span in found)
            return self.sheet.say(node, f"{what}: '{words}' stands {len(found)} times (sentences {numbers}, from 0); "
                                        f"write @1 to @{len(found)} after it, or quote more")
        return found[0]

    def _chosen(self, node, what, words, found, place):
        if 1 <= place <= len(found):
            return found[place - 1]
        return self.sheet.say(node, f"{what}: @{place}, but '{words}' stands in {len(found)} places")

    def mention(self, node, what, order):
        """(span, via or None) of words that may stand often; `order` chooses among the places."""
        value = self.sheet.text(node, what)
        if value is None:
            return None
        words, place, via = cut_marks(value)
        if not words:
            return self.sheet.say(node, f"{what}: no words of the article; words with a comma need quotes")
        if via and via not in VIAS:
            return self.sheet.say(node, f"{what}: '~{via}' is not known; expected one of {', '.join(VIAS)}")
        found = self.article.places(words)
        if not found:
            return self.sheet.say(node, f"{what}: {self.article.not_found(words)}")
        span = self._chosen(node, what, words, found, place) if place else min(found, key=order)
        return span and (span, via)

    def by_evidence(self, evidence, first=()):
        """Order of places: in `first`, in the evidence, in its sentences, backwards from it, then anywhere after it."""
        sentences = [self.article.sentence_span(span) for span in evidence]
        start = min((span[0] for span in evidence), default=0)

        def order(span):
            if inside(span, first):
                return 0, span[0]
            if inside(span, evidence):
                return 1, span[0]
            if inside(span, sentences):
                return 2, span[0]
            return (3, -span[0]) if span[1] <= start else (4, span[0])
        return order

    def by_cue(self, cue, content, evidence):
        """As by_evidence, but first the sentence of the cue, what is nearest to it and outside the content first."""
        if not cue:
            return self.by_evidence(evidence)
        sentence, rest = [self.article.sentence_span(cue)], self.by_evidence([cue])
        broken = overlaps(cue, [content])  # a quotation that its cue interrupts: speaker and cue are both within

        def order(span):
            if inside(span, sentence):
                return (-1 if inside(span, [content]) and not broken else -2), gap(span, cue), span[0]
            return rest(span)
        return order

    def by_content(self, content):
        """For a cue: the sentences of the content, outside it first, the nearest first; then whatever is nearest."""
        sentences = [self.article.sentence_span(content)]

        def order(span):
            within = overlaps(span, [content])
            level = (1 if within else 0) if inside(span, sentences) else 2
            distance = 0 if within else gap(span, content)
            return level, distance, span[0]
        return order


def via_of(words, actor, tables):
    """How a mention names its actor, by the rule of docs/formats/gold.md."""
    if words.lower() in PRONOUNS:
        return "pronoun"
    rows = tables.states.get(actor["code"], [])
    bare = re.sub(r"^[Tt]he ", "", words)
    if _names(words, actor, tables, rows):
        return "name"
    if any(holds(words, capital) for row in rows for capital in parts(row["capitals"])):
        return "capital"
    if actor["type"] == "organisation" and bare in tables.capitals:
        return "capital"
    if any(bare in parts(row["adjectives"]) + parts(row["people"]) for row in rows):
        return "nationality"
    if any(holds(words.lower(), title) for title in tables.titles):
        return "title"
    return "description"


def _names(words, actor, tables, rows):
    names = [actor["name"], *actor["also"]]
    capitalised = {word for name in names for word in re.findall(r"\w+", name) if word[0].isupper()} - {"The", "Of"}
    if capitalised & set(re.findall(r"\w+", words)) or any(holds(words, name) for name in names):
        return True
    # What the tables call the actor counts as a whole only: "Republic" alone names nobody.
    if actor["type"] == "state":
        others = [name for row in rows for key in ("name", "official", "other_names") for name in parts(row[key])]
    elif actor["type"] == "organisation" and actor["code"] in tables.organisations:
        row = tables.organisations[actor["code"]]
        others = [name for name in [row["name"], *parts(row["other_names"])] if name not in tables.capitals]
    else:
        others = []
    return any(holds(words, name) for name in others)
