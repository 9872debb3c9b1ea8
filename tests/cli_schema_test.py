"""`entente schema` and `entente doctor`: what is written is what the schema says, and a broken record is refused."""
import copy
import csv
import functools
import json
import os
import re
import shutil
import subprocess
import unittest
from pathlib import Path

from cli_command import MODELS, PROTEST, VISIT, CommandTest, check_lines, main, records, run, validator

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("event", "statement", "agreement", "relation", "dispute")
NAMES = ("record", *KINDS, "article", "parse", "ledger", "dyad", "search", "review", "diff", "plover", "sidecar", "unknown", "eval", "progress", "component")


def schema(*name):
    code, text, errors = run("schema", *name)
    if (code, errors) != (0, ""):
        raise AssertionError(errors)
    return json.loads(text)


def column(table, name):
    rows = [line.split("\t") for line in (ROOT / "knowledge" / table).read_text().splitlines() if not line.startswith("#")]
    at = rows[0].index(name)
    return {row[at] for row in rows[1:]}


def values(schema_of, *path):
    """The words of an enum, null left out."""
    for step in path:
        schema_of = schema_of[step]
    return set(schema_of["enum"]) - {None}


def paths_of(record, path=()):
    """Every place in a record where a field stands."""
    if isinstance(record, dict):
        for key, value in record.items():
            yield (*path, key)
            yield from paths_of(value, (*path, key))
    elif isinstance(record, list):
        for index, value in enumerate(record):
            yield from paths_of(value, (*path, index))


def at(record, path):
    for step in path:
        record = record[step]
    return record


@functools.cache
def coded():
    """The records of the examples and of articles of every region and kind."""
    articles = sorted((ROOT / "gold/articles").glob("dev-*.txt"))[::2] + sorted((ROOT / "examples").glob("*.txt"))
    code, output, errors = run("code", *articles, timeout=600)
    if code != 0:
        raise AssertionError(errors)
    return records(output)


