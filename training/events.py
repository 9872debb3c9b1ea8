"""Trains the branch that reads events and attribution (docs/formats/model.md) over the frozen embeddings of a syntax model, and
writes the model file with it.

    training/events.py DATA ENTENTE MODEL OUT.safetensors [--folds 5 --fold K] [--epochs N] [--attribution-epochs N] [--start MODEL --rate R]

DATA holds events/ and attribution/; ENTENTE is the built program. With --fold K, a fifth of the PLV sentences is left out and written
to OUT.safetensors.left-out.tsv, and a fifth of the development articles, whose files are copied to OUT.safetensors.left-out/ and, of other writers,
to OUT.safetensors.left-out-others/:
for cross-validation. On a machine without ENTENTE or the corpora: --prepare FILE here writes what is learned from and trains nothing,
--prepared FILE there reads it.
"""

import argparse
import json
import lzma
import os
import pickle
import random
import shutil
import sys

import numpy as np
import torch
from safetensors import safe_open
from safetensors.torch import load_file

import attribution_data
import branch as reading
import event_data
import export
import features
import model as syntax
from batches import make_batches
from train import pretrained_folder
from wordpiece import WordPiece

KEPT = 9  # of ten articles of PolNeAR, by position


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
    links = []
    for word, *parties in sentence.roles:
        marks = [0] * len(sentence.words)
        for role, words in enumerate(parties, 1):
            for each in words:
                marks[each] = role
        links.append(([word], marks))
    return {"key": key_of(sentence), "ids": ids, "shapes": shape_ids, "firsts": firsts, "types": types, "roles": roles, "root": root, "some": some, "links": links}


def key_of(sentence):
    """Of sentences that are one the same: the corpora of sentences share more than half."""
    return "".join(c for word in sentence.words for c in word.form.lower() if c.isalnum())[:50]


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


def pretrained_layers(config, vocabulary):
    network = syntax.Network(config, len(vocabulary))
    syntax.load_pretrained(network, load_file(os.path.join(pretrained_folder(), "model.safetensors")))
    return [layer.state_dict() for layer in network.layers]


def prepare(args, vocabulary):
    """All that is learned from, as lists of numbers: PLV's sentences by position, the corpus's by article, the others, PolNeAR's."""
    vocabulary_file = args.out + ".vocabulary"
    with open(vocabulary_file, "w", encoding="utf-8") as stream:
        stream.write("\n".join(vocabulary))
    wordpiece = WordPiece(vocabulary_file)
    lines, plv = event_data.plv_sentences(args.data, args.root, args.entente)
    names = event_data.gold_names(args.root)
    encoded = lambda sentences: [e for s in sentences for e in [encode(s, wordpiece)] if e]
    gold = {name: encoded(s) for name, s in event_data.gold_articles(args.root, args.entente).items()}
    others = event_data.frame_examples(args.root, args.entente)
    for read in (event_data.class_sentences, event_data.re3d_sentences):
        others += read(args.data, args.root, args.entente)
    attribution = [] if args.attribution_epochs == 0 else attribution_data.examples(args.data, args.entente, wordpiece)
    return {"lines": lines, "plv": [encode(s, wordpiece) for s in plv], "names": names, "gold": gold, "others": encoded(others),
            "attribution": [e for e in attribution if len(e["ids"]) <= 300 and e["marks"][0]]}


def fold_of(data, folds, fold):
    """What fold K leaves out: positions of PLV's lines, names of articles."""
    if fold is None:
        return set(), set()
    order = list(range(len(data["plv"])))
    random.Random(0).shuffle(order)
    return set(order[fold::folds]), set(data["names"][fold::folds])


def write_left_out(path, root, lines, plv_out, gold_out):
    with open(path + ".left-out.tsv", "w", encoding="utf-8") as stream:
        stream.write("".join(lines[i] for i in sorted(plv_out)))
    for kind, ending in (("articles", ".txt"), ("records", ".jsonl")):
        for name in gold_out:
            file = event_data.gold_file(root, kind, name + ending)
            folder = os.path.join(path + (".left-out-others" if "/others/" in file else ".left-out"), kind)
            os.makedirs(folder, exist_ok=True)
            shutil.copy(file, folder)


