"""What the branch learns of attribution from PolNeAR: for each sentence, as the built `entente` cuts it, marks of sources, cues and
contents, and for each cue which words are its source and its content. Of an article that several annotated, the first reading."""

import json
import os
import subprocess

import attribution_gold
import corpora
import features

ROLES = ("source", "cue", "content")
NONE, SOURCE, CONTENT = range(3)  # what a word is to a cue


def cut(entente, texts):
    """Of each text its sentences: (starts a paragraph, [(form, start, end)])."""
    lines = "".join(json.dumps({"id": str(i), "text": t, "language": "en"}) + "\n" for i, t in enumerate(texts))
    process = subprocess.run([entente, "parse", "--from", "jsonl", "--format", "json", "-"], input=lines, text=True,
                             capture_output=True, check=True)
    articles = []
    for line in process.stdout.splitlines():
        parsed = json.loads(line)["sentences"]
        articles.append([(s["starts_paragraph"], [(t["form"], t["start"], t["end"]) for t in s["tokens"]]) for s in parsed])
    return articles


def words_in(tokens, pieces):
    return [k for k, (_, b, e) in enumerate(tokens) for start, end in pieces if b < end and start < e]


def marks_of(tokens, attributions, role):
    """0 outside, 1 at a span's begin, 2 within: the longest piece first, none over another."""
    labels = [0] * len(tokens)
    pieces = {tuple(piece) for a in attributions for piece in a[role]}
    for piece in sorted(pieces, key=lambda p: (p[0] - p[1], p)):
        inside = words_in(tokens, [piece])
        if inside and not any(labels[k] for k in inside):
            for k in inside:
                labels[k] = 1 if k == inside[0] else 2
    return labels


def links_of(tokens, attributions):
    links = []
    for attribution in attributions:
        cue = words_in(tokens, attribution["cue"])
        if cue:
            roles = [NONE] * len(tokens)
            for role, number in (("source", SOURCE), ("content", CONTENT)):
                for k in words_in(tokens, attribution[role]):
                    roles[k] = number
            links.append((cue, roles))
    return links


def encode(sentences, attributions, wordpiece, article):
    """One article's sentences as lists of numbers, as the branch takes them."""
    out, quoted = [], False
    for number, (new_paragraph, tokens) in enumerate(sentences):
        shapes, quoted = features.shapes_of([form for form, _, _ in tokens], quoted and not new_paragraph)
        ids, shape_ids, firsts = [wordpiece.cls], [features.SHAPES], [0]
        for (form, _, _), shape in zip(tokens, shapes):
            firsts.append(len(ids))
            pieces = wordpiece.cut(form)
            ids.extend(pieces)
            shape_ids.extend([shape] * len(pieces))
        out.append({"ids": ids, "shapes": shape_ids, "firsts": firsts, "article": article, "sentence": number,
                    "marks": [marks_of(tokens, attributions, role) for role in ROLES], "links": links_of(tokens, attributions)})
    return out


def examples(data, entente, wordpiece):
    """All of PolNeAR, article by article in the order by which every tenth is kept."""
    articles = corpora.polnear_articles(corpora.find(os.path.join(data, "attribution"), "polnear-train.tar.xz"))
    parsed = cut(entente, [text for _, text, _ in articles])
    out = []
    for i, (sentences, (_, _, marks)) in enumerate(zip(parsed, articles, strict=True)):
        found = [a for a in attribution_gold.attributions(marks[min(marks)]) if a["cue"]]
        out += encode(sentences, found, wordpiece, i)
    return out
