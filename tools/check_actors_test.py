"""The check of the tables of actors finds what cannot be, and is kind to dates that say only a month or a year."""
import lzma
import tempfile
import unittest
from pathlib import Path

from check_actors import COLUMNS, bounds, check, cow_to_codes, gaps, reign


class CheckActors(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name)
        self.write("states", "PER|Peru||||Peruvians|Lima||GOV|member||", "CHL|Chile||||Chileans|Santiago||GOV|member||",
                   "SUN|Soviet Union||USSR|Soviet||Moscow|Kremlin|GOV|member||1991-12-26")
        self.write("titles", "president|presidents|President|GOV|office|yes",
                   "captain regent|captains regent|Captain Regent|GOV|office|yes")
        self.write("organisations", "IGOUNO|United Nations|UN|IGO|", "IMGHAM|Hamas||armed|REB")

    def tearDown(self):
        self.folder.cleanup()

    def write(self, table, *rows):
        file = self.root / "knowledge" / "actors" / f"{table}.tsv"
        file.parent.mkdir(parents=True, exist_ok=True)
        columns = COLUMNS["offices" if table.startswith("offices") else table].split()
        lines = ["# schema: x 1", "\t".join(columns)] + [row.replace("|", "\t") for row in rows]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def found(self):
        return [f"{Path(file).name}:{line}: {text}" for file, line, text in check(self.root)[1]]

    def offices(self, *rows):
        self.write("offices/test", *rows)
        return self.found()

    def assert_one(self, found, words):
        self.assertEqual(len(found), 1, found)
        self.assertIn(words, found[0])

    def test_dates(self):
        self.assertEqual([str(day) for day in bounds("1990-02", None)], ["1990-02-01", "1990-02-28"])
        self.assertEqual([str(day) for day in bounds("1990", None)], ["1990-01-01", "1990-12-31"])
        for text in ("1990-02-30", "1990-13", "90", "1990-1-1", "0000", "1990-00", "1990-01-00"):
            self.assertIsNone(bounds(text, None), text)

    def test_good_rows_pass(self):
        self.assertEqual(self.offices(
            "PER|President|A One||m|1990-07-28|2000-11-22", "PER|President|B Two||f|2000-11-22|2001",
            "PER|President|C Three||m|2001|2006-07", "PER|President|A One||m|2006-07|",
            "CHL|President|A One||m|1995|", "IGOUNO|President|D Four||m|1995|1996",
            "PER|Captain Regent|E Five||m|1995|1996", "PER|Captain Regent|F Six||m|1995|1996"), [])

    def test_dates_that_cannot_be(self):
        self.assert_one(self.offices("PER|President|A||m|1990-02-30|"), "test.tsv:3: '1990-02-30' in 'from' is no date")
        self.assert_one(self.offices("PER|President|A||m|1990|x"), "'x' in 'to' is no date")
        self.assert_one(self.offices("PER|President|A||m|1990-05|1990-04"), "before it starts")
        self.assert_one(self.offices("PER|President|A||m|1990-05-01|1990-05-01"), "before it starts")
        self.assert_one(self.offices("PER|President|A||m||1990"), "no date in 'from'")
        self.assert_one(self.offices("SUN|President|A||m|1995|1996"), "after the end of SUN")

    def test_words_that_no_table_has(self):
        self.assert_one(self.offices("QQQ|President|A||m|1990|"), "unknown state 'QQQ'")
        self.assert_one(self.offices("PER|Grand Duke|A||m|1990|"), "no role of titles.tsv")
        self.assert_one(self.offices("PER|President|A||x|1990|"), "neither m nor f")
        self.assert_one(self.offices("PER|President|||m|1990|"), "no holder")
        self.assert_one(self.offices("PER|President|A|m|1990|"), "expected 7 cells, found 6")

    def test_two_holders(self):
        self.assert_one(self.offices("PER|President|A||m|1990-01-01|1991-01-02", "PER|President|B||m|1991-01-01|"),
                        "overlaps A 1990-01-01..1991-01-02")
        self.assert_one(self.offices("PER|President|A||m|1990|", "PER|President|B||m|1991|1992"), "overlaps")
        self.assertEqual(self.offices("PER|President|A||m|1990|1991-12", "PER|President|B||m|1991|"), [])
        self.assert_one(self.offices("PER|President|A||m|1990|1993", "PER|President|B||m|1991|"), "overlaps")

    def test_two_files_are_compared(self):
        self.write("offices/other", "PER|President|A||m|1990|")
        self.assert_one(self.offices("PER|President|B||m|1995|"), "other.tsv:3")

    def test_a_holder_twice(self):
        self.assert_one(self.offices("PER|President|Á||m|1990|1991", "PER|President|A||m|1990|1991"),
                        "twice at a time")
        self.assert_one(self.offices("PER|President|A||m|1990|1995-02-01", "PER|President|A||m|1995-02-01|"),
                        "make it one row")

    def test_gaps(self):
        self.offices("PER|President|A||m|1990|1991-01-01", "PER|President|B||m|1992-01-01|1993",
                     "PER|President|C||m|1995-06-01|")
        notes = [text for _, _, text in gaps(check(self.root)[0])]
        self.assert_one(notes, "between B 1992-01-01..1993 and C")

    def test_reign(self):
        file = self.root / "reign.csv.xz"
        head = "stateabb,ccode,leadid,leader,sdate,smonth,syear,emonth,eyear\n"
        rows = ["PER,135,1,Fujimorí,28,7,1990,11,2000", "PER,135,2,Toledo,28,7,2001,7,2006",
                "PER,135,3,Short,20,8,2006,9,2006", "PER,135,4,Belaunde,28,7,1980,7,1985",
                "RUS,365,5,Gorbachev,11,3,1985,12,1991", "CHL,155,6,Pinera,11,3,2018,,"]
        file.write_bytes(lzma.compress((head + "\n".join(rows) + "\n").encode()))
        self.offices("PER|President|Alberto Fujimori||m|1990|2000", "PER|President|Toledo||m|2008|",
                     "SUN|President|Mikhail Gorbachyov||m|1990|1991", "CHL|President|Sebastián Piñera||m|2018|2022")
        self.assertEqual(list(reign(check(self.root)[0], file)), ["PER: Toledo 2001-07-28..2006-07"])

    def test_abbreviations_of_reign(self):
        codes = cow_to_codes()
        self.assertEqual(codes["YUG"], ["YUG", "SCG", "SRB"])
        for cow, code in (("AUL", "AUS"), ("AUS", "AUT"), ("SWZ", "CHE"), ("MNG", "MNE"), ("MON", "MNG")):
            self.assertEqual(codes[cow], [code])

    def test_states(self):
        self.write("states", "PER|Peru|||||Lima||GOV|member||", "CHL|Chile||Peru|||Santiago||GOV|member||")
        self.assert_one(self.found(), "states.tsv:4: the name 'Peru' is also that of PER")
        self.write("states", "PER|Peru|||||Lima||GOV|member||", "CHL|Chile|||||Santiago; Lima||GOV|member||")
        self.assert_one(self.found(), "the capital 'Lima'")
        self.write("states", "PER|Peru|||||Lima; Lima||GOV|member||")
        self.assert_one(self.found(), "twice")
        self.write("states", "SUN|Soviet Union|||||Moscow|Kremlin|GOV|member||1991-12-26",
                   "RUS|Russia|||||Moscow|Kremlin|GOV|member|1991-12-26|")
        self.assertEqual(self.found(), [])
        self.write("states", "SUN|Soviet Union|||||Moscow|Kremlin|GOV|member||1991-12-26",
                   "RUS|Russia||||||Kremlin|GOV|member|1991-06-12|")
        self.assert_one(self.found(), "the seat 'Kremlin'")

    def test_organisations_and_titles(self):
        self.write("organisations", "IGOUNO|United Nations|UN|IGO|", "IGOABC|ABC|UN; Peru|IGO|")
        self.assertEqual([text.split(": ", 1)[1] for text in self.found()], [
            "the name 'Peru' is also that of a state",
            "the name 'UN' is also that of IGOUNO (knowledge/actors/organisations.tsv:3)"])
        self.write("organisations", "IGOUNO|United Nations|UN|IGO|")
        self.write("titles", "guard|guards|guard|MIL|agent|", "guards|guards|guard|MIL|agent|")
        self.assert_one(self.found(), "'guards' stands at")

    def test_members(self):
        self.write("members", "IGOUNO|PER|1945-10-31|", "IGOUNO|CHL|1945|1950", "IGOUNO|CHL|1950|")
        self.assertEqual(self.found(), [])
        self.write("members", "IGOUNO|QQQ|1945|")
        self.assert_one(self.found(), "unknown state 'QQQ'")
        self.write("members", "IGOUNO|SUN|1992|")
        self.assert_one(self.found(), "after the end of SUN")
        self.write("members", "IMGHAM|PER|1945|")
        self.assert_one(self.found(), "unknown organisation 'IMGHAM'")
        self.write("members", "IGOUNO|PER|1945|", "IGOUNO|PER|1946|")
        self.assert_one(self.found(), "twice at a time")


if __name__ == "__main__":
    unittest.main()