HEADS = (("events.trigger.weight", "trigger.weight"), ("events.trigger.bias", "trigger.bias"), ("events.query.weight", "query.weight"),
         ("events.query.bias", "query.bias"), ("events.root.weight", "root.weight"), ("events.root.bias", "root.bias"),
         ("attribution.marks.weight", "marks.weight"), ("attribution.marks.bias", "marks.bias"),
         ("attribution.link_word.weight", "link_word.weight"), ("attribution.link_word.bias", "link_word.bias"),
         ("attribution.link_cue", "link_cue.weight"), ("attribution.link_distance", "link_distance.weight"),
         ("attribution.link_role.weight", "link_role.weight"), ("attribution.link_role.bias", "link_role.bias"))
CUE_OUTSIDE = 3 * attribution_data.ROLES.index("cue")


def read_branch(path):
    """The weights of a model file's branch, to go on from: what branch_tensors() wrote, int8 as it was rounded."""
    state = {}
    with safe_open(path, "pt") as file:
        for i in range(reading.LAYERS):
            for part in ("qkv", "out", "ffn_in", "ffn_out"):
                name = f"events.layers.{i}.{part}"
                state[f"layers.{i}.{part}.weight"] = file.get_tensor(name + ".weight").float() * file.get_tensor(name + ".scale")[:, None]
                state[f"layers.{i}.{part}.bias"] = file.get_tensor(name + ".bias")
            for part in ("attention_norm", "ffn_norm"):
                for kind in ("weight", "bias"):
                    state[f"layers.{i}.{part}.{kind}"] = file.get_tensor(f"events.layers.{i}.{part}.{kind}")
        state.update((target, file.get_tensor(name)) for name, target in HEADS)
        state["value.weight"] = file.get_tensor("events.value")[None, :]
    state["marks.bias"] = torch.from_numpy(export.lowered_outside(state["marks.bias"].numpy(), CUE_OUTSIDE, back=True))
    return state


def branch_tensors(branch):
    """The branch's tensors by their names in the model file: layers as int8, heads as floats."""
    out, state = {}, {name: tensor.cpu().float() for name, tensor in branch.state_dict().items()}
    for i in range(reading.LAYERS):
        for part in ("qkv", "out", "ffn_in", "ffn_out"):
            name = f"events.layers.{i}.{part}"
            out[name + ".weight"], out[name + ".scale"] = export.quantised(state[f"layers.{i}.{part}.weight"])
            out[name + ".bias"] = state[f"layers.{i}.{part}.bias"].numpy()
        for part in ("attention_norm", "ffn_norm"):
            for kind in ("weight", "bias"):
                out[f"events.layers.{i}.{part}.{kind}"] = state[f"layers.{i}.{part}.{kind}"].numpy()
    out["events.value"] = state["value.weight"].numpy().reshape(-1)
    for name, source in HEADS:
        out[name] = state[source].numpy()
    out["attribution.marks.bias"] = export.lowered_outside(out["attribution.marks.bias"], CUE_OUTSIDE)
    return out


def write(path, model, tensors, config):
    """The model file once more, with the branch."""
    with safe_open(model, "np") as file:
        out = {name: file.get_tensor(name) for name in file.keys() if not name.startswith(("events.", "attribution."))}
        metadata = {k: v for k, v in file.metadata().items() if k not in ("sha256", "config")}
    out.update(tensors)
    config = dict(config, events={"from": 0, "layers": reading.LAYERS, "types": event_data.TYPES, "roots": event_data.ROOTS},
                  attribution={"link": reading.LINK, "reach": reading.REACH})
    metadata.update(version="3", config=json.dumps(config, ensure_ascii=True, separators=(",", ":")))
    checksum, size = export.write(path, {k: np.ascontiguousarray(v) for k, v in out.items()}, metadata)
    print(f"{path}: {size} bytes, sha256 {checksum}")


