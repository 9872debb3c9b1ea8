#!/usr/bin/env python3
"""Writes knowledge/places/towns.tsv, the towns of the gazetteer, from what Debian's libgeonames0 and libgeonames-common ship.

The data are those of geonames.org, CC BY 4.0 (NOTICE). They lie in the library's file as a resource, an array of records in
GLib's GVariant layout; the file is read as data, nothing of it is linked or run. Names in English come from the messages of
libgeonames-common. The table is made at set-up and is not part of the repository.
"""
import argparse
import gettext
import pathlib
import re
import struct
import sys
import zlib

LIBRARY = "/usr/lib/*/libgeonames.so.0"
MESSAGES = "/usr/share/locale/en/LC_MESSAGES/geonames.mo"
# id, name, code and name of the region, country's code and name, time zone; then, aligned: population, latitude, longitude
RECORD = re.compile(rb"(\d{3,9})\0([^\0]{1,120})\0([^\0]{0,20})\0([^\0]{0,120})\0([A-Z]{2})\0([^\0]{1,80})\0([\w/+-]{3,40})\0")
HEAD = """# schema: places 1
# version: {version}
# source: geonames.org, as Debian's libgeonames0 ships it (CC BY 4.0)
# licence: CC-BY-4.0
# Made by tools/make_gazetteer.py; country is ISO 3166-1 alpha-2.
name\tother_names\tkind\tregion\tcountry\tpopulation\tlatitude\tlongitude
"""
# "Sindh Province", "Province of Sindh": news says "Sindh".
UNIT = re.compile(r"(?:^(?:Province|Region|State|Departamento|Estado|Provincia|Wilaya|Oblast|Canton|Kanton) (?:of |de |du |d')?)|"
                  r"(?: (?:Province|Governorate|Region|Oblast|Oblysy|Oblasty|District|State|County|Department|Prefecture|Division|Krai|Parish|"
                  r"Municipality|Emirate|Republic|City|Voivodeship|Canton|Raion|Sheng|Zizhiqu))+$")
# Regions that are named by nothing but where they lie would be found in any text.
BARE = {"Central", "Western", "Eastern", "Northern", "Southern", "North", "South", "East", "West", "Centre", "Center", "Upper", "Lower",
        "Littoral", "Capital", "Metropolitan", "National Capital", "Federal", "North East", "North West", "South East", "South West",
        "Northeast", "Northwest", "Southeast", "Southwest", "Middle", "Coast", "Highlands", "Islands", "Plateau", "Lakes"}
LEAST = 20000  # records in the library; fewer means that its layout is another


def resource_of(library: bytes) -> bytes:
    """The compressed resource in the library's file: the one zlib stream that holds records."""
    for match in re.finditer(rb"\x78[\x01\x9c\xda]", library):
        try:
            data = zlib.decompressobj().decompress(library[match.start():])
        except zlib.error:
            continue
        if len(data) > 1 << 20 and RECORD.search(data):
            return data
    return b""


def numbers_after(blob: bytes, at: int, start: int) -> tuple[int, float, float]:
    """The numbers that follow the strings of a record; each is aligned by its size, counted from the record's start."""
    def aligned(position: int, size: int) -> int:
        return start + -(-(position - start) // size) * size
    at = aligned(at, 4)
    population = struct.unpack_from("<I", blob, at)[0]
    at = aligned(at + 4, 8)
    latitude, longitude = struct.unpack_from("<dd", blob, at)
    return population, latitude, longitude


def read_towns(blob: bytes):
    for match in RECORD.finditer(blob):
        try:
            population, latitude, longitude = numbers_after(blob, match.end(), match.start())
        except struct.error:
            continue
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and population < 1 << 26):
            continue
        ident, name, _, region, country, _, _ = (part.decode("utf-8", "replace") for part in match.groups())
        yield ident, name, region, country, population, latitude, longitude


def clean(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace(";", ",")).strip()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--library", default="")
    parser.add_argument("--messages", default=MESSAGES)
    parser.add_argument("--out", default=str(pathlib.Path(__file__).parent.parent / "knowledge/places/towns.tsv"))
    arguments = parser.parse_args()
    libraries = [pathlib.Path(arguments.library)] if arguments.library else sorted(pathlib.Path("/").glob(LIBRARY[1:]))
    if not libraries or not libraries[0].is_file():
        print(f"make_gazetteer: no {arguments.library or LIBRARY}: install libgeonames0", file=sys.stderr)
        return 1
    out = pathlib.Path(arguments.out)
    made = out.stat().st_mtime if out.is_file() else 0
    if made > max(libraries[0].stat().st_mtime, pathlib.Path(__file__).stat().st_mtime):
        return 0
    english = gettext.GNUTranslations(open(arguments.messages, "rb")) if pathlib.Path(arguments.messages).is_file() else None
    rows = {}
    regions = set()
    for ident, name, region, country, population, latitude, longitude in read_towns(resource_of(libraries[0].read_bytes())):
        other = english.gettext(ident) if english else ident
        if region:
            regions.add((clean(region), country))
        names = [] if other in (ident, name) else [clean(other)]
        rows[ident] = "\t".join([clean(name), "; ".join(names), "town", clean(region), country, str(population),
                                 f"{latitude:.4f}", f"{longitude:.4f}"])
    towns = len(rows)
    for region, country in sorted(regions):
        short = UNIT.sub("", region).strip()
        other = region if short != region else ""
        if len(short) > 2 and short not in BARE:
            rows[f"{country} {region}"] = "\t".join([short, other, "region", "", country, "", "", ""])
    if towns < LEAST:
        print(f"make_gazetteer: {towns} towns in {libraries[0]}, expected {LEAST} or more", file=sys.stderr)
        return 1
    out.parent.mkdir(parents=True, exist_ok=True)
    text = HEAD.format(version=libraries[0].resolve().name.split(".so.")[-1]) + "\n".join(sorted(rows.values())) + "\n"
    out.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
