"""Sentences to tensors: label numbers, bucketed batches, augmentation."""

import random

import torch

import features

IGNORE = -100
ROLES = ("source", "cue", "content")


class Labels:
    """The label lists that the model file carries."""

    def __init__(self, train):
        def counted(values, minimum=1):
            counts = {}
            for value in values:
                counts[value] = counts.get(value, 0) + 1
            return [v for v, n in sorted(counts.items(), key=lambda i: (-i[1], i[0])) if n >= minimum]

        trees = [s for c in ("ewt", "gum") for s in train[c]]
        scripts = counted((features.lemma_script(f, l) for s in trees for f, l in zip(s.forms, s.lemmas) if l != "_"), 3)
        self.groups = [
            {"name": "upos", "labels": counted(u for s in trees for u in s.upos)},
            {"name": "xpos", "labels": counted(x for s in trees for x in s.xpos)},
            {"name": "feats", "labels": counted(f for s in trees for f in s.feats)},
            {"name": "lemma", "labels": scripts},
            {"name": "name", "labels": ["O"] + [f"{p}-{t}" for t in ("PER", "ORG", "LOC", "NORP", "EVT") for p in "BI"]},
        ] + [{"name": role, "labels": ["O", "B", "I"]} for role in ROLES]
        self.deprels = counted(d for s in trees for d in s.deprels)
        self.index = {g["name"]: {l: i for i, l in enumerate(g["labels"])} for g in self.groups}
        self.deprel_index = {d: i for i, d in enumerate(self.deprels)}


def encode(sentence, labels, wordpiece, limit):
    """One sentence as lists of numbers; None where it has more subwords than the limit."""
    ids, shapes, firsts = [wordpiece.cls], [features.SHAPES], [0]
    for form, shape in zip(sentence.forms, sentence.shapes):
        pieces = wordpiece.cut(form)
        firsts.append(len(ids))
        ids.extend(pieces)
        shapes.extend([shape] * len(pieces))
    if len(ids) > limit:
        return None
    count = len(sentence.forms)
    blank = [IGNORE] * count

    def numbers(group, values):
        return [labels.index[group].get(v, IGNORE) for v in values] if values else blank

    scripts = [None if l == "_" else features.lemma_script(f, l) for f, l in zip(sentence.forms, sentence.lemmas)] if sentence.lemmas else None
    example = {
        "ids": ids,
        "shapes": shapes,
        "firsts": firsts,
        "upos": numbers("upos", sentence.upos),
        "xpos": numbers("xpos", sentence.xpos),
        "feats": numbers("feats", sentence.feats),
        "lemma": numbers("lemma", scripts),
        "name": numbers("name", sentence.names),
        "heads": sentence.heads or blank,
        "deprels": [labels.deprel_index.get(d, IGNORE) for d in sentence.deprels] if sentence.deprels else blank,
    }
    for role in ROLES:
        example[role] = numbers(role, sentence.attribution[role]) if sentence.attribution else blank
    return example


def augment(example, rng):
    """Now and then a sentence in capitals or without any: headlines and careless typing."""
    draw = rng.random()
    if draw > 0.04:
        return example
    changed = dict(example)
    case = 2 if draw < 0.02 else 0
    changed["shapes"] = [s if s == features.SHAPES or s % 8 in (5, 6, 7) else s - s % 8 + case for s in example["shapes"]]
    changed["lemma"] = [IGNORE] * len(example["lemma"])
    return changed


def make_batches(examples, budget, rng):
    """Batches of about `budget` subwords, padding included, of sentences of like length, in random order."""
    order = sorted(examples, key=lambda e: (len(e["ids"]) + rng.random() * 3))
    batches, batch, longest = [], [], 0
    for example in order:
        longest = max(longest, len(example["ids"]))
        if batch and longest * (len(batch) + 1) > budget:
            batches.append(batch)
            batch, longest = [], len(example["ids"])
        batch.append(example)
    batches.append(batch)
    rng.shuffle(batches)
    return batches


def tensors(batch):
    def padded(key, fill):
        longest = max(len(e[key]) for e in batch)
        return torch.tensor([e[key] + [fill] * (longest - len(e[key])) for e in batch])

    out = {key: padded(key, IGNORE) for key in ("upos", "xpos", "feats", "lemma", "name", "heads", "deprels", *ROLES)}
    out["ids"], out["shapes"], out["firsts"] = padded("ids", 0), padded("shapes", features.SHAPES), padded("firsts", 0)
    out["lengths"] = torch.tensor([len(e["ids"]) for e in batch])
    out["words"] = torch.tensor([len(e["firsts"]) for e in batch])
    return out


def seeded(seed):
    return random.Random(seed)
