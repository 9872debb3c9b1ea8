#!/usr/bin/env python3
"""Exports of a ledger from outside: every format, its sidecar, its codebook and what can be chosen."""
import csv
import io
import json
import os
import re
import shutil
import tempfile
import unittest
from pathlib import Path

import jsonschema

from cli_command import MODELS, main, records, run

os.environ["ENTENTE_MODEL"] = str(MODELS)

# CLEAN leaves out what the environment says; the library that Parquet needs stays as it is installed.
DUCKDB = {"ENTENTE_DUCKDB": os.environ["ENTENTE_DUCKDB"]} if "ENTENTE_DUCKDB" in os.environ else {}

ARTICLES = [
    # The second tells the signing most fully; the first is the earlier, and in UTC of the day before.
    ("a-1", "2024-03-06T01:30:00+04:00", "Northern Wire",
     "The foreign minister of Norway visited Sweden on Monday. She met the Swedish prime minister in Stockholm and the two "
     "governments signed a trade agreement."),
    ("a-2", "2024-03-07", "Southern Post",
     "Norway and Sweden signed a trade agreement in Stockholm on Monday. The prime minister of Sweden said the agreement "
     "would lower tariffs on fish."),
    ("a-3", "2024-05-20", "Northern Wire",
     "Russia shelled a village in Ukraine on Sunday. Russia shelled a market in Kharkiv on Sunday. Ukraine said the attack "
     "had killed three people. Russia denied that it had attacked the village."),
    ("a-4", "2024-05-21", "Southern Post",
     "Kosovo will open an embassy in Israel next month. Serbia condemned Kosovo on Tuesday. The United Nations criticised "
     "Serbia. In 1999 NATO bombed Serbia. Thousands of people protested in Pristina on Tuesday. Hundreds of people protested "
     "in Prizren on Tuesday."),
]
TEXTS = {article: text for article, _, _, text in ARTICLES}

# By format: columns, what parts cells (none: no table of text), lines of the head, and what is chosen for CAMEO,
# Goldstein and the quad class where nothing else is asked for.
FORMATS = {
    "icews": (20, "\t", 1, ("1.1b3", "icews", None)),
    "polecat": (40, "\t", 1, (None, None, "plover-2.0")),
    "phoenix": (26, "\t", 0, ("1.1b3", "phoenix", "phoenix")),
    "gdelt": (61, "\t", 0, ("1.1b3", "gdelt", "gdelt")),
    "plover-json": (None, None, 0, ("as recorded", "as recorded", "plover-2.0")),
    "csv": (56, ",", 1, ("as recorded",) * 3),
    "jsonl": (None, None, 0, ("as recorded",) * 3),
    "stata": (56, None, None, ("as recorded",) * 3),
    "parquet": (56, None, None, ("as recorded",) * 3),
}
FILES = ("stata", "parquet")
OWN = ("csv", "jsonl", "stata", "parquet")
KINDS = ("events", "statements", "agreements", "relations", "disputes")
MARKED = ("plover-json", *OWN)  # formats that hold an event of any status


