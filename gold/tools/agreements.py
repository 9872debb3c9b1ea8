"""Agreements, relations and disputes of a sheet."""
import yaml

from tools.tables import (AGREEMENT_ROLES, AGREEMENT_STATUSES, FORMS, OBLIGATIONS, PROVISION_TYPES, RELATION_TYPES,
                          STANCES, TRENDS)

AGREEMENT_KEYS = ("agreement", "title", "form", "parties", "text", "brokers", "others", "status", "date", "place", "ev",
                  "provisions")
PROVISION_KEYS = ("type", "obligation", "text", "from", "to", "conditions")
RELATION_KEYS = ("relation", "a", "b", "directed", "since", "until", "trend", "negated", "date", "ev")


def build_agreement(builder, node, record_id):
    sheet = builder.sheet
    what = record_id.rpartition("-")[2]
    fields = sheet.fields(node, what, AGREEMENT_KEYS, ("agreement", "form", "parties", "status", "ev"))
    builder.name_record(fields.get("agreement"), record_id, what)
    spans = builder.evidence(fields.get("ev"), what)
    order = builder.finder.by_evidence(spans)
    title = builder.words(fields.get("title"), f"{what} title")
    if title:
        builder.words_of(fields["title"], f"{what} title", title)
    parties = builder.mentions(fields.get("parties"), f"{what} parties", order, fields.get("text"))
    brokers = builder.mentions(fields.get("brokers"), f"{what} brokers", order, fields.get("text"))
    others = builder.others(fields.get("others"), f"{what} others", AGREEMENT_ROLES, order)
    builder.check_text(fields, what, ("parties", "brokers"))
    known = _by_key(fields, parties, brokers, others)
    provisions = fields.get("provisions")
    body = {
        "title": title, "form": sheet.choice(fields.get("form"), f"{what} form", FORMS), "parties": parties,
        "brokers": brokers, "others": others,
        "status": sheet.choice(fields.get("status"), f"{what} status", AGREEMENT_STATUSES),
        "date": builder.date(fields.get("date"), f"{what} date"),
        "place": builder.place(fields.get("place"), f"{what} place"),
        "provisions": [_provision(builder, item, f"{what} provision {number}", parties, known)
                       for number, item in enumerate(sheet.items(provisions, f"{what} provisions"), 1)]}
    return builder.finish("agreement", record_id, body, spans)


def _by_key(fields, parties, brokers, others):
    """The actors of an agreement by the sheet's keys; of one in two roles, the first counts."""
    known = {}
    def add(node, actors):
        if node is None or not isinstance(node.value, list):
            return
        keys = [item[0].value if isinstance(item, tuple) else item.value for item in node.value]
        for key, actor in zip(keys, actors):
            known.setdefault(key, actor)
    add(fields.get("parties"), parties)
    add(fields.get("brokers"), brokers)
    roles = fields.get("others")
    rest = iter([other["actor"] for other in others])
    for _, node in roles.value if isinstance(roles, yaml.MappingNode) else ():
        if isinstance(node.value, list):
            add(node, [actor for _, actor in zip(node.value, rest)])
    return known


def _provision(builder, node, what, parties, known):
    sheet = builder.sheet
    fields = sheet.fields(node, what, PROVISION_KEYS, ("type", "obligation", "text"))
    span = builder.finder.quote(fields["text"], f"{what} text") if "text" in fields else None
    if "from" in fields or "to" in fields:
        order = builder.finder.by_evidence([span] if span else [])
        sides = {side: _owed(builder, fields.get(side), f"{what} {side}", known, order) for side in ("from", "to")}
    else:
        sides = {"from": parties, "to": parties}
    near = [[span], [builder.article.sentence_span(span)]] if span else []
    conditions = [builder.finder.quote(item, f"{what} conditions", near)
                  for item in sheet.items(fields.get("conditions"), f"{what} conditions")]
    return {"type": sheet.choice(fields.get("type"), f"{what} type", PROVISION_TYPES),
            "obligation": sheet.choice(fields.get("obligation"), f"{what} obligation", OBLIGATIONS), **sides,
            **(builder.quoted(span) or {"text": None, "start": None, "end": None}),
            "conditions": [builder.quoted(condition) for condition in conditions]}


