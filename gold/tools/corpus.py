"""The corpus as folders: which articles and sheets there are, and their records."""
import json
from pathlib import Path

import yaml

from tools.agreements import build_agreement, build_dispute, build_relation
from tools.article import Article
from tools.build import Builder
from tools.events import attribute, build_event, build_statement
from tools.sheet import Sheet

SUFFIXES = {"articles": ".txt", "sheets": ".yaml", "records": ".jsonl"}
BUILDERS = {"event": build_event, "statement": build_statement, "agreement": build_agreement,
            "relation": build_relation, "dispute": build_dispute}


def build_records(article, sheet, tables):
    """The records of a sheet, in its order; the sheet keeps what is wrong."""
    top = sheet.fields(sheet.root, "sheet", ("actors", "issues", "records"))
    if sheet.root is None or "records" not in top:
        if not sheet.mistakes:
            sheet.say(sheet.root, "'records' is missing; an article without any has 'records: []'")
        return []
    builder = Builder(sheet, article, tables)
    builder.read_actors(top.get("actors"))
    builder.read_issues(top.get("issues"))
    made = []  # (kind, node, id)
    for node in sheet.items(top["records"], "records"):
        # The builder reads the pairs, and says what is wrong with them.
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        keys = [key.value for key, _ in pairs if isinstance(key, yaml.ScalarNode) and key.value in BUILDERS]
        if len(keys) != 1:
            sheet.say(node, f"record: expected one of {', '.join(BUILDERS)} as a key")
            continue
        made.append((keys[0], node, builder.new_id(keys[0])))
    records = {}
    # Disputes name statements, which may stand below them.
    for kind, node, record_id in sorted(made, key=lambda one: one[0] == "dispute"):
        records[record_id] = BUILDERS[kind](builder, node, record_id)
    for kind, node, record_id in made:
        if kind == "event":
            attribute(builder, records[record_id], node)
    builder.say_unused()
    return [records[record_id] for _, _, record_id in made]


def write_records(records):
    return "".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n" for record in records)


class Corpus:
    def __init__(self, folders, tables, root):
        """folders: articles, sheets, records -> path."""
        self.folders, self.tables, self.root = folders, tables, root
        self.mistakes = []  # (path, line, message)

    def path(self, folder, name):
        return self.folders[folder] / (name + SUFFIXES[folder])

    def names(self, folder):
        return {path.stem for path in self.folders[folder].glob("*" + SUFFIXES[folder])}

    def say(self, path, line, message):
        self.mistakes.append((self.shown(path), line, message))

    def shown(self, path):
        path = Path(path).resolve()
        return str(path.relative_to(self.root)) if path.is_relative_to(self.root) else str(path)

    def read(self, path):
        try:
            return path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            return self.say(path, 1, f"not UTF-8 at byte {error.start}")
        except OSError as error:
            return self.say(path, 1, f"cannot be read: {error.strerror}")

    def article(self, name):
        content = self.read(self.path("articles", name))
        if content is None:
            return None
        article = Article(name, content)
        article.split_sentences(self.tables)
        for line, message in article.mistakes:
            self.say(self.path("articles", name), line, message)
        if not name.startswith(("dev-", "test-")):
            self.say(self.path("articles", name), 1, "the name must begin with dev- or test-")
        return article

    def compile(self, name):
        """(article, records, right): what a sheet holds, and whether neither it nor its article has a mistake."""
        before = len(self.mistakes)
        path = self.path("sheets", name)
        if not self.path("articles", name).exists():
            self.say(path, 1, f"no article {self.shown(self.path('articles', name))}")
            return None, [], False
        article = self.article(name)
        content = self.read(path)
        if article is None or content is None:
            return article, [], False
        sheet = Sheet(content)
        records = build_records(article, sheet, self.tables) if sheet.root is not None or not sheet.mistakes else []
        for line, message in sorted(set(sheet.mistakes)):
            self.say(path, line, message)
        return article, records, len(self.mistakes) == before
