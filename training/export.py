"""Weights to the model file that src/syntax/ reads: int8, one safetensors file with its own checksum (docs/formats/model.md)."""

import argparse
import hashlib
import json
import math
import os
import struct

import numpy as np
import torch


def quantised(weight):
    """Rows of int8 and a scale a row: the largest magnitude becomes 127."""
    scale = (weight.abs().amax(dim=1) / 127).clamp(min=1e-12)
    return torch.round(weight / scale[:, None]).clamp(-127, 127).to(torch.int8).numpy(), scale.numpy()


def tensors_of(state, config):
    out = {}

    def linear(name, source):
        out[name + ".weight"], out[name + ".scale"] = quantised(state[source + ".weight"].float())
        out[name + ".bias"] = state[source + ".bias"].float().numpy()

    def norm(name, source):
        for part in ("weight", "bias"):
            out[f"{name}.{part}"] = state[f"{source}.{part}"].float().numpy()

    out["embeddings.word.weight"], out["embeddings.word.scale"] = quantised(state["embeddings.word.weight"].float())
    out["embeddings.position"] = state["embeddings.position.weight"].float().numpy()
    out["embeddings.shape"] = state["embeddings.shape.weight"].float().numpy()[: config["shapes"]]
    norm("embeddings.norm", "embeddings.norm")
    for i in range(config["layers"]):
        for part in ("qkv", "out", "ffn_in", "ffn_out"):
            linear(f"layers.{i}.{part}", f"layers.{i}.{part}")
        for part in ("attention_norm", "ffn_norm"):
            norm(f"layers.{i}.{part}", f"layers.{i}.{part}")
    linear("heads.tags", "tags")
    out["heads.tags.bias"] = bias_for_cues(out["heads.tags.bias"], config)
    for part in ("arc_dep", "arc_head", "label_dep", "label_head", "arc", "label"):
        linear("heads." + part, part)
    return out


def lowered_outside(bias, at, back=False):
    """Cues are rare and disputed: their F1 is best when words of a probability above F1/2, not 1/2, are taken.
    At an F1 of about 0.7 that is 0.35, a shift of ln(0.65/0.35) against "O", which stands at `at`; `back` undoes it."""
    bias = bias.copy()
    bias[at] += math.log(0.65 / 0.35) * (1 if back else -1)
    return bias


def bias_for_cues(bias, config):
    first = 0
    for group in config["groups"]:
        if group["name"] == "cue":
            bias = lowered_outside(bias, first + group["labels"].index("O"))
        first += len(group["labels"])
    return bias


def write(path, tensors, metadata):
    """safetensors, tensors by name, the data aligned to 64 bytes; the checksum is written last, over the file with zeros in its place."""
    kinds = {"int8": "I8", "float32": "F32", "uint8": "U8"}
    header, data, zeros = {"__metadata__": dict(metadata, sha256="0" * 64)}, [], "0" * 64
    offset = 0
    # float tensors first: then each starts at a multiple of four bytes
    for name in sorted(tensors, key=lambda n: (tensors[n].dtype != np.float32, n)):
        array = np.ascontiguousarray(tensors[name])
        header[name] = {"dtype": kinds[str(array.dtype)], "shape": list(array.shape), "data_offsets": [offset, offset + array.nbytes]}
        data.append(array.tobytes())
        offset += array.nbytes
    text = json.dumps(header, ensure_ascii=True, separators=(",", ":")).encode()
    text += b" " * (-(len(text) + 8) % 64)
    blob = bytearray(struct.pack("<Q", len(text)) + text + b"".join(data))
    at = blob.index(b'"sha256":"' + zeros.encode()) + len('"sha256":"')
    blob[at : at + 64] = hashlib.sha256(blob).hexdigest().encode()
    with open(path + ".part", "wb") as stream:
        stream.write(blob)
    os.replace(path + ".part", path)
    return blob[at : at + 64].decode(), len(blob)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("run", help="a folder that train.py wrote")
    parser.add_argument("model", help="the .safetensors file to write")
    args = parser.parse_args()
    with open(os.path.join(args.run, "config.json"), encoding="utf-8") as stream:
        run = json.load(stream)
    tensors = tensors_of(torch.load(os.path.join(args.run, "weights.pt")), run["config"])
    text = {"tokenizer.vocabulary": run["vocabulary"], "lemma.exceptions": ["\t".join(e) for e in run["exceptions"]],
            "lemma.known": ["\t".join(k) for k in run["known"]]}
    for name, lines in text.items():
        tensors[name] = np.frombuffer("".join(line + "\n" for line in lines).encode(), dtype=np.uint8)
    metadata = {"format": "entente-syntax", "version": "1", "config": json.dumps(run["config"], ensure_ascii=True, separators=(",", ":"))}
    checksum, size = write(args.model, tensors, metadata)
    print(f"{args.model}: {size} bytes, sha256 {checksum}")


if __name__ == "__main__":
    main()
