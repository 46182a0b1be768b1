"""A person's browser: one cookie jar, no redirect followed unless it is asked to."""

import html
import http.client
import re
import urllib.parse


# In which field of the choice a fact is sent (Spec/portal.md 2).
FIELDS = {
    "quotient-familial": ("qf", "qf_at_most", "tariff_bracket"),
    "complementaire-sante-solidaire": ("c2s_on", "c2s_since"),
    "statut-etudiant": ("student_on", "student_until"),
    "bourse": ("grant_holder_on", "grant_level"),
    "revenu-fiscal-de-reference": ("rfr", "rfr,tax_parts", "rfr_at_most", "rfr_per_part_at_most"),
    "demandeur-emploi": ("registered_on", "registered_since"),
    "assurance-maladie": ("base_rights_open_on", "base_rights_until"),
}


def chosen(facts: str | list[str]) -> dict[str, str]:
    """The fields of a choice of one or several facts."""
    facts = [facts] if isinstance(facts, str) else facts
    return {name: fact for fact in facts for name, known in FIELDS.items() if fact in known}


class Answer:
    def __init__(self, status: int, headers: list[tuple[str, str]], body: bytes):
        self.status, self.headers, self.body = status, headers, body
        # As a person reads it: which spaces hold is a test of its own (test_language.py).
        self.text = body.decode("utf-8", "replace").replace("\u00a0", " ")

    def header(self, name: str) -> str | None:
        values = self.all(name)
        return values[0] if values else None

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key.lower() == name.lower()]

    @property
    def location(self) -> str:
        return self.header("Location") or ""

    @property
    def title(self) -> str:
        found = re.search("<h1>(.*?)</h1>", self.text, re.S)
        return html.unescape(found[1]) if found else ""

    @property
    def token(self) -> str:
        found = re.search('name="jeton" value="([^"]*)"', self.text)
        return found[1] if found else ""

    @property
    def states(self) -> list[str]:
        """What the page of data says of each, without its name."""
        titles = [part.split("</h2>")[0] for part in self.text.split("<h2>")[1:]]
        return [title.split(" : ")[1] for title in titles if " : " in title]


def assert_fields(case, answer: Answer) -> None:
    """Every answer of the portal has these fields (Spec/portal.md 8)."""
    policy = answer.header("Content-Security-Policy") or ""
    case.assertIn("default-src 'none'", policy)
    case.assertIn("frame-ancestors 'none'", policy)
    case.assertNotIn("unsafe", policy)
    case.assertEqual(answer.header("X-Content-Type-Options"), "nosniff")
    case.assertEqual(answer.header("Cross-Origin-Opener-Policy"), "same-origin")
    case.assertEqual(answer.header("Cache-Control"), "no-store")
    case.assertIn(answer.header("Referrer-Policy"), ("no-referrer", "same-origin"))


class Visitor:
    def __init__(self, town):
        self.town = town
        self.cookies: dict[str, str] = {}
        self.answers: list[Answer] = []

    def connect(self, port: int | None) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", port or self.town.port, timeout=60)

    def ask(self, method: str, path: str, form: dict | None = None, port: int | None = None,
            **headers: str) -> Answer:
        """One request to the portal, or to another port of this machine."""
        connection = self.connect(port)
        body = urllib.parse.urlencode(form) if form is not None else None
        sent = {"Host": f"127.0.0.1:{port}" if port else self.town.origin.partition("://")[2]}
        if port is None:
            if self.cookies:
                sent["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
            if method == "POST":
                sent["Origin"] = self.town.origin
        if form is not None:
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        sent.update({name.replace("_", "-"): value for name, value in headers.items()})
        sent = {name: value for name, value in sent.items() if value}
        connection.request(method, path, body, sent)
        response = connection.getresponse()
        answer = Answer(response.status, response.getheaders(), response.read())
        connection.close()
        if port is None:
            self.answers.append(answer)
            for field in answer.all("Set-Cookie"):
                name, _, value = field.partition(";")[0].partition("=")
                self.cookies[name] = value
        return answer

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, **headers)

    def post(self, path: str, token: str, **fields: str) -> Answer:
        return self.ask("POST", path, {"jeton": token, **fields})

    def begin(self, procedure: str = "", fact: str | list[str] = "qf", **fields: str) -> Answer:
        """Chooses, and is sent to the provider."""
        page = self.get("/choisir" + (f"?demarche={procedure}" if procedure else ""))
        return self.post("/connexion", page.token, but="faire", demarche=procedure,
                         **chosen(fact), **fields)

    def at_provider(self, answer: Answer, person: str) -> str:
        """Logs in there; returns the callback's path and query."""
        target = urllib.parse.urlsplit(answer.location)
        page = self.ask("GET", f"{target.path}?{target.query}", port=target.port)
        assert page.status == 200, f"{page.status} {page.text}"
        key = re.search('name="key" value="([^"]*)"', page.text)[1]
        sent = self.ask("POST", "/api/v2/login", {"key": key, "person": person}, port=target.port)
        back = urllib.parse.urlsplit(sent.location)
        return f"{back.path}?{back.query}"

    def log_in(self, person: str = "ines", **choice) -> Answer:
        """Chooses and logs in; returns the answer of the callback."""
        return self.get(self.at_provider(self.begin(**choice), person))

    def find(self, person: str = "ines") -> Answer:
        """Logs in to find theirs again."""
        home = self.get("/")
        begun = self.post("/connexion", home.token, but="retrouver")
        return self.get(self.at_provider(begun, person))

    def take(self, person: str = "ines", **choice) -> str:
        """The whole journey; returns the text of the code."""
        self.log_in(person, **choice)
        page = self.get("/donnees")
        accepted = self.post("/accepter", page.token)
        assert accepted.location == "/justificatif", accepted.text
        return self.get("/justificatif.txt").text
