"""Trains the branch that reads events (docs/formats/model.md) over the frozen embeddings of a syntax model, and writes the
model file with it.

    training/events.py DATA ENTENTE MODEL OUT.safetensors [--folds 5 --fold K] [--epochs N]

DATA holds events/; ENTENTE is the built program. With --fold K, a fifth of the PLV sentences is left out and written to
OUT.safetensors.left-out.tsv, and a fifth of the corpus's development articles, whose files are copied to OUT.safetensors.left-out/:
for cross-validation.
"""

import argparse
import json
import math
import os
import random
import shutil
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from safetensors import safe_open
from safetensors.torch import load_file
from torch import nn

import event_data
import export
import features
import model as syntax
from train import pretrained_folder
from wordpiece import WordPiece

LAYERS = 6
HIDDEN_RATE, HEAD_RATE = 1e-4, 1e-3
PAIR_REPEATS = 2  # times a PLV sentence is seen in an epoch


class Branch(nn.Module):
    def __init__(self, config):
        super().__init__()
        hidden = config["hidden"]
        self.layers = nn.ModuleList(syntax.Layer(config) for _ in range(LAYERS))
        self.trigger = nn.Linear(hidden, len(event_data.TYPES))
        self.query = nn.Linear(3 * hidden, hidden)
        self.value = nn.Linear(hidden, 1, bias=False)
        self.root = nn.Linear(3 * hidden, len(event_data.ROOTS))
        self.dropout = nn.Dropout(0.2)

    def words(self, embedded, batch):
        mask = torch.arange(embedded.shape[1])[None, :] < batch["lengths"][:, None]
        x = embedded
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return torch.gather(x, 1, batch["firsts"].unsqueeze(-1).expand(-1, -1, x.shape[-1]))

    def roots(self, words, batch):
        def mean(role):
            inside = (batch["roles"] == role).float().unsqueeze(-1)
            return (words * inside).sum(1) / inside.sum(1).clamp(min=1)

        source, target = mean(1), mean(2)
        pair = torch.cat([source, target], -1).unsqueeze(1).expand(-1, words.shape[1], -1)
        scores = self.value(torch.tanh(self.query(torch.cat([words, pair], -1)))).squeeze(-1)
        there = torch.arange(words.shape[1])[None, :] < batch["counts"][:, None]
        attention = scores.masked_fill(~there, -1e4).softmax(-1)
        pooled = (words * attention.unsqueeze(-1)).sum(1)
        return self.root(self.dropout(torch.cat([pooled, source, target], -1)))


def encode(sentence, wordpiece, limit=300):
    shapes, _ = features.shapes_of([w.form for w in sentence.words], sentence.quoted)
    ids, shape_ids, firsts = [wordpiece.cls], [features.SHAPES], [0]
    for word, shape in zip(sentence.words, shapes):
        pieces = wordpiece.cut(word.form)
        firsts.append(len(ids))
        ids.extend(pieces)
        shape_ids.extend([shape] * len(pieces))
    if len(ids) > limit or len(sentence.words) == 0:
        return None
    types = [event_data.UNKNOWN] + [t if t == event_data.UNKNOWN else event_data.TYPES.index(t) for t in sentence.types]
    roles = [0] * (len(sentence.words) + 1)
    for role, words in ((1, sentence.source), (2, sentence.target)):
        for word in words or []:
            roles[word + 1] = role
    root = event_data.ROOTS.index(sentence.root) if sentence.root else event_data.UNKNOWN
    some = [int(t in (sentence.some or [])) for t in event_data.TYPES]
    return {"ids": ids, "shapes": shape_ids, "firsts": firsts, "types": types, "roles": roles, "root": root, "some": some}


def tensors(batch):
    def padded(key, fill):
        longest = max(len(e[key]) for e in batch)
        return torch.tensor([e[key] + [fill] * (longest - len(e[key])) for e in batch])

    out = {key: padded(key, fill) for key, fill in (("ids", 0), ("shapes", features.SHAPES), ("firsts", 0),
                                                    ("types", event_data.UNKNOWN), ("roles", 0))}
    out["lengths"] = torch.tensor([len(e["ids"]) for e in batch])
    out["counts"] = torch.tensor([len(e["firsts"]) for e in batch])
    out["root"] = torch.tensor([e["root"] for e in batch])
    out["some"] = torch.tensor([e["some"] for e in batch], dtype=torch.float32)
    return out