class RecordsTest(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.records = coded()
        cls.check = {name: validator(name) for name in ("record", *KINDS)}

    def test_all_that_is_coded_is_as_the_schema_says(self):
        self.assertEqual({record["kind"] for record in self.records}, set(KINDS))
        for record in self.records:
            for error in self.check[record["kind"]].iter_errors(record):
                self.fail(f"{record['id']}: {list(error.absolute_path)}: {error.message[:400]}")
        for record in self.records[::25]:
            self.check["record"].validate(record)

    def fullest(self, kind):
        """Of each kind the record that says most."""
        return max((record for record in self.records if record["kind"] == kind), key=lambda record: len(json.dumps(record)))

    def test_a_broken_record_is_refused(self):
        for kind in KINDS:
            record, check = self.fullest(kind), self.check[kind]
            self.assertTrue(check.is_valid(record))
            broken = 0
            seen = set()
            for path in paths_of(record):
                shape = tuple(step for step in path if isinstance(step, str))
                if shape in seen:
                    continue
                seen.add(shape)
                if path[:1] == ("engine",) and path[-1] == "conventions":
                    continue  # left out where the tables name none
                holder = at(record, path[:-1])
                without = copy.deepcopy(record)
                del at(without, path[:-1])[path[-1]]
                self.assertFalse(check.is_valid(without), (kind, path, "left out"))
                other = copy.deepcopy(record)
                at(other, path[:-1])[path[-1]] = {"nothing": "of the kind"}
                self.assertFalse(check.is_valid(other), (kind, path, "of another type"))
                if isinstance(holder, dict):
                    more = copy.deepcopy(record)
                    at(more, path[:-1])["invented"] = 1
                    self.assertFalse(check.is_valid(more), (kind, path, "with another field"))
                broken += 1
            self.assertGreater(broken, 30, kind)

    def test_values_out_of_their_lists_are_refused(self):
        cases = {"event": {"type": "MEET", "mode": "telegram", "contexts": ["weather"], "cameo": "210", "quad": 5, "goldstein": 11,
                           "status": "possible", "kind": "statement", "confidence": 1.1, "published": "6 March 2024", "evidence": []},
                 "statement": {"manner": "loud", "stance": "says", "cue": "said"},
                 "agreement": {"form": "deal", "status": "breached", "title": ""},
                 "relation": {"type": "friendship", "trend": "up", "directed": "yes"},
                 "dispute": {"sides": []}}
        for kind, fields in cases.items():
            record = self.fullest(kind)
            for field, value in fields.items():
                self.assertFalse(self.check[kind].is_valid({**record, field: value}), (kind, field))
        actor = self.fullest("relation")["a"]
        for field, value in {"code": "Armenia", "sector": "ARMY", "type": "country", "country": "AM", "via": "guess", "start": -1,
                             "name": None}.items():
            self.assertFalse(self.check["relation"].is_valid({**self.fullest("relation"), "a": {**actor, field: value}}), field)

    def test_fields_stand_in_the_documents_too(self):
        text = (ROOT / "docs/formats/records.md").read_text()
        for kind in KINDS:
            for field in self.fullest(kind):
                self.assertIn(f"`{field}`", text, (kind, field))


class ListsTest(CommandTest):
    def test_lists_are_those_of_the_tables(self):
        event = schema("event")["$defs"]
        fields = event["event_fields"]["properties"]
        self.assertEqual(values(fields, "type"), column("ontology/plover_types.tsv", "type"))
        self.assertEqual(values(fields, "mode"), column("ontology/plover_modes.tsv", "mode"))
        self.assertEqual(values(fields, "contexts", "items"), column("ontology/plover_contexts.tsv", "context"))
        self.assertEqual(values(event, "actor", "properties", "sector"), column("ontology/plover_sectors.tsv", "sector"))
        self.assertEqual(values(schema("unknown")["$defs"], "unknown", "properties", "sector"), column("ontology/plover_sectors.tsv", "sector"))
        cameo = re.compile(fields["cameo"]["pattern"])
        for code in column("ontology/cameo.tsv", "code") | column("ontology/cameo_2007.tsv", "code"):
            self.assertTrue(cameo.search(code), code)
        goldstein = [float(value) for value in column("ontology/cameo.tsv", "goldstein")]
        self.assertTrue(all(fields["goldstein"]["minimum"] <= value <= fields["goldstein"]["maximum"] for value in goldstein))
        conventions = event["engine"]["properties"]["conventions"]["required"]
        self.assertEqual(set(conventions), column("ontology/conventions.tsv", "what"))

    def test_lists_are_those_of_the_contract(self):
        text = (ROOT / "docs/formats/records.md").read_text()

        def listed(field):
            row = re.search(rf"^\| `{field}` \| (.*) \|$", text, re.M).group(1)
            return set(re.findall(r"`(\w+)`", row))

        self.assertEqual(values(schema("statement")["$defs"], "stance"), listed("stance"))
        self.assertEqual(values(schema("statement")["$defs"], "statement_fields", "properties", "manner"), listed("manner"))
        self.assertEqual(values(schema("agreement")["$defs"], "agreement_fields", "properties", "form"), listed("form"))
        self.assertEqual(values(schema("relation")["$defs"], "relation_fields", "properties", "trend"), listed("trend"))
        self.assertEqual(values(schema("relation")["$defs"], "relation_fields", "properties", "type"), listed("type"))
        provision = schema("agreement")["$defs"]["provision"]["properties"]
        about = re.search(r"^The type of a provision is (.*?); its obligation (.*?)\.$", text, re.M | re.S)
        self.assertEqual(values(provision, "type"), set(re.findall(r"`(\w+)`", about.group(1))))
        self.assertEqual(values(provision, "obligation"), set(re.findall(r"`(\w+)`", about.group(2))))
        statuses = re.findall(r"^\| `status` \| (.*) \|$", text, re.M)
        for kind, row in (("event", statuses[0]), ("agreement", statuses[1])):
            found = schema(kind)["$defs"]
            status = found["agreement_status"] if kind == "agreement" else found["event_fields"]["properties"]["status"]
            self.assertEqual(set(status["enum"]), set(re.findall(r"`(\w+)`", row)))


class OtherLinesTest(CommandTest):
    def test_every_schema_is_one(self):
        for name in NAMES:
            validator(name)
        self.assertEqual(schema(), schema("record"))
        file = json.loads((ROOT / "schema/entente.schema.json").read_text())["$defs"]
        for name in NAMES:
            for key, definition in schema(name)["$defs"].items():
                self.assertEqual(definition, file[key], (name, key))  # not changed on the way into the program

    def test_parses(self):
        check = validator("parse")
        text = self.file("visit.txt", VISIT)
        for stage in ("syntax", "text"):
            for line in records(run("parse", "--format", "json", "--stage", stage, text, ROOT / "examples")[1]):
                check.validate(line)
                self.assertFalse(check.is_valid({**line, "names": [{"type": "STATE"}]}))
                self.assertFalse(check.is_valid({key: value for key, value in line.items() if key != "sentences"}))

    def test_unknown_actors(self):
        check = validator("unknown")
        lines = records(run("actors", "unknown", "--format", "jsonl", ROOT / "examples", *sorted((ROOT / "gold/articles").glob("dev-ca-*.txt")))[1])
        self.assertGreater(len(lines), 10)
        for line in lines:
            check.validate(line)
        self.assertFalse(check.is_valid({**lines[0], "count": 0}))

    def test_article_lines_that_the_schema_takes_are_read_and_others_are_not(self):
        check = validator("article")
        good = [{"text": VISIT}, {"id": 7, "body": VISIT, "date": "2024-03-06", "headline": "Visit", "source": "Wire"},
                {"id": None, "content": VISIT, "pub_date": 20240306, "url": None, "more": [1]},
                {"event_text": VISIT, "language": "en", "published": "2024-03-06T10:00:00Z"}]
        bad = [{}, {"id": "a"}, {"text": 7}, {"text": None}, {"text": ["x"]}, {"text": VISIT, "title": 7},
               {"text": VISIT, "published": [2024]}, {"text": VISIT, "id": ["a"]}, [], "text"]
        for line in good + bad:
            path = self.file("line.jsonl", json.dumps(line) + "\n")
            code, output, errors = run("code", "--from", "jsonl", path)
            self.assertEqual(check.is_valid(line), code == 0, (line, errors))
            if code == 0:
                for record in records(output):
                    validator(record["kind"]).validate(record)


class LedgerTest(CommandTest):
    """Accounts as they are described: what a ledger writes is held against the same schema."""

    def accounts(self):
        found = {}
        for record in coded():
            found.setdefault(record["kind"], dict(record))
        mention = {"record": "ev_1", "article": "a-1", "version": 1, "published": "2024-03-06", "publisher": "Wire", "url": None,
                   "title": None, "sentence": 0, "start": 3, "end": 9}
        more = {"mentions": [mention], "articles": 1, "sources": 1, "verdict": None}
        found["agreement"]["steps"] = [{"status": "signed", "date": found["agreement"]["date"], "mention": mention}]
        found["relation"].update({"from": "2024-03-06", "to": None, "first": mention, "last": mention})
        found["dispute"].update({"confidence": None, "change_of_position": False, "positions": [
            {"speaker": found["statement"]["speaker"], "stance": "denies", "first_day": "2024-03-06", "last_day": None,
             "statements": [mention], "text": None, "count": 1}]})
        return {kind: {**record, **more} for kind, record in found.items()}

    def test_accounts(self):
        check, record = validator("ledger"), validator("record")
        accounts = self.accounts()
        self.assertEqual(set(accounts), set(KINDS))
        for kind, account in accounts.items():
            check.validate(account)
            self.assertFalse(record.is_valid(account), kind)  # no record: it has more
            own = {"agreement": ["steps"], "relation": ["from", "first", "last"], "dispute": ["positions", "change_of_position"]}
            for field in ("mentions", "articles", "sources", "verdict", "confidence", *own.get(kind, [])):
                self.assertFalse(check.is_valid({key: value for key, value in account.items() if key != field}), (kind, field))
            for field, value in {"mentions": [], "articles": 0, "verdict": "maybe", "invented": 1, "from": "soon"}.items():
                self.assertFalse(check.is_valid({**account, field: value}), (kind, field))
        self.assertFalse(check.is_valid({**accounts["dispute"], "sides": []}))
        self.assertFalse(check.is_valid({**accounts["event"], "steps": []}))


class CommandLinesTest(CommandTest):
    """What commands write about ledgers and scores."""

    def refuses(self, name, line, **changes):
        self.assertTrue(validator(name).is_valid(line), line)
        self.assertFalse(validator(name).is_valid({**line, "invented": 1}), (name, line))
        for field in line:
            less = {key: value for key, value in line.items() if key != field}
            if field not in ("stage", "done", "all", "seconds_left", "finished"):
                self.assertFalse(validator(name).is_valid(less), (name, field, "left out"))
            self.assertFalse(validator(name).is_valid({**line, field: {"nothing": {"of": "the kind"}}}), (name, field))
        for field, value in changes.items():
            self.assertFalse(validator(name).is_valid({**line, field: value}), (name, field, value))

    def ledger(self, name, *files):
        path = self.folder / name
        code, _, errors = run("ingest", "--progress", "json", path, *files)
        self.assertEqual(code, 0, errors)
        return path, [json.loads(line) for line in errors.splitlines() if line.startswith("{")]

    def test_ledgers(self):
        lines = [{"id": "a-1", "published": "2024-03-06", "text": VISIT}, {"id": "a-2", "published": "2024-06-06", "text": PROTEST}]
        visit = self.file("visit.jsonl", json.dumps(lines[0]) + "\n")
        both = self.file("both.jsonl", "".join(json.dumps(line) + "\n" for line in lines))
        one, progress = self.ledger("one.db", visit)
        two, _ = self.ledger("two.db", both)
        check_lines("progress", progress)
        self.refuses("progress", progress[-1], articles=-1, stage="sleeping", finished=False)

        dyad = records(run("dyad", two, "NOR", "SWE", "--by", "month", "--until", "2024-06-30", "--format", "jsonl")[1])
        check_lines("dyad", dyad)
        self.assertEqual({line["covered"] for line in dyad}, {True, False})  # April is a gap
        self.refuses("dyad", dyad[0], events=None, share=101, actor="Norway", since="2024")
        self.assertFalse(validator("dyad").is_valid({**dyad[0], "covered": False}))

        hits = records(run("search", two, "trade agreement", "--format", "jsonl")[1])
        check_lines("search", hits)
        self.refuses("search", hits[0], kind="event", snippet="", published="Monday")

        sheet = self.folder / "sheet.csv"
        self.assertEqual(run("review", two, "--kind", "event", "--csv", sheet)[0], 0)
        verdicts = iter(("accept", "reject"))
        with open(sheet, encoding="utf-8-sig", newline="") as file:
            rows = list(csv.reader(file))
        for row in rows[1:]:
            row[rows[0].index("verdict")] = next(verdicts, "")
        with open(sheet, "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        code, out, errors = run("review", two, "--apply", sheet, "--reviewer", "Ada")
        self.assertEqual((code, out), (0, "accepted 1, corrected 0, rejected 1\n"), errors)
        said = records(run("review", two, "--list", "--format", "jsonl")[1])
        check_lines("review", said)
        self.refuses("review", said[0], verdict="maybe", kind="dispute", corrections={"type": 7}, reviewer=None)
        tallies = records(run("review", two, "--summary", "--format", "jsonl")[1])
        check_lines("review", tallies)
        self.refuses("review", tallies[0], reviewed=0, precision=1.1)

        diff = records(run("diff", one, two, "--all", "--format", "jsonl")[1])
        check_lines("diff", diff)
        self.assertLessEqual({"change", "count"}, {line["group"] for line in diff})
        for group in ("change", "count"):
            self.refuses("diff", next(line for line in diff if line["group"] == group), kind="clause", change="better", group="other")
        self.assertFalse(validator("diff").is_valid({**next(line for line in diff if line["group"] == "change"), "cause": "chance"}))

    def test_scores(self):
        gold = self.file("gold.conllu", run("parse", "--stage", "text", self.file("visit.txt", VISIT))[1])
        scores = records(run("eval", "conllu", gold, gold, "--format", "jsonl")[1])
        check_lines("eval", scores)
        self.refuses("eval", scores[0], precision=1.1, gold=-1, metric="")
        corpus = self.folder / "corpus"
        for folder, ending in (("articles", "txt"), ("records", "jsonl")):
            for name in ("dev-af-01", "dev-af-02"):
                self.file(f"corpus/{folder}/{name}.{ending}", next((ROOT / "gold" / folder).glob(f"{name}*.{ending}")).read_bytes())
        code, out, errors = run("eval", "gold", corpus, "--errors", "--format", "json")
        self.assertEqual(code, 0, errors)
        lines = records(out)
        check_lines("eval", lines)
        for group in ("records", "field", "type", "calibration", "confusion", "mistake"):
            self.refuses("eval", next(line for line in lines if line["group"] == group), kind="clause", group="other")


class DoctorTest(CommandTest):
    def parts(self, *arguments, env=None, code=0):
        got, output, errors = run("doctor", *arguments, "--format", "jsonl", env=env)
        self.assertEqual((got, errors), (code, ""), output)
        check = validator("component")
        found = {}
        for line in records(output):
            check.validate(line)
            found[line["name"]] = line
        return found

    def test_what_is_there(self):
        parts = self.parts("--model", MODELS)
        version = run("--version", env={"ENTENTE_MODEL": str(MODELS)})[1]
        for name in ("entente", "model", "knowledge", "towns", "SQLite", "libpq", "zstd", "ReadStat", "cores", "memory"):
            self.assertEqual(parts[name]["state"], "ok", name)
        self.assertIn("\nmodel " + parts["model"]["version"], version)
        self.assertIn("\nknowledge " + parts["knowledge"]["version"], version)
        tables = len(list((ROOT / "knowledge").rglob("*.tsv")))
        self.assertTrue(parts["knowledge"]["detail"].startswith(f"{tables} tables in "))
        self.assertIn("FTS5", parts["SQLite"]["detail"])
        self.assertEqual(parts["cores"]["detail"].split()[0], str(len(os.sched_getaffinity(0))))
        self.assertIn("float32", self.parts("--precision", "f32")["model"]["detail"])

    @unittest.skipIf(os.cpu_count() < 2, "one core alone cannot be withheld")
    def test_cores_that_may_not_be_used_are_told(self):
        allowed = os.sched_getaffinity(0)
        self.addCleanup(os.sched_setaffinity, 0, allowed)
        os.sched_setaffinity(0, {min(allowed)})
        self.assertEqual(self.parts()["cores"]["detail"], f"1 core of {os.cpu_count()} may be used")

    def test_what_is_missing_is_named_and_fails(self):
        self.assertEqual(self.parts("--model", "/nowhere.safetensors", code=4)["model"]["state"], "missing")
        parts = self.parts("--knowledge", "/nowhere", code=4)
        self.assertEqual(parts["knowledge"]["state"], "missing")
        self.assertIn("/nowhere", parts["knowledge"]["detail"])
        self.assertEqual(self.parts(env={"ENTENTE_DUCKDB": "/nowhere.so"}, code=4)["DuckDB"]["state"], "missing")
        tables = self.folder / "knowledge"
        shutil.copytree(ROOT / "knowledge", tables)
        (tables / "places/towns.tsv").unlink()
        self.assertEqual(self.parts("--knowledge", tables, code=4)["towns"]["state"], "missing")

    @unittest.skipUnless(shutil.which("cc"), "no compiler")
    def test_a_duckdb_that_lacks_what_parquet_needs_is_told(self):
        source = self.file("old.c", 'const char* duckdb_library_version(void) { return "v0.9.2"; }\n')
        library = self.folder / "libduckdb.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, source], check=True)
        part = self.parts(env={"ENTENTE_DUCKDB": str(library)}, code=4)["DuckDB"]
        self.assertEqual((part["state"], part["version"]), ("missing", "v0.9.2"))
        self.assertRegex(part["detail"], r"^Parquet: .*libduckdb\.so lacks duckdb_open, .*; 1\.4 or later is needed$")
        library = self.folder / "on/the/path/libduckdb.so"  # not named: not needed
        library.parent.mkdir(parents=True)
        shutil.move(self.folder / "libduckdb.so", library)
        self.assertEqual(self.parts(env={"LD_LIBRARY_PATH": str(library.parent)})["DuckDB"]["state"], "optional")

    def test_a_line_each_for_people(self):
        code, text, errors = run("doctor", "--format", "table")
        self.assertEqual((code, errors), (0, ""))
        for line in text.splitlines():
            self.assertRegex(line, r"^(ok       |missing  |optional ) \S")
        self.assertNotIn("\x1b", text)
        self.assertIn("\x1b[32m", run("doctor", "--format", "table", "--color", "always")[1])
        self.assertNotIn("\x1b", run("doctor", "--format", "table", "--color", "auto", env={"NO_COLOR": "1"})[1])


if __name__ == "__main__":
    main()
