"""What the event branch learns from: sentences with types on words, and sentences with a source, a target and a root class.

Words and sentences are cut and parsed by the built `entente`, so that what is learned from is what will be read.
"""

import json
import lzma
import os
import re
import subprocess

import corpora

TYPES = ["none", "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
         "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]
ROOTS = ["ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
         "SANCTION", "SUPPORT", "THREATEN", "YIELD"]
UNKNOWN = -100
# CAMEO's classes of the sentence corpus: verbal and material cooperation and conflict; 0: no event.
CLASSES = {"0": [], "1": ["AGREE", "CONSULT", "SUPPORT"], "2": ["CONCEDE", "COOPERATE", "AID", "RETREAT"],
           "3": ["REQUEST", "ACCUSE", "REJECT", "THREATEN"], "4": ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]}


class Word:
    def __init__(self, form, start, end, lemma, upos, head):
        self.form, self.start, self.end = form, start, end  # code points of the article's text
        self.lemma, self.upos, self.head = lemma, upos, head  # head: index into the article's words, -1 for a root


class Sentence:
    """Words of one sentence, a type for each (UNKNOWN where nobody says), perhaps a pair of spans and their root."""

    def __init__(self, words, types, quoted=False):
        self.words, self.types, self.quoted = words, types, quoted
        self.source = self.target = self.root = None
        self.some = None  # types of which some word has one; [] where no word has any
        self.roles = []  # [(word of an act, words of who acts, words of who is acted upon)], by position


def parse(entente, articles):
    """Articles [(id, text)] to sentences of Words, article by article."""
    lines = "".join(json.dumps({"id": i, "text": t, "language": "en"}) + "\n" for i, t in articles)
    out = subprocess.run([entente, "parse", "--from", "jsonl", "--format", "conllu", "-"], input=lines, text=True,
                         capture_output=True, check=True).stdout
    texts = dict(articles)
    parsed, current, at, rows = {}, None, 0, []
    for line in out.splitlines() + [""]:
        if line.startswith("# newdoc id = "):
            current, at = line[len("# newdoc id = "):], 0
            parsed[current] = []
        elif line and not line.startswith("#"):
            cells = line.split("\t")
            if cells[0].isdigit():  # not the line of a word that two tokens share
                rows.append(cells)
        elif not line and rows:
            words = []
            for cells in rows:
                at = texts[current].index(cells[1], at)
                words.append(Word(cells[1], at, at + len(cells[1]), cells[2].lower(), cells[3], int(cells[6]) - 1))
                at += len(cells[1])
            parsed[current].append(words)
            rows = []
    return parsed


def root_of(words, start, end):
    """The word of the span [start, end) that the others hang from: the first whose head stands outside of it."""
    inside = [i for i, w in enumerate(words) if start <= w.start and w.end <= end]
    tops = [i for i in inside if words[i].head not in inside and words[i].upos in ("VERB", "NOUN", "ADJ", "PROPN", "AUX")]
    return tops[0] if tops else None


