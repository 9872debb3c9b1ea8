"""The branch (docs/formats/model.md): six layers over the frozen embeddings of a syntax model that read events and attribution,
what it is trained with, and what it loses."""

import math
import random
import time

import torch
import torch.nn.functional as F
from torch import nn

import event_data
import features
import model as syntax
from attribution_data import ROLES

LAYERS = 6
LINK, REACH = 192, 24  # width of the head that links words to a cue; distances beyond are one
HIDDEN_RATE, HEAD_RATE = 1e-4, 1e-3
PAIR_REPEATS = 2  # times a PLV sentence is seen in an epoch
ROLE_WEIGHTS = {"source": 0.6, "cue": 1.0, "content": 0.6}
UNKNOWN = event_data.UNKNOWN


class Branch(nn.Module):
    def __init__(self, config):
        super().__init__()
        hidden = config["hidden"]
        self.layers = nn.ModuleList(syntax.Layer(config) for _ in range(LAYERS))
        self.trigger = nn.Linear(hidden, len(event_data.TYPES))
        self.query = nn.Linear(3 * hidden, hidden)
        self.value = nn.Linear(hidden, 1, bias=False)
        self.root = nn.Linear(3 * hidden, len(event_data.ROOTS))
        self.marks = nn.Linear(hidden, 3 * len(ROLES))  # O, B, I of each role
        self.link_word = nn.Linear(hidden, LINK)
        self.link_cue = nn.Linear(hidden, LINK, bias=False)
        self.link_distance = nn.Embedding(2 * REACH + 1, LINK)
        self.link_role = nn.Linear(LINK, 3)
        self.party_word = nn.Linear(hidden, LINK)  # the same for who acts and who is acted upon in an event: learned beside the types, and not written
        self.party_cue = nn.Linear(hidden, LINK, bias=False)
        self.party_distance = nn.Embedding(2 * REACH + 1, LINK)
        self.party_role = nn.Linear(LINK, 3)
        nn.init.zeros_(self.link_distance.weight)
        nn.init.zeros_(self.party_distance.weight)
        self.dropout = nn.Dropout(0.2)

    def encode(self, embedded, lengths):
        mask = torch.arange(embedded.shape[1])[None, :] < lengths[:, None]
        x = embedded
        for layer in self.layers:
            x = layer(x, mask[:, None, None, :])
        return x

    def words(self, embedded, batch):
        x = self.encode(embedded, batch["lengths"])
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

    def links(self, words, batch, head="link"):
        """[links, words, 3]: what each word of sentence link_rows[i] is to the cue, or the act, whose words link_cues[i] marks with 1."""
        words, rows, cues = self.dropout(words), batch["link_rows"], batch["link_cues"]
        of_word, of_cue, of_distance, of_role = (getattr(self, f"{head}_{part}") for part in ("word", "cue", "distance", "role"))
        cue = torch.einsum("lw,lwh->lh", cues, words[rows].to(cues.dtype)) / cues.sum(-1, keepdim=True)
        index = torch.arange(cues.shape[1])
        first = cues.argmax(-1, keepdim=True)
        last = cues.shape[1] - 1 - cues.flip(-1).argmax(-1, keepdim=True)
        distance = (index - first).clamp(max=0) + (index - last).clamp(min=0)
        apart = of_distance(distance.clamp(-REACH, REACH) + REACH)
        return of_role(self.dropout(F.relu(of_word(words)[rows] + of_cue(cue).unsqueeze(1) + apart)))


def padded(batch, key, fill):
    longest = max(len(e[key]) for e in batch)
    return torch.tensor([list(e[key]) + [fill] * (longest - len(e[key])) for e in batch])


def inputs(batch):
    out = {key: padded(batch, key, fill) for key, fill in (("ids", 0), ("shapes", features.SHAPES), ("firsts", 0))}
    out["lengths"] = torch.tensor([len(e["ids"]) for e in batch])
    out["counts"] = torch.tensor([len(e["firsts"]) for e in batch])
    return out


def event_tensors(batch):
    out = inputs(batch)
    out["types"], out["roles"] = padded(batch, "types", UNKNOWN), padded(batch, "roles", 0)
    out["root"] = torch.tensor([e["root"] for e in batch])
    out["some"] = torch.tensor([e["some"] for e in batch], dtype=torch.float32)
    add_links(out, batch, out["firsts"].shape[1])
    return out


def add_links(out, batch, width):
    """Of links the sentence, the words of the cue or act, and what each word is to it."""
    links = [(row, *link) for row, e in enumerate(batch) for link in e["links"]]
    if links:
        out["link_rows"] = torch.tensor([row for row, _, _ in links])
        out["link_roles"] = torch.tensor([[UNKNOWN, *roles] + [UNKNOWN] * (width - 1 - len(roles)) for _, _, roles in links])
        cues = [[0.0] * width for _ in links]
        for line, (_, cue, _) in zip(cues, links):
            for word in cue:
                line[word + 1] = 1.0
        out["link_cues"] = torch.tensor(cues)


def attribution_tensors(batch):
    """marks: role by role [batch, words + 1]; of links the sentence, the cue's words and what each word is to it."""
    out = inputs(batch)
    width = out["firsts"].shape[1]
    for i, role in enumerate(ROLES):
        out[role] = torch.tensor([[UNKNOWN, *e["marks"][i]] + [UNKNOWN] * (width - len(e["firsts"])) for e in batch])
    add_links(out, batch, width)
    return out


