#!/usr/bin/env python3
"""Fails when the tables under knowledge/actors contradict a calendar, one another or themselves.

    tools/check_actors.py [--gaps] [--reign FILE.xz] [FILE ...]

The loader of the engine checks the form of each row; this looks at what rows say together. Dates may be coarse (1990,
1990-03): two rows overlap only if they do under the kindest reading. FILEs keep the findings to those tables; what
they are compared with is always everything. --gaps and --reign list notes that fail nothing: offices that nobody holds
for over 400 days, and leaders of the REIGN data set whose family name no row of that state and time has.
"""
import argparse
import calendar
import csv
import difflib
import lzma
import re
import sys
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

COLUMNS = {
    "states": "code name official other_names adjectives people capitals seats sector recognition from to",
    "titles": "title plural role sector kind domestic",
    "organisations": "code name other_names kind sector",
    "members": "organisation state from to",
    "offices": "state office holder other_names gender from to",
}
# Offices that two people hold together.
SHARED_OFFICES = {"Captain Regent", "Co-President", "Co-Prince"}
# Open ends are the ends of time.
START, END = date.min, date.max
DATE = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
GAP_DAYS = 400
REIGN_SINCE = date(1990, 1, 1)

# Correlates of War abbreviations that are not the ISO alpha-3 code. Several codes where a state went by several.
COW = """
AAB ATG  ALG DZA  ANG AGO  AUL AUS  AUS AUT  BAH BHR  BAR BRB  BFO BFA  BHM BHS  BHU BTN  BNG BGD  BOS BIH  BOT BWA
BRU BRN  BUI BDI  BUL BGR  CAM KHM  CAO CMR  CAP CPV  CDI CIV  CEN CAF  CHA TCD  CON COG  COS CRI  CRO HRV  CZE CSK
CZR CZE  DEN DNK  DRC COD  DRV VNM  EQG GNQ  ETM TLS  FIJ FJI  FRN FRA  GAM GMB  GDR DDR  GFR DEU  GMY DEU  GRG GEO
GRN GRD  GUA GTM  GUI GIN  HAI HTI  HON HND  ICE ISL  INS IDN  IRE IRL  KOS XKX  KUW KWT  KYR KGZ  KZK KAZ  LAT LVA
LEB LBN  LES LSO  LIB LBY  LIT LTU  MAA MRT  MAC MKD  MAD MDV  MAG MDG  MAL MYS  MAS MUS  MAW MWI  MLD MDA  MNC MCO
MNG MNE  MON MNG  MOR MAR  MSI MHL  MYA MMR  MZM MOZ  NAU NRU  NEP NPL  NEW NZL  NIG NGA  NIR NER  NTH NLD  OMA OMN
PAL PLW  PAR PRY  PHI PHL  POR PRT  ROK KOR  ROM ROU  RVN VDR  SAF ZAF  SAL SLV  SEY SYC  SIE SLE  SIN SGP  SKN KNA
SLO SVK  SLU LCA  SLV SVN  SNM SMR  SOL SLB  SPN ESP  SRI LKA  SUD SDN  SVG VCT  SWA SWZ  SWD SWE  SWZ CHE  TAJ TJK
TAW TWN  TAZ TZA  THI THA  TOG TGO  TRI TTO  UAE ARE  UKG GBR  URU URY  VAN VUT  YAR YEM  YPR YMD  ZAM ZMB  ZIM ZWE
ZAN TZA  RUS RUS,SUN  YUG YUG,SCG,SRB
"""


def cow_to_codes():
    words = COW.split()
    return {cow: codes.split(",") for cow, codes in zip(words[::2], words[1::2])}


class Row:
    def __init__(self, file, line, cells):
        self.file, self.line, self.cells = file, line, cells
        self.place = f"{file}:{line}"
        self.first, self.last = bounds(cells.get("from", ""), START), bounds(cells.get("to", ""), END)

    def __getitem__(self, column):
        return self.cells.get(column, "")

    def list(self, column):
        return [word.strip() for word in self[column].split(";") if word.strip()]

    def may_overlap(self, other):
        """Whether the two overlap under some reading of their coarse dates."""
        return max(self.first[0], other.first[0]) < min(self.last[1], other.last[1])

    def must_overlap(self, other):
        """Whether the two overlap even under the kindest reading: starts late, ends early."""
        return max(self.first[1], other.first[1]) < min(self.last[0], other.last[0])


