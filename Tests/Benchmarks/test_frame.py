"""How results are written down."""
import math
import pathlib
import sys
import unittest
from unittest import mock

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))

from frame import report  # noqa: E402
from frame.asked import Contest, Limit  # noqa: E402
from frame.contest import measured  # noqa: E402
from frame.shell import WHOLE, Failed, run  # noqa: E402
from rows import Column, Family, Row, Table  # noqa: E402


class Frame(unittest.TestCase):
    def test_what_is_absent_is_in_the_table_with_its_reason(self):
        table = Table("t", [Column("n", "number", ",")], [{"name": "a", "n": 1_234}],
                      absent={"b": "not installed"})
        self.assertEqual(
            report.markdown(table)[-2:], ["| a | 1,234 |", "| b | absent: not installed |"])

    def test_a_family_of_long_rows_alone_has_none_in_a_quick_run(self):
        self.assertEqual(measured(Family("f", []), 3, True).rows, [])

    def test_a_contest_is_met_by_the_median_of_the_ratios_of_its_rounds(self):
        times = {"ours": [1.0, 1.0, 1.0], "theirs": [2.0, 3.0, 9.0]}
        line = Contest("ours", "theirs", least=3).line(times)
        self.assertEqual((line["measured"], line["is_met"]), (3.0, True))
        self.assertFalse(Contest("ours", "theirs", least=3.1).line(times)["is_met"])
        self.assertIn("| 3 | 2 to 9 | ≥ 3 | met |", report.asked([line])[-1])

    def test_a_bound_from_above_is_of_the_time_and_not_of_the_rate(self):
        line = Contest("ours", "empty", most=3).line({"ours": [4.0], "empty": [1.0]})
        self.assertEqual((line["measured"], line["is_met"]), (4.0, False))

    def test_what_was_not_measured_is_neither_met_nor_missed(self):
        lines = [Contest("ours", "theirs", least=1).line({"ours": [1.0]}),
                 Limit("ours", "megabytes", "MB", most=12).line([])]
        self.assertEqual([line["is_met"] for line in lines], [None, None])
        self.assertIn("| ours: MB |  |  | ≤ 12 | not measured |", report.asked(lines))

    def test_a_limit_that_is_missed_says_which_page_explains_it(self):
        limit = Limit("ours", "rate", "a second", least=500, why="0022 says why")
        self.assertIn("**not met**; 0022 says why", report.asked([limit.line(
            [{"name": "ours", "rate": 499}])])[-1])

    def test_a_contestant_that_fails_is_absent_and_the_others_are_there(self):
        def spent(words, cores):
            if words[0] == "broken":
                raise Failed("it is broken")
            return 1e-6 * words[-1], 0, 1024

        family = Family("f", [Row("ours", ["ours"], 2), Row("theirs", ["broken"], 2)],
                        asked=[Contest("ours", "theirs", least=1)])
        with mock.patch("frame.contest.spent", spent):
            table = measured(family, 2, False)
        self.assertEqual([row["name"] for row in table.rows], ["ours"])
        self.assertEqual(table.absent, {"theirs": "it is broken"})
        self.assertEqual([line["is_met"] for line in table.asked], [None])

    def test_nothing_is_begun_once_the_time_is_up(self):
        self.addCleanup(WHOLE.end_after, math.inf)
        WHOLE.end_after(0)
        with self.assertRaisesRegex(Failed, "the time for the whole run was up"):
            run(["true"])

    def test_a_program_that_fails_is_told_with_what_it_said(self):
        with self.assertRaisesRegex(Failed, "no such thing"):
            run(["sh", "-c", "echo no such thing >&2; exit 3"])


if __name__ == "__main__":
    unittest.main()
