"""Settings: command line over environment over file; `entente config`; exit codes of what is new."""
import json
import os
import re
import subprocess
import tomllib

from cli_command import PROGRAM, VISIT, CommandTest, main, records, run


def shown(*arguments, env=None):
    """What `entente config` says is in force, as a dictionary."""
    code, output, errors = run("config", *arguments, env=env)
    if code != 0:
        raise AssertionError(errors)
    return tomllib.loads(output)


class LevelsTest(CommandTest):
    def config(self, text, name="entente.toml"):
        return self.file(name, text)

    def test_each_level_yields_to_the_one_above_it(self):
        path = self.config("[code]\njobs = 5\n")
        head = self.config("jobs = 4\n[code]\njobs = 5\n", "head.toml")
        self.assertEqual(shown("--config", path, "code")["code"]["jobs"], 5)                                # file
        self.assertEqual(shown("--config", head, "code")["code"]["jobs"], 5)                 # section over head
        self.assertEqual(shown("--config", head, "parse")["parse"]["jobs"], 4)               # head, for all
        env = {"ENTENTE_JOBS": "6"}
        self.assertEqual(shown("code", env=env)["code"]["jobs"], 6)                          # environment
        self.assertEqual(shown("--config", path, "code", env=env)["code"]["jobs"], 6)        # environment over file
        self.assertEqual(shown("code", "--jobs", 7, env=env)["code"]["jobs"], 7)             # flag over environment
        self.assertEqual(shown("--config", path, "code", "--jobs", 7)["code"]["jobs"], 7)    # flag over file
        self.assertEqual(shown("--config", path, "code", "--jobs", 7, env=env)["code"]["jobs"], 7)
        self.assertEqual(shown("--config", path, "code", env={"ENTENTE_JOBS": ""})["code"]["jobs"], 5)  # empty: not set

    def test_what_is_said_is_what_is_done(self):
        text = self.file("visit.txt", VISIT)
        path = self.config("format = 'jsonl'\n[code]\nformat = 'table'\n")
        table = run("code", "--config", path, text)
        self.assertEqual(table[0], 0, table[2])
        self.assertNotIn('"kind"', table[1])
        self.assertEqual(run("--config", path, "code", text), table)                         # before the command too
        self.assertEqual(run("code", text, env={"ENTENTE_CONFIG": str(path)}), table)
        lines = run("code", "--config", path, text, env={"ENTENTE_FORMAT": "jsonl"})[1]
        self.assertTrue(records(lines))
        self.assertEqual(run("code", "--config", path, "--format", "jsonl", text, env={"ENTENTE_FORMAT": "table"})[1], lines)

    def test_nested_commands_have_nested_sections(self):
        path = self.config("[eval]\nformat = 'json'\n[eval.gold]\nsplit = 'dev'\n")
        found = shown("--config", path, "eval", "gold")["eval"]["gold"]
        self.assertEqual((found["split"], found["format"]), ("dev", "json"))

    def test_the_persons_own_file_is_read_where_it_is(self):
        own = self.file("xdg/entente/config.toml", "jobs = 3\n")
        env = {"XDG_CONFIG_HOME": str(self.folder / "xdg")}
        self.assertEqual(shown("code", env=env)["code"]["jobs"], 3)
        self.assertIn(str(own), run("config", env=env)[1])
        self.assertEqual(shown("code", env={**env, "ENTENTE_CONFIG": str(self.config("jobs = 9\n"))})["code"]["jobs"], 9)
        home = self.file("home/.config/entente/config.toml", "jobs = 8\n").parents[2]
        self.assertEqual(shown("code", env={"XDG_CONFIG_HOME": "", "HOME": str(home)})["code"]["jobs"], 8)

    def test_what_one_run_does_is_no_setting(self):
        for command, names in {"review": ("apply", "csv", "list", "summary"), "export": ("codebook", "output", "force")}.items():
            for name in names:
                code, output, errors = run("config", command, "ledger.db", env={f"ENTENTE_{name.upper()}": "true"})
                self.assertEqual((code, errors), (0, ""))
                self.assertNotRegex(output, rf"(?m)^(# )?{name} ")
                path = self.config(f"[{command}]\n{name} = true\n")
                self.assertEqual(run("--config", path, "config")[0], 2, name)
        # Not even where it would go with what the command line asks for.
        ledger = self.folder / "ledger.db"
        code, _, errors = run("ingest", "--progress", "never", ledger, self.file("visit.txt", VISIT))
        self.assertEqual(code, 0, errors)
        self.assertEqual(run("review", ledger, "--list", env={"ENTENTE_APPLY": str(self.folder / "none.csv")}), (0, "", ""))

    def test_model_and_tables_of_a_file_count_for_the_version_too(self):
        path = self.config("model = '/nowhere/model.safetensors'\n")
        self.assertIn("/nowhere/model.safetensors", run("--config", path, "--version")[2])

    def test_a_list_of_values_comes_back_as_it_was(self):
        several = {"party": ["NOR", "SWE"], "quad": [1, 4], "status": ["actual"]}
        path = self.config("[events]\n" + "".join(f"{name} = {json.dumps(value)}\n" for name, value in several.items()))
        flags = ("--party", "NOR,SWE", "--quad", "1", "--quad", "4", "--status", "actual")
        for found in (shown("--config", path, "events")["events"], shown("events", "none.db", *flags)["events"]):
            self.assertEqual({name: found[name] for name in several}, several)
            self.assertNotIn("type", found)  # not said

    def test_words_that_toml_must_quote_come_back_as_they_were(self):
        for name in ('a # "b" \\ c\t', "ümlaut 'x'", "0123", "true story"):
            path = self.config("[code]\nmodel = " + json.dumps(name) + "\n")
            self.assertEqual(shown("--config", path, "code")["code"]["model"], name)
            self.assertEqual(shown("code", "--model", name)["code"]["model"], name)

    def test_the_settings_shown_make_the_same_run(self):
        articles = self.articles(6)
        direct = run("code", "--format", "table", "--limit", 3, "--jobs", 1, "--precision", "f32", articles)
        self.assertEqual(direct[0], 0, direct[2])
        code, text, errors = run("config", "code", "--format", "table", "--limit", 3, "--jobs", 1, "--precision", "f32", articles)
        self.assertEqual((code, errors), (0, ""))
        self.assertIn("limit = 3", text)
        self.assertEqual(run("code", "--config", self.config(text), articles), direct)
        self.assertNotEqual(run("code", articles)[1], direct[1])
        everything = run("config", env={"ENTENTE_LIMIT": "2"})[1]  # of all commands, as one file
        self.assertEqual(run("config", "--config", self.config(everything))[0], 0)
        self.assertEqual(shown("--config", self.config(everything), "code")["code"]["limit"], 2)

    def test_where_a_setting_is_from_is_said(self):
        path = self.config("[code]\nlimit = 2\n")
        text = run("config", "--config", path, "code", "--format", "jsonl", env={"ENTENTE_JOBS": "4"})[1]
        self.assertRegex(text, r"(?m)^limit = 2 +# .*entente\.toml:2$")
        self.assertRegex(text, r"(?m)^jobs = 4 +# ENTENTE_JOBS$")
        self.assertRegex(text, r'(?m)^format = "jsonl" +# the command line$')
        self.assertRegex(text, r'(?m)^model = ".*" +# found$')
        self.assertRegex(run("config", "code")[1], r"(?m)^# limit is not set$")


