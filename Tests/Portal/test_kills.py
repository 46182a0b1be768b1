"""kill -9 of the portal or of the signing service at every step of a journey.

Whatever was killed: no justificatif without its row, no row without a way to cancel it, and nothing
personal on the disk (Spec/signing.md 3, portal.md 4). Each step has a town of its own (make test-long).
"""

import http.client
import itertools
import os
import threading
import unittest

from people import PEOPLE
from town import Town
from visitor import Visitor

# What bodies and provider say of persons, also in members that nothing states.
MARKERS = ("MOREL", "Inès", "INÈS", "1991-04-16", "LEGRAND", "HÉRITIER", "MARQUEUR")


class Journey:
    """A person's way, step by step."""

    STEPS = ("choose", "callback", "accept", "deliver", "send", "cancel", "close")

    def __init__(self, town: Town, person: str = "ines"):
        self.town, self.person, self.visitor, self.text = town, person, Visitor(town), ""

    def choose(self):
        self.path = self.visitor.at_provider(
            self.visitor.begin(procedure="cantine", fact="tariff_bracket"), self.person)

    def callback(self):
        """The login ends, and everything is fetched."""
        self.visitor.get(self.path)

    def accept(self):
        """Signed, registered, answered."""
        self.visitor.post("/accepter", self.visitor.get("/donnees").token)

    def deliver(self):
        self.text = self.visitor.get("/justificatif.txt").text
        self.visitor.get("/justificatif.pdf")

    def send(self):
        self.visitor.post("/envoyer", self.visitor.get("/justificatif").token)

    def cancel(self):
        cancel_all(self.visitor)

    def close(self):
        self.visitor.post("/fermer", self.visitor.get("/fermer").token, annuler="oui")

    def go(self, steps: tuple[str, ...]) -> None:
        for step in steps:
            getattr(self, step)()


def patiently(visitor: Visitor, *request, **fields):
    """Asks again while the portal says that the signing service does not answer in time."""
    for _ in range(12):
        answer = visitor.ask(*request, **fields)
        if answer.status != 503:
            break
    return answer


def cancel_all(visitor: Visitor) -> tuple[int, int]:
    """Cancels what a person finds, one by one; how many there are, and how many are cancelled."""
    page = patiently(visitor, "GET", "/mes-justificatifs")
    found = page.text.count("Référence :")
    for _ in range(found):
        if 'name="reference"' not in page.text:
            break
        reference = page.text.split('name="reference" value="')[1].split('"')[0]
        patiently(visitor, "POST", "/annuler",
                  {"jeton": page.token, "reference": reference, "accepter": "oui"})
        page = patiently(visitor, "GET", "/mes-justificatifs")
    return found, page.text.count("Annulé le")


@unittest.skipUnless(os.environ.get("JUSTIFICATIF_TEST_LONG"), "make test-long")
class KillTests(unittest.TestCase):
    def town(self) -> Town:
        town = Town()
        self.addCleanup(town.close)
        return town

    def check(self, town: Town, journey: Journey) -> None:
        """What must be so whatever was killed, once everything was started again."""
        raw = b"".join(path.read_bytes() for path in town.folder.rglob("*") if path.is_file())
        subjects = [town.provider.subject(person) for person in PEOPLE]
        for marker in (*MARKERS, *subjects):
            self.assertNotIn(marker.encode(), raw, marker)
        town.restart()
        rows = 0
        for person in PEOPLE:
            visitor = Visitor(town)
            visitor.find(person)
            found, cancelled = cancel_all(visitor)
            self.assertEqual(cancelled, found, person)
            rows += found
            # Lines are lost, and never added (Spec/space.md 4.2).
            journal = visitor.get("/mon-espace/journal.json").text
            self.assertLessEqual(journal.count('"signed"'), found)
        # Every row has a person who can cancel it.
        self.assertEqual(rows, town.rows())
        if journey.text:
            self.assertGreater(rows, 0)

    def killed_after(self, name: str) -> None:
        for number, last in enumerate(Journey.STEPS):
            with self.subTest(killed=name, after=last):
                town = self.town()
                journey = Journey(town)
                journey.go(Journey.STEPS[:number + 1])
                town.kill(name)
                self.check(town, journey)
                town.close()

    def test_the_portal_is_killed_after_each_step(self):
        self.killed_after("portal")

    def test_the_signing_service_is_killed_after_each_step(self):
        self.killed_after("signing")

    def test_either_is_killed_while_a_step_is_under_way(self):
        """At moments spread over the step: before, while and after the row is on the disk."""
        before = {"callback": ("choose",), "accept": ("choose", "callback"),
                  "cancel": ("choose", "callback", "accept"),
                  "close": ("choose", "callback", "accept")}
        persons = itertools.cycle(PEOPLE)
        for name in ("portal", "signing"):
            town = self.town()
            for (step, steps), moment in itertools.product(before.items(), range(6)):
                with self.subTest(killed=name, during=step, moment=moment):
                    journey = Journey(town, next(persons))
                    journey.go(steps)
                    timer = threading.Timer(0.005 + 0.025 * moment, town.kill, [name])
                    timer.start()
                    try:
                        journey.go((step,))
                    except (OSError, http.client.HTTPException, IndexError):
                        # The connection ended, or the page of a failure came: both are right.
                        pass
                    timer.join()
                    self.check(town, journey)


if __name__ == "__main__":
    unittest.main()
