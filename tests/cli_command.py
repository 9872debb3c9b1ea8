"""What the tests of the command share. Each is called as: cli_..._test.py PROGRAM MODEL_FOLDER [TEST ...]"""
import functools
import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import jsonschema

PROGRAM = sys.argv[1]
MODELS = Path(sys.argv[2])

# A developer's own settings must not change what is tested.
CLEAN = {**{name: value for name, value in os.environ.items() if not name.startswith("ENTENTE_")},
         "XDG_CONFIG_HOME": "/nonexistent"}

VISIT = ("The foreign minister of Norway visited Sweden on Monday. "
         "She met the Swedish prime minister in Stockholm and the two governments signed a trade agreement.\n")
PROTEST = ("Thousands of people protested in Paris on Tuesday against a new law on pensions. "
           "Police arrested forty demonstrators after clashes near the parliament building.\n")
FRENCH = ("Le ministre des affaires étrangères a rencontré hier son homologue à Genève, et les deux hommes ont longuement "
          "parlé de la situation à la frontière ainsi que des échanges commerciaux entre leurs pays.\n")


def run(*arguments, stdin=b"", env=None, timeout=120):
    """The command's exit code, output and messages; no terminal anywhere."""
    done = subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, timeout=timeout,
                          env={**CLEAN, **(env or {})}, check=False)
    return done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")


def records(output):
    return [json.loads(line) for line in output.splitlines()]


@functools.cache
def validator(name):
    """Of what `entente schema NAME` says."""
    code, text, errors = run("schema", name)
    if (code, errors) != (0, ""):
        raise AssertionError(errors)
    found = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(found)
    return jsonschema.Draft202012Validator(found)


def check_lines(name, lines):
    """Each line is as the schema of that name says, and there is one."""
    if not lines:
        raise AssertionError(f"no line of {name}")
    for line in lines:
        for error in validator(name).iter_errors(line):
            raise AssertionError(f"{name}: {list(error.absolute_path)}: {error.message[:300]}: {json.dumps(line)[:300]}")


class CommandTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="entente-cli-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def file(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def articles(self, count):
        texts = [VISIT, PROTEST]
        lines = [json.dumps({"id": f"a-{i}", "published": "2024-03-06", "text": texts[i % 2]}) for i in range(count)]
        return self.file("articles.jsonl", "\n".join(lines) + "\n")

    def expect_failure(self, code, path, *arguments):
        """Beside a good article the bad input is named, and the good one is coded all the same."""
        good = self.file("zz-good.txt", VISIT)
        alone_code, alone, errors = run("code", *arguments, path)
        self.assertEqual((alone_code, alone), (4, ""), errors)
        self.assertIn(str(path), errors)
        self.assertTrue(errors.startswith("entente: "), errors)
        both_code, both, errors = run("code", *arguments, path, good)
        self.assertEqual(both_code, code, errors)
        self.assertIn(str(path), errors)
        self.assertEqual(both, run("code", good)[1])
        self.assertNotEqual(both, "")
        return errors


def main():
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]])
