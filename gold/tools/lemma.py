"""A rule-of-thumb lemma for the word that marks a statement."""

IRREGULAR = {
    "said": "say", "says": "say", "told": "tell", "made": "make", "gave": "give", "given": "give", "spoke": "speak",
    "spoken": "speak", "thought": "think", "saw": "see", "seen": "see", "knew": "know", "known": "know",
    "wrote": "write", "written": "write", "swore": "swear", "sworn": "swear", "felt": "feel", "held": "hold",
    "put": "put", "went": "go", "began": "begin", "forbade": "forbid", "forbidden": "forbid", "sought": "seek",
    "understood": "understand", "denied": "deny", "denies": "deny", "replied": "reply", "implied": "imply",
    "testified": "testify", "clarified": "clarify", "reiterated": "reiterate", "was": "be", "is": "be", "were": "be",
    "agreed": "agree", "quoted": "quote", "cited": "cite", "quipped": "quip", "read": "read", "reads": "read",
    "insists": "insist", "laid": "lay", "took": "take", "taken": "take", "called": "call", "stressed": "stress",
    "expressed": "express", "guaranteed": "guarantee", "saying": "say", "telling": "tell", "according": "accord",
    "answered": "answer", "offered": "offer", "ordered": "order", "wondered": "wonder", "considered": "consider",
    "welcomed": "welcome", "threatened": "threaten", "questioned": "question", "mentioned": "mention",
    "cautioned": "caution", "reasoned": "reason", "visited": "visit", "added": "add", "vowed": "vow",
    "backed": "back", "opposed": "oppose", "swears": "swear", "hinted": "hint", "bet": "bet", "let": "let",
    "described": "describe", "tweeted": "tweet", "hoped": "hope", "conceded": "concede", "decreed": "decree",
    "echoed": "echo",
}
# Stems after which a silent e was dropped: declar-ed, promis-ed, not: insist-ed, warn-ed.
SILENT_E = (
    "at", "ut", "ot", "ar", "ur", "ir", "is", "os", "us", "as", "ns", "rs", "ac", "ic", "uc", "nc", "rc", "rg", "dg",
    "ng", "eg", "ag", "dl", "bl", "pl", "gl", "tl", "id", "ud", "ad", "od", "lv", "iv", "ev", "av", "ov", "in", "iz",
    "et", "it", "ok", "ak", "ik", "um", "im", "am", "rv", "u")
KEEPS = (
    "eat", "est", "ist", "ait", "oubt", "out", "ead", "eas", "oin", "ain", "eal", "aim", "eak", "aid", "ook", "visit",
    "edit", "limit", "permit", "submit", "admit", "commit", "exhibit", "deposit", "inherit", "target", "credit",
    "object", "interpret", "regret", "fear", "hear", "bear", "clear", "ear", "appear", "bring", "ring", "long",
    "focus", "press", "air", "maintain", "explain", "complain", "claim", "exclaim", "proclaim", "repeat", "treat")


def lemma_of(words):
    """The base form of the first word; the other words stay as they are."""
    first, blank, rest = words.lower().partition(" ")
    return _base(first) + blank + rest


def _base(word):
    if word in IRREGULAR:
        return IRREGULAR[word]
    for ending in ("ied", "ies"):
        if word.endswith(ending) and len(word) > 4:
            return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-2] if word.endswith(("sses", "shes", "ches", "xes", "zzes")) else word[:-1]
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return _stem(word[:-len(ending)])
    return word


def _stem(stem):
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]  # admitted; not: called, stressed
    if stem.endswith(KEEPS):
        return stem
    return stem + "e" if stem.endswith(SILENT_E) else stem