def autocast():
    return torch.autocast(torch.get_default_device().type, torch.bfloat16)


def event_loss(branch, embeddings, batch):
    batch = event_tensors(batch)
    with torch.no_grad():
        embedded = embeddings(batch["ids"], batch["shapes"])
    with autocast():
        words = branch.words(embedded, batch)
        triggers = branch.trigger(branch.dropout(words)).float()
        roots = branch.roots(words, batch).float()
        parties = branch.links(words, batch, "party").float() if "link_rows" in batch else None
    loss = torch.zeros(())
    if parties is not None:
        loss = loss + 4 * F.cross_entropy(parties.flatten(0, 1), batch["link_roles"].flatten(), ignore_index=UNKNOWN)
    told = batch["types"] != UNKNOWN
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
    if (batch["root"] != UNKNOWN).any():
        loss = loss + F.cross_entropy(roots, batch["root"], ignore_index=UNKNOWN, label_smoothing=0.1)
    return loss


def attribution_loss(branch, embeddings, batch, smoothing=0.0, masked=0.0, mask=None):
    batch = attribution_tensors(batch)
    ids = batch["ids"]
    if masked:
        # Now and then a subword is hidden: what stands around it has to do.
        hidden = (torch.rand(ids.shape) < masked) & (batch["shapes"] != features.SHAPES)
        ids = ids.masked_fill(hidden, mask)
    with torch.no_grad():
        embedded = F.dropout(embeddings(ids, batch["shapes"]), 0.1, branch.training)
    with autocast():
        words = branch.words(embedded, batch)
        marks = branch.marks(branch.dropout(words)).float().unflatten(-1, (len(ROLES), 3))
        links = branch.links(words, batch).float() if "link_rows" in batch else None
    loss = 0.0
    for i, role in enumerate(ROLES):
        loss = loss + ROLE_WEIGHTS[role] * F.cross_entropy(marks[:, :, i].flatten(0, 1), batch[role].flatten(), ignore_index=UNKNOWN,
                                                           label_smoothing=smoothing)
    if links is not None:
        loss = loss + F.cross_entropy(links.flatten(0, 1), batch["link_roles"].flatten(), ignore_index=UNKNOWN, label_smoothing=smoothing)
    return loss


def event_batches(pairs, others, rng):
    """Pairs and others in batches of their own, so that neither pads the other."""
    batches = []
    for examples, size in ((pairs * PAIR_REPEATS, 16), (others, 24)):
        order = sorted(examples, key=lambda e: len(e["ids"]) + rng.random() * 12)
        batches += [order[i : i + size] for i in range(0, len(order), size)]
    rng.shuffle(batches)
    return batches


def interleaved(kinds):
    """Lists of batches as one, each spread evenly: [(kind, batch)]."""
    placed = [((i + 0.5) / len(batches), kind, batch) for kind, batches in kinds.items() for i, batch in enumerate(batches)]
    return [(kind, batch) for _, kind, batch in sorted(placed, key=lambda p: p[:2])]


class Average:
    """A running mean of the weights: what is written."""

    def __init__(self, branch, decay=0.999):
        self.decay, self.steps = decay, 0
        self.state = {k: v.detach().clone() for k, v in branch.state_dict().items()}

    def update(self, branch):
        self.steps += 1
        decay = min(self.decay, self.steps / (self.steps + 10))
        state = branch.state_dict()
        torch._foreach_lerp_(list(self.state.values()), [state[k].detach() for k in self.state], 1 - decay)


def train(branch, losses, batches_of, epochs, seed, rate=1.0):
    """losses: kind -> loss of a batch; batches_of(kind, rng) -> an epoch's batches of the kind; epochs: kind -> how many;
    rate: of the rates of learning. The branch ends with the running mean of its weights."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    steps_of = {kind: [b for _ in range(count) for b in batches_of(kind, rng)] for kind, count in epochs.items()}
    steps_of = {kind: batches for kind, batches in steps_of.items() if batches}
    order = interleaved(steps_of)
    layers = list(branch.layers.parameters())
    heads = [p for n, p in branch.named_parameters() if not n.startswith("layers.")]
    optimiser = torch.optim.AdamW([{"params": layers, "lr": rate * HIDDEN_RATE}, {"params": heads, "lr": rate * HEAD_RATE}], weight_decay=0.01, fused=True)
    warm = max(1, len(order) // 10)
    peaks = [group["lr"] for group in optimiser.param_groups]
    average, started, total = Average(branch), time.time(), {}
    branch.train()
    for step, (kind, batch) in enumerate(order):
        for group, peak in zip(optimiser.param_groups, peaks):
            group["lr"] = peak * min(1, (step + 1) / warm) * (1 - step / len(order))
        loss = losses[kind](batch)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(layers + heads, 1.0)
        optimiser.step()
        if step % 4 == 3:
            average.update(branch)
        sums = total.setdefault(kind, [torch.zeros(()), 0])
        sums[0] += loss.detach()
        sums[1] += 1
        if (step + 1) % max(1, len(order) // 10) == 0:
            told = ", ".join(f"{k} {float(s) / n:.3f}" for k, (s, n) in sorted(total.items()))
            print(f"step {step + 1} of {len(order)}: {told}, {time.time() - started:.0f} s", flush=True)
            total = {}
    branch.load_state_dict(average.state)