def bounds(text, if_empty):
    """The earliest and the latest day that a date may mean, or None for what is no date."""
    if not text:
        return if_empty, if_empty
    parts = DATE.match(text)
    if not parts:
        return None
    year, month, day = (int(part) if part else None for part in parts.groups())
    try:
        if day is not None:
            return date(year, month, day), date(year, month, day)
        if month is not None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, calendar.IllegalMonthError):
        return None


def read_table(root, path, problems):
    """The rows of a table whose dates can be read."""
    name = path.relative_to(root).as_posix()
    kind = "offices" if path.parent.name == "offices" else path.stem
    expected = COLUMNS[kind].split()
    header, rows = None, []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = line.split("\t")
        if header is None:
            header = cells
            if header != expected:
                problems.append((name, number, f"expected the columns {' '.join(expected)}"))
            continue
        if len(cells) != len(header):
            problems.append((name, number, f"expected {len(header)} cells, found {len(cells)}"))
            continue
        if any(cell != cell.strip() for cell in cells):
            problems.append((name, number, "a cell begins or ends with a space"))
        row = Row(name, number, dict(zip(header, (cell.strip() for cell in cells))))
        if check_dates(row, problems):
            rows.append(row)
    return rows


def check_dates(row, problems):
    good = True
    for column, limits in (("from", row.first), ("to", row.last)):
        if limits is None:
            problems.append((row.file, row.line, f"'{row[column]}' in '{column}' is no date"))
            good = False
    if good and row.last[1] <= row.first[0]:
        problems.append((row.file, row.line, f"ends ({row['to']}) before it starts ({row['from']})"))
        good = False
    return good


class Tables:
    def __init__(self, root):
        self.problems = []
        folder = root / "knowledge" / "actors"

        def read(path):
            return read_table(root, path, self.problems) if path.exists() else []

        self.states = read(folder / "states.tsv")
        self.titles = read(folder / "titles.tsv")
        self.organisations = read(folder / "organisations.tsv")
        self.members = read(folder / "members.tsv")
        self.offices = [row for path in sorted((folder / "offices").glob("*.tsv")) for row in read(path)]

    def add(self, row, text):
        self.problems.append((row.file, row.line, text))


def pairs(rows):
    """Each row with each that stands before it in the tables."""
    for index, row in enumerate(rows):
        for earlier in rows[:index]:
            yield earlier, row


def check_names(tables, rows, columns, what, same):
    """Finds words of the columns that mean two things at a time; same says whether two rows are one thing."""
    by_name = defaultdict(list)
    for row in rows:
        words = [word for column in columns for word in ([row[column]] if column == "name" else row.list(column))]
        for word in sorted(set(words)):
            if word:
                by_name[word].append(row)
        for column in columns:
            words = row.list(column)
            for word in sorted({word for word in words if words.count(word) > 1}):
                tables.add(row, f"gives {what} '{word}' twice")
    for word, holders in by_name.items():
        for earlier, row in pairs(holders):
            if not same(earlier, row) and earlier.must_overlap(row):
                tables.add(row, f"{what} '{word}' is also that of {earlier['code']} ({earlier.place})")


def check_states(tables):
    def same_code(one, other):
        return one["code"] == other["code"]

    check_names(tables, tables.states, ("name", "official", "other_names"), "the name", same_code)
    check_names(tables, tables.states, ("capitals",), "the capital", same_code)
    check_names(tables, tables.states, ("seats",), "the seat", same_code)
    for earlier, row in pairs(tables.states):
        if same_code(earlier, row) and earlier["name"] == row["name"] and earlier.must_overlap(row):
            tables.add(row, f"{row['name']} stands at {earlier.place} for the same time")
    for row in tables.states:
        for column in ("adjectives", "people"):
            words = row.list(column)
            for word in sorted({word for word in words if words.count(word) > 1}):
                tables.add(row, f"gives '{word}' twice in '{column}'")


