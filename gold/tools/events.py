"""Events and statements of a sheet."""
from tools.lemma import lemma_of
from tools.mentions import inside
from tools.sheet import NONE
from tools.tables import EVENT_ROLES, EVENT_STATUSES, MAGNITUDES, MANNERS, STANCES

EVENT_KEYS = ("event", "cameo", "ev", "actor", "to", "joint", "text", "others", "contexts", "status", "date", "place",
              "by", "n")
STATEMENT_KEYS = ("statement", "speaker", "to", "cue", "lemma", "content", "manner", "stance", "issue", "about", "date",
                  "ev", "text")


def build_event(builder, node, record_id):
    sheet = builder.sheet
    what = record_id.rpartition("-")[2]
    fields = sheet.fields(node, what, EVENT_KEYS, ("event", "cameo", "ev"))
    spans = builder.evidence(fields.get("ev"), what)
    order = builder.finder.by_evidence(spans)
    event_type, mode, cameo = _codes(builder, fields, what)
    together = fields.get("text")
    joint = builder.mentions(fields.get("joint"), f"{what} joint", order, together)
    actor = builder.mentions(fields.get("actor"), f"{what} actor", order, together)
    recipient = builder.mentions(fields.get("to"), f"{what} to", order, together)
    _check_sides(sheet, fields, what)
    builder.check_text(fields, what, ("joint", "actor", "to"))
    contexts = [sheet.choice(item, f"{what} contexts", builder.tables.contexts)
                for item in sheet.items(fields.get("contexts"), f"{what} contexts")]
    status = sheet.choice(fields.get("status"), f"{what} status", EVENT_STATUSES, "actual")
    by = builder.words(fields.get("by"), f"{what} by")
    type_row = builder.tables.types.get(event_type, {})
    score = builder.tables.modes.get((event_type, mode), {}).get("score") or type_row.get("score", "0")
    body = {
        "type": event_type, "mode": mode, "contexts": contexts, "cameo": cameo, "quad": int(type_row.get("quad", 0)),
        "goldstein": float(builder.tables.cameo.get(cameo, {}).get("goldstein", 0)), "score": float(score),
        "actor": joint or actor, "recipient": recipient, "reciprocal": "joint" in fields,
        "others": builder.others(fields.get("others"), f"{what} others", EVENT_ROLES, order),
        "date": builder.date(fields.get("date"), f"{what} date", status in ("actual", "negated")),
        "place": builder.place(fields.get("place"), f"{what} place"), "status": status, "attributed_to": by,
        "magnitude": _magnitude(builder, fields.get("n"), what)}
    return builder.finish("event", record_id, body, spans)


def _codes(builder, fields, what):
    """Type, mode and CAMEO code, as far as they are right."""
    sheet, tables = builder.sheet, builder.tables
    written = builder.words(fields.get("event"), f"{what} event") or ""
    event_type, slash, mode = written.partition("/")
    if written and event_type not in tables.types:
        sheet.say(fields["event"], f"{what}: no type '{event_type}'; expected one of {', '.join(tables.types)}")
    elif slash and (event_type, mode) not in tables.modes:
        known = ", ".join(name for kind, name in tables.modes if kind == event_type) or "none"
        sheet.say(fields["event"], f"{what}: {event_type} has no mode '{mode}'; it has {known}")
    cameo = builder.words(fields.get("cameo"), f"{what} cameo")
    if cameo and cameo not in tables.cameo:
        sheet.say(fields["cameo"], f"{what}: no CAMEO code '{cameo}' in cameo.tsv")
    elif cameo and event_type in tables.types and not tables.fits(event_type, cameo):
        allowed, refused = tables.roots[event_type]
        sheet.say(fields["cameo"], f"{what}: the CAMEO code {cameo} does not fit {event_type}, which takes "
                  + ", ".join(allowed) + (" but not " + ", ".join(refused) if refused else ""))
    return event_type or None, mode or None, cameo


def _check_sides(sheet, fields, what):
    if "joint" in fields:
        for key in ("actor", "to"):
            if key in fields:
                sheet.say(fields[key], f"{what}: a joint act has no '{key}'")
        if len(fields["joint"].value) < 2:
            sheet.say(fields["joint"], f"{what}: a joint act needs two actors or more")
    elif "actor" not in fields and "to" not in fields:
        sheet.say(fields.get("event"), f"{what}: expected actor, to or joint")


