import pathlib
import struct
import subprocess
import sys
import tempfile
import unittest
import zlib

import make_gazetteer


def record(ident, name, region, country, population, latitude, longitude):
    text = "\0".join([ident, name, "05", region, country, "Country", "Europe/Paris", ""]).encode()
    blob = text + b"\0" * (-len(text) % 4) + struct.pack("<I", population)
    return blob + b"\0" * (-len(blob) % 8) + struct.pack("<dd", latitude, longitude)


class Gazetteer(unittest.TestCase):
    def test_reads_records_with_their_numbers(self):
        blob = record("1234567", "Sillé", "Sindh Province", "PK", 20000, 24.5, -67.25)
        self.assertEqual(list(make_gazetteer.read_towns(blob)),
                         [("1234567", "Sillé", "Sindh Province", "PK", 20000, 24.5, -67.25)])

    def test_refuses_positions_that_the_earth_has_not(self):
        self.assertEqual(list(make_gazetteer.read_towns(record("1234567", "A", "B", "PK", 1, 124.5, 0))), [])

    def test_finds_the_resource_among_other_bytes(self):
        records = b"".join(record(str(1000000 + i), f"Town {i}", "Region", "FR", i, 1.0, 2.0) for i in range(30000))
        library = b"ELF" * 100 + b"\x78\xda\x00\x01" + zlib.compress(records, 9) + b"rest"
        self.assertEqual(len(list(make_gazetteer.read_towns(make_gazetteer.resource_of(library)))), 30000)

    def test_says_so_where_the_library_has_another_layout(self):
        with tempfile.TemporaryDirectory() as folder:
            library = pathlib.Path(folder) / "libgeonames.so"
            library.write_bytes(b"nothing")
            out = pathlib.Path(folder) / "towns.tsv"
            run = subprocess.run([sys.executable, make_gazetteer.__file__, "--library", str(library), "--out", str(out)],
                                 capture_output=True, text=True, check=False)
            self.assertEqual(run.returncode, 1)
            self.assertIn("0 towns", run.stderr)
            self.assertFalse(out.exists())

    def test_names_of_regions_lose_the_word_for_what_they_are(self):
        self.assertEqual(make_gazetteer.UNIT.sub("", "Sindh Province").strip(), "Sindh")
        self.assertEqual(make_gazetteer.UNIT.sub("", "Nord Kivu").strip(), "Nord Kivu")


if __name__ == "__main__":
    unittest.main()