def check_organisations(tables):
    rows = tables.organisations
    check_names(tables, rows, ("name", "other_names"), "the name", lambda one, other: False)
    states = {name for row in tables.states for name in [row["name"], *row.list("other_names")]}
    for row in rows:
        for word in [row["name"], *row.list("other_names")]:
            if word in states:
                tables.add(row, f"the name '{word}' is also that of a state")


def check_titles(tables):
    seen = {}
    for row in tables.titles:
        for word in sorted({row["title"], row["plural"]} - {""}):
            if word in seen:
                tables.add(row, f"'{word}' stands at {seen[word].place}")
            seen.setdefault(word, row)
            if word != word.lower():
                tables.add(row, f"'{word}' is not in lower case")


def ends_of_states(tables):
    """The last day of each state, by code."""
    ends = defaultdict(lambda: START)
    for row in tables.states:
        ends[row["code"]] = max(ends[row["code"]], row.last[1])
    return ends


def check_members(tables):
    ends = ends_of_states(tables)
    organisations = {row["code"] for row in tables.organisations if row["kind"] != "armed"}
    groups = defaultdict(list)
    for row in tables.members:
        if row["state"] not in ends:
            tables.add(row, f"unknown state '{row['state']}'")
        elif ends[row["state"]] <= row.first[0]:
            tables.add(row, f"starts ({row['from']}) after the end of {row['state']}")
        if row["organisation"] not in organisations:
            tables.add(row, f"unknown organisation '{row['organisation']}'")
        groups[row["organisation"], row["state"]].append(row)
    for group in groups.values():
        for earlier, row in pairs(group):
            if earlier.must_overlap(row):
                tables.add(row, f"{row['state']} is a member twice at a time ({earlier.place})")


def check_offices(tables):
    codes = {row["code"] for row in tables.states + tables.organisations}
    roles = {row["role"] for row in tables.titles}
    ends = ends_of_states(tables)
    groups = defaultdict(list)
    for row in tables.offices:
        if row["state"] not in codes:
            tables.add(row, f"unknown state '{row['state']}'")
        elif ends.get(row["state"], END) <= row.first[0]:
            tables.add(row, f"starts ({row['from']}) after the end of {row['state']}")
        if row["office"] not in roles:
            tables.add(row, f"office '{row['office']}' is no role of titles.tsv")
        if not row["holder"]:
            tables.add(row, "has no holder")
        if not row["from"]:
            tables.add(row, "has no date in 'from'")
        if row["gender"] not in ("m", "f"):
            tables.add(row, f"gender '{row['gender']}' is neither m nor f")
        groups[row["state"], row["office"]].append(row)
    for (state, office), rows in groups.items():
        check_holders(tables, state, office, rows)


def check_holders(tables, state, office, rows):
    for earlier, row in pairs(rows):
        if fold(earlier["holder"]) == fold(row["holder"]):
            if earlier.must_overlap(row) or (earlier["from"], earlier["to"]) == (row["from"], row["to"]):
                tables.add(row, f"{row['holder']} holds the office twice at a time ({earlier.place})")
            elif (row["from"] and row["from"] == earlier["to"]) or (row["to"] and row["to"] == earlier["from"]):
                tables.add(row, f"{row['holder']} follows on the same holder ({earlier.place}): make it one row")
        elif office not in SHARED_OFFICES and earlier.must_overlap(row):
            tables.add(row, f"{state} {office}: {span(row)} overlaps {span(earlier)} ({earlier.place})")


def span(row):
    return f"{row['holder']} {row['from']}..{row['to']}"


