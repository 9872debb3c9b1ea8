"""What the network sees of a word, and lemma scripts: docs/formats/model.md says how, src/syntax/ does the same."""

OPENING = {"\u201c", "``", "\u00ab"}
CLOSING = {"\u201d", "\u00bb"}
TURNING = {'"', "''"}
SHAPES = 32


def case_of(form):
    letters = [c for c in form if c.isalpha()]
    if not letters:
        return 5 if any(c.isdigit() for c in form) else 7
    if any(c.isdigit() for c in form):
        return 6
    upper = [c.isupper() for c in letters]
    if not any(upper):
        return 0
    if all(upper):
        return 2 if len(letters) > 1 else 4
    return 1 if upper[0] and not any(upper[1:]) else 3


def shapes_of(forms, quoted):
    """Shape ids of a sentence's words, and whether a quotation is open after it."""
    ids, first = [], True
    for form in forms:
        inside = quoted
        if form in OPENING:
            quoted = inside = True
        elif form in CLOSING:
            inside, quoted = True, False
        elif form in TURNING:
            inside, quoted = True, not quoted
        ids.append(case_of(form) + 8 * first + 16 * inside)
        if any(c.isalpha() or c.isdigit() for c in form):
            first = False
    return ids, quoted


def lemma_script(form, lemma):
    """The script `case:strip:add` that turns form into lemma, the fewest changes first."""
    best = None
    for case, cased in (("l", form.lower()), ("k", form), ("c", form[:1].upper() + form[1:].lower())):
        common = 0
        while common < min(len(cased), len(lemma)) and cased[common] == lemma[common]:
            common += 1
        cost = len(cased) - common + len(lemma) - common
        if best is None or cost < best[0]:
            best = (cost, f"{case}:{len(cased) - common}:{lemma[common:]}")
    return best[1]


def apply_script(form, script):
    case, strip, add = script.split(":", 2)
    cased = {"l": form.lower(), "k": form, "c": form[:1].upper() + form[1:].lower()}[case]
    strip = int(strip)
    if strip > len(cased):
        return cased
    return cased[: len(cased) - strip] + add