def _owed(builder, node, what, known, order):
    """Keys of the agreement's actors, with the mentions that they have there; or `{key: words}` as anywhere."""
    if isinstance(node, yaml.MappingNode):
        return builder.mentions(node, what, order)
    found = []
    for item in builder.sheet.items(node, what):
        key = builder.sheet.text(item, what)
        if key in known:
            found.append(known[key])
        elif key is not None:
            builder.sheet.say(item, f"{what}: '{key}' is no party, broker or other of the agreement; for somebody else "
                                    f"write {{{key}: words}}")
    return found


def build_relation(builder, node, record_id):
    sheet = builder.sheet
    what = record_id.rpartition("-")[2]
    fields = sheet.fields(node, what, RELATION_KEYS, ("relation", "a", "b", "ev"))
    spans = builder.evidence(fields.get("ev"), what)
    order = builder.finder.by_evidence(spans)
    body = {
        "type": sheet.choice(fields.get("relation"), f"{what} relation", RELATION_TYPES),
        "a": builder.single(fields.get("a"), f"{what} a", order),
        "b": builder.single(fields.get("b"), f"{what} b", order),
        "directed": sheet.yes_no(fields.get("directed"), f"{what} directed"),
        "since": builder.date(fields.get("since"), f"{what} since"),
        "until": builder.date(fields.get("until"), f"{what} until"),
        "trend": sheet.choice(fields.get("trend"), f"{what} trend", TRENDS),
        "negated": sheet.yes_no(fields.get("negated"), f"{what} negated"),
        "date": builder.date(fields.get("date"), f"{what} date")}
    return builder.finish("relation", record_id, body, spans)


def build_dispute(builder, node, record_id):
    """After all statements: sides name them."""
    sheet = builder.sheet
    what = record_id.rpartition("-")[2]
    fields = sheet.fields(node, what, ("dispute", "sides"), ("dispute", "sides"))
    items = sheet.items(fields.get("sides"), f"{what} sides")
    found = [_side(builder, item, f"{what} side {number}") for number, item in enumerate(items, 1)]
    sides = [side for side in found if side]
    if fields.get("sides") and len(items) < 2:
        sheet.say(fields["sides"], f"{what}: a dispute has two sides or more")
    held = [(side["speaker"] and (side["speaker"]["name"], side["speaker"]["code"]), side["stance"])
            for side, _ in sides]
    if len(sides) == len(items) >= 2 and len(set(held)) < 2:
        sheet.say(fields["sides"], f"{what}: the sides are all of one speaker with one stance")
    body = {"issue": builder.issue(fields.get("dispute"), f"{what} dispute"), "sides": [side for side, _ in sides]}
    return builder.finish("dispute", record_id, body, [span for _, spans in sides for span in spans])


def _side(builder, node, what):
    """(side, spans of its evidence) of a statement's id or of what the narrator says."""
    sheet = builder.sheet
    if isinstance(node, yaml.MappingNode):
        fields = sheet.fields(node, what, ("narrator", "stance"), ("narrator", "stance"))
        span = builder.finder.quote(fields["narrator"], f"{what} narrator") if "narrator" in fields else None
        stance = sheet.choice(fields.get("stance"), f"{what} stance", STANCES)
        return {"speaker": None, "stance": stance, "statement": None}, [span] if span else []
    name = sheet.text(node, what)
    statement = builder.statements.get(builder.names.get(name))
    if statement is None:
        return name and sheet.say(node, f"{what}: no statement '{name}'")
    spans = [(part["start"], part["end"]) for part in statement["evidence"]]
    return {"speaker": statement["speaker"], "stance": statement["stance"], "statement": statement["id"]}, spans
