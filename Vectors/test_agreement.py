"""Whether the verifiers agree on what chance makes (agreement.py): a small part of it.

With JUSTIFICATIF_PROGRAMS, a folder, the program there is asked as well.
"""

import os
import pathlib
import shlex
import sys
import unittest

import agreement

PROGRAMS = os.environ.get("JUSTIFICATIF_PROGRAMS")
LIAR = """
import sys
for line in sys.stdin:
    print('{"verdict":"valid"}', flush=True)
"""


class Agreement(unittest.TestCase):
    def test_they_agree_on_tokens_and_lists_that_chance_makes(self) -> None:
        lines = agreement.verifiers(pathlib.Path(PROGRAMS) if PROGRAMS else None)
        comparison = agreement.Comparison(lines)
        self.assertEqual(list(comparison.differences(50, seed=1)), [])
        self.assertIn("valid", comparison.counts["good_token"])
        self.assertIn("adopted", comparison.counts["good_list"])
        self.assertGreater(len(comparison.counts["damaged_token"]), 4)
        self.assertGreater(len(comparison.counts["damaged_list"]), 8)
        self.assertEqual(set(comparison.counts["lookup"]), {"valid", "revoked"})

    def test_good_tokens_have_their_form(self) -> None:
        comparison = agreement.Comparison({"python": agreement.verifiers(None)["python"]})
        self.assertEqual(list(comparison.differences(50, seed=2)), [])
        self.assertNotIn("malformed", comparison.counts["good_token"])

    def test_one_that_lies_is_told(self) -> None:
        python = agreement.verifiers(None)["python"]
        liar = shlex.join([sys.executable, "-c", LIAR])
        comparison = agreement.Comparison({"python": python, "liar": liar})
        self.assertGreater(len(list(comparison.differences(5, seed=1))), 10)


if __name__ == "__main__":
    unittest.main()
