"""What the corpus holds, as a table."""
from collections import Counter

from tools import tables as lists
from tools.build import LETTERS


def print_counts(compiled, tables):
    """compiled: (article, records) of each sheet. Words that the lists know are printed even where nothing has them."""
    records = [record for _, own in compiled for record in own]
    kinds = {kind: [record for record in records if record["kind"] == kind] for kind in LETTERS}
    events, agreements = kinds["event"], kinds["agreement"]
    provisions = [provision for record in agreements for provision in record["provisions"]]
    table("articles", _articles(compiled))
    table("records", {kind: len(kinds[kind]) for kind in LETTERS})
    table("events by type", count((event["type"] for event in events), tables.types))
    modes = [f"{kind}/{mode}" for kind, mode in tables.modes]
    table("events by mode", count((f"{event['type']}/{event['mode']}" for event in events if event["mode"]), modes))
    table("events by status", count((event["status"] for event in events), lists.EVENT_STATUSES))
    table("events", {"joint": sum(event["reciprocal"] for event in events),
                     "attributed": sum(event["attributed_to"] is not None for event in events),
                     "without actor": sum(not event["actor"] for event in events),
                     "without recipient, not joint": sum(not event["recipient"] and not event["reciprocal"]
                                                         for event in events)})
    table("events by context", count((context for event in events for context in event["contexts"]), tables.contexts))
    for kind, field, known in (("statement", "manner", lists.MANNERS), ("statement", "stance", lists.STANCES),
                               ("agreement", "form", lists.FORMS), ("agreement", "status", lists.AGREEMENT_STATUSES),
                               ("relation", "type", lists.RELATION_TYPES)):
        table(f"{kind}s by {field}", count((record[field] for record in kinds[kind]), known))
    table("relations by trend", count((record["trend"] or "none" for record in kinds["relation"]),
                                      [*lists.TRENDS, "none"]))
    table("provisions by type", count((provision["type"] for provision in provisions), lists.PROVISION_TYPES))
    table("provisions by obligation", count((provision["obligation"] for provision in provisions), lists.OBLIGATIONS))
    table("disputes", {"within speakers": sum(all(side["statement"] for side in record["sides"])
                                              for record in kinds["dispute"]),
                       "with the narrator": sum(not all(side["statement"] for side in record["sides"])
                                                for record in kinds["dispute"])})
    table("mentions by via", count((actor["via"] for record in records for actor in actors_of(record)), lists.VIAS))


def _articles(compiled):
    articles = [article for article, _ in compiled]
    return {"all": len(articles), "dev": sum(article.name.startswith("dev-") for article in articles),
            "test": sum(article.name.startswith("test-") for article in articles),
            "with records": sum(bool(records) for _, records in compiled),
            "empty": sum(not records for _, records in compiled),
            "without date": sum(not article.published for article in articles),
            "words": sum(article.words for article in articles)}


def actors_of(value):
    """Every mention of an actor anywhere in a record."""
    if isinstance(value, dict):
        if "via" in value:
            yield value
        for part in value.values():
            yield from actors_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from actors_of(part)


def count(found, known):
    counted = Counter(found)
    return {**{word: counted[word] for word in known}, **{str(word): number for word, number in sorted(
        counted.items(), key=str) if word not in set(known)}}


def table(title, rows):
    print(title)
    for name, number in rows.items():
        print(f"  {name:<32}{number:>7}")
