"""What a town answers, signed, by the person's own browser (Spec/portal.md 10.4); redoing a datum;
an identifier that a person had kept (space.md 4.1)."""

import concurrent.futures
import datetime
import json
import re
import time
import unittest

from cryptography.hazmat.primitives.asymmetric import ed25519
from test_partners import Canteen, hand_back
from test_space import entries
from town import StatusSigner, Town
from visitor import Visitor, chosen

ELSEWHERE = "null"
BORN = "16/04/1991"


def line_of(page) -> str:
    return re.search('name="ligne" value="([^"]*)"', page.text)[1]


class FollowingTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town(with_canteen=True)
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.town.data.cases.clear()
        self.visitor = Visitor(self.town)
        self.addCleanup(self.town.run, "justificatif-portail", "erase", "--yes", "--config",
                        "portail.json")

    def take(self, visitor: Visitor | None = None, person: str = "ines") -> str:
        """Makes one for the canteen; returns its reference."""
        visitor = visitor or self.visitor
        visitor.take(person=person, procedure="cantine", fact="tariff_bracket")
        page = visitor.get("/justificatif").text
        return re.search('<strong class="whole">([0-9A-Z-]{16})</strong>', page)[1]

    def line(self, reference: str, status: str = "accepted", **other) -> str:
        return self.town.status.line("cantine", reference, status, **other)

    def bring(self, line: str, visitor: Visitor | None = None):
        """The town's form: from another site, and without the portal's cookie."""
        return (visitor or self.visitor).ask(
            "POST", "/suivi", {"ligne": line}, Origin=ELSEWHERE, Cookie="")

    def go_on(self, line: str, visitor: Visitor | None = None):
        """The second form, from a page of the portal."""
        return (visitor or self.visitor).ask("POST", "/suivi", {"ligne": line})

    def space(self, visitor: Visitor | None = None) -> str:
        return (visitor or self.visitor).get("/mon-espace").text

    def test_a_citizen_sends_a_proof_and_keeps_what_the_town_answers(self):
        canteen = Canteen(self.town)
        link = canteen.open()
        state = link.partition("etat=")[2]
        page = self.visitor.get(link)
        begun = self.visitor.post("/connexion", page.token, but="faire", demarche="cantine",
                                  etat=state, **chosen("tariff_bracket"))
        self.visitor.get(self.visitor.at_provider(begun, "ines"))
        self.visitor.post("/accepter", self.visitor.get("/donnees").token)
        self.visitor.post("/envoyer", self.visitor.get("/justificatif").token)
        _, fields = hand_back(self.visitor.get("/envoyer"))
        canteen.send("/justificatif", fields, with_cookie=False)
        receipt = canteen.send("/inscription", {
            "etat": state, "parent": "Inès MOREL", "naissance": BORN, "enfant": "Léo MOREL"})
        self.assertIn(f"{self.town.origin}/suivi", receipt.header("Content-Security-Policy"))
        line = line_of(receipt)
        brought = self.bring(line)
        self.assertIn("demande acceptée", brought.text)
        self.assertIsNone(brought.header("Set-Cookie"))
        self.assertIn("Garder dans mon espace", brought.text)
        kept = self.go_on(line_of(brought))
        self.assertEqual(kept.location, "/mon-espace")
        for words in ("Ville de Lille a répondu : demande acceptée", "Réponses :"):
            self.assertIn(words, self.space())
        for answer in self.visitor.answers:
            self.assertNotIn(line.split(".")[2], answer.location)

    def test_a_person_who_comes_back_later_logs_in_with_it_and_keeps_it(self):
        line = self.line(self.take())
        later = Visitor(self.town)
        self.assertEqual(self.log_in_with(line, later).location, "/mon-espace")
        self.assertIn("demande acceptée", self.space(later))
        self.assertEqual(self.space(later).count("a répondu"), 1)

    def log_in_with(self, line: str, visitor: Visitor, person: str = "ines"):
        """From the page that says that a login keeps it; returns the answer of the callback."""
        seen = self.go_on(line, visitor)
        self.assertIn("Identifiez-vous : elle sera gardée aussitôt", seen.text)
        begun = visitor.post("/connexion", seen.token, but="retrouver", ligne=line_of(seen))
        return visitor.get(visitor.at_provider(begun, person))

    def test_a_login_keeps_it_for_nobody_else(self):
        line = self.line(self.take())
        other = Visitor(self.town)
        arrived = self.log_in_with(line, other, "zoe")
        self.assertEqual(arrived.location, "/erreur?code=status-reference-unknown")
        self.assertIn("Cette réponse n’est pas gardée", other.get(arrived.location).title)
        for visitor in (other, self.visitor):
            self.assertNotIn("Réponses :", self.space(visitor))

    def test_each_status_is_shown_and_the_journal_has_it_in_both_files(self):
        reference = self.take()
        words = {"received": "demande reçue", "missing": "il manque quelque chose",
                 "accepted": "demande acceptée"}
        for status in words:
            self.assertEqual(self.go_on(self.line(reference, status)).location, "/mon-espace")
        page = self.space()
        for shown in words.values():
            self.assertEqual(page.count(shown), 2, shown)
        lines = json.loads(self.visitor.get("/mon-espace/journal.json").body)["lines"]
        told = [line for line in lines if line["act"] == "answer"]
        self.assertEqual({line["answer"] for line in told}, set(words))
        self.assertEqual({line["reference"] for line in told}, {reference})
        table = self.visitor.get("/mon-espace/journal.csv").text
        for status in words:
            self.assertIn(f'"answer";"Ville de Lille";"";"Ville de Lille";"{reference}";"{status}"',
                          table)

    def test_a_forged_line_is_refused_everywhere(self):
        reference = self.take()
        good = self.line(reference)
        forger = StatusSigner.__new__(StatusSigner)
        forger.key = ed25519.Ed25519PrivateKey.generate()
        said, _, signature = good.rpartition(".")
        lines = {
            "status-signature": [
                forger.line("cantine", reference, "accepted"),
                said.replace("accepted", "missing") + "." + signature,
                good[:-1] + ("A" if good[-1] != "A" else "Q"),
                f"{said}.{'A' * 86}"],
            "status-malformed": [
                said.replace("accepted", "refused") + "." + signature, said, "", good + "=",
                good + "." + signature, good.replace("/1.", "/2."), "A" * 5_000, "x\n" + good],
            "status-partner-unknown": [
                self.town.status.line("bus", reference, "accepted"),
                self.town.status.line("autre", reference, "accepted")],
            "status-ahead": [self.line(reference, day=datetime.date(2099, 1, 1))],
        }
        for code, forged in lines.items():
            for line in forged:
                with self.subTest(code=code, line=line[:60]):
                    for answer in (self.bring(line), self.go_on(line)):
                        self.assertEqual(answer.status, 400)
                        self.assertIn(code, answer.text)
        self.assertNotIn("Réponses :", self.space())

    def test_a_line_that_comes_again_changes_nothing(self):
        line = self.line(self.take())
        self.go_on(line)
        before = entries(self.town)
        for _ in range(3):
            self.assertEqual(self.go_on(line).location, "/mon-espace")
        self.assertEqual(entries(self.town), before)
        self.assertEqual(self.space().count("a répondu"), 1)

    def test_a_line_that_comes_many_times_at_once_leaves_one_link_and_one_line_of_the_journal(self):
        line = self.line(self.take())
        jar, before = dict(self.visitor.cookies), entries(self.town)

        def keep(_) -> str:
            tab = Visitor(self.town)
            tab.cookies = dict(jar)
            return self.go_on(line, tab).location

        with concurrent.futures.ThreadPoolExecutor(16) as crowd:
            kept = set(crowd.map(keep, range(64)))
        self.assertEqual(kept, {"/mon-espace"})
        # The link took the place of itself; the journal has one line more.
        self.assertEqual(entries(self.town), before + 1)
        page = self.space()
        self.assertEqual(page.count("Réponses :"), 1)
        self.assertEqual(page.count("a répondu"), 1)

    def test_answers_that_come_at_once_are_all_kept(self):
        reference = self.take()
        jar, before = dict(self.visitor.cookies), entries(self.town)
        today = datetime.datetime.now(datetime.timezone.utc).date()
        lines = [self.line(reference, status, day=today - datetime.timedelta(days=days))
                 for status in ("received", "missing", "accepted") for days in range(4)]

        def keep(line: str) -> str:
            tab = Visitor(self.town)
            tab.cookies = dict(jar)
            return self.go_on(line, tab).location

        with concurrent.futures.ThreadPoolExecutor(len(lines)) as crowd:
            self.assertEqual(set(crowd.map(keep, lines)), {"/mon-espace"})
        self.assertEqual(entries(self.town), before + len(lines))
        self.assertEqual(self.space().count("a répondu"), len(lines))

    def test_a_line_about_another_persons_justificatif_is_kept_for_nobody_else(self):
        line = self.line(self.take())
        other = Visitor(self.town)
        self.take(other, "zoe")
        before = entries(self.town)
        answer = self.go_on(line, other)
        self.assertEqual(answer.status, 400)
        self.assertIn("status-reference-unknown", answer.text)
        self.assertEqual(entries(self.town), before)
        self.assertNotIn("Réponses :", self.space(other))

    def test_a_line_of_a_partner_about_what_was_made_for_nobody_is_refused(self):
        self.visitor.take()
        page = self.visitor.get("/justificatif").text
        reference = re.search('<strong class="whole">([0-9A-Z-]{16})</strong>', page)[1]
        self.assertIn("status-reference-unknown", self.go_on(self.line(reference)).text)

    def test_bringing_a_line_changes_nothing_and_keeping_one_needs_a_form_of_ours(self):
        line = self.line(self.take())
        before = entries(self.town)
        self.bring(line), self.go_on(line, Visitor(self.town))
        # As a page of another site would send it, with the cookie if a browser let it.
        for origin in (ELSEWHERE, self.town.canteen, ""):
            self.visitor.ask("POST", "/suivi", {"ligne": line}, Origin=origin)
        # Nor does a login that was begun by a form without the token of this browser.
        for token in ("", "wrong"):
            begun = self.visitor.post("/connexion", token, but="retrouver", ligne=line)
            self.assertEqual(begun.status, 403)
        self.assertEqual(entries(self.town), before)

    def test_what_a_town_answered_is_sealed_and_goes_with_the_space(self):
        self.go_on(self.line(self.take()))
        raw = b"".join(path.read_bytes() for path in self.town.folder.glob("space.db*"))
        for text in (b"accepted", b"received", b"cantine"):
            self.assertNotIn(text, raw)
        self.assertNotIn("accepted", self.town.log("portal"))
        self.visitor.post("/fermer", self.visitor.get("/fermer").token)
        self.assertEqual(entries(self.town), 0)

    def test_a_return_to_a_town_is_a_line_of_the_journal_once(self):
        reference = self.take()
        self.assertEqual(self.visitor.get("/envoyer").location, "/justificatif")
        for _ in range(2):
            sent = self.visitor.post("/envoyer", self.visitor.get("/justificatif").token)
            self.assertEqual(sent.location, "/envoyer")
        lines = json.loads(self.visitor.get("/mon-espace/journal.json").body)["lines"]
        self.assertEqual(
            [(line["partner"], line["reference"], line["answer"]) for line in lines
             if line["act"] == "send"], [("Ville de Lille", reference, "given-to-browser")])
        self.assertIn('"send";"Ville de Lille"', self.visitor.get("/mon-espace/journal.csv").text)
        self.assertIn("Vous avez demandé à envoyer un justificatif à la Ville de Lille", self.space())
        self.visitor.post("/mon-espace/effacer", self.visitor.get("/mon-espace").token,
                          quoi="journal")
        self.assertIn("Le journal est vide", self.space())

    def test_cancelling_needs_the_box_whatever_the_browser_checks(self):
        reference = self.take()
        token = self.visitor.get("/mes-justificatifs").token
        for box in ({}, {"accepter": ""}, {"accepter": "non"}):
            answer = self.visitor.post("/annuler", token, reference=reference, **box)
            self.assertEqual(answer.status, 400)
            self.assertIn("not-confirmed", answer.text)
        self.assertNotIn("Annulé le", self.visitor.get("/mes-justificatifs").text)
        self.visitor.post("/annuler", token, reference=reference, accepter="oui")
        self.assertIn("Annulé le", self.visitor.get("/mes-justificatifs").text)


class AskingAgainTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.town = Town()
        cls.addClassCleanup(cls.town.close)

    def setUp(self):
        self.visitor = Visitor(self.town)

    def again(self, number: str = "1"):
        return self.visitor.post("/redemander", self.visitor.get("/donnees").token, numero=number)

    def test_a_datum_is_asked_for_again_without_a_login_while_the_token_lives(self):
        self.town.data.cases["ines"] = [{"status": 502, "code": "37999"}, {}]
        self.visitor.log_in(fact=["qf", "c2s_on"])
        before = len(self.town.provider.calls)
        # The two are asked at once: either may get the fault.
        states = self.visitor.get("/donnees").states
        self.assertEqual(sorted(states), ["obtenu", "à redemander"])
        failed = str(states.index("à redemander") + 1)
        self.assertEqual(self.again(failed).location, "/donnees")
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu", "obtenu"])
        self.assertEqual(self.town.provider.calls[before:], [])
        self.assertEqual(
            self.visitor.post("/accepter", self.visitor.get("/donnees").token,
                              numero="1").location, "/justificatif")
        # What came is not asked for again, nor what was signed.
        count = len(self.town.data.asked)
        self.again()
        self.assertEqual(len(self.town.data.asked), count)

    def test_once_the_token_is_over_the_page_says_so_and_leads_to_a_login(self):
        self.town.data.cases["ines"] = [{"status": 502, "code": "37999"}]
        self.town.provider.lies["token"] = {"expires_in": 1}
        self.addCleanup(self.town.provider.lies.clear)
        self.visitor.log_in()
        time.sleep(1.5)
        count = len(self.town.data.asked)
        self.again()
        page = self.visitor.get("/donnees")
        self.assertEqual(page.states, ["connexion expirée"])
        self.assertIn("Identifiez-vous de nouveau", page.text)
        self.assertIn('href="/choisir', page.text)
        self.assertEqual(len(self.town.data.asked), count)

    def test_a_person_known_by_a_kept_identifier_only_gets_their_own_registration(self):
        town = self.town
        town.employment.cases["ines"] = [{"status": 404, "code": "404"}]
        self.addCleanup(town.employment.cases.clear)
        town.data.identifiers.update({"ines.morel": "ines", "pierre69": "pierre"})
        town.data.cases.clear()
        self.visitor.log_in(fact="registered_on")
        self.assertEqual(self.visitor.get("/donnees").states, ["identifiant à donner"])
        space = self.visitor.get("/mon-espace")
        self.visitor.post("/mon-espace/garder", space.token, parametre="identifiant-france-travail",
                          valeur="ines.morel", garder="oui")
        self.again()
        self.assertEqual(self.visitor.get("/donnees").states, ["obtenu"])
        accepted = self.visitor.post("/accepter", self.visitor.get("/donnees").token)
        self.assertEqual(accepted.location, "/justificatif")
        self.assertEqual(town.data.invalid, [], "official OpenAPI of API Particulier")
        # At the next visit it is asked by itself.
        later = Visitor(town)
        later.log_in(fact="registered_on")
        self.assertEqual(later.get("/donnees").states, ["obtenu"])
        self.assertNotIn("ines.morel", town.log("portal"))

    def test_an_identifier_of_somebody_else_proves_nothing(self):
        town = self.town
        town.employment.cases["zoe"] = [{"status": 404, "code": "404"}]
        self.addCleanup(town.employment.cases.clear)
        town.data.identifiers["pierre69"] = "pierre"
        town.data.cases.clear()
        visitor = Visitor(town)
        visitor.find("zoe")
        visitor.post("/mon-espace/garder", visitor.get("/mon-espace").token,
                     parametre="identifiant-france-travail", valeur="pierre69", garder="oui")
        rows = town.rows()
        visitor.log_in("zoe", fact="registered_on")
        page = visitor.get("/donnees")
        self.assertIn("identity-mismatch", page.text)
        self.assertNotIn("LEGRAND", page.text)
        visitor.post("/accepter", page.token)
        self.assertEqual(town.rows(), rows)

    def test_without_a_token_of_its_own_a_portal_keeps_no_identifier(self):
        town = Town(api_particulier={"address": self.town.data.address,
                                     "recipient": "13002526500013"})
        self.addCleanup(town.close)
        visitor = Visitor(town)
        visitor.find("ines")
        page = visitor.get("/mon-espace")
        self.assertNotIn("identifiant-france-travail", page.text)
        answer = visitor.post("/mon-espace/garder", page.token, garder="oui", valeur="abc",
                              parametre="identifiant-france-travail")
        self.assertIn("wrong-form", answer.text)


class ClientTests(unittest.TestCase):
    def test_one_prefix_that_asks_too_much_is_told_so_and_others_are_served(self):
        town = Town(client_field="X-Real-IP")
        self.addCleanup(town.close)

        def statuses(addresses: list[str]) -> set[int]:
            return {Visitor(town).ask("GET", "/portail.css", X_Real_IP=address).status
                    for address in addresses}

        one = ["2001:db8:1:2::%x" % number for number in range(160)]
        self.assertEqual(statuses(one), {200, 429})
        self.assertEqual(statuses(["2001:db8:1:3::1", "192.0.2.7"]), {200})


if __name__ == "__main__":
    unittest.main()
