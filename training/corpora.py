"""The training data: sentences with the labels that each corpus has; what it lacks is None and gives no loss."""

import glob
import io
import lzma
import os
import re
import tarfile
from dataclasses import dataclass, field

import features
import nationalities
import plain_tokens

FEATS = ("Mood", "Number", "Person", "Tense", "VerbForm", "Voice")
NAME_TYPES = ("PER", "ORG", "LOC", "NORP", "EVT")


@dataclass
class Sentence:
    forms: list
    shapes: list = field(default_factory=list)
    upos: list = None
    xpos: list = None
    feats: list = None
    lemmas: list = None
    heads: list = None  # 0 is the root, 1 the first word
    deprels: list = None
    names: list = None  # "O", "B-PER", ...; None where unknown
    attribution: dict = None  # role -> ["B", "I", "O"]
    new_paragraph: bool = False
    document: int = 0
    spaces: list = None


def read_text(path):
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as stream:
        return stream.read()


def keep_feats(feats):
    kept = [f for f in feats.split("|") if f.split("=")[0] in FEATS]
    return "|".join(kept) or "_"


def read_treebank(path, with_names=False):
    """Sentences of a CoNLL-U file; with_names reads GUM's entities as names."""
    sentences, rows, comments, document = [], [], [], 0
    for line in read_text(path).split("\n"):
        if line.startswith("#"):
            comments.append(line)
            document += line.startswith("# newdoc")
        elif line:
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif rows:
            sentence = Sentence([r[1] for r in rows])
            sentence.upos = [r[3] for r in rows]
            sentence.xpos = [r[4] for r in rows]
            sentence.feats = [keep_feats(r[5]) for r in rows]
            sentence.lemmas = [r[2] for r in rows]
            sentence.heads = [int(r[6]) for r in rows]
            sentence.deprels = [r[7] for r in rows]
            sentence.new_paragraph = any(c.startswith(("# newpar", "# newdoc")) for c in comments)
            sentence.document = document
            if with_names:
                sentence.entities = [r[9] for r in rows]
            sentences.append(sentence)
            rows, comments = [], []
    if with_names:
        add_gum_names(sentences)
    return sentences