class MistakesTest(CommandTest):
    def refused(self, text, *arguments, expected, line=None, env=None):
        path = self.file("entente.toml", text)
        code, output, errors = run(*(arguments or ("code",)), "--config", path, env=env)
        self.assertEqual((code, output), (2, ""), errors)
        place = f"entente: {path}:{line}: " if line else "entente: "
        self.assertTrue(errors.startswith(place), errors)
        self.assertIn(expected, errors)
        self.assertEqual(errors.count("\n"), 1, errors)

    def test_mistakes_of_a_file_are_told_with_file_and_line(self):
        self.refused("jobs = 2\nspeed = 3\n", expected="'speed' is no setting of any command", line=2)
        self.refused("[code]\n\nstage = 'text'\n", expected="'stage' is no setting of 'code'", line=3)
        self.refused("[codes]\njobs = 2\n", expected="there is no command 'codes'", line=1)
        self.refused("[eval.silver]\n", expected="there is no command 'eval silver'", line=1)
        self.refused("jobs = 2\nformat = table\n", expected="", line=2)                      # no TOML
        self.refused("[code]\njobs = 0\n", expected="--jobs", line=2)
        self.refused("[code]\nformat = 'csv'\n", expected="csv", line=2)
        self.refused("[code]\njobs = [2, 3]\n", expected="jobs", line=2)
        self.refused("[code]\njobs = [[2]]\n", expected="'jobs'", line=2)
        self.refused("[code]\nconfig = 'x.toml'\n", expected="'config'", line=2)             # no setting itself
        self.refused("[explain]\ntext = 'They met.'\n", expected="'text'", line=2)

    def test_a_file_that_is_named_must_be_there(self):
        for path in (self.folder / "none.toml", self.folder):
            code, output, errors = run("code", "--config", path)
            self.assertEqual((code, output), (2, ""))
            self.assertIn(str(path), errors)
        self.assertEqual(run("code", env={"ENTENTE_CONFIG": "/nowhere.toml"})[0], 2)

    def test_mistakes_of_the_environment_are_told_by_name(self):
        code, output, errors = run("code", env={"ENTENTE_JOBS": "many"})
        self.assertEqual((code, output), (2, ""))
        self.assertTrue(errors.startswith("entente: ENTENTE_JOBS: "), errors)
        text = self.file("visit.txt", VISIT)
        self.assertEqual(run("code", "--jobs", 1, text, env={"ENTENTE_JOBS": "many"})[0], 0)  # nobody asks for it

    def test_hostile_files(self):
        for text in (b"\xff\xfe\x00", b"[" * 5000, b"a" * (2 << 20), b"x = " + b"[" * 100000, b"\x00"):
            path = self.file("bad.toml", text)
            code, output, errors = run("schema", "--config", path)
            self.assertEqual((code, output), (2, ""), errors[:200])
            self.assertTrue(errors.startswith(f"entente: {path}"), errors[:200])
            self.assertLess(len(errors), 1000)