def frozen_embeddings(path):
    """The syntax model's own embeddings, as they will be read from int8."""
    with safe_open(path, "pt") as file:
        config = json.loads(file.metadata()["config"])
        tensor = file.get_tensor
        vocabulary = bytes(tensor("tokenizer.vocabulary").numpy()).decode().rstrip("\n").split("\n")
        embeddings = syntax.Embeddings(config, len(vocabulary))
        with torch.no_grad():
            embeddings.word.weight.copy_(tensor("embeddings.word.weight").float() * tensor("embeddings.word.scale")[:, None])
            embeddings.position.weight.copy_(tensor("embeddings.position"))
            embeddings.shape.weight.zero_()
            embeddings.shape.weight[: config["shapes"]].copy_(tensor("embeddings.shape"))
            embeddings.norm.weight.copy_(tensor("embeddings.norm.weight"))
            embeddings.norm.bias.copy_(tensor("embeddings.norm.bias"))
    for parameter in embeddings.parameters():
        parameter.requires_grad = False
    return config, vocabulary, embeddings.eval()


def start_from_pretrained(branch, config, vocabulary):
    network = syntax.Network(config, len(vocabulary))
    syntax.load_pretrained(network, load_file(os.path.join(pretrained_folder(), "model.safetensors")))
    for layer, source in zip(branch.layers, network.layers):
        layer.load_state_dict(source.state_dict())


def loss_of(branch, embeddings, batch):
    with torch.no_grad():
        embedded = embeddings(batch["ids"], batch["shapes"])
    with torch.autocast("cpu", torch.bfloat16):
        words = branch.words(embedded, batch)
        triggers = branch.trigger(branch.dropout(words)).float()
        roots = branch.roots(words, batch).float()
    loss = torch.zeros(())
    told = batch["types"] != event_data.UNKNOWN
    if told.any():
        types = batch["types"][told]
        # Events are rare among words: without weight, nothing would be one.
        weight = torch.where(types > 0, 3.0, 1.0)
        loss = loss + 2 * (F.cross_entropy(triggers[told], types, reduction="none") * weight).sum() / weight.sum()
    some = batch["some"].any(-1)
    if some.any():
        # Some word of the sentence has one of the types: one minus the chance that none has.
        there = (torch.arange(words.shape[1])[None, :] < batch["counts"][:, None])[some]
        each = (triggers[some].softmax(-1) * batch["some"][some].unsqueeze(1)).sum(-1) * there
        none = torch.log1p(-each.clamp(max=0.9999)).sum(-1)
        loss = loss - 0.5 * torch.log((1 - none.exp()).clamp(min=1e-6)).mean()
    if (batch["root"] != event_data.UNKNOWN).any():
        loss = loss + F.cross_entropy(roots, batch["root"], ignore_index=event_data.UNKNOWN, label_smoothing=0.1)
    return loss


