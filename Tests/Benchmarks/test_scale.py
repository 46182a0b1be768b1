"""The arithmetic of Spec/scale.md, and that its tables are those of the committed results."""
import json
import pathlib
import sys
import tempfile
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from frame.results import Missing, Results  # noqa: E402
from national import assumed, needs, page  # noqa: E402
from national.figures import MEASURED, Figures, extended  # noqa: E402
from rows import listing  # noqa: E402

SPEC = HERE.parents[1] / "Spec"
SAMPLE = Figures(
    verify_microseconds=50, issue_microseconds=1_000, batch_per_second=500,
    file_rows_per_second=1_000, server_rows_per_second=2_000, file_row_bytes=100,
    server_row_bytes=240, list_bytes=2_000_000, list_load_microseconds=20_000, counter_megabytes=30,
    publish=((1_000_000, 1.0), (10_000_000, 10.0)),
    publish_megabytes=((1_000_000, 20.0), (10_000_000, 200.0)), portal_milliseconds=24,
    signing_milliseconds=6, requests=9, find_milliseconds=30, spool_per_second=8_000)


class Scale(unittest.TestCase):
    def need(self, begin):
        return next(need for need in needs.needs(SAMPLE) if need.what.startswith(begin))

    def test_works_out_what_is_asked(self):
        # 10,000 / 60 x 9; 10,000 / 60 x 30 ms; 10,000 x 15; 36,000 x 2 MB x 8 bits / 7,200 s.
        self.assertAlmostEqual(self.need("requests").asked, 1_500)
        self.assertAlmostEqual(self.need("processor").asked, 5)
        self.assertEqual(self.need("persons in the vault of one").asked, 150_000)
        self.assertAlmostEqual(needs.line(SAMPLE), 80e6)
        # 100,000,000 / (92 x 86,400 s).
        self.assertAlmostEqual(needs.MEAN, 12.58, 2)

    def test_a_share_is_what_one_machine_gives_of_it(self):
        self.assertAlmostEqual(self.need("processor").share, 2 / 5)

    def test_what_is_short_is_told_with_the_shortest_first(self):
        shares = [need.share for need in needs.needs(SAMPLE)]
        self.assertEqual(shares, sorted(shares))
        self.assertTrue(page.verdict(None, SAMPLE).startswith(
            f"First of all: {needs.needs(SAMPLE)[0].what}."))

    def test_a_list_is_full_at_its_bytes_or_at_its_count(self):
        # 16,777,216 bytes at 2 each are more than the 8,000,000 that are allowed.
        self.assertEqual(needs.most_revoked(SAMPLE), 0.08)
        larger = Figures(**{**vars(SAMPLE), "list_bytes": 4_000_000})
        self.assertAlmostEqual(needs.most_revoked(larger), 0.0419, 4)

    def test_extends_along_the_line_through_two_points(self):
        self.assertAlmostEqual(extended(((10, 3.0), (100, 30.0)), 1_000), 300)
        self.assertAlmostEqual(extended(((10, 5.0), (100, 5.0)), 1_000), 5)

    def test_rounds_to_what_was_measured(self):
        self.assertEqual([page.short(number) for number in (0.01234, 4.56, 56.4, 1_234_567)],
                         ["0.012", "4.6", "56", "1,230,000"])
        self.assertEqual(
            [page.in_bytes(number) for number in (2_779_085, 1_000_000, 999)], ["2.8 MB", "1 MB", "999 bytes"])


class Sources(unittest.TestCase):
    def test_limits_are_those_of_the_pages(self):
        lists, portal = (SPEC / "lists.md").read_text(), (SPEC / "portal.md").read_text()
        self.assertIn(f"| `revocationListBytes` | {assumed.LIST_BYTES} |", lists)
        self.assertIn(f"| `revokedProofs` | {assumed.LIST_REVOKED} |", lists)
        self.assertIn(f"{assumed.PORTAL_REQUESTS} a second in the long run", portal)
        self.assertIn(f"some {assumed.VAULT_PERSONS:,} persons are served at once", portal)
        self.assertIn(f"{assumed.KEPT_MINUTES * 60} s after the answer", portal)
        self.assertIn(f"up to {assumed.POCKET_BYTES:,} bytes together", (SPEC / "guichet.md").read_text())
        self.assertIn(f"at most {assumed.KEYS_REMEMBERED:,} keys", (SPEC / "signing.md").read_text())

    def results(self, figures):
        """Results that have these, by table, row and key."""
        tables = [{"title": title, "rows": [{"name": name, key: figure}]}
                  for (title, name, key), figure in figures.items()]
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump({"machine": {}, "tables": tables}, file)
            file.flush()
            return Results(pathlib.Path(file.name))

    def test_a_figure_that_was_not_measured_is_named(self):
        with self.assertRaisesRegex(Missing, "growth: lists by rows of the register"):
            Figures.of(self.results({}))

    def test_each_figure_comes_from_its_row(self):
        grown = {(listing.GROWTH, f"{rows:,}", key): rows * 100.0 for rows in (10**6, 10**7)
                 for key in ("register_bytes", "publish_seconds", "publish_megabytes")}
        wanted = {where: float(number) for number, where in enumerate(MEASURED.values())}
        figures = Figures.of(self.results({**grown, **wanted}))
        self.assertEqual([getattr(figures, name) for name in MEASURED], list(wanted.values()))
        self.assertEqual(figures.file_row_bytes, 100)
        self.assertEqual(figures.publish, ((10**6, 1e8), (10**7, 1e9)))


class Page(unittest.TestCase):
    def test_the_tables_are_those_of_the_results(self):
        """`Tests/Benchmarks/scale` writes them."""
        text, measured = (SPEC / "scale.md").read_text(), HERE / "results/bench.json"
        results = Results(measured) if measured.exists() else None
        self.assertEqual(text, page.written(text, results, results and Figures.of(results)))

    def test_without_results_no_figure_is_told(self):
        text = page.written((SPEC / "scale.md").read_text(), None, None)
        self.assertEqual(text.count(page.NONE), len(page.TABLES))

    def test_every_table_has_its_place(self):
        text = (SPEC / "scale.md").read_text()
        for name in ["assumed", *page.TABLES]:
            self.assertEqual(text.count(f"<!-- table: {name} -->"), 1, name)


if __name__ == "__main__":
    unittest.main()
