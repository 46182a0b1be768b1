"""How results are written down."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from frame import report  # noqa: E402
from frame.contest import measured  # noqa: E402
from rows import Column, Family, Table  # noqa: E402


class Frame(unittest.TestCase):
    def test_what_is_absent_is_in_the_table_with_its_reason(self):
        table = Table("t", [Column("n", "number", ",")], [{"name": "a", "n": 1_234}],
                      absent={"b": "not installed"})
        self.assertEqual(
            report.markdown(table)[-2:], ["| a | 1,234 |", "| b | absent: not installed |"])

    def test_a_family_of_long_rows_alone_has_none_in_a_quick_run(self):
        self.assertEqual(measured(Family("f", []), 3, True).rows, [])


if __name__ == "__main__":
    unittest.main()
