"""The network: one encoder, many heads (docs/formats/model.md)."""

import torch
from torch import nn
import torch.nn.functional as F


class Layer(nn.Module):
    def __init__(self, config):
        super().__init__()
        hidden, self.heads = config["hidden"], config["attention_heads"]
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.attention_norm = nn.LayerNorm(hidden, eps=config["norm_epsilon"])
        self.ffn_in = nn.Linear(hidden, config["ffn"])
        self.ffn_out = nn.Linear(config["ffn"], hidden)
        self.ffn_norm = nn.LayerNorm(hidden, eps=config["norm_epsilon"])
        self.dropout = nn.Dropout(config.get("dropout", 0.1))

    def forward(self, x, mask):
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        y = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        y = self.out(y.transpose(1, 2).reshape(batch, length, hidden))
        x = self.attention_norm(x + self.dropout(y))
        y = self.ffn_out(F.gelu(self.ffn_in(x)))
        return self.ffn_norm(x + self.dropout(y))


class Embeddings(nn.Module):
    def __init__(self, config, vocabulary):
        super().__init__()
        hidden = config["hidden"]
        self.word = nn.Embedding(vocabulary, hidden)
        self.position = nn.Embedding(config["max_positions"], hidden)
        self.shape = nn.Embedding(config["shapes"] + 1, hidden)  # the last is for [CLS] and padding: zero
        self.norm = nn.LayerNorm(hidden, eps=config["norm_epsilon"])
        self.dropout = nn.Dropout(config.get("dropout", 0.1))

    def forward(self, ids, shapes):
        known = (shapes < self.shape.num_embeddings - 1).unsqueeze(-1)
        x = self.word(ids) + self.position.weight[: ids.shape[1]] + self.shape(shapes) * known
        return self.dropout(self.norm(x))


class Network(nn.Module):
    def __init__(self, config, vocabulary):
        super().__init__()
        self.config = config
        hidden, arc, label = config["hidden"], config["arc"], config["label"]
        self.embeddings = Embeddings(config, vocabulary)
        self.layers = nn.ModuleList(Layer(config) for _ in range(config["layers"]))
        self.sizes = [len(g["labels"]) for g in config["groups"]]
        self.tags = nn.Linear(hidden, sum(self.sizes))
        self.arc_dep, self.arc_head = nn.Linear(hidden, arc), nn.Linear(hidden, arc)
        self.label_dep, self.label_head = nn.Linear(hidden, label), nn.Linear(hidden, label)
        self.arc = nn.Linear(arc, arc + 1)
        self.label = nn.Linear(label, len(config["deprels"]) * (label + 1))
        self.dropout = nn.Dropout(config.get("head_dropout", 0.25))

    def encode(self, ids, shapes, lengths):
        mask = torch.arange(ids.shape[1])[None, :] < lengths[:, None]
        x = self.embeddings(ids, shapes)
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def words(self, encoded, firsts):
        """firsts [batch, words + 1]: position of [CLS], then of each word's first subword."""
        return torch.gather(encoded, 1, firsts.unsqueeze(-1).expand(-1, -1, encoded.shape[-1]))

    def tag_scores(self, words):
        return self.tags(self.dropout(words[:, 1:])).split(self.sizes, dim=-1)

    def arc_scores(self, words):
        """[batch, words, words + 1]: score of each head for each word."""
        words = self.dropout(words)
        dep, head = self.dropout(F.relu(self.arc_dep(words[:, 1:]))), self.dropout(F.relu(self.arc_head(words)))
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        return self.arc(dep) @ head.transpose(1, 2)

    def label_scores(self, words, heads):
        """[batch, words, deprels], for the heads given."""
        words = self.dropout(words)
        dep = self.dropout(F.relu(self.label_dep(words[:, 1:])))
        head = self.dropout(F.relu(self.label_head(words)))
        head = torch.gather(head, 1, heads.unsqueeze(-1).expand(-1, -1, head.shape[-1]))
        head = torch.cat([head, torch.ones_like(head[..., :1])], -1)
        rows = self.label(dep).view(*dep.shape[:2], len(self.config["deprels"]), -1)
        return torch.einsum("bwrk,bwk->bwr", rows, head)


def load_pretrained(network, state):
    """Weights of a BERT encoder by their usual names."""
    state = {k.removeprefix("bert."): v for k, v in state.items()}
    e = network.embeddings
    with torch.no_grad():
        e.word.weight.copy_(state["embeddings.word_embeddings.weight"])
        e.position.weight.copy_(state["embeddings.position_embeddings.weight"] + state["embeddings.token_type_embeddings.weight"][0])
        e.shape.weight.zero_()
        e.norm.weight.copy_(state["embeddings.LayerNorm.weight"])
        e.norm.bias.copy_(state["embeddings.LayerNorm.bias"])
        for i, layer in enumerate(network.layers):
            p = f"encoder.layer.{i}."
            for part, name in (("weight", "weight"), ("bias", "bias")):
                getattr(layer.qkv, part).copy_(torch.cat([state[f"{p}attention.self.{n}.{name}"] for n in ("query", "key", "value")]))
                getattr(layer.out, part).copy_(state[f"{p}attention.output.dense.{name}"])
                getattr(layer.attention_norm, part).copy_(state[f"{p}attention.output.LayerNorm.{name}"])
                getattr(layer.ffn_in, part).copy_(state[f"{p}intermediate.dense.{name}"])
                getattr(layer.ffn_out, part).copy_(state[f"{p}output.dense.{name}"])
                getattr(layer.ffn_norm, part).copy_(state[f"{p}output.LayerNorm.{name}"])
