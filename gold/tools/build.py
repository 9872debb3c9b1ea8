"""What all kinds of records share: actors, mentions, dates, places, evidence."""
import yaml

from tools import dates
from tools.mentions import Finder, cut_marks, overlaps, via_of
from tools.sheet import NONE
from tools.tables import ACTOR_TYPES, SECTORS

ENGINE = {"version": "gold 1", "model": "-", "knowledge": "-"}
WHY = [{"rule": "gold", "detail": None, "model_score": None}]
LETTERS = {"event": "e", "statement": "s", "agreement": "a", "relation": "r", "dispute": "d"}


def is_list(node):
    return isinstance(node, yaml.SequenceNode)


class Builder:
    """One sheet on its way to records; `sheet` collects what is wrong."""

    def __init__(self, sheet, article, tables):
        self.sheet, self.article, self.tables = sheet, article, tables
        self.finder = Finder(article, sheet)
        self.actors, self.issues = {}, {}
        self.used = set()  # ("actor" or "issue", key)
        self.names = {}  # an id of the sheet's own -> id of the record
        self.statements = {}  # record id -> statement
        self.counts = dict.fromkeys(LETTERS, 0)

    def read_actors(self, node):
        for key, key_node, value in self.sheet.pairs(node, "actors"):
            fields = self.sheet.fields(value, f"actor {key}", ("name", "code", "sector", "type", "role", "also"),
                                       ("name", "type"))
            code = self.words(fields.get("code"), f"actor {key}: code") or None
            if code and not self.tables.is_actor_code(code):
                self.sheet.say(fields["code"], f"actor {key}: the code '{code}' is in none of states.tsv, "
                                               "organisations.tsv and gold/actor_codes.tsv")
            also = [self.sheet.text(item, f"actor {key}: also") or ""
                    for item in self.sheet.items(fields.get("also"), f"actor {key}: also")]
            self.actors[key] = {
                "name": self.words(fields.get("name"), f"actor {key}: name") or key, "also": also, "code": code,
                "sector": self.sheet.choice(fields.get("sector"), f"actor {key}: sector", SECTORS),
                "type": self.sheet.choice(fields.get("type"), f"actor {key}: type", ACTOR_TYPES),
                "role": self.words(fields.get("role"), f"actor {key}: role"), "node": key_node}

    def read_issues(self, node):
        for key, key_node, value in self.sheet.pairs(node, "issues"):
            if isinstance(value, yaml.ScalarNode):
                issue = {"id": None, "label": value.value.strip()}
                if not issue["label"]:
                    self.sheet.say(key_node, f"issue {key}: the label is missing")
            else:
                fields = self.sheet.fields(value, f"issue {key}", ("id", "label"), ("label",))
                issue = {name: self.words(fields.get(name), f"issue {key}: {name}") for name in ("id", "label")}
            self.issues[key] = {**issue, "node": key_node}

    def words(self, node, what):
        return None if node is None else self.sheet.text(node, what) or None

    def issue(self, node, what):
        key = self.words(node, what)
        if key is None:
            return None
        if key not in self.issues:
            return self.sheet.say(node, f"{what}: no issue '{key}' among issues")
        self.used.add(("issue", key))
        return {"id": self.issues[key]["id"], "label": self.issues[key]["label"]}

    def new_id(self, kind):
        self.counts[kind] += 1
        return f"{self.article.name}-{LETTERS[kind]}{self.counts[kind]}"

    def name_record(self, node, record_id, what):
        """Notes the sheet's own name of a record, once."""
        name = self.words(node, what)
        if name in self.names or name == NONE:
            self.sheet.say(node, f"{what}: the id '{name}' is taken")
        elif name:
            self.names[name] = record_id

    def actor(self, key, node, span, via):
        """An actor of the contract, as mentioned at a span."""
        self.used.add(("actor", key))
        actor = self.actors.get(key)
        if actor is None:
            return self.sheet.say(node, f"no actor '{key}' among actors")
        words = self.article.text[span[0]:span[1]]
        return {"name": actor["name"], "text": words, "start": span[0], "end": span[1], "code": actor["code"],
                "sector": actor["sector"], "type": actor["type"], "country": self.tables.country_of(actor["code"]),
                "role": actor["role"], "via": via or via_of(words, actor, self.tables)}

    def mentions(self, node, what, order, together=None):
        """The actors of `{key: words}`, or of a list of keys whose words are those of `text` (together)."""
        if node is None:
            return []
        if is_list(node):
            return self._mentions_together(node, what, order, together)
        found = []
        for key, key_node, value in self.sheet.pairs(node, what):
            if key not in self.actors:
                self.sheet.say(key_node, f"{what}: no actor '{key}' among actors")
                continue
            self.used.add(("actor", key))
            mention = self.finder.mention(value, f"{what} {key}", order)
            if mention:
                found.append(self.actor(key, key_node, *mention))
        return [actor for actor in found if actor]

    def _mentions_together(self, node, what, order, together):
        keys = [(self.sheet.text(item, what), item) for item in node.value]
        for key, item in keys:
            if key in self.actors:
                self.used.add(("actor", key))
            elif key is not None:
                self.sheet.say(item, f"{what}: no actor '{key}' among actors")
        if together is None:
            return self.sheet.say(node, f"{what}: a list of keys needs 'text: words' for all of them") or []
        mention = self.finder.mention(together, "text", order)
        if not mention:
            return []
        return [self.actor(key, item, *mention) for key, item in keys if key in self.actors]

    def check_text(self, fields, what, keys):
        """`text` without a list of keys would be passed over in silence."""
        if "text" in fields and not any(is_list(fields[key]) for key in keys if key in fields):
            self.sheet.say(fields["text"], f"{what}: 'text' belongs to a list of keys in {' or '.join(keys)}")

    def single(self, node, what, order):
        """Exactly one actor."""
        found = self.mentions(node, what, order)
        if node is not None and (not isinstance(node.value, list) or len(node.value) != 1):
            return self.sheet.say(node, f"{what}: expected exactly one 'key: words'")
        return found[0] if found else None

    def others(self, node, what, roles, order):
        found = []
        for role, key_node, value in self.sheet.pairs(node, what):
            if role not in roles:
                self.sheet.say(key_node, f"{what}: '{role}' is not known; expected one of {', '.join(roles)}")
            found += [{"role": role, "actor": actor} for actor in self.mentions(value, f"{what} {role}", order)]
        return found

    def evidence(self, node, what):
        """The spans of a quotation or of a list of them, in the text's order."""
        found = []
        for item in self.sheet.items(node, f"{what} ev"):
            span = self.finder.quote(item, f"{what} ev")
            if span and overlaps(span, found):
                self.sheet.say(item, f"{what} ev: overlaps another quotation of the evidence")
            elif span:
                found.append(span)
        return sorted(found)

    def evidence_out(self, spans):
        return [{"sentence": self.article.sentence_of(start), "start": start, "end": end,
                 "text": self.article.text[start:end]} for start, end in spans]

    def quoted(self, span):
        return span and {"text": self.article.text[span[0]:span[1]], "start": span[0], "end": span[1]}

    def date(self, node, what, default=False):
        """A date of the contract; the article's own where there is none and `default` says so."""
        if node is None:
            if not default or not self.article.published:
                return None
            day = self.article.published
            return {"from": day, "to": day, "text": None, "precision": "day"}
        value = self.sheet.text(node, what)
        if value is None or value == NONE:
            return None
        try:
            start, end, precision, words = dates.parse_date(value)
        except ValueError as error:
            return self.sheet.say(node, f"{what}: {error}")
        if words:
            words = self.words_of(node, what, words)
        return {"from": start, "to": end, "text": words or None, "precision": precision}

    def words_of(self, node, what, words):
        """Words that must stand in the article, and of which no place is kept: `@2` does no harm."""
        words, place, _ = cut_marks(words)
        found = self.article.places(words)
        if not found:
            return self.sheet.say(node, f"{what}: {self.article.not_found(words)}")
        if place and not 1 <= place <= len(found):
            return self.sheet.say(node, f"{what}: @{place}, but '{words}' stands in {len(found)} places")
        return words

    def place(self, node, what):
        if node is None:
            return None
        fields = self.sheet.fields(node, what, ("name", "country", "text"), ("name",))
        country = self.words(fields.get("country"), f"{what}: country")
        if country and country not in self.tables.states:
            self.sheet.say(fields["country"], f"{what}: '{country}' is no alpha-3 code of states.tsv")
        words = self.words(fields.get("text"), f"{what}: text")
        if words:
            words = self.words_of(fields["text"], f"{what}: text", words)
        return {"name": self.words(fields.get("name"), f"{what}: name"), "country": country, "latitude": None,
                "longitude": None, "text": words}

    def finish(self, kind, record_id, body, spans):
        """The record with its fields in the contract's order."""
        return {"kind": kind, "id": record_id, "article": self.article.name, "published": self.article.published,
                **body, "evidence": self.evidence_out(spans), "confidence": 1.0, "why": WHY, "engine": ENGINE}

    def say_unused(self):
        for kind, known in (("actor", self.actors), ("issue", self.issues)):
            for key, declared in known.items():
                if (kind, key) not in self.used:
                    self.sheet.say(declared["node"], f"the {kind} '{key}' is in no record")
