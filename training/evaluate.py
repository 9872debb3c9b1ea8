"""Measures the model as the program runs it, on the kept data, and prints the figures as a table.

    training/evaluate.py DATA ENTENTE MODEL --json models/scores.json |
      tools/put_table.py syntax-scores docs/measurements.md models/README.md
"""

import argparse
import json
import os
import subprocess
import tempfile

import corpora


def conllu_row(number, form, misc):
    return "\t".join([str(number), form, "_", "_", "_", "_", "_", "_", "_", misc or "_"])


def write_gold(path, sentences, misc_of):
    with open(path, "w", encoding="utf-8") as stream:
        for k, sentence in enumerate(sentences):
            if sentence.new_paragraph or k == 0:
                stream.write("# newpar\n")
            stream.write(f"# sent_id = {k + 1}\n")
            for i, form in enumerate(sentence.forms):
                stream.write(conllu_row(i + 1, form, misc_of(sentence, i)) + "\n")
            stream.write("\n")


def name_misc(sentence, i):
    name = sentence.names[i]
    return f"Name={name}" if name and name != "O" else ""


def attribution_misc(sentence, i):
    marks = [f"{role.capitalize()}={labels[i]}" for role, labels in sorted(sentence.attribution.items()) if labels[i] != "O"]
    if sentence.spaces and not sentence.spaces[i]:
        marks.append("SpaceAfter=No")
    return "|".join(marks)


def raw_articles(treebank):
    """Paragraphs apart by blank lines, sentences by a space: one article a document."""
    articles, text = [], ""
    for line in treebank.split("\n"):
        if line.startswith("# newdoc"):
            articles.append("")
        if line.startswith("# newpar"):
            articles[-1] += "\n\n" if articles[-1] else ""
        elif line.startswith("# text = "):
            articles[-1] += ("" if not articles[-1] or articles[-1].endswith("\n") else " ") + line[9:]
    return articles


class Runner:
    def __init__(self, entente, model):
        self.entente, self.model = entente, model

    def parse(self, source, target, kind, precision):
        with open(target, "wb") as stream:
            command = [self.entente, "parse", "--from", kind, "--format", "conllu", "--precision", precision, "--model", self.model, source]
            subprocess.run(command, stdout=stream, check=True)

    def scores(self, gold, system):
        command = [self.entente, "eval", "conllu", "--format", "jsonl", gold, system]
        lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode().splitlines()
        return {row["metric"]: round(100 * row["f1"], 2) for row in map(json.loads, lines)}


def measure(data_folder, runner, folder):
    treebanks = os.path.join(data_folder, "treebanks")
    data = corpora.load(data_folder)["dev"]
    golds = {name: os.path.join(folder, name + ".conllu") for name in ("ewt", "gum", "names", "attribution")}
    texts = {c: corpora.read_text(corpora.find(treebanks, f"en_{c}-dev.conllu*")) for c in ("ewt", "gum")}
    for corpus, text in texts.items():
        with open(golds[corpus], "w", encoding="utf-8") as stream:
            stream.write(text)
    write_gold(golds["names"], data["uner"], name_misc)
    write_gold(golds["attribution"], data["polnear"], attribution_misc)
    out = {}
    for name, gold in golds.items():
        for precision in ("int8", "f32"):
            system = os.path.join(folder, f"{name}.{precision}.conllu")
            runner.parse(gold, system, "conllu", precision)
            out[f"{name}, gold tokens, {precision}"] = runner.scores(gold, system)
    for corpus, text in texts.items():
        raw = os.path.join(folder, corpus + ".jsonl")
        with open(raw, "w", encoding="utf-8") as stream:
            for k, article in enumerate(raw_articles(text)):
                stream.write(json.dumps({"id": str(k), "text": article, "language": "en"}) + "\n")
        system = os.path.join(folder, corpus + ".raw.conllu")
        runner.parse(raw, system, "jsonl", "auto")
        out[f"{corpus}, raw text"] = runner.scores(golds[corpus], system)
    return out


ROWS = (
    ("EWT dev, gold tokens", "ewt, gold tokens, int8", ("UPOS", "LAS", "Lemmas", "UAS", "CLAS", "XPOS", "UFeats"), {"UPOS": 96.5, "LAS": 87, "Lemmas": 97.5}),
    ("GUM dev, gold tokens", "gum, gold tokens, int8", ("UPOS", "LAS", "Lemmas", "UAS", "CLAS", "XPOS", "UFeats"), {"UPOS": 97, "LAS": 88, "Lemmas": 97.8}),
    ("GUM dev, raw text", "gum, raw text", ("Words", "Sentences", "UPOS", "LAS", "Lemmas"), {"Words": 99.3, "Sentences": 94}),
    ("EWT dev, raw text", "ewt, raw text", ("Words", "Sentences", "UPOS", "LAS", "Lemmas"), {}),
    ("names, kept fifth of UNER EWT dev", "names, gold tokens, int8", ("Names",), {"Names": 80}),
    ("attribution, kept tenth of PolNeAR train, token F1", "attribution, gold tokens, int8", ("Cue", "Source", "Content"), {"Cue": 70, "Source": 65, "Content": 75}),
)


def table(scores):
    lines = ["| what | measure | measured | bar |", "|---|---|---|---|"]
    for label, key, metrics, bars in ROWS:
        for metric in metrics:
            lines.append(f"| {label} | {metric} | {scores[key][metric]:.2f} | {bars.get(metric, '')} |")
    for corpus in ("ewt", "gum"):
        lost = scores[f"{corpus}, gold tokens, f32"]["LAS"] - scores[f"{corpus}, gold tokens, int8"]["LAS"]
        lines.append(f"| {corpus.upper()} dev, int8 against f32 of the same weights | LAS lost | {lost:.2f} | 0.3 |")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data")
    parser.add_argument("entente")
    parser.add_argument("model")
    parser.add_argument("--json")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scores = measure(args.data, Runner(os.path.abspath(args.entente), args.model), folder)
    print(table(scores), end="")
    if args.json:
        with open(args.json, "w", encoding="utf-8") as stream:
            json.dump(scores, stream, indent=1, sort_keys=True)
            stream.write("\n")


if __name__ == "__main__":
    main()
