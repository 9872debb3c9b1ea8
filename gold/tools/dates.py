"""Dates of a sheet: the days they mean, and how exactly."""
import calendar
import datetime
import re

RANK = {"day": 0, "month": 1, "year": 2}
POINT = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def parse_point(text):
    """First day, last day and precision of `2014`, `2014-03` or `2014-03-05`; ValueError where there is no such day."""
    match = POINT.fullmatch(text)
    if not match:
        raise ValueError(f"'{text}' is not a date: write 2014-03-05, 2014-03 or 2014")
    year, month, day = (int(group) if group else None for group in match.groups())
    try:
        first = datetime.date(year, month or 1, day or 1)
    except ValueError:
        raise ValueError(f"no calendar has '{text}'") from None
    if day:
        return first, first, "day"
    if month:
        return first, first.replace(day=calendar.monthrange(year, month)[1]), "month"
    return first, datetime.date(year, 12, 31), "year"


def parse_date(value):
    """(from, to, precision, words) of a sheet's date; ValueError says what is wrong. Open ends are None."""
    days, _, words = value.strip().partition(" ")
    words = words.strip()
    if days == "open":
        if not words:
            raise ValueError("'open' needs the words of the article: open in spring")
        return None, None, "open", words
    if ".." not in days:
        first, last, precision = parse_point(days)
        return first.isoformat(), last.isoformat(), precision, words
    start, _, end = days.partition("..")
    if not start and not end:
        raise ValueError("'..' needs a date before or after it")
    low = parse_point(start) if start else None
    high = parse_point(end) if end else None
    if not low or not high:
        return low and low[0].isoformat(), high and high[1].isoformat(), "open", words
    if low[0] > high[1]:
        raise ValueError(f"'{days}' ends before it begins")
    if low[2] == high[2] == "day" and (high[1] - low[0]).days == 6:
        precision = "week"
    else:
        precision = max(low[2], high[2], key=RANK.get)
    return low[0].isoformat(), high[1].isoformat(), precision, words