def gaps(tables):
    """Notes on offices that nobody holds for long."""
    groups = defaultdict(list)
    for row in tables.offices:
        groups[row["state"], row["office"]].append(row)
    for (state, office), rows in sorted(groups.items()):
        rows.sort(key=lambda row: (row.first[0], row.last[1]))
        held, before = rows[0].last[1], rows[0]
        for row in rows[1:]:
            if held < row.first[0] and (row.first[0] - held).days > GAP_DAYS:
                years = (row.first[0] - held).days / 365.25
                yield row.file, row.line, f"{state} {office}: {years:.1f} years between {span(before)} and {span(row)}"
            if row.last[1] > held:
                held, before = row.last[1], row


def fold(text):
    """Lower case without accents, marks as spaces."""
    plain = unicodedata.normalize("NFKD", re.sub(r"\(.*?\)", " ", text).replace("ı", "i").replace("ł", "l"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower().replace("'", "")
    return " ".join(re.findall(r"\w+", plain))


def same_name(leader, words):
    """Whether a word of a leader's name is among the words, spelt alike or nearly so."""
    wanted = [word for word in fold(leader).split() if len(word) > 2] or fold(leader).split()
    return any(word in words or difflib.get_close_matches(word, words, 1, 0.8) for word in wanted)


def number(text, otherwise):
    return int(text) if text.strip() not in ("", "-99", "NA") else otherwise


def reign_leaders(file):
    """(state codes, name, first day, last day) of leaders since 1990 with more than a month in power."""
    codes = cow_to_codes()
    with lzma.open(file, "rt", encoding="utf-8", errors="replace", newline="") as stream:
        for line in csv.DictReader(stream):
            start = date(number(line["syear"], 1), number(line["smonth"], 1), 1)
            try:
                start = start.replace(day=max(1, number(line["sdate"], 1)))
            except ValueError:
                pass
            year, month = number(line["eyear"], 9999), number(line["emonth"], 12)
            end = date(year, month, calendar.monthrange(year, month)[1])
            # The day of the end is not given: on average half a month before the month's last.
            if end >= REIGN_SINCE and end - start > timedelta(days=31 + 15):
                yield codes.get(line["stateabb"], [line["stateabb"]]), line["leader"], start, end


def reign(tables, file):
    """Notes on leaders of REIGN that the tables lack."""
    by_state = defaultdict(list)
    for row in tables.offices:
        by_state[row["state"]].append(row)
    for codes, leader, start, end in reign_leaders(file):
        rows = [row for code in codes for row in by_state[code] if row.first[0] <= end and row.last[1] > start]
        words = sorted({word for row in rows for word in fold(row["holder"] + " " + row["other_names"]).split()})
        if not same_name(leader, words):
            until = "" if end.year == 9999 else f"{end:%Y-%m}"
            yield f"{'/'.join(codes)}: {leader} {start}..{until}"


def check(root):
    """All findings as (file, line, text), in the order of files and lines."""
    tables = Tables(root)
    check_states(tables)
    check_organisations(tables)
    check_titles(tables)
    check_members(tables)
    check_offices(tables)
    return tables, sorted(set(tables.problems))


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gaps", action="store_true", help="list offices that nobody holds for over 400 days")
    parser.add_argument("--reign", metavar="FILE.xz", help="list leaders of the REIGN data set that no row names")
    parser.add_argument("files", nargs="*", metavar="FILE", help="list only what is found in these tables")
    options = parser.parse_args(arguments)
    root = Path(__file__).resolve().parent.parent
    chosen = {str(Path(file).resolve()) for file in options.files}

    def wanted(file):
        return not chosen or str((root / file).resolve()) in chosen

    tables, found = check(root)
    problems = [problem for problem in found if wanted(problem[0])]
    for file, line, text in problems:
        print(f"{file}:{line}: {text}", file=sys.stderr)
    if options.gaps:
        for file, line, text in gaps(tables):
            if wanted(file):
                print(f"{file}:{line}: note: {text}")
    if options.reign:
        states = {row["state"] for row in tables.offices if wanted(row.file)}
        notes = [note for note in reign(tables, options.reign)
                 if not chosen or states & set(note.split(":")[0].split("/"))]
        for note in notes:
            print(f"note: {note}")
        print(f"{len(notes)} leaders of REIGN are in no row of their state and time")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
