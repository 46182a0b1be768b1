"""A stand-in of API Particulier: what it answers by the citizen's own token.

Where the official OpenAPI document is there, every request and every answer of status 200 is
validated against it (openapi-core); what is not valid is kept in `invalid`.
"""

import collections
import json
import pathlib
import threading
import time
import urllib.parse

import people
from server import Handler, Server

# Each route: who answers, and which member each scope unmasks (Spec/portal.md 5).
ROUTES = {
    "/v3/dss/quotient_familial/france_connect": (people.family, {
        "cnaf_quotient_familial": "quotient_familial", "cnaf_allocataires": "allocataires",
        "cnaf_enfants": "enfants", "cnaf_adresse": "adresse"}),
    "/v3/dss/complementaire_sante_solidaire/france_connect": (people.cover, {
        "complementaire_sante_solidaire": "*"}),
    "/v3/mesri/statut_etudiant/france_connect": (people.student, {
        "mesri_admissions": "admissions", "mesri_admission_inscrit": "est_inscrit",
        "mesri_admission_regime_formation": "regime_formation",
        "mesri_admission_commune_etudes": "code_cog_insee_commune",
        "mesri_admission_etablissement_etudes": "etablissement_etudes"}),
    "/v3/cnous/etudiant_boursier/france_connect": (people.grant, {
        "cnous_statut_boursier": "est_boursier", "cnous_echelon_bourse": "echelon_bourse",
        "cnous_periode_versement": "periode_versement_bourse", "cnous_email": "email",
        "cnous_ville_etudes": "etablissement_etudes"}),
}
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
        document["paths"] = {route: document["paths"][route] for route in ROUTES}
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
    """Answers for the people of `provider`.

    `cases` says what else: by person, or by person and last word of the path before
    `/france_connect`, such as `("ines", "statut_etudiant")`.
    """

    def __init__(self, provider, port: int = 0):
        self.provider = provider
        self.contract = Contract()
        self.cases: dict = {}
        self.invalid: list[str] = []
        self.asked: list[str] = []
        self.lock = threading.Lock()
        # Calls under way by access token, and the most there were of one.
        self.at_once = collections.Counter()
        self.most_at_once = 0
        self.server = Server(self, APIParticulierHandler, port)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def case(self, person: str, name: str) -> dict:
        """The next of a person's cases; the last one stays."""
        cases = self.cases.get((person, name)) or self.cases.get(person) or [{}]
        return cases.pop(0) if len(cases) > 1 else cases[0]

    def close(self) -> None:
        self.server.close()


class APIParticulierHandler(Handler):
    double: APIParticulier

    def do_GET(self) -> None:
        double, token = self.double, self.headers.get("Authorization")
        with double.lock:
            double.asked.append(self.route)
            double.at_once[token] += 1
            double.most_at_once = max(double.most_at_once, double.at_once[token])
        try:
            status, value, headers = self.answer()
        finally:
            with double.lock:
                double.at_once[token] -= 1
        # Before members are masked: the document does not say that they may be.
        double.invalid += double.contract.faults(
            self.path, dict(self.headers), status, json.dumps(value).encode())
        if status == 200:
            value = {**value, "data": mask(value["data"], self.hidden)}
        self.say(status, json.dumps(value).encode(), "application/vnd.api+json", **headers)

    def answer(self) -> tuple[int, dict, dict]:
        given = dict(self.fields())
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        if self.route not in ROUTES:
            return 404, error("00404", "Route inconnue"), {}
        maker, scopes = ROUTES[self.route]
        if kind != "Bearer" or not token:
            return 401, error("50001", "Jeton FranceConnect mal formé"), {}
        grant = self.double.provider.introspect(token)
        if not grant:
            return 401, error("50002", "Jeton FranceConnect expiré"), {}
        granted = grant["scope"].split()
        if "identite_pivot" not in granted:
            return 401, error("50003", "Identité absente du jeton"), {}
        if not set(granted) & set(scopes):
            return 403, error("00100", "Privilèges insuffisants"), {}
        if not is_siret(given.get("recipient", "")):
            return 422, error("00203", "Le SIRET n'est pas valide"), {}
        case = self.double.case(grant["person"], self.route.split("/")[-2])
        time.sleep(case.get("delay", 0))
        if "status" in case:
            return case["status"], error(case["code"], case.get("title", "Refus")), case.get(
                "headers", {})
        person = self.double.provider.people[case.get("as", grant["person"])]
        self.hidden = {member for scope, member in scopes.items() if scope not in granted}
        self.hidden |= set(case.get("masked", []))
        return 200, {"data": maker(person, **case.get("data", {})), "links": {}, "meta": {}}, {}


def mask(value, hidden: set[str]):
    """What is left without the members that no scope was granted for."""
    if isinstance(value, list):
        return [mask(item, hidden) for item in value]
    if isinstance(value, dict):
        return {name: mask(item, hidden) for name, item in value.items() if name not in hidden}
    return value


def is_siret(text: str) -> bool:
    """14 digits whose Luhn sum is a multiple of ten."""
    if len(text) != 14 or not text.isdigit():
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(text)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
