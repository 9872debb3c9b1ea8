"""What the corpus holds, and what it is meant to hold at least."""
from collections import Counter

from tools import tables as lists
from tools.build import LETTERS


def counts(compiled, tables):
    """What there is of each kind: {table: {row: number}}. compiled: (article, records) of each sheet. Words that the
    lists know have a row even where nothing has them."""
    records = [record for _, own in compiled for record in own]
    kinds = {kind: [record for record in records if record["kind"] == kind] for kind in LETTERS}
    events, relations, disputes = kinds["event"], kinds["relation"], kinds["dispute"]
    provisions = [provision for record in kinds["agreement"] for provision in record["provisions"]]
    spoken = sum(all(side["statement"] for side in record["sides"]) for record in disputes)
    modes = [f"{kind}/{mode}" for kind, mode in tables.modes]
    found = {
        "articles": _articles(compiled),
        "records": {**{kind: len(kinds[kind]) for kind in LETTERS}, "provision": len(provisions)},
        "events by type": count((event["type"] for event in events), tables.types),
        "events by mode": count((f"{event['type']}/{event['mode']}" for event in events if event["mode"]), modes),
        "events by status": count((event["status"] for event in events), lists.EVENT_STATUSES),
        "events": {"joint": sum(event["reciprocal"] for event in events),
                   "attributed": sum(event["attributed_to"] is not None for event in events),
                   "without actor": sum(not event["actor"] for event in events),
                   "without recipient, not joint": sum(not event["recipient"] and not event["reciprocal"]
                                                       for event in events)},
        "events by context": count((context for event in events for context in event["contexts"]), tables.contexts)}
    for kind, field, known in (("statement", "manner", lists.MANNERS), ("statement", "stance", lists.STANCES),
                               ("agreement", "form", lists.FORMS), ("agreement", "status", lists.AGREEMENT_STATUSES),
                               ("relation", "type", lists.RELATION_TYPES)):
        found[f"{kind}s by {field}"] = count((record[field] for record in kinds[kind]), known)
    trends = count((record["trend"] for record in relations if record["trend"]), lists.TRENDS)
    found["relations by trend"] = {**trends, "any": sum(trends.values()), "none": len(relations) - sum(trends.values())}
    found["provisions by type"] = count((provision["type"] for provision in provisions), lists.PROVISION_TYPES)
    found["provisions by obligation"] = count((provision["obligation"] for provision in provisions), lists.OBLIGATIONS)
    found["disputes"] = {"within speakers": spoken, "with the narrator": len(disputes) - spoken}
    found["mentions by via"] = count((actor["via"] for record in records for actor in actors_of(record)), lists.VIAS)
    return found


def short_of(found, targets):
    """{(table, row): least} of what the corpus still lacks. targets: (table, row or '*' for each row, least)."""
    return {(table, row): least for table, wanted, least in targets for row, number in found[table].items()
            if wanted in ("*", row) and number < least}


def print_counts(found, lacking):
    for title, rows in found.items():
        print(title)
        for name, number in rows.items():
            least = lacking.get((title, name))
            print(f"  {name:<32}{number:>7}" + (f"  of {least}" if least else ""))


def print_markdown(found):
    print("| what | how many |\n|---|---|")
    for title, rows in found.items():
        print(f"| {title} | {', '.join(f'{name} {number}' for name, number in rows.items())} |")


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