def add_gum_names(sentences):
    """Names from GUM's entities: proper-noun stretches around the head of a person, organisation, place or event."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "EVT"}
    open_mentions = []  # (id, kind, sentence, first word)
    for number, sentence in enumerate(sentences):
        sentence.names = ["O"] * len(sentence.forms)
        found = []
        for i, misc in enumerate(sentence.entities):
            entity = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            for part in re.findall(r"\([^()]*\)|\([^()]*|[^()]+\)", entity):
                body = part.strip("()").split("-")
                if part.startswith("("):
                    open_mentions.append((body[0], body[1] if len(body) > 1 else "", number, i))
                if part.endswith(")"):
                    for k in range(len(open_mentions) - 1, -1, -1):
                        if open_mentions[k][0] == body[0]:
                            _, kind, where, first = open_mentions.pop(k)
                            if where == number and kind in kinds:
                                found.append((first, i, kinds[kind]))
                            break
        for first, last, kind in sorted(found, key=lambda f: f[0] - f[1]):
            mark_name(sentence, first, last, kind)
        mark_groups(sentence)
        del sentence.entities


def mark_name(sentence, first, last, kind):
    outside = [i for i in range(first, last + 1) if not first <= sentence.heads[i] - 1 <= last]
    head = outside[0] if outside else first
    proper = [x in ("NNP", "NNPS") for x in sentence.xpos]
    if not proper[head] or "@" in sentence.forms[head] or nationalities.is_group(sentence.forms[head]):
        return
    joining = {"of", "the", "for", "and", "&", "-", "de", "von", "van", "al", "'s", "/"} if kind != "PER" else {"-", "de", "von", "van", "al"}

    def reach(step):
        edge = i = head
        while first <= i + step <= last:
            i += step
            if proper[i]:
                edge = i
            elif sentence.forms[i].lower() not in joining:
                break
        return edge

    start, end = reach(-1), reach(1)
    if any(n != "O" for n in sentence.names[start : end + 1]):
        return
    sentence.names[start] = "B-" + kind
    for i in range(start + 1, end + 1):
        sentence.names[i] = "I-" + kind


def mark_groups(sentence):
    for i, form in enumerate(sentence.forms):
        if sentence.names[i] in ("O", None) and nationalities.is_group(form):
            sentence.names[i] = "B-NORP"


def read_uner(path):
    """Universal NER: persons, organisations, places; groups marked by our own list."""
    sentences, forms, names, document, new_paragraph = [], [], [], 0, False
    for line in read_text(path).split("\n") + [""]:
        if line.startswith("#"):
            if line.startswith("# newdoc"):
                document += 1
                new_paragraph = True
        elif line:
            columns = line.split("\t")
            forms.append(columns[1])
            names.append(columns[2])
        elif forms:
            sentence = Sentence(forms, names=names, document=document, new_paragraph=new_paragraph)
            mark_groups(sentence)
            sentences.append(sentence)
            forms, names, new_paragraph = [], [], False
    return sentences


TITLES = {"president", "minister", "prime", "foreign", "secretary", "general", "gen.", "col.", "lt.", "maj.", "capt.", "sgt.", "mr.",
          "mrs.", "ms.", "dr.", "sheikh", "sir", "lord", "king", "queen", "prince", "ambassador", "chief", "commander", "spokesman", "army",
          "air", "force", "navy", "defense", "defence", "u.s.", "us", "uk", "british", "staff", "senior", "deputy", "office", "of", "for", "state",
          "marine", "corps", "colonel", "captain", "major", "admiral", "adm.", "lieutenant", "brigadier", "chairman", "director"}


def read_re3d(path):
    """Defence reporting: its spans hold articles, titles and pronouns; cut to the name, and unsure words give no loss."""
    kinds = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "NORP"}
    sentences, rows = [], []
    for line in read_text(path).split("\n") + [""]:
        parts = line.split()
        if len(parts) >= 2:
            rows.append((parts[0], parts[-1]))
        elif rows:
            forms = [r[0] for r in rows]
            names = ["O"] * len(rows)
            for i, form in enumerate(forms):
                if i > 0 and form[:1].isupper() and rows[i][1] == "O" and forms[i - 1] not in ('"', "\u201c", ":", "."):
                    names[i] = None
            i = 0
            while i < len(rows):
                tag = rows[i][1]
                end = i + 1
                while end < len(rows) and rows[end][1] == "I-" + tag[2:]:
                    end += 1
                if tag.startswith("B-") and tag[2:] in kinds:
                    set_re3d_name(forms, names, i, end, kinds[tag[2:]])
                i = end
            sentence = Sentence(forms, names=names, new_paragraph=True)
            mark_groups(sentence)
            sentences.append(sentence)
            rows = []
    return sentences


def set_re3d_name(forms, names, start, end, kind):
    def is_name(i):
        form = forms[i].lower()
        return forms[i][:1].isupper() and form not in plain_tokens.FUNCTION_WORDS and not (kind == "PER" and form in TITLES)

    whole = (start, end)
    while start < end and not is_name(start):
        names[start] = None if forms[start][:1].isupper() and start > 0 else "O"
        start += 1
    while end > start and not (is_name(end - 1) or forms[end - 1].isdigit()):
        end -= 1
        names[end] = "O"
    if start >= end:
        return
    trimmed = [i for i in (*range(whole[0], start), *range(end, whole[1])) if forms[i].lower() not in ("the", "a", "an")]
    if kind == "ORG" and trimmed:
        for i in range(start, end):
            names[i] = None  # "people of Iraq": what is left need not be an organisation
        return
    if end - start == 1 and kind == "ORG" and nationalities.is_country(forms[start]):
        kind = "LOC"
    if any(not forms[i][:1].isupper() and forms[i] not in ("of", "the", "for", "and", "-", "al", "'s", "\u2019s") for i in range(start, end)):
        for i in range(start, end):
            names[i] = None  # "coalition forces": a description, not a name, or a name within one
        return
    if end - start == 1 and nationalities.is_group(forms[start]):
        names[start] = "B-NORP"
        return
    names[start] = "B-" + kind
    for i in range(start + 1, end):
        names[i] = "I-" + kind


def polnear_articles(path):
    """PolNeAR as it stands: name, text and the annotations by file name of each article, by name."""
    texts, marks = {}, {}
    with tarfile.open(fileobj=io.BytesIO(lzma.open(path).read())) as archive:
        for member in archive.getmembers():
            if not member.isfile():
                continue
            content = archive.extractfile(member).read().decode("utf-8")
            name = os.path.basename(member.name)
            if os.path.basename(os.path.dirname(member.name)) == "text":
                texts[name[:-4]] = content
            else:
                marks.setdefault(name.rsplit("_", 1)[0], {})[name] = content
    return [(name, texts[name], marks[name]) for name in sorted(texts) if name in marks]


def read_polnear(path):
    """PolNeAR: articles with source, cue and content spans; lists of sentences, an article each, by file name."""
    return [attributed_sentences(text, marks.values()) for _, text, marks in polnear_articles(path)]


def attributed_sentences(text, annotations):
    spans = {"Source": [], "Cue": [], "Content": []}
    for annotation in annotations:
        for line in annotation.split("\n"):
            match = re.match(r"T\d+\t(Source|Cue|Content) ([\d; ]+)\t", line)
            if match:
                for piece in match.group(2).split(";"):
                    begin, end = map(int, piece.split())
                    spans[match.group(1)].append((begin, end))
    sentences = []
    for tokens, new_paragraph in plain_tokens.sentences(text):
        sentence = Sentence([text[b:e] for b, e in tokens], new_paragraph=new_paragraph)
        sentence.spaces = [k + 1 == len(tokens) or tokens[k + 1][0] > e for k, (_, e) in enumerate(tokens)]
        sentence.attribution = {}
        for role, marked in spans.items():
            labels = ["O"] * len(tokens)
            for begin, end in sorted(marked, key=lambda s: s[0] - s[1]):
                inside = [k for k, (b, e) in enumerate(tokens) if b < end and begin < e]
                if inside and all(labels[k] == "O" for k in inside):
                    for k in inside:
                        labels[k] = "B" if k == inside[0] else "I"
            sentence.attribution[role.lower()] = labels
        sentences.append(sentence)
    return sentences


def add_shapes(sentences):
    quoted = False
    for sentence in sentences:
        if sentence.new_paragraph:
            quoted = False
        sentence.shapes, quoted = features.shapes_of(sentence.forms, quoted)


def find(folder, pattern):
    matches = sorted(glob.glob(os.path.join(folder, pattern)))
    if not matches:
        raise FileNotFoundError(f"{folder}: no {pattern}")
    return matches[0]


def load(folder):
    """All of it: {"train": {corpus: [Sentence]}, "dev": {corpus: [Sentence]}}. What is kept is fixed by position."""
    treebanks, names = os.path.join(folder, "treebanks"), os.path.join(folder, "names")
    uner = read_uner(find(names, "uner_ewt-dev.iob2*"))
    polnear = read_polnear(find(os.path.join(folder, "attribution"), "polnear-train.tar.xz"))
    data = {
        "train": {
            "ewt": read_treebank(find(treebanks, "en_ewt-train.conllu*")),
            "gum": read_treebank(find(treebanks, "en_gum-train.conllu*"), with_names=True),
            "uner": [s for s in uner if s.document % 5 != 0],
            "re3d": read_re3d(find(names, "re3d-train.conll*")) + read_re3d(find(names, "re3d-dev.conll*")),
            "polnear": [s for i, article in enumerate(polnear) if i % 10 != 9 for s in article],
        },
        "dev": {
            "ewt": read_treebank(find(treebanks, "en_ewt-dev.conllu*")),
            "gum": read_treebank(find(treebanks, "en_gum-dev.conllu*")),
            "uner": [s for s in uner if s.document % 5 == 0],
            "polnear": [s for i, article in enumerate(polnear) if i % 10 == 9 for s in article],
        },
    }
    for part in data.values():
        for sentences in part.values():
            add_shapes(sentences)
    return data


def joined(tokens):
    """A sentence of re3d as it was written, as far as its tokens tell: marks without the spaces about them."""
    text = " ".join(tokens)
    for pattern, by in ((r" ([,;:?!%)\]’”])", r"\1"), (r"([(\[‘“£$]) ", r"\1"), (r" ?' s\b", "'s"), (r"’ s\b", "’s"), (r" ?(['’]) (?=[a-z]{1,2}\b)", r"\1"),
                        (r"(\d) ?, (\d\d\d)\b", r"\1,\2"), (r"\b([A-Z]) \. ", r"\1."), (r" ([-/–]) ", r"\1"), (r" \.", ".")):
        text = re.sub(pattern, by, text)
    return text


def re3d_texts(path):
    """The sentences of a file of re3d, as they were written."""
    sentences, tokens = [], []
    with lzma.open(path, "rt", encoding="utf-8") as stream:
        for line in [*stream, "\n"]:
            if line.strip():
                tokens.append(line.split("\t")[0].strip())
            elif tokens:
                sentences.append(joined(tokens))
                tokens = []
    return sentences