def train(branch, embeddings, pairs, others, epochs, seed):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    layers = list(branch.layers.parameters())
    heads = [p for n, p in branch.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": layers, "lr": HIDDEN_RATE}, {"params": heads, "lr": HEAD_RATE}], weight_decay=0.01)
    # Pairs and others in batches of their own, so that neither pads the other.
    size = {True: 16, False: 24}
    steps = epochs * (math.ceil(len(pairs) * PAIR_REPEATS / size[True]) + math.ceil(len(others) / size[False]))
    warm = max(1, steps // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / warm) * max(0.0, (steps - s) / steps))
    started = time.time()
    for epoch in range(epochs):
        branch.train()
        batches = []
        for examples, paired in ((pairs * PAIR_REPEATS, True), (others, False)):
            order = sorted(examples, key=lambda e: len(e["ids"]) + rng.random() * 12)
            batches += [order[i : i + size[paired]] for i in range(0, len(order), size[paired])]
        rng.shuffle(batches)
        total = 0.0
        for batch in batches:
            loss = loss_of(branch, embeddings, tensors(batch))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(branch.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch + 1}: loss {total / len(batches):.3f}, {time.time() - started:.0f} s", flush=True)


def write(path, model, branch, config):
    """The model file once more, with the branch."""
    with safe_open(model, "np") as file:
        out = {name: file.get_tensor(name) for name in file.keys() if not name.startswith("events.")}
        metadata = {k: v for k, v in file.metadata().items() if k not in ("sha256", "config")}
    state = branch.state_dict()
    for i in range(LAYERS):
        for part in ("qkv", "out", "ffn_in", "ffn_out"):
            name = f"events.layers.{i}.{part}"
            out[name + ".weight"], out[name + ".scale"] = export.quantised(state[f"layers.{i}.{part}.weight"].float())
            out[name + ".bias"] = state[f"layers.{i}.{part}.bias"].float().numpy()
        for part in ("attention_norm", "ffn_norm"):
            for kind in ("weight", "bias"):
                out[f"events.layers.{i}.{part}.{kind}"] = state[f"layers.{i}.{part}.{kind}"].float().numpy()
    for part in ("trigger", "query", "root"):
        for kind in ("weight", "bias"):
            out[f"events.{part}.{kind}"] = state[f"{part}.{kind}"].float().numpy()
    out["events.value"] = state["value.weight"].float().numpy().reshape(-1)
    config = dict(config, events={"from": 0, "layers": LAYERS, "types": event_data.TYPES, "roots": event_data.ROOTS})
    metadata.update(version="2", config=json.dumps(config, ensure_ascii=True, separators=(",", ":")))
    checksum, size = export.write(path, {k: np.ascontiguousarray(v) for k, v in out.items()}, metadata)
    print(f"{path}: {size} bytes, sha256 {checksum}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("data")
    parser.add_argument("entente")
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--root", default=__file__.rsplit("/", 2)[0] if "/" in __file__ else "..")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--share", type=float, default=1, help="of the sentences other than pairs that is used, for time's sake")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    config, vocabulary, embeddings = frozen_embeddings(args.model)
    vocabulary_file = args.out + ".vocabulary"
    with open(vocabulary_file, "w", encoding="utf-8") as stream:
        stream.write("\n".join(vocabulary))
    wordpiece = WordPiece(vocabulary_file)
    lines, plv = event_data.plv_sentences(args.data, args.entente)
    names = event_data.gold_names(args.root)
    gold_out = set(names[args.fold :: args.folds]) if args.fold is not None else set()
    others = (event_data.frame_examples(args.root, args.entente) +
              event_data.gold_sentences(args.root, args.entente, gold_out) +
              event_data.class_sentences(args.data, args.entente))
    left_out = set()
    if args.fold is not None:
        order = list(range(len(plv)))
        random.Random(0).shuffle(order)
        left_out = set(order[args.fold :: args.folds])
        with open(args.out + ".left-out.tsv", "w", encoding="utf-8") as stream:
            stream.write("".join(lines[i] for i in sorted(left_out)))
        for kind, ending in (("articles", ".txt"), ("records", ".jsonl")):
            os.makedirs(os.path.join(args.out + ".left-out", kind), exist_ok=True)
            for name in gold_out:
                shutil.copy(os.path.join(args.root, "gold", kind, name + ending), os.path.join(args.out + ".left-out", kind))
    pairs = [e for i, s in enumerate(plv) if i not in left_out for e in [encode(s, wordpiece)] if e]
    if args.share < 1:
        others = random.Random(args.seed).sample(others, round(len(others) * args.share))
    others = [e for s in others for e in [encode(s, wordpiece)] if e]
    print(f"{len(pairs)} pairs, {len(others)} other sentences", flush=True)
    torch.manual_seed(args.seed)
    branch = Branch(config)
    start_from_pretrained(branch, config, vocabulary)
    train(branch, embeddings, pairs, others, args.epochs, args.seed)
    write(args.out, args.model, branch.eval(), config)


if __name__ == "__main__":
    sys.exit(main())
