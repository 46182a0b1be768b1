"""A stand-in of API Particulier: the quotient familial by the citizen's own token.

Where the official OpenAPI document is there, every request and every answer of status 200 is
validated against it (openapi-core); what is not valid is kept in `invalid`.
"""

import json
import pathlib
import time
import urllib.parse

from people import answer
from server import Handler, Server

ROUTE = "/v3/dss/quotient_familial/france_connect"
SCOPES = {"cnaf_quotient_familial": "quotient_familial", "cnaf_allocataires": "allocataires",
          "cnaf_enfants": "enfants", "cnaf_adresse": "adresse"}
DOCUMENT = pathlib.Path(__file__).resolve().parents[3] / "shared/data/openapi/api-particulier.yaml"


def error(code: str, title: str, **meta) -> dict:
    return {"errors": [{"code": code, "title": title, "detail": title, "source": None,
                        "meta": meta}]}


class Contract:
    """The official document; without it, or without openapi-core, nothing is validated."""

    def __init__(self):
        self.openapi = None
        try:
            import yaml
            from openapi_core import OpenAPI
        except ImportError:
            return
        if not DOCUMENT.exists():
            return
        document = yaml.safe_load(DOCUMENT.read_text("utf-8"))
        # The only reason why the document is invalid.
        for scheme in document["components"]["securitySchemes"].values():
            scheme.pop("name", None), scheme.pop("in", None)
        document["servers"] = [{"url": "http://127.0.0.1"}]
        document["paths"] = {ROUTE: document["paths"][ROUTE]}
        self.openapi = OpenAPI.from_dict(document)

    def faults(self, path: str, headers: dict, status: int, body: bytes) -> list[str]:
        if self.openapi is None:
            return []
        from openapi_core.testing import MockRequest, MockResponse
        parts = urllib.parse.urlsplit(path)
        request = MockRequest("http://127.0.0.1", "get", parts.path, headers=headers,
                              args=dict(urllib.parse.parse_qsl(parts.query)))
        try:
            self.openapi.validate_request(request)
            if status == 200:
                self.openapi.validate_response(request, MockResponse(
                    body, status_code=200, content_type="application/json"))
        except Exception as fault:  # noqa: BLE001 - whatever is not valid is a finding
            return [f"{type(fault).__name__}: {fault} {fault.__cause__}"]
        return []


class APIParticulier:
    """Answers for the people of `provider`; `cases` says what else, by person."""

    def __init__(self, provider, port: int = 0):
        self.provider = provider
        self.contract = Contract()
        self.cases: dict[str, list[dict]] = {}
        self.invalid: list[str] = []
        self.asked = 0
        self.server = Server(self, APIParticulierHandler, port)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def case(self, person: str) -> dict:
        """The next of a person's cases; the last one stays."""
        cases = self.cases.get(person, [{}])
        return cases.pop(0) if len(cases) > 1 else cases[0]

    def close(self) -> None:
        self.server.close()


class APIParticulierHandler(Handler):
    double: APIParticulier

    def do_GET(self) -> None:
        self.double.asked += 1
        status, value, headers = self.answer()
        self.double.invalid += self.double.contract.faults(
            self.path, dict(self.headers), status, json.dumps(value).encode())
        if status == 200:
            self.mask(value)
        self.say(status, json.dumps(value).encode(), "application/vnd.api+json", **headers)

    def answer(self) -> tuple[int, dict, dict]:
        given = dict(self.fields())
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        if self.route != ROUTE:
            return 404, error("00404", "Route inconnue"), {}
        if kind != "Bearer" or not token:
            return 401, error("50001", "Jeton FranceConnect mal formé"), {}
        grant = self.double.provider.introspect(token)
        if not grant:
            return 401, error("50002", "Jeton FranceConnect expiré"), {}
        if "identite_pivot" not in grant["scope"].split():
            return 401, error("50003", "Identité absente du jeton"), {}
        if not is_siret(given.get("recipient", "")):
            return 422, error("00203", "Le SIRET n'est pas valide"), {}
        case = self.double.case(grant["person"])
        time.sleep(case.get("delay", 0))
        if "status" in case:
            return case["status"], error(case["code"], case.get("title", "Refus")), case.get(
                "headers", {})
        value = answer(self.double.provider.people[case.get("as", grant["person"])],
                       **case.get("quotient", {}))
        self.hidden = set(SCOPES.values()) - {
            SCOPES[scope] for scope in grant["scope"].split() if scope in SCOPES}
        self.hidden |= set(case.get("masked", []))
        return 200, value, {}

    def mask(self, value: dict) -> None:
        """Takes away what no scope was granted for, as production does; the document does not."""
        for name in self.hidden:
            value["data"].pop(name, None)


def is_siret(text: str) -> bool:
    """14 digits whose Luhn sum is a multiple of ten."""
    if len(text) != 14 or not text.isdigit():
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(text)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
