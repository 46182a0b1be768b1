"""Every row of the service this project continues that names the person, and the test of each.

Decree 2021-1538 (« Mon FranceConnect ») is the model, not a ground: what it promised a person is
kept here. A row names the tests that hold it; a test that is renamed or gone fails here.
"""

import collections
import importlib
import re
import unittest

from town import ROOT, Town
from visitor import Visitor

ROWS = {
    "article 1: its use is optional, and there is always another way": (
        "test_journey.test_a_person_who_goes_back_is_told_so_and_shown_the_paper_road",
        "test_partners.test_without_a_proof_the_town_takes_a_text_a_file_or_nothing"),
    "article 2: the person is identified by FranceConnect and nobody else": (
        "test_security.test_02_the_callback_of_another_browser_is_refused_before_any_call",
        "test_security.test_05_an_identity_of_another_person_or_unsigned_is_refused"),
    "purposes: a space that the person opens": (
        "test_space.test_a_person_who_is_not_logged_in_is_told_what_is_kept_and_how_to_see_it",),
    "purposes: the person sees the data that administrations can exchange": (
        "test_journey.test_the_page_before_signing_says_every_thing_that_will_be_readable",
        "test_sources.test_each_fact_that_is_offered_becomes_a_justificatif_that_a_counter_accepts"),
    "purposes: the person sees which exchanges took place": (
        "test_space.test_the_journal_says_who_exchanged_what_for_whom_and_with_which_answer",),
    "purposes: the person receives advice": (
        "test_space.test_advice_of_the_body_is_shown_before_signing_and_kept_nowhere",),
    "purposes: the person makes justificatifs": (
        "test_journey.test_a_person_takes_a_justificatif_that_a_counter_accepts",
        "test_journey.test_the_justificatif_comes_as_pdf_html_png_and_text"),
    "purposes: the space is closed when the person asks": (
        "test_space.test_closing_says_first_what_goes_and_ends_with_a_receipt_without_data",
        "test_security.test_20_after_closing_nothing_of_the_person_is_in_any_file"),
    "data: only what is strictly necessary is asked for": (
        "test_journey.test_only_the_scopes_that_the_choice_needs_are_asked",
        "test_sources.test_only_the_bodies_that_were_chosen_are_asked_each_once"),
    "15 minutes: what was shown is destroyed then": (
        "test_security.test_13_a_marker_in_memory_is_there_before_and_not_after",),
    "15 minutes: and when the person logs out": (
        "test_journey.test_closing_wipes_everything_and_logs_out_at_the_provider",),
    "6 months: a parameter is kept because the person asked, and erased when they ask": (
        "test_space.test_a_parameter_is_kept_only_if_the_box_is_ticked_and_erased_on_one_click",),
    "6 months: and not a day longer": (
        "test_security.test_19_six_months_later_it_is_gone_from_the_raw_file",),
    "3 months: of a justificatif only an identifier and a fingerprint stay, and name nobody": (
        "test_service.test_the_register_has_nothing_of_the_person",),
    "recipients: only the person has the data": (
        "test_journey.test_nobody_sees_or_cancels_those_of_another",
        "test_partners.test_09_another_persons_browser_cannot_send_nor_show_it",
        "test_partners.test_09_nothing_personal_is_in_any_address"),
    "deletion: the person has a justificatif deleted at any time, which cancels it": (
        "test_journey.test_a_person_who_comes_back_finds_theirs_and_cancels_it",
        "test_space.test_closing_cancels_every_live_justificatif_if_asked_to"),
    "correction: the person is told to whom a wrong value is said": (
        "test_space.test_a_wrong_value_leads_to_its_source_and_a_missing_one_to_another_way",),
}


class AttackRows(unittest.TestCase):
    def test_each_attack_of_spec_has_its_tests_and_each_test_its_row(self):
        """The table of Spec/portal.md 8 against the names of tests."""
        page = (ROOT / "Spec/portal.md").read_text("utf-8")
        table = page.partition("## 8 ")[2].partition("\n## 9 ")[0]
        told = {int(number): set(files.split(", ")) for number, files in re.findall(
            r"(?m)^\| (\d+) \| .* \| ([a-z, ]+) \|$", table)}
        found = collections.defaultdict(set)
        for path in sorted((ROOT / "Tests/Portal").glob("test_*.py")):
            for number in re.findall(r"(?m)^    def test_(\d\d)_", path.read_text("utf-8")):
                found[int(number)].add(path.stem.removeprefix("test_"))
        self.assertEqual(sorted(told), list(range(1, 22)))
        self.assertEqual(told, dict(found))


class ServiceRows(unittest.TestCase):
    def test_every_row_that_names_the_person_has_its_tests(self):
        for row, names in ROWS.items():
            for name in names:
                module, test = name.split(".")
                classes = vars(importlib.import_module(module)).values()
                self.assertTrue(
                    any(isinstance(one, type) and hasattr(one, test) for one in classes),
                    f"{row}: no {name}")

    def test_the_register_has_nothing_of_the_person(self):
        town = Town()
        self.addCleanup(town.close)
        texts = {person: Visitor(town).take(person, procedure="cantine")
                 for person in ("ines", "pierre")}
        stored = b"".join((town.folder / f"register.db{end}").read_bytes()
                          for end in ("", "-wal") if (town.folder / f"register.db{end}").exists())
        for marker in ("MOREL", "LEGRAND", "DUVAL", "Inès", "Pierre", "1991-04-16", "1969-03-17",
                       "Ville de Lille", *(town.provider.subject(one) for one in texts),
                       *(text[:40] for text in texts.values())):
            self.assertNotIn(marker.encode(), stored, marker)
        self.assertEqual(town.rows(), 2)


if __name__ == "__main__":
    unittest.main()