class ExitCodesTest(CommandTest):
    def test_what_is_no_command_or_option(self):
        for arguments in (("config", "--frobnicate"), ("config", "code", "--frobnicate"), ("config", "frobnicate"),
                          ("completions",), ("completions", "tcsh"), ("man", "frobnicate"), ("schema", "frobnicate"),
                          ("doctor", "--format", "csv"), ("man", "code", "--folder", str(self.folder))):
            code, output, errors = run(*arguments)
            self.assertEqual((code, output), (2, ""), arguments)
            self.assertTrue(errors.startswith("entente: "), errors)
            self.assertEqual(errors.count("\n"), 1, errors)

    def test_what_was_meant_is_told(self):
        for arguments, message in ((("event", "l.db"), 'no command: "event"; did you mean events? (see: entente --help)'),
                                   (("frobnicate",), 'no command: "frobnicate" (see: entente --help)'),
                                   (("eval", "gole", "x"), 'no command: "gole"; did you mean gold? (see: entente eval --help)'),
                                   (("eval",), "say which: conllu, gold, gsr, plv, attribution (see: entente eval --help)"),
                                   (("events", "l.db", "--actr", "AZE"), "no option: --actr; did you mean --actor? (see: entente events --help)"),
                                   (("show", "l.db", "le_1", "le_2"), 'one too many: "le_2" (see: entente show --help)'),
                                   (("events", "l.db", "--format", "tabel"), '--format: no "tabel"; there are table, jsonl, csv (see: entente events --help)'),
                                   (("events", "l.db", "--limit", "many"), '--limit: expected a whole number from 0 on, not "many" (see: entente events --help)'),
                                   (("code", "--jobs", "0"), '--jobs: expected a whole number from 1 to 1024, not "0" (see: entente code --help)'),
                                   (("events", "l.db", "--quad", "1,5"), '--quad: expected a whole number from 1 to 4, not "5" (see: entente events --help)'),
                                   (("events", "l.db", "--min-confidence", "high"), '--min-confidence: expected a number from 0 to 1, not "high" (see: entente events --help)')):
            self.assertEqual(run(*arguments), (2, "", f"entente: {message}\n"), arguments)

    def test_a_full_disk_is_told(self):
        for arguments in (("config",), ("completions", "bash"), ("man",), ("schema",), ("doctor",)):
            with open("/dev/full", "wb") as full:
                done = subprocess.run([PROGRAM, *arguments], stdout=full, stderr=subprocess.PIPE, check=False)
            self.assertEqual(done.returncode, 5, arguments)
            self.assertIn(b"standard output", done.stderr)

    def test_a_reader_that_goes_away_is_no_failure(self):
        for arguments in (("config",), ("completions", "fish"), ("man",), ("schema",), ("doctor",)):
            reading, writing = os.pipe()
            os.close(reading)
            done = subprocess.run([PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False)
            os.close(writing)
            self.assertEqual((done.returncode, done.stderr), (0, b""), arguments)


class HelpTest(CommandTest):
    def test_help_fits_a_terminal_and_begins_with_examples(self):
        waiting = [()]
        while waiting:
            command = waiting.pop()
            code, text, errors = run(*command, "--help")
            self.assertEqual((code, errors), (0, ""), command)
            for line in text.splitlines():
                self.assertLessEqual(len(line), 80, command)
            self.assertIn("\nExamples:\n", text, command)
            self.assertLess(text.index("\nExamples:\n"), text.index("\nUsage: "))
            self.assertNotRegex(text, r"(?i)subcommand|positional|\bTEXT:|\bINT\b")
            below = re.search(r"^Commands:\n((?:  .*\n)+)", text, re.M)
            if below:
                waiting += [(*command, name) for name in re.findall(r"^  (\S+)", below.group(1), re.M)]


if __name__ == "__main__":
    main()
