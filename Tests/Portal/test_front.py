"""The portal behind nginx, as contrib/ says it (Spec/portal.md 7)."""

import http.client
import pathlib
import re
import tempfile
import unittest

from front import NAME, Front, FrontVisitor
from practice_nginx import NGINX, WANTING  # in a folder that front.py adds

CLIENT = "X-Real-IP"


@unittest.skipUnless(NGINX, WANTING)
class FrontTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.front = Front(pathlib.Path(folder.name))
        cls.addClassCleanup(cls.front.close)

    def test_a_person_takes_a_justificatif_over_tls(self):
        visitor = FrontVisitor(self.front)
        self.assertTrue(visitor.take(procedure="cantine", fact="tariff_bracket").startswith("JF1:"))
        self.assertEqual(visitor.get("/justificatif.pdf").body[:5], b"%PDF-")
        for answer in visitor.answers:
            self.assertEqual(answer.all("Strict-Transport-Security"), ["max-age=31536000"])
            self.assertEqual(answer.header("Cache-Control"), "no-store")
            self.assertNotIn("nginx/", answer.header("Server") or "")

    def test_01_over_https_the_cookie_has_exactly_these_attributes(self):
        field = FrontVisitor(self.front).get("/").header("Set-Cookie")
        self.assertRegex(
            field, "^__Host-portail=[0-9A-Za-z]{43}; Path=/; HttpOnly; SameSite=Lax; Secure$")
        field = FrontVisitor(self.front).get("/?langue=en").all("Set-Cookie")[-1]
        self.assertEqual(field, "__Host-langue=en; Path=/; HttpOnly; SameSite=Lax; Secure")

    def test_17_clients_are_told_apart_by_their_address_and_not_by_what_they_say(self):
        """One address asks too much, saying every time that it is another; a second is served."""
        def status(visitor: FrontVisitor, number: int) -> int:
            return visitor.ask(
                "GET", "/portail.css", **{CLIENT: f"192.0.2.{number}", "Forwarded": "for=1.2.3.4",
                                          "X-Forwarded-For": f"192.0.2.{number}"}).status

        one, other = FrontVisitor(self.front, "127.0.0.2"), FrontVisitor(self.front, "127.0.0.3")
        self.assertEqual({status(one, number) for number in range(200)}, {200, 429})
        self.assertEqual(status(other, 1), 200)

    def test_18_the_name_of_the_browser_arrives_as_it_is(self):
        visitor = FrontVisitor(self.front)
        for host in (NAME, f"{NAME}:{self.front.port}.evil.example", f"127.0.0.1:{self.front.town.port}"):
            self.assertEqual(visitor.get("/", Host=host).status, 421, host)
        evil = visitor.ask("POST", "/connexion", {"jeton": "x"}, Origin="https://evil.example")
        self.assertEqual(evil.status, 403)

    def test_without_tls_a_person_is_led_to_the_first_page(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.front.plain_port, timeout=10)
        connection.request("GET", "/retour?code=SECRET&state=x", headers={"Host": NAME})
        answer = connection.getresponse()
        self.assertEqual((answer.status, answer.getheader("Location")), (301, f"https://{NAME}/"))
        connection.close()

    def test_12_neither_log_of_the_server_has_an_address_and_a_portal_that_is_away_is_told(self):
        visitor = FrontVisitor(self.front)
        callback = visitor.at_provider(visitor.begin(), "ines")
        self.front.town.kill("portal")
        try:
            away = visitor.get(callback)
        finally:
            self.front.town.restart()
        self.assertEqual(away.status, 503)
        self.assertIn("sur papier", away.text)
        self.assertEqual(away.header("Cache-Control"), "no-store")
        code = re.search("code=([^&]*)", callback)[1]
        for marker in (code, "state=", "/retour", "127.0.0.1, server"):
            self.assertNotIn(marker, self.front.logs())
        self.assertEqual(list((self.front.folder / "proxy").rglob("*.*")), [])


if __name__ == "__main__":
    unittest.main()
