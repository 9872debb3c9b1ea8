"""The tables and closed lists that a sheet may draw on."""
import re
from pathlib import Path

SECTORS = (
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC").split()
ACTOR_TYPES = "state organisation person group".split()
VIAS = "name title nationality capital pronoun description".split()
EVENT_STATUSES = "actual future hypothetical historical negated".split()
EVENT_ROLES = "mediator host beneficiary".split()
AGREEMENT_ROLES = EVENT_ROLES + "witness guarantor".split()
MAGNITUDES = "killed wounded arrested displaced amount currency crowd".split()
MANNERS = "direct indirect mixed".split()
STANCES = "affirms denies supports opposes doubts demands promises neutral".split()
FORMS = "treaty declaration ceasefire memorandum communique contract accord".split()
AGREEMENT_STATUSES = "proposed agreed signed ratified in_force stalled violated ended".split()
PROVISION_TYPES = (
    "defence consultation neutrality non_aggression military_aid military_cooperation territorial_integrity border "
    "transit trade aid mediation recognition prisoner_exchange withdrawal ceasefire monitoring other").split()
OBLIGATIONS = "binding intent possibility principle".split()
RELATION_TYPES = (
    "alliance partnership rivalry conflict war dependence mediation recognition occupation").split()
TRENDS = "deepening weakening steady".split()


def read_tsv(path):
    """The rows of a table, as dictionaries; the head's comments are passed over."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    columns = lines[0].split("\t")
    return [dict(zip(columns, line.split("\t") + [""] * len(columns))) for line in lines[1:]]


def parts(cell):
    return [part.strip() for part in cell.split(";") if part.strip()]


class Tables:
    def __init__(self, root: Path):
        ontology, text = root / "knowledge/ontology", root / "knowledge/text"
        actors = root / "gold/names"  # of its own: the corpus must not move when the engine learns names
        self.root = root
        self.types = {row["type"]: row for row in read_tsv(ontology / "plover_types.tsv")}
        self.modes = {(row["type"], row["mode"]): row for row in read_tsv(ontology / "plover_modes.tsv")}
        self.cameo = {row["code"]: row for row in read_tsv(ontology / "cameo.tsv")}
        self.roots = {row["type"]: (parts(row["cameo"]), parts(row["except"]))
                      for row in read_tsv(root / "gold/type_roots.tsv")}
        self.contexts = [row["context"] for row in read_tsv(root / "gold/contexts.tsv")]
        self.states = {}  # code -> rows: a state and what is coded under it
        for row in read_tsv(actors / "states.tsv"):
            self.states.setdefault(row["code"], []).append(row)
        self.organisations = {row["code"]: row for row in read_tsv(actors / "organisations.tsv")}
        self.other_codes = {row["code"]: row for row in read_tsv(root / "gold/actor_codes.tsv")}
        self.targets = [(row["table"], row["row"], int(row["least"])) for row in read_tsv(root / "gold/targets.tsv")]
        self.capitals = {capital for rows in self.states.values() for row in rows for capital in parts(row["capitals"])}
        self.titles = {row[key].lower() for row in read_tsv(actors / "titles.tsv") for key in ("title", "plural")
                       if row[key]}
        self.abbreviations = {row["form"]: row["kind"] for row in read_tsv(text / "abbreviations.tsv")}
        self.openers = {row["form"] for row in read_tsv(text / "sentences.tsv") if row["kind"] == "opener"}

    def is_actor_code(self, code):
        return code in self.states or code in self.organisations or code in self.other_codes

    def country_of(self, code):
        if code in self.states:
            return code
        return self.other_codes.get(code, {}).get("country") or None

    def fits(self, event_type, cameo):
        """Whether an event of this type may have this CAMEO code: the longest prefix that is listed decides."""
        allowed, refused = self.roots[event_type]
        longest = lambda prefixes: max((len(prefix) for prefix in prefixes if cameo.startswith(prefix)), default=0)
        return longest(allowed) > longest(refused)


def holds(text, phrase):
    """Whether the phrase stands in the text as whole words."""
    return re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text) is not None
