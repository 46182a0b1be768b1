"""What the portal keeps of a person between visits: shown, downloaded, erased, closed.

Spec/portal.md 2.1 and Spec/space.md.
"""

import csv
import io
import json
import pathlib
import re
import sqlite3
import subprocess
import unittest

from town import PROGRAMS, Town
from visitor import Visitor

MARKER = "marqueur.dupont33"


def entries(town, query: str = "SELECT count(*) FROM entry") -> int:
    with sqlite3.connect(town.folder / "space.db") as file:
        return file.execute(query).fetchone()[0]


class SpaceTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.visitor = Visitor(self.town)
        self.addCleanup(self.erase)

    def erase(self):
        self.town.run("justificatif-portail", "erase", "--yes", "--config", "portail.json")
        self.assertEqual(entries(self.town), 0)

    def space(self, visitor: Visitor | None = None) -> str:
        return (visitor or self.visitor).get("/mon-espace").text

    def test_the_journal_says_who_exchanged_what_for_whom_and_with_which_answer(self):
        self.visitor.take(person="pierre", procedure="cantine", fact="qf_at_most")
        proof = self.visitor.get("/justificatif")
        reference = re.search('<strong class="whole">([0-9A-Z-]{16})</strong>', proof.text)[1]
        self.visitor.post("/annuler", proof.token, reference=reference, accepter="oui")
        page = self.space()
        for part in ("FranceConnect nous a dit qui vous êtes", "quotient familial, pour la Ville de "
                     "Lille. Réponse : obtenu", f"signé. Référence {reference}",
                     f"Vous avez annulé un justificatif : quotient familial. Référence {reference}"):
            self.assertIn(part, page.replace('<span class="whole">', ""))
        self.assertNotIn("612", page)
        self.assertNotIn("800", page)

    def test_each_state_of_a_datum_and_each_refusal_is_a_line(self):
        for case, words in (({"status": 404, "code": "37003"}, "Réponse : inexistant"),
                            ({"status": 422, "code": "00366"}, "Réponse : non identifié"),
                            ({"status": 403, "code": "00100"}, "Réponse : non transmis"),
                            ({"status": 502, "code": "37999"}, "Réponse : à redemander")):
            self.town.data.cases["ines"] = [case]
            visitor = Visitor(self.town)
            visitor.log_in()
            self.assertIn(words, self.space(visitor))
        self.town.data.cases["ines"] = [{"as": "pierre"}]
        visitor = Visitor(self.town)
        visitor.log_in()
        visitor.post("/accepter", visitor.get("/donnees").token)
        self.assertIn("refusé (code identity-mismatch)", self.space(visitor))
        self.town.data.cases.clear()
        visitor = Visitor(self.town)
        visitor.log_in()
        visitor.post("/refuser", visitor.get("/donnees").token)
        self.assertIn("Vous avez refusé de faire signer", self.space(visitor))

    def test_a_reload_writes_no_second_line(self):
        self.visitor.log_in()
        token = self.visitor.get("/donnees").token
        for _ in range(3):
            self.visitor.post("/accepter", token)
        self.assertEqual(self.space().count("signé. Référence"), 1)

    def test_a_journal_is_downloaded_as_json_and_as_a_table_and_never_cached(self):
        self.visitor.take(procedure="cantine")
        answer = self.visitor.get("/mon-espace/journal.json")
        lines = json.loads(answer.body)["lines"]
        self.assertEqual([line["act"] for line in lines], ["sign", "query", "login"])
        self.assertEqual({line["recipient"] for line in lines if line["act"] != "login"},
                         {"Ville de Lille"})
        table = self.visitor.get("/mon-espace/journal.csv")
        self.assertEqual(table.header("Content-Type"), "text/csv; charset=utf-8")
        rows = list(csv.DictReader(io.StringIO(table.body.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual(len(rows), len(lines))
        self.assertEqual({row["pour"] for row in rows}, {"Ville de Lille", ""})
        for file in (answer, table):
            self.assertEqual(file.header("Cache-Control"), "no-store")
            self.assertIn("attachment", file.header("Content-Disposition"))

    def test_it_is_there_at_the_next_visit_and_nobody_elses(self):
        self.visitor.take(person="ines", procedure="cantine")
        again = Visitor(self.town)
        again.find("ines")
        self.assertIn("pour la <strong>Ville de Lille</strong>", self.space(again))
        other = Visitor(self.town)
        other.find("zoe")
        self.assertNotIn("Ville de Lille", self.space(other))

    def test_a_person_who_is_not_logged_in_is_told_what_is_kept_and_how_to_see_it(self):
        page = self.visitor.get("/mon-espace")
        self.assertEqual(page.status, 200)
        self.assertIn("6 mois", page.text)
        self.assertEqual(self.visitor.get("/mon-espace/journal.json").status, 403)

    def test_a_parameter_is_kept_only_if_the_box_is_ticked_and_erased_on_one_click(self):
        self.visitor.find("zoe")
        page = self.visitor.get("/mon-espace")
        self.assertNotIn("checked", page.text)
        fields = {"parametre": "identifiant-france-travail", "valeur": f" {MARKER} "}
        refused = self.visitor.post("/mon-espace/garder", page.token, **fields)
        self.assertEqual(refused.title, "Rien n’a été gardé")
        for wrong in ("a b c", "", "x" * 101, "é" * 9):
            answer = self.visitor.post("/mon-espace/garder", page.token, garder="oui",
                                       parametre=fields["parametre"], valeur=wrong)
            self.assertEqual(answer.title, "Rien n’a été gardé", wrong)
        unknown = self.visitor.post("/mon-espace/garder", page.token, garder="oui", parametre="nir",
                                    valeur="1")
        self.assertIn("wrong-form", unknown.text)
        self.assertNotIn(MARKER, self.space())
        for _ in range(2):
            kept = self.visitor.post("/mon-espace/garder", page.token, garder="oui", **fields)
            self.assertEqual(kept.location, "/mon-espace")
        page = self.visitor.get("/mon-espace")
        self.assertEqual(page.text.count(f"<strong>{MARKER}</strong>"), 1)
        self.assertRegex(page.text, "gardé jusqu’au [0-9er]+ [a-zéû]+ 20[0-9]{2} inclus")
        name = re.search('name="quoi" value="([0-9a-f]{32})"', page.text)[1]
        other = Visitor(self.town)
        other.find("pierre")
        other.post("/mon-espace/effacer", other.get("/mon-espace").token, quoi=name)
        self.assertIn(MARKER, self.space())
        self.visitor.post("/mon-espace/effacer", page.token, quoi=name)
        self.assertNotIn(MARKER, self.space())

    def test_the_journal_alone_is_erased_on_one_click(self):
        self.visitor.take(procedure="cantine")
        page = self.visitor.get("/mon-espace")
        self.visitor.post("/mon-espace/effacer", page.token, quoi="journal")
        page = self.space()
        self.assertIn("Le journal est vide", page)
        self.assertIn("Ville de Lille", page)
        for wrong in ("link", "", "00", "journal' OR 1"):
            answer = self.visitor.post("/mon-espace/effacer", self.visitor.get("/mon-espace").token,
                                       quoi=wrong)
            self.assertIn("wrong-form", answer.text)

    def test_logging_out_keeps_the_space_and_logs_out_at_the_provider(self):
        self.visitor.take()
        before = entries(self.town)
        old = dict(self.visitor.cookies)
        left = self.visitor.post("/deconnexion", self.visitor.get("/justificatif").token)
        self.assertTrue(left.location.startswith(self.town.provider.issuer + "/session/end?"))
        self.assertEqual(left.header("Clear-Site-Data"), '"cache", "storage"')
        self.assertEqual(self.visitor.get("/au-revoir").title, "Vous êtes déconnecté")
        self.assertEqual(entries(self.town), before)
        self.visitor.cookies = old
        self.assertEqual(self.visitor.get("/donnees").status, 403)

    def test_closing_says_first_what_goes_and_ends_with_a_receipt_without_data(self):
        text = self.visitor.take(person="pierre", procedure="cantine")
        self.visitor.post("/mon-espace/garder", self.visitor.get("/mon-espace").token,
                          parametre="identifiant-france-travail", valeur=MARKER, garder="oui")
        page = self.visitor.get("/fermer")
        for part in ("3 lignes de journal", "1 destinataire noté", "1 identifiant gardé",
                     "1 justificatif utilisable"):
            self.assertIn(part, page.text)
        closed = self.visitor.post("/fermer", page.token)
        self.assertTrue(closed.location.startswith(self.town.provider.issuer + "/session/end?"))
        receipt = self.visitor.get("/au-revoir")
        self.assertEqual(receipt.title, "Votre espace est fermé")
        for part in ("3 lignes de journal effacées", "1 identifiant effacé",
                     "votre justificatif n’a pas été annulé", "déconnexion de FranceConnect"):
            self.assertIn(part, receipt.text)
        for marker in ("LEGRAND", "Pierre", "Ville de Lille", MARKER, text[:30],
                       self.town.provider.subject("pierre")):
            self.assertNotIn(marker, receipt.text)
        again = Visitor(self.town)
        again.find("pierre")
        self.assertIn("Annuler ce justificatif", again.get("/mes-justificatifs").text)

    def test_the_receipt_of_a_person_without_a_usable_justificatif_speaks_of_none(self):
        self.visitor.find("pierre")
        self.visitor.post("/fermer", self.visitor.get("/fermer").token, annuler="oui")
        visitor = Visitor(self.town)
        visitor.find("pierre")
        visitor.post("/fermer", visitor.get("/fermer").token)
        receipt = visitor.get("/au-revoir").text
        self.assertIn("vous n’aviez aucun justificatif utilisable", receipt)
        self.assertNotIn("restent utilisables", receipt)

    def test_closing_cancels_every_live_justificatif_if_asked_to(self):
        self.visitor.take(person="zoe")
        self.visitor.take(person="zoe", procedure="cantine")
        self.visitor.post("/fermer", self.visitor.get("/fermer").token, annuler="oui")
        self.assertIn("2 justificatifs annulés", self.visitor.get("/au-revoir").text)
        again = Visitor(self.town)
        again.find("zoe")
        page = again.get("/mes-justificatifs").text
        self.assertEqual(page.count("Annulé le"), 2)
        self.assertNotIn("Annuler ce justificatif", page)

    def test_closing_without_a_session_closes_nothing_and_says_so(self):
        self.visitor.take()
        before = entries(self.town)
        stranger = Visitor(self.town)
        answer = stranger.post("/fermer", stranger.get("/").token)
        self.assertEqual(answer.status, 403)
        self.assertIn("no-session", answer.text)
        self.assertEqual(entries(self.town), before)


class InterruptedTests(unittest.TestCase):
    """Towns of their own: something is stopped or changed in them."""

    def town(self, **settings) -> Town:
        town = Town(**settings)
        self.addCleanup(town.close)
        return town

    def test_nothing_is_erased_if_the_cancellations_cannot_be_registered(self):
        town = self.town()
        visitor = Visitor(town)
        visitor.take()
        token = visitor.get("/fermer").token
        before = entries(town)
        signing = town.processes[0]
        signing.terminate()
        signing.wait()
        answer = visitor.post("/fermer", token, annuler="oui")
        self.assertEqual(answer.status, 503)
        self.assertEqual(entries(town), before)
        self.assertIn("signé. Référence", visitor.get("/mon-espace").text)
        self.assertEqual(visitor.get("/au-revoir").title, "Vous êtes déconnecté")
        # Without cancellations nothing else is needed.
        visitor.post("/fermer", token)
        self.assertEqual(visitor.get("/au-revoir").title, "Votre espace est fermé")
        self.assertEqual(entries(town), 0)

    def test_without_a_space_nothing_is_kept_and_the_page_says_so(self):
        town = self.town(space=None, space_secret_file=None)
        visitor = Visitor(town)
        visitor.take()
        self.assertIn("ne garde rien sur vous entre deux visites", visitor.get("/mon-espace").text)
        self.assertIn("no-space", visitor.get("/mon-espace/journal.json").text)
        self.assertNotIn("journal", visitor.get("/fermer").text)
        visitor.post("/fermer", visitor.get("/fermer").token, annuler="oui")
        self.assertIn("1 justificatif annulé", visitor.get("/au-revoir").text)
        self.assertFalse((town.folder / "space.db").exists())

    def test_advice_of_the_body_is_shown_before_signing_and_kept_nowhere(self):
        town = self.town(advice="conseils.json", files={"conseils.json": json.dumps({
            "format": "justificatif-conseils/1", "rules": [
                {"when": [{"claim": "qf", "is": "at-most", "value": 700},
                          {"claim": "qf_source", "is": "equals", "value": "CNAF"}],
                 "sentence": "La cantine peut être gratuite : CONSEIL-MARQUEUR.",
                 "link": {"address": "https://ville.example/cantine", "title": "La cantine"}},
                {"when": [{"claim": "qf", "is": "at-most", "value": 611}],
                 "sentence": "Pas pour cette personne.",
                 "link": {"address": "https://ville.example/", "title": "Ailleurs"}}]})})
        visitor = Visitor(town)
        visitor.log_in()
        page = visitor.get("/donnees").text
        self.assertIn("CONSEIL-MARQUEUR", page)
        self.assertIn('<a href="https://ville.example/cantine">La cantine</a>', page)
        self.assertNotIn("Pas pour cette personne", page)
        visitor.post("/accepter", visitor.get("/donnees").token)
        self.assertNotIn("CONSEIL", visitor.get("/mon-espace/journal.json").text)
        self.assertNotIn("CONSEIL", town.log("portal"))
        # An answer about somebody else is no reason to advise anything.
        town.data.cases["zoe"] = [{"as": "pierre"}]
        other = Visitor(town)
        other.log_in("zoe")
        self.assertNotIn("CONSEIL", other.get("/donnees").text)

    def test_a_wrong_value_leads_to_its_source_and_a_missing_one_to_another_way(self):
        town = self.town(contacts={"quotient-familial": {
            "name": "la CAF du Nord", "contact": "03 11 22 33 44",
            "site": "https://caf.example/nord", "other_way": "l’attestation de la borne d’accueil"}})
        visitor = Visitor(town)
        visitor.log_in()
        page = visitor.get("/donnees").text
        self.assertIn("demandez sa correction à la CAF du Nord : 03 11 22 33 44", page)
        town.data.cases["ines"] = [{"status": 404, "code": "37003"}]
        visitor = Visitor(town)
        visitor.log_in()
        page = visitor.get("/donnees").text
        self.assertIn("l’attestation de la borne d’accueil", page)
        self.assertGreater(page.index("sur papier"), page.index("Un autre moyen"))


class LegalPageTests(unittest.TestCase):
    def test_a_body_that_names_no_legal_pages_is_warned_and_served_all_the_same(self):
        pages = {"legal": "https://caf.example/mentions-legales"}
        town = Town(body={"name": "CAF", "contact": "03", "pages": pages})
        self.addCleanup(town.close)
        done = subprocess.run(
            [PROGRAMS / "justificatif-portail", "check-config", "--config", "portail.json",
             "--lang", "en"], text=True, cwd=town.folder, capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("does not name accessibility, personal_data;", done.stderr)
        footer = Visitor(town).get("/").text.partition("<footer>")[2]
        self.assertIn('<a href="https://caf.example/mentions-legales">Mentions légales</a>', footer)
        self.assertNotIn("Accessibilité", footer)


class CommandTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def run_portal(self, *arguments: str, lang: str = "en") -> subprocess.CompletedProcess:
        return subprocess.run(
            [PROGRAMS / "justificatif-portail", *arguments, "--lang", lang], text=True,
            cwd=self.town.folder, capture_output=True, stdin=subprocess.DEVNULL)

    def test_erase_asks_counts_names_nobody_and_erases_all(self):
        for person in ("ines", "pierre"):
            Visitor(self.town).take(person=person, procedure="cantine")
        asked = self.run_portal("erase", "--config", "portail.json")
        self.assertEqual(asked.returncode, 64)
        self.assertIn("no-terminal", asked.stderr)
        self.assertEqual(asked.stdout, "persons: 2\nentries: 0 parameters, 6 lines of journals, "
                                       "2 links\n")
        self.assertEqual(entries(self.town), 8)
        none = self.run_portal("erase", "--config", "portail.json", "--until", "2026-01-01")
        self.assertEqual((none.returncode, none.stdout.splitlines()[0]), (0, "persons: 0"))
        wrong = self.run_portal("erase", "--config", "portail.json", "--until", "31/12/2026")
        self.assertEqual(wrong.returncode, 64)
        done = self.run_portal("erase", "--config", "portail.json", "--yes")
        self.assertEqual(done.returncode, 0)
        self.assertIn("erased: 0 parameters, 6 lines of journals, 2 links", done.stdout)
        self.assertEqual(entries(self.town), 0)
        for person in ("ines", "pierre"):
            self.assertNotIn(self.town.provider.subject(person), done.stdout + asked.stdout)

    def test_purge_erases_what_is_past_its_day_also_when_the_secret_was_lost(self):
        Visitor(self.town).take()
        with sqlite3.connect(self.town.folder / "space.db") as file:
            file.execute("UPDATE entry SET last_day = 20000")
        secret = self.town.folder / "space.secret"
        secret.rename(secret.with_suffix(".away"))
        try:
            done = self.run_portal("purge", "--config", "portail.json")
        finally:
            secret.with_suffix(".away").rename(secret)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertIn("removed: 0 parameters, 3 lines of journals, 0 links", done.stdout)
        self.assertEqual(entries(self.town), 0)

    def test_commands_say_what_is_missing(self):
        settings = json.loads((self.town.folder / "portail.json").read_text())
        for change, command, status, code in (
                ({"space": None, "space_secret_file": None}, "purge", 78, "no-space"),
                ({"space": "nowhere.db"}, "erase", 74, "space-unusable"),
                ({"space": "register.db"}, "purge", 78, "not-a-space"),
                ({"space_secret_file": None}, "check-config", 64, "space_secret_file"),
                ({"space_secret_file": "office.secret"}, "check-config", 78, "secret")):
            path = pathlib.Path(self.town.folder, "other.json")
            path.write_text(json.dumps({**settings, **change}))
            done = self.run_portal(command, "--config", "other.json")
            with self.subTest(change=change, command=command):
                self.assertEqual(done.returncode, status, done.stderr)
                self.assertIn(code, done.stderr)
        self.assertFalse((self.town.folder / "nowhere.db").exists())

    def test_a_secret_is_for_its_owner_only_and_never_overwritten(self):
        made = self.run_portal("secret", "--out", "other.secret")
        self.assertEqual(made.returncode, 0, made.stderr)
        path = self.town.folder / "other.secret"
        self.assertEqual(path.stat().st_mode & 0o777, 0o600)
        before = path.read_bytes()
        again = self.run_portal("secret", "--out", "other.secret")
        self.assertNotEqual(again.returncode, 0)
        self.assertEqual(path.read_bytes(), before)
        self.assertNotIn(before[-32:].hex(), made.stdout)


if __name__ == "__main__":
    unittest.main()
