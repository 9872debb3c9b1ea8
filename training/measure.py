"""Scores on kept sentences while training; the figures of record come from `entente eval`."""

import torch

import features
from batches import ROLES, tensors


def spans(labels):
    found, start, kind = set(), None, None
    for i, label in enumerate(list(labels) + ["O"]):
        if start is not None and not (label.startswith("I") and label[2:] == kind):
            found.add((start, i, kind))
            start = None
        if label != "O" and start is None:
            start, kind = i, label[2:]
    return found


def f1(correct, gold, system):
    return 200.0 * correct / max(gold + system, 1)


@torch.no_grad()
def predict(network, labels, examples):
    """One dict of label lists an example."""
    network.eval()
    results = [None] * len(examples)
    order = sorted(range(len(examples)), key=lambda i: len(examples[i]["ids"]))
    for begin in range(0, len(order), 32):
        chosen = order[begin : begin + 32]
        batch = tensors([examples[i] for i in chosen])
        words = network.words(network.encode(batch["ids"], batch["shapes"], batch["lengths"]), batch["firsts"])
        groups = [scores.argmax(-1) for scores in network.tag_scores(words)]
        arcs = network.arc_scores(words)
        arcs.masked_fill_(torch.arange(arcs.shape[2])[None, None, :] >= batch["words"][:, None, None], -1e9)
        arcs.masked_fill_(own_heads(arcs), -1e9)
        heads = arcs.argmax(-1)
        deprels = network.label_scores(words, heads).argmax(-1)
        for row, i in enumerate(chosen):
            count = len(examples[i]["firsts"]) - 1
            out = {g["name"]: [g["labels"][k] for k in groups[j][row, :count].tolist()] for j, g in enumerate(labels.groups)}
            out["heads"] = heads[row, :count].tolist()
            out["deprels"] = [labels.deprels[k] for k in deprels[row, :count].tolist()]
            results[i] = out
    network.train()
    return results


def own_heads(arcs):
    """True where a word would be its own head."""
    mask = torch.zeros(arcs.shape[1:], dtype=torch.bool)
    index = torch.arange(arcs.shape[1])
    mask[index, index + 1] = True
    return mask


def treebank_scores(sentences, predictions, exceptions):
    total = {"words": 0, "UPOS": 0, "XPOS": 0, "feats": 0, "lemma": 0, "UAS": 0, "LAS": 0}
    for sentence, p in zip(sentences, predictions):
        total["words"] += len(sentence.forms)
        for i, form in enumerate(sentence.forms):
            lemma = exceptions.get((form.lower(), p["upos"][i])) or features.apply_script(form, p["lemma"][i])
            total["UPOS"] += p["upos"][i] == sentence.upos[i]
            total["XPOS"] += p["xpos"][i] == sentence.xpos[i]
            total["feats"] += p["feats"][i] == sentence.feats[i]
            total["lemma"] += sentence.lemmas[i] in ("_", lemma)
            right = p["heads"][i] == sentence.heads[i]
            total["UAS"] += right
            total["LAS"] += right and p["deprels"][i].split(":")[0] == sentence.deprels[i].split(":")[0]
    return {k: round(100 * v / total["words"], 2) for k, v in total.items() if k != "words"}


def name_score(sentences, predictions, kinds=("PER", "ORG", "LOC")):
    correct = gold = system = 0
    for sentence, p in zip(sentences, predictions):
        g = {s for s in spans([n or "O" for n in sentence.names]) if s[2] in kinds}
        s = {s for s in spans(p["name"]) if s[2] in kinds}
        correct, gold, system = correct + len(g & s), gold + len(g), system + len(s)
    return round(f1(correct, gold, system), 2)


def attribution_scores(sentences, predictions):
    out = {}
    for role in ROLES:
        correct = gold = system = 0
        for sentence, p in zip(sentences, predictions):
            for g, s in zip(sentence.attribution[role], p[role]):
                gold, system, correct = gold + (g != "O"), system + (s != "O"), correct + (g != "O" and s != "O")
        out[role] = round(f1(correct, gold, system), 2)
    return out