def mixed(branch, before, keep):
    """Weights part of the way back to what they were: what was learned before is kept, and most of the new."""
    branch.load_state_dict({name: torch.lerp(tensor, before[name], keep) for name, tensor in branch.state_dict().items()})


def learn(data, start, config, vocabulary, embeddings, plv_out, gold_out, args):
    """A trained branch."""
    seen = {data["plv"][i]["key"] for i in plv_out if data["plv"][i]}  # nor by another corpus
    pairs = [e for e in data["plv"] if e and e["key"] not in seen]
    others = [e for e in data["others"] if e["key"] not in seen]
    others += [e for name in data["names"] if name not in gold_out for e in data["gold"][name]]
    attribution = [e for e in data["attribution"] if e["article"] % 10 not in args.attribution_out]
    print(f"{len(pairs)} pairs, {len(others)} other sentences, {len(attribution)} of attribution", flush=True)
    torch.manual_seed(args.seed)
    branch = reading.Branch(config)
    if args.start:
        branch.load_state_dict(read_branch(args.start), strict=False)  # its head for parties is in no file
    else:
        for layer, state in zip(branch.layers, start):
            layer.load_state_dict(state)
    losses = {"events": lambda batch: reading.event_loss(branch, embeddings, batch),
              "attribution": lambda batch: reading.attribution_loss(branch, embeddings, batch, args.smoothing, args.masked,
                                                                    vocabulary.index("[MASK]"))}

    def batches_of(kind, rng):
        return reading.event_batches(pairs, others, rng) if kind == "events" else make_batches(attribution, args.budget, rng)

    before = {name: tensor.clone() for name, tensor in branch.state_dict().items()}
    reading.train(branch, losses, batches_of, {"events": args.epochs, "attribution": args.attribution_epochs}, args.seed, args.rate)
    mixed(branch, before, args.keep)
    return branch.eval()


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("data")
    parser.add_argument("entente")
    parser.add_argument("model")
    parser.add_argument("out")
    parser.add_argument("--root", default=__file__.rsplit("/", 2)[0] if "/" in __file__ else "..")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--fold", type=int)
    parser.add_argument("--epochs", type=int, default=8, help="of what is learned of events")
    parser.add_argument("--attribution-epochs", type=int, default=12)
    parser.add_argument("--attribution-out", type=int, nargs="*", default=[KEPT], help="tenths of PolNeAR that are left out")
    parser.add_argument("--budget", type=int, default=4000, help="subwords a batch of attribution")
    parser.add_argument("--smoothing", type=float, default=0.05)
    parser.add_argument("--masked", type=float, default=0.05, help="share of the subwords of attribution that is hidden")
    parser.add_argument("--start", metavar="MODEL", help="a model file whose branch is gone on from")
    parser.add_argument("--rate", type=float, default=1.0, help="of the rates of learning that branch.py has")
    parser.add_argument("--keep", type=float, default=0.0, help="share of the weights of --start in what is written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--prepare", metavar="FILE", help="write what is learned from there, and stop")
    parser.add_argument("--prepared", metavar="FILE", help="read it there")
    parser.add_argument("--device", default="cpu", help="cuda for a GPU")
    return parser.parse_args()


def main():
    args = arguments()
    config, vocabulary, embeddings = frozen_embeddings(args.model)
    if args.prepared:
        with lzma.open(args.prepared) as stream:
            data, start = pickle.load(stream)
    else:
        data, start = prepare(args, vocabulary), pretrained_layers(config, vocabulary)
    if args.prepare:
        with lzma.open(args.prepare, "wb") as stream:
            pickle.dump((data, start), stream)
        return
    plv_out, gold_out = fold_of(data, args.folds, args.fold)
    if args.fold is not None:
        write_left_out(args.out, args.root, data["lines"], plv_out, gold_out)
    torch.set_default_device(args.device)
    branch = learn(data, start, config, vocabulary, embeddings.to(args.device), plv_out, gold_out, args)
    write(args.out, args.model, branch_tensors(branch), config)


if __name__ == "__main__":
    sys.exit(main())
