import json
import unittest

import agreement_table


class AgreementTable(unittest.TestCase):
    def test_shows_the_rows_it_knows_in_their_order(self):
        def row(kind, group, metric, f1):
            return json.dumps({"group": group, "kind": kind, "metric": metric, "gold": 4, "system": 5, "f1": f1})
        text = agreement_table.table([row("dispute", "records", "disputes", 0.5), row("event", "records", "events", 0.976),
                                      row("event", "type", "AID", 0.1), row("event", "field", "quad", 1)])
        self.assertEqual(text.splitlines()[2:], ["| events: same type, overlapping words | 4 | 5 | 0.98 |",
                                                 "| disputes: same sides | 4 | 5 | 0.50 |"])


if __name__ == "__main__":
    unittest.main()
