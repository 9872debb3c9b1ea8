"""Names for EWT train by a first run's network, for a second run: sure answers only, the rest gives no loss.

    training/name_ewt.py DATA RUN OUT.json
A word that is no proper noun by the treebank's own tags, and that the network takes for none, is O; a proper noun keeps the
network's label where its probability is high and None where it is not.
"""

import argparse
import json
import os

import torch

import corpora
import nationalities
from batches import Labels, encode, tensors
from model import Network
from train import pretrained_folder
from wordpiece import WordPiece

SURE = 0.85


def label_probabilities(network, examples):
    """For each example: its words' most probable name labels and their probabilities."""
    network.eval()
    which = [g["name"] for g in network.config["groups"]].index("name")
    out = []
    with torch.no_grad():
        for example in examples:
            batch = tensors([example])
            words = network.words(network.encode(batch["ids"], batch["shapes"], batch["lengths"]), batch["firsts"])
            best = network.tag_scores(words)[which][0].softmax(-1).max(-1)
            out.append((best.indices.tolist(), best.values.tolist()))
    return out


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("run")
    parser.add_argument("out")
    args = parser.parse_args()
    data = corpora.load(args.data)
    labels = Labels(data["train"])
    with open(os.path.join(args.run, "config.json"), encoding="utf-8") as stream:
        config = json.load(stream)["config"]
    network = Network(config, 30522)
    network.load_state_dict(torch.load(os.path.join(args.run, "weights.pt")))
    wordpiece = WordPiece(os.path.join(pretrained_folder(), "vocab.txt"))
    sentences = data["train"]["ewt"]
    listed = labels.groups[[g["name"] for g in labels.groups].index("name")]["labels"]
    named = []
    for sentence, (best, sure) in zip(sentences, label_probabilities(network, [encode(s, labels, wordpiece, 511) for s in sentences])):
        names = []
        for i, form in enumerate(sentence.forms):
            label, proper = listed[best[i]], sentence.xpos[i] in ("NNP", "NNPS")
            agree = proper or label == "O" or label.startswith("I-") or nationalities.is_group(form)
            names.append(label if agree and (sure[i] >= SURE or (label == "O" and not proper)) else None)
        named.append(names)
    with open(args.out, "w", encoding="utf-8") as stream:
        json.dump(named, stream)
    flat = [n for names in named for n in names]
    print(len(flat), "words,", sum(n is None for n in flat), "unsure,", sum(n not in (None, "O") for n in flat), "in names")


if __name__ == "__main__":
    main()