def _magnitude(builder, node, what):
    if node is None:
        return None
    found = dict.fromkeys(MAGNITUDES)
    for key, value in builder.sheet.fields(node, f"{what} n", MAGNITUDES).items():
        word = builder.words(value, f"{what} n: {key}") or ""
        number = word.isascii() and word.isdigit()
        if key == "currency":
            found[key] = word
            if not (len(word) == 3 and word.isascii() and word.isupper()):
                builder.sheet.say(value, f"{what} n: the currency must be a code such as USD")
        elif number and key != "amount":
            found[key] = int(word)
        elif key == "amount" and word.replace(".", "", 1).isdigit() and word.isascii():
            found[key] = float(word)
        else:
            builder.sheet.say(value, f"{what} n: {key} must be a number in digits, without commas")
    return found


def attribute(builder, event, node):
    """Puts the reporting statement's id in place of the sheet's; one inside a content must say by whom it is told."""
    by = event["attributed_to"]
    if by and by != NONE:
        event["attributed_to"] = builder.names.get(by)
        if event["attributed_to"] not in builder.statements:
            builder.sheet.say(node, f"{event['id'].rpartition('-')[2]}: by: no statement '{by}'")
        return
    event["attributed_to"] = None
    spans = [(part["start"], part["end"]) for part in event["evidence"]]
    around = [(statement["content"]["end"] - statement["content"]["start"], name)
              for name, record_id in builder.names.items()
              for statement in [builder.statements.get(record_id)]
              if statement and statement["content"] and spans
              and all(inside(span, [(statement["content"]["start"], statement["content"]["end"])]) for span in spans)]
    if around and not by:
        name = min(around)[1]
        builder.sheet.say(node, f"{event['id'].rpartition('-')[2]}: stands in the content of {name}: "
                                f"write 'by: {name}', or 'by: none'")


def build_statement(builder, node, record_id):
    sheet, finder = builder.sheet, builder.finder
    what = record_id.rpartition("-")[2]
    fields = sheet.fields(node, what, STATEMENT_KEYS, ("statement", "speaker", "content", "manner", "stance"))
    builder.name_record(fields.get("statement"), record_id, what)
    given = builder.evidence(fields.get("ev"), what)
    content = finder.quote(fields["content"], f"{what} content", [given]) if "content" in fields else None
    cue = None
    if "cue" in fields:
        found = finder.mention(fields["cue"], f"{what} cue",
                               finder.by_content(content) if content else finder.by_evidence(given))
        cue = found and found[0]
    around = given or [span for span in (content, cue) if span]
    by_cue = finder.by_cue(cue, content or (0, 0), around)
    speaker = None
    speaker_node = fields.get("speaker")
    if speaker_node is not None and speaker_node.value != NONE:
        speaker = builder.single(speaker_node, f"{what} speaker", by_cue)
    spans = given or _statement_span(builder, speaker, cue, content)
    about_order = finder.by_evidence(spans, [content] if content else ())
    together = fields.get("text")
    builder.check_text(fields, what, ("to", "about"))
    body = {
        "speaker": speaker, "addressee": builder.mentions(fields.get("to"), f"{what} to", by_cue, together),
        "cue": _cue(builder, cue, fields.get("lemma"), what),
        "manner": sheet.choice(fields.get("manner"), f"{what} manner", MANNERS),
        "content": builder.quoted(content), "issue": builder.issue(fields.get("issue"), f"{what} issue"),
        "stance": sheet.choice(fields.get("stance"), f"{what} stance", STANCES),
        "about": builder.mentions(fields.get("about"), f"{what} about", about_order, together),
        "date": builder.date(fields.get("date"), f"{what} date", True)}
    builder.statements[record_id] = statement = builder.finish("statement", record_id, body, spans)
    return statement


def _cue(builder, cue, lemma, what):
    if not cue:
        return None
    words = builder.article.text[cue[0]:cue[1]]
    return {"text": words, "lemma": builder.words(lemma, f"{what} lemma") or lemma_of(words), "start": cue[0],
            "end": cue[1]}


def _statement_span(builder, speaker, cue, content):
    """From the first to the last of speaker, cue and content; without a speaker of another sentence."""
    spans = [span for span in (cue, content) if span]
    if not spans:
        return []
    if speaker:
        span = (speaker["start"], speaker["end"])
        if inside(span, [builder.article.sentence_span(other) for other in spans]):
            spans.append(span)
    return [(min(start for start, _ in spans), max(end for _, end in spans))]
