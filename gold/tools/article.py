"""An article of the corpus: its head, its text, its sentences, and where in it something stands."""
import difflib
import re
import unicodedata

from tools import dates

HEAD_KEYS = ("Title", "Date", "Source")
CLOSERS = "\"'”’»)]"
OPENERS = "\"'“‘«(["
DOTS = " ... "


class Article:
    def __init__(self, name, content):
        """mistakes: (line, message) of what the file should not have."""
        self.name = name
        self.mistakes = []
        head, _, body = content.partition("\n\n")
        self.head = {}
        for number, line in enumerate(head.split("\n"), 1):
            key, colon, value = line.partition(": ")
            if not colon or key not in HEAD_KEYS or key in self.head or not value.strip():
                self.mistakes.append((number, f"expected one each of {', '.join(HEAD_KEYS)}, as 'Title: words'"))
            self.head[key] = value
        self.body_line = head.count("\n") + 3
        self.text = body[:-1] if body.endswith("\n") else body
        self.published = self.head.get("Date")
        self.words = len(self.text.split())
        self._check(content, body)
        self._flat = self.text.replace("\n", " ")
        self.sentences = []

    def _check(self, content, body):
        if "Title" not in self.head:
            self.mistakes.append((1, "the head has no title"))
        if self.published:
            try:
                if dates.parse_point(self.published)[2] != "day":
                    raise ValueError(f"'{self.published}' is not a day")
            except ValueError as error:
                self.mistakes.append((1, f"Date: {error}"))
                self.published = None
        if not body.endswith("\n") or body.endswith("\n\n"):
            self.mistakes.append((max(1, content.count("\n")), "the text must end with one line end"))
        for number, line in enumerate(body.split("\n"), self.body_line):
            if line != line.strip() or "\t" in line or "\r" in line or "\ufeff" in line:
                self.mistakes.append((number, "blanks at a line's end or start, or a tab or carriage return"))
        if not unicodedata.is_normalized("NFC", content):
            self.mistakes.append((1, "letters and their accents must be one code point (Unicode's form NFC)"))
        if "\n\n\n" in content or body.startswith("\n"):
            self.mistakes.append((1, "paragraphs must be one empty line apart"))
        if not 120 <= self.words <= 450:
            self.mistakes.append((1, f"the text has {self.words} words; 120 to 450 are expected"))

    def split_sentences(self, tables):
        """Fills `sentences` with (start, end), by the rule that docs/formats/gold.md gives."""
        start = 0
        for paragraph in re.finditer(r"[^\n](?:.|\n(?!\n))*", self.text):
            start = paragraph.start()
            for stop in re.finditer(rf"[.?!][{re.escape(CLOSERS)}]*(?=\s)", paragraph.group()):
                end = paragraph.start() + stop.end()
                if self._ends_sentence(paragraph.start() + stop.start(), end, paragraph.end(), tables):
                    self.sentences.append((start, end))
                    start = end + 1
            if start < paragraph.end():
                self.sentences.append((start, paragraph.end()))

    def _ends_sentence(self, stop, end, limit, tables):
        following = self.text[end:limit].split()
        if not following:
            return True
        first = following[0]
        if not (first[0].isupper() or first[0].isdigit() or first[0] in OPENERS):
            return False
        if self.text[stop] != "." or end > stop + 1:
            return True
        word = self.text[:stop + 1].split()[-1].lstrip(OPENERS)
        if re.fullmatch(r"[^\W\d_]\.", word):
            return False  # an initial
        kind = tables.abbreviations.get(word)
        if kind == "title" or (kind == "number" and first[0].isdigit()):
            return False
        if kind == "word" or re.fullmatch(r"(?:[^\W\d_]\.){2,}", word):
            return first.strip(OPENERS + ",") in tables.openers
        return True

    def sentence_of(self, position):
        """The number of the sentence at or before a position."""
        return max((i for i, (start, _) in enumerate(self.sentences) if start <= position), default=0)

    def sentence_span(self, span):
        """From the start of the sentence where a span begins to the end of the one where it ends."""
        first, last = self.sentence_of(span[0]), self.sentence_of(max(span[0], span[1] - 1))
        return self.sentences[first][0], self.sentences[last][1]

    def places(self, words):
        """Every (start, end) where the words stand as whole words."""
        words = re.sub(r"\s", " ", words)
        found, at = [], self._flat.find(words)
        while at >= 0 and words:
            end = at + len(words)
            if not self._inside_word(at) and not self._inside_word(end):
                found.append((at, end))
            at = self._flat.find(words, at + 1)
        return found

    def _inside_word(self, position):
        if not 0 < position < len(self.text):
            return False
        return self.text[position - 1].isalnum() and self.text[position].isalnum()

    def dotted_places(self, words):
        """As places; `first ... last` runs from each place of the first to the next place of the last."""
        found = self.places(words)
        if found or DOTS not in words:
            return found
        first, _, last = words.partition(DOTS)
        ends = self.places(last)
        pairs = [(start, next((stop for begin, stop in ends if begin >= end), None))
                 for start, end in self.places(first)]
        return [(start, stop) for start, stop in pairs if stop is not None]

    def not_found(self, words):
        """Why a quotation is not found, with the nearest text."""
        if DOTS in words:
            first, _, last = words.partition(DOTS)
            missing = [part for part in (first, last) if not self.places(part)]
            if not missing:
                return f"'{last}' does not stand after '{first}'"
            return "; ".join(self.not_found(part) for part in missing)
        if words in self._flat:
            return f"'{words}' stands only inside a word of the article; quote whole words"
        return f"'{words}' does not stand in the article; the nearest is '{self.nearest(words)}'"

    def nearest(self, words):
        starts = [match.start() for match in re.finditer(r"\S+", self._flat)]
        ends = [match.end() for match in re.finditer(r"\S+", self._flat)]
        count = max(1, len(words.split()))
        matcher = difflib.SequenceMatcher(None, "", words, autojunk=False)
        best, best_ratio = "", -1.0
        for index, start in enumerate(starts):
            window = self._flat[start:ends[min(index + count, len(ends)) - 1]]
            if words[-1:].isalnum():
                window = re.sub(r"\W+$", "", window)
            matcher.set_seq1(window)
            if matcher.real_quick_ratio() > best_ratio and matcher.quick_ratio() > best_ratio:
                ratio = matcher.ratio()
                if ratio > best_ratio:
                    best, best_ratio = window, ratio
        return best