def read_tsv(path):
    with open(path, encoding="utf-8") as stream:
        lines = [line.rstrip("\n") for line in stream if line.strip() and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t"))) for line in lines[1:]]


def frame_examples(root, entente):
    """Each frame's example: the frame's word has its type, other verbs and nouns have none."""
    sets = {}
    folder = os.path.join(root, "knowledge/lexicon/sets")
    for name in sorted(os.listdir(folder)):
        sets.update({row["set"]: [p.strip() for p in row["lemmas"].split(",")] for row in read_tsv(os.path.join(folder, name))})

    def lemmas(parts):
        out = set()
        for part in parts:
            out |= lemmas(sets.get(part[1:], [])) if part.startswith("@") else {part}
        return out

    frames = []
    folder = os.path.join(root, "knowledge/lexicon/frames")
    for name in sorted(os.listdir(folder)):
        frames += read_tsv(os.path.join(folder, name))
    frames = [f for f in frames if f["lemmas"] != "*"]
    parsed = parse(entente, [(f["name"], f["example"]) for f in frames])
    wanted = {"verb": ("VERB", "AUX"), "noun": ("NOUN", "PROPN"), "adj": ("ADJ",)}
    out = []
    for frame in frames:
        known = lemmas([p.strip() for p in frame["lemmas"].split(",")])
        for words in parsed.get(frame["name"], []):
            hits = [i for i, w in enumerate(words) if w.upos in wanted[frame["pos"]] and (w.lemma in known or w.form.lower() in known)]
            if hits:
                types = [TYPES[0]] * len(words)
                types[hits[0]] = frame["type"]
                out.append(Sentence(words, types))
    return out


GOLD = ("gold", "gold/others")


def gold_names(root):
    """The development articles of the corpus and of other writers."""
    return sorted(name[:-4] for folder in GOLD for name in os.listdir(os.path.join(root, folder, "articles")) if name.startswith("dev-"))


def gold_file(root, kind, name):
    """An article's text or its records, wherever it stands."""
    paths = [os.path.join(root, folder, kind, name) for folder in GOLD]
    return next(path for path in paths if os.path.exists(path))


def gold_articles(root, entente):
    """Development articles, sentences by name: every word of an event's evidence that the others hang from has its type."""
    articles, records = [], {}
    for name in gold_names(root):
        with open(gold_file(root, "articles", name + ".txt"), encoding="utf-8") as stream:
            text = stream.read().split("\n\n", 1)[1].rstrip("\n")
        articles.append((name, text))
        with open(gold_file(root, "records", name + ".jsonl"), encoding="utf-8") as stream:
            records[name] = [json.loads(line) for line in stream]
    parsed = parse(entente, articles)
    out = {}
    for name, _ in articles:
        events = [r for r in records[name] if r["kind"] == "event"]
        out[name] = []
        for words in parsed[name]:
            sentence = Sentence(words, [TYPES[0]] * len(words))
            for event in events:
                for piece in event["evidence"]:
                    if words[0].start <= piece["start"] < words[-1].end:
                        top = root_of(words, piece["start"], piece["end"])
                        if top is not None:
                            sentence.types[top] = event["type"]
                            sentence.roles.append((top, *[party_words(words, event[role]) for role in ("actor", "recipient")]))
            out[name].append(sentence)
    return out


def party_words(words, parties):
    """Of each party that the sentence names, the word that the others hang from."""
    found = []
    for party in parties:
        if party.get("text") and words[0].start <= party["start"] < words[-1].end:
            top = root_of(words, party["start"], party["end"])
            inside = [i for i, w in enumerate(words) if party["start"] <= w.start and w.end <= party["end"]]
            found += [top] if top is not None else inside[-1:]
    return found


def told_events(root, corpus):
    """What training/sentences/events.tsv tells of a corpus: by row, [(type, begin of its word, begins of who acts, of who is acted upon)]."""
    told = {}
    begins = lambda cell: [int(begin) for begin in cell.split(";") if begin]
    for row in read_tsv(os.path.join(root, "training/sentences/events.tsv")):
        if row["corpus"] == corpus:
            events = told.setdefault(int(row["row"]), [])
            if row["type"]:
                events.append((row["type"], int(row["trigger"]), begins(row["actors"]), begins(row["recipients"])))
    return told


def told_sentence(words, events):
    """A sentence of which all events are told: of two that one word tells, the first is learned."""
    sentence = Sentence(words, [TYPES[0]] * len(words))
    at = lambda begin: next((i for i, word in enumerate(words) if word.start <= begin < word.end), None)
    for kind, begin, actors, recipients in events:
        word = at(begin)
        if word is None or sentence.types[word] != TYPES[0]:
            continue
        sentence.types[word] = kind
        sentence.roles.append((word, [at(b) for b in actors if at(b) is not None], [at(b) for b in recipients if at(b) is not None]))
    return sentence


def plv_sentences(data, root, entente):
    """PLV: the file's lines, and its sentences with source, target and root."""
    with lzma.open(os.path.join(data, "events/plv-train.tsv.xz"), "rt", encoding="utf-8") as stream:
        lines = list(stream)[1:]
    rows = [line.rstrip("\n").split("\t") for line in lines]
    marks, articles = {}, []
    for number, row in enumerate(rows):
        text, spans = "", {}
        for part in re.split(r"(</?[st]>)", row[2]):
            if part in ("<s>", "<t>"):
                spans[part[1]] = [len(text), len(text)]
            elif part in ("</s>", "</t>"):
                spans[part[2]][1] = len(text)
            else:
                text += part
        marks[str(number)] = (spans.get("s", (0, 0)), spans.get("t", (0, 0)), row[6])  # a few name no target
        articles.append((str(number), text))
    parsed, told = parse(entente, articles), told_events(root, "plv")
    out = []
    for number, _ in articles:
        words = [w for sentence in parsed[number] for w in sentence]
        known = told.get(int(number))
        sentence = Sentence(words, [UNKNOWN] * len(words)) if known is None else told_sentence(words, known)

        def words_of(span):
            return [i for i, w in enumerate(words) if w.start < span[1] and span[0] < w.end]

        source, target, sentence.root = marks[number]
        sentence.source, sentence.target = words_of(source), words_of(target)
        if known is None:
            sentence.some = ["CONCEDE", "RETREAT"] if sentence.root == "YIELD" else [sentence.root]
        out.append(sentence)
    return lines, out


def class_sentences(data, root, entente):
    """Sentences of CAMEO's classes: of those without an event only that is told."""
    with lzma.open(os.path.join(data, "events/cameo_class-train.tsv.xz"), "rt", encoding="utf-8") as stream:
        rows = [line.rstrip("\n").rsplit("\t", 1) for line in stream if "\t" in line]
    articles = [(str(i), text) for i, (text, _) in enumerate(rows) if text.strip()]
    parsed, told = parse(entente, articles), told_events(root, "class")
    out = []
    for i, (_, kind) in enumerate(rows):
        words = [w for sentence in parsed.get(str(i), []) for w in sentence]
        if words and i in told:
            out.append(told_sentence(words, told[i]))
        elif words and kind in CLASSES:
            sentence = Sentence(words, [UNKNOWN if CLASSES[kind] else TYPES[0]] * len(words))
            sentence.some = CLASSES[kind]
            out.append(sentence)
    return out


def re3d_sentences(data, root, entente):
    """Sentences of re3d of which all events are told."""
    out = []
    for part in ("train", "dev"):
        told = told_events(root, "re3d-" + part)
        texts = corpora.re3d_texts(corpora.find(os.path.join(data, "names"), f"re3d-{part}.conll.xz"))
        parsed = parse(entente, [(str(i), text) for i, text in enumerate(texts) if i in told])
        for number, sentences in parsed.items():
            words = [w for sentence in sentences for w in sentence]
            out.append(told_sentence(words, told[int(number)]))
    return out
