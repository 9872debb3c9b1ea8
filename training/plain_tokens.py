"""Sentences and tokens of plain English text, near enough to src/text/ for training on corpora that come without."""

import re

ABBREVIATIONS = set("""mr. mrs. ms. dr. prof. gen. col. lt. sgt. maj. capt. adm. sen. rep. gov. st. jr. sr. vs. no. inc. corp. co. ltd.
jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. u.s. u.k. u.n. e.g. i.e. d.c. a.m. p.m. ariz. calif. fla. conn. mass. mich.
minn. wash. pa. va. tenn. tex. wis. ala. ark. colo. del. ga. ill. ind. kan. ky. la. md. mo. mont. neb. nev. okla. ore. rev. hon. etc. mt. ft.""".split())
FUNCTION_WORDS = set("""the a an this that these those his her its their our my your he she it they we i you who which what some any all
many several such two three both other more most no every each one""".split())
TOKEN = re.compile(
    r"""https?://\S+ | www\.\S+ | [\w.+-]+@[\w-]+\.[\w.]+      # links
    | (?:[A-Za-z]\.){2,}                                        # U.S.
    | \d+(?:[.,:]\d+)*                                          # numbers, times
    | \w+(?=n['\u2019]t\b) | n['\u2019]t\b                        # do|n't
    | ['\u2019](?:s|re|ve|ll|d|m)\b                              # 's
    | [^\W\d_]+\.(?=\s|$) | \w+                                  # words, "Gen." decided below
    | \.{2,} | \u2026 | -{2,} | '' | `` | \S                     # marks
    """,
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text, start):
    spans = []
    for match in TOKEN.finditer(text):
        begin, end = match.span()
        word = match.group()
        if len(word) > 1 and word.endswith(".") and word[0].isalpha() and word.lower() not in ABBREVIATIONS and word.count(".") == 1 and len(word) > 2:
            spans += [(start + begin, start + end - 1), (start + end - 1, start + end)]
        elif word.lower() == "cannot":
            spans += [(start + begin, start + begin + 3), (start + begin + 3, start + end)]
        else:
            spans.append((start + begin, start + end))
    return spans


def sentences(text):
    """Yields (token spans, starts a paragraph)."""
    for paragraph in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        first = True
        spans = tokens(paragraph.group(), paragraph.start())
        begin = 0
        for i, (b, e) in enumerate(spans):
            ends = text[b:e] in (".", "!", "?", "...", "\u2026")
            if ends:
                stop = i + 1
                while stop < len(spans) and text[spans[stop][0]:spans[stop][1]] in ("''", '"', "\u201d", ")", "'", "\u2019"):
                    if spans[stop][0] > spans[stop - 1][1]:
                        break
                    stop += 1
                if stop >= len(spans) or stop <= begin:
                    continue
                following = text[spans[stop][0]:spans[stop][1]]
                gap = spans[stop][0] > spans[stop - 1][1]
                if gap and (following[0].isupper() or following[0] in "\"'`\u201c\u2018([-" or following[0].isdigit()):
                    yield spans[begin:stop], first
                    begin, first = stop, False
        if begin < len(spans):
            yield spans[begin:], first