def checker(name):
    schema = json.loads(run("schema", name)[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def cells_of(text, separator):
    if separator == ",":
        return list(csv.reader(io.StringIO(text)))
    return [line.split(separator) for line in text.splitlines()]


def stata_numbers(data):
    """Variables and rows, as the head of a .dta 118 has them."""
    variables = re.search(rb"<K>(..)</K>", data, re.S).group(1)
    rows = re.search(rb"<N>(.{8})</N>", data, re.S).group(1)
    order = "little" if b"<byteorder>LSF</byteorder>" in data else "big"
    return int.from_bytes(variables, order), int.from_bytes(rows, order)


class ExportTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="entente-export-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder, True)
        articles = cls.folder / "articles.jsonl"
        articles.write_text("".join(json.dumps({"id": i, "published": day, "publisher": publisher, "text": text}) + "\n"
                                    for i, day, publisher, text in ARTICLES), encoding="utf-8")
        cls.ledger, cls.bare = cls.folder / "ledger.db", cls.folder / "bare.db"
        for ledger, flags in ((cls.ledger, []), (cls.bare, ["--no-text"])):
            code, _, errors = run("ingest", "--progress", "never", *flags, ledger, articles)
            if code != 0:
                raise AssertionError(errors)
        parts = {part["name"]: part["state"] for part in records(run("doctor", "--format", "jsonl", env=DUCKDB)[1])}
        cls.formats = [name for name in FORMATS if name != "parquet" or parts["DuckDB"] == "ok"]
        cls.sidecars = checker("sidecar")

    def export(self, *arguments, ledger=None, expect=0):
        code, out, errors = run("export", ledger or self.ledger, *arguments, env=DUCKDB)
        self.assertEqual(code, expect, errors)
        return out if expect == 0 else errors

    def file(self, form, *arguments, ledger=None):
        """The bytes of an export to a file, and its sidecar."""
        target = self.folder / f"out.{form}"
        self.assertEqual(self.export("--format", form, "--output", target, "--force", *arguments, ledger=ledger), "")
        sidecar = json.loads(Path(f"{target}.meta.json").read_text(encoding="utf-8"))
        self.assertEqual([error.message for error in self.sidecars.iter_errors(sidecar)], [], form)
        self.assertEqual(sidecar["format"], form)
        return target.read_bytes(), sidecar

    def rows(self, *arguments):
        return list(csv.DictReader(io.StringIO(self.export(*arguments))))

    def test_every_format_has_its_rows_and_its_sidecar(self):
        for form in self.formats:
            columns, separator, heads, chosen = FORMATS[form]
            with self.subTest(form):
                data, sidecar = self.file(form)
                self.assertEqual(self.file(form)[0], data)  # the same bytes a second time
                self.assertEqual(sidecar.get("columns"), columns)
                self.assertEqual(tuple(sidecar["conventions"][what] for what in ("cameo", "goldstein", "quad")), chosen)
                self.assertEqual(sidecar["reviews"], "applied")
                accounts = sidecar["accounts"]
                self.assertEqual(accounts["written"] + sum(accounts["left_out"].values()), accounts["given"])
                self.assertEqual([engine["accounts"] for engine in sidecar["engines"]], [accounts["given"]])
                self.assertEqual("status historical" in accounts["left_out"], form not in MARKED)
                self.assertEqual(bool(sidecar["lost"]), form != "jsonl")
                if form == "stata":
                    self.assertTrue(data.startswith(b"<stata_dta><header><release>118</release>"))
                    self.assertEqual(stata_numbers(data), (columns, sidecar["rows"]))
                elif form == "parquet":
                    self.assertEqual((data[:4], data[-4:]), (b"PAR1", b"PAR1"))
                else:
                    text = data.decode("utf-8")
                    self.assertEqual(self.export("--format", form), text)
                    self.assertEqual(text.count("\n"), sidecar["rows"] + heads)
                    for row in cells_of(text, separator) if separator else ():
                        self.assertEqual(len(row), columns, row)
                if form in FILES:
                    self.assertIn("--output", self.export("--format", form, expect=2))

    def test_parquet_without_its_library_leaves_nothing(self):
        target = self.folder / "none.parquet"
        code, _, errors = run("export", self.ledger, "--format", "parquet", "--output", target,
                              env={"ENTENTE_DUCKDB": "/nowhere.so"})
        self.assertEqual(code, 4, errors)
        self.assertIn("DuckDB", errors)
        self.assertEqual(list(self.folder.glob("none*")), [])

    def test_each_codebook_has_the_columns_of_the_file(self):
        for form, (columns, separator, heads, _) in FORMATS.items():
            with self.subTest(form):
                code, text, errors = run("export", "--format", form, "--codebook")
                self.assertEqual(code, 2 if form == "jsonl" else 0, errors)
                if form == "jsonl":
                    continue
                names = re.findall(r"^\| \d+ \| `([^`]+)` \| \S[^|]* \| \S", text, re.M)
                self.assertEqual(len(names), len(re.findall(r"^\| \d+ \|", text, re.M)))
                if columns:
                    self.assertEqual(len(names), columns)
                if heads:
                    self.assertEqual(names, cells_of(self.export("--format", form), separator)[0])
        for kind in KINDS[1:]:
            text = run("export", "--kind", kind, "--codebook")[1]
            self.assertEqual(re.findall(r"^\| \d+ \| `([^`]+)`", text, re.M),
                             cells_of(self.export("--kind", kind), ",")[0])

    def test_the_other_kinds_go_into_formats_of_their_own(self):
        for form in self.formats:
            for kind in KINDS[1:]:
                with self.subTest(form, kind=kind):
                    if form not in OWN:
                        self.assertIn("events alone", self.export("--format", form, "--kind", kind, expect=2))
                        continue
                    data, sidecar = self.file(form, "--kind", kind)
                    self.assertEqual(sidecar["kind"], kind)
                    self.assertNotIn("conventions", sidecar)
                    self.assertEqual(sidecar["rows"], len(records(self.export("--format", "jsonl", "--kind", kind))))
                    if form == "stata":
                        self.assertEqual(stata_numbers(data), (sidecar["columns"], sidecar["rows"]))
        lost = {loss["what"]: loss["accounts"] for loss in self.file("csv", "--kind", "agreements")[1]["lost"]}
        self.assertEqual((lost["more_mentions"], lost["step_articles"], lost["spans"]), (1, 1, 1))

    def test_words_stand_where_the_row_says(self):
        for kind in ("events", "statements", "agreements", "relations"):
            rows = self.rows("--kind", kind)
            for row in rows:
                self.assertEqual(TEXTS[row["article"]][int(row["start"]):int(row["end"])], row["words"], kind)
        signed = [row for row in self.rows() if row["cameo"] == "057"]
        self.assertEqual([(row["articles"], row["article"], row["publisher"]) for row in signed],
                         [("2", "a-2", "Southern Post")])

    def test_plover_json_follows_its_schema(self):
        check = checker("plover")
        types = {name: checker(name).schema["$defs"] for name in ("plover", "event")}
        self.assertEqual(types["plover"]["plover"]["properties"]["event"]["items"]["enum"],
                         types["event"]["event_fields"]["properties"]["type"]["enum"])
        for ledger in (self.ledger, self.bare):
            lines = records(self.export("--format", "plover-json", ledger=ledger))
            for line in lines:
                self.assertEqual([error.message for error in check.iter_errors(line)], [])
                self.assertFalse(check.is_valid({**line, "invented": 1}))
                text = TEXTS[line["cite_info"]["citation"]]
                words = text[line["text_info"]["start"]:line["text_info"]["end"]]
                self.assertEqual(line.get("event_text", words), words)
            self.assertTrue(any(line["entente"]["articles"] == 2 and line["cite_info"]["citation"] == "a-2" for line in lines))
            codes = {entity["code"] for line in lines for entity in line["actor"]}
            self.assertTrue({"KOS", "UNO", "IGO"} <= codes, codes)
            self.assertNotIn("XKX", codes)

    def test_without_text_no_format_has_words(self):
        said = [sentence.strip() for text in TEXTS.values() for sentence in text.split(".") if sentence.strip()]
        for form in self.formats:
            with self.subTest(form):
                data, sidecar = self.file(form, ledger=self.bare)
                self.assertEqual(sidecar["rows"], self.file(form)[1]["rows"])
                for sentence in said:
                    self.assertNotIn(sentence.encode(), data)

    def test_statuses(self):
        actual = self.file("icews")[1]
        data, sidecar = self.file("icews", "--status", "actual,historical")
        self.assertEqual((actual["statuses"], sidecar["statuses"]), (["actual"], ["actual", "historical"]))
        self.assertEqual(sidecar["rows"], actual["rows"] + 1)
        self.assertIn("1999-01-01\tNATO", data.decode())
        self.assertIn({"what": "status", "meaning": "that it is not actual", "accounts": 1}, sidecar["lost"])
        self.assertEqual({row["status"] for row in self.rows("--status", "future")}, {"future"})
        self.assertEqual(len(self.rows()), sum(len(self.rows("--status", status)) for status in
                                               ("actual", "future", "hypothetical", "historical", "negated")))
        polecat = self.export("--format", "polecat", "--status", "future,historical")
        self.assertEqual([row["Event Mode"] for row in csv.DictReader(io.StringIO(polecat), delimiter="\t")],
                         ["future", "aerial; historical"])
        self.assertIn("'done'", self.export("--status", "done", expect=2))

    def test_one_a_day(self):
        before = self.rows()
        data, sidecar = self.file("csv", "--one-a-day")
        after = list(csv.DictReader(io.StringIO(data.decode())))
        self.assertTrue(sidecar["one_a_day"])
        self.assertEqual(sidecar["accounts"]["merged_by_day"], 2)  # shellings of a village and a market; two protests
        self.assertEqual(len(after), len(before) - sidecar["accounts"]["merged_by_day"])
        key = ("day", "actor_codes", "recipient_codes", "actor_sectors", "recipient_sectors", "cameo", "status")
        self.assertEqual(len({tuple(row[part] for part in key) for row in after}), len(after))
        self.assertEqual(sum(int(row["mentions"]) for row in after), sum(int(row["mentions"]) for row in before))
        self.assertEqual(self.file("icews", "--one-a-day")[1]["rows"], self.file("icews")[1]["rows"] - 1)  # no target, no row
        self.assertIn("events alone", self.export("--kind", "statements", "--one-a-day", expect=2))

    def test_conventions(self):
        def column(name, *flags):
            return {row["id"]: row[name] for row in self.rows(*flags)}

        codes = column("cameo")
        denial, protest = (next(key for key, code in codes.items() if code == wanted) for wanted in ("016", "141"))
        self.assertEqual(column("cameo", "--cameo", "1.1b3"), codes)
        renumbered = column("cameo", "--cameo", "2007")
        self.assertEqual((renumbered[denial], renumbered[protest]), ("127", "141"))
        values = {table: column("goldstein", "--goldstein", table) for table in ("icews", "2007", "phoenix", "gdelt")}
        self.assertEqual([values[table][denial] for table in values], ["-5", "-5", "3.4", "-2"])
        self.assertEqual(values["icews"], column("goldstein"))
        classes = {name: column("quad", "--quad", name) for name in ("plover-2.0", "icews", "gdelt", "phoenix", "text-to-cameo")}
        self.assertEqual(classes["plover-2.0"], column("quad"))
        self.assertEqual([classes[name][protest] for name in ("plover-2.0", "gdelt", "phoenix")], ["4", "3", "4"])
        self.assertEqual([classes[name][denial] for name in ("plover-2.0", "gdelt", "phoenix")], ["3", "1", "0"])
        chosen = ("--cameo", "2007", "--goldstein", "phoenix", "--quad", "text-to-cameo")
        for form in self.formats:
            sidecar = self.file(form, *chosen)[1]
            told = [sidecar["conventions"][what] for what in ("cameo", "goldstein", "quad")]
            self.assertEqual(told, [None if usual is None else value
                                    for usual, value in zip(FORMATS[form][3], ("2007", "phoenix", "text-to-cameo"))], form)
        for flag in ("--cameo", "--goldstein", "--quad"):
            self.assertIn(flag, self.export(flag, "1066", expect=2))

    def test_gdelt_is_dated_as_gdelt_dates(self):
        rows = cells_of(self.export("--format", "gdelt"), "\t")
        visit = next(row for row in rows if row[26] == "042")
        self.assertEqual((visit[1], visit[4]), ("20240304", "2024.1753"))  # (2 * 30 + 4) / 365
        self.assertEqual(visit[59], "20240305213000")  # 2024-03-06T01:30+04:00

    def test_reviews_are_applied_or_left_aside(self):
        ledger = self.folder / "reviewed.db"
        run("ingest", "--progress", "never", ledger, self.folder / "articles.jsonl")
        before = self.file("csv", ledger=ledger)[0]
        target = csv.DictReader(io.StringIO(before.decode()))
        rejected = next(row["id"] for row in target if row["cameo"] == "042")
        said = f"id,verdict\n{rejected},rejected\n"
        code, _, errors = run("review", ledger, "--apply", "-", "--reviewer", "Bo", stdin=said.encode())
        self.assertEqual(code, 0, errors)
        for form in self.formats:
            with self.subTest(form):
                _, applied = self.file(form, ledger=ledger)
                _, aside = self.file(form, "--as-coded", ledger=ledger)
                self.assertEqual((applied["reviews"], aside["reviews"]), ("applied", "left aside"))
                self.assertEqual(applied["rows"], aside["rows"] - 1)
        self.assertNotIn(rejected, self.export(ledger=ledger))
        self.assertEqual(self.export("--as-coded", ledger=ledger).encode(), before)


if __name__ == "__main__":
    main()
