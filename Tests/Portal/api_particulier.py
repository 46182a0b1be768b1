"""A stand-in of API Particulier: what it answers by the citizen's own token.

Where the official OpenAPI document is there, every request that is answered and its answer are
validated against it (openapi-core); what is not valid is kept in `invalid`.
"""

import json
import pathlib
import urllib.parse

import people
from data_body import DataBody, DataBodyHandler, mask

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
# By the portal's own token, and the identifier a person chose at France Travail.
IDENTIFIER = "/v3/france_travail/statut/identifiant"
DOCUMENT = pathlib.Path(__file__).resolve().parents[3] / "shared/data/openapi/api-particulier.yaml"


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
        document["paths"] = {
            route: document["paths"][route] for route in (*ROUTES, IDENTIFIER)}
        self.openapi = OpenAPI.from_dict(document)

    def faults(self, path: str, headers: dict, value: dict) -> list[str]:
        """What is wrong with a request and its answer."""
        if self.openapi is None:
            return []
        from openapi_core.testing import MockRequest, MockResponse
        parts = urllib.parse.urlsplit(path)
        request = MockRequest("http://127.0.0.1", "get", parts.path, headers=headers,
                              args=dict(urllib.parse.parse_qsl(parts.query)))
        try:
            self.openapi.validate_request(request)
            self.openapi.validate_response(request, MockResponse(
                json.dumps(value).encode(), status_code=200, content_type="application/json"))
        except Exception as fault:  # noqa: BLE001 - whatever is not valid is a finding
            return [f"{type(fault).__name__}: {fault} {fault.__cause__}"]
        return []


class APIParticulierHandler(DataBodyHandler):
    double: "APIParticulier"
    media = "application/vnd.api+json"

    def error(self, code: str, title: str) -> dict:
        return {"errors": [{"code": code, "title": title, "detail": title, "source": None,
                            "meta": {}}]}

    def answer(self) -> tuple[int, dict, dict]:
        given = dict(self.fields())
        if self.route == IDENTIFIER:
            return self.identified(given)
        if self.route not in ROUTES:
            return 404, self.error("00404", "Route inconnue"), {}
        maker, scopes = ROUTES[self.route]
        if not self.bearer:
            return 401, self.error("50001", "Jeton FranceConnect mal formé"), {}
        grant = self.double.provider.introspect(self.bearer)
        if not grant:
            return 401, self.error("50002", "Jeton FranceConnect expiré"), {}
        granted = grant["scope"].split()
        if "identite_pivot" not in granted:
            return 401, self.error("50003", "Identité absente du jeton"), {}
        if not set(granted) & set(scopes):
            return 403, self.error("00100", "Privilèges insuffisants"), {}
        if not is_siret(given.get("recipient", "")):
            return 422, self.error("00203", "Le SIRET n'est pas valide"), {}
        case, refusal = self.case_of(grant, self.route.split("/")[-2])
        if refusal:
            return refusal
        data = maker(self.person(grant, case), **case.get("data", {}))
        # Before members are masked: the document does not say that they may be.
        self.double.invalid += self.double.contract.faults(
            self.path, dict(self.headers), {"data": data, "links": {}, "meta": {}})
        hidden = {member for scope, member in scopes.items() if scope not in granted}
        data = mask(data, hidden | set(case.get("masked", [])))
        return 200, {"data": data, "links": {}, "meta": {}}, {}

    def identified(self, given: dict) -> tuple[int, dict, dict]:
        """A job seeker, for every caller: it is for the portal to see whom the answer is about."""
        if self.bearer != self.double.token:
            return 401, self.error("00101", "Interdit"), {}
        if not is_siret(given.get("recipient", "")):
            return 422, self.error("00203", "Le SIRET n'est pas valide"), {}
        name = self.double.identifiers.get(given.get("identifiant", ""))
        if name is None:
            return 404, self.error("24003", "Entité non trouvée"), {}
        case, refusal = self.case_of({"person": name}, "identifiant")
        if refusal:
            return refusal
        data = people.kept_registration(self.double.provider.people[name], **case.get("data", {}))
        self.double.invalid += self.double.contract.faults(
            self.path, dict(self.headers), {"data": data, "links": {}, "meta": {}})
        return 200, {"data": mask(data, set(case.get("masked", []))), "links": {}, "meta": {}}, {}


class APIParticulier(DataBody):
    """The server of API Particulier, as far as the portal asks it.

    `identifiers` says whose each identifier of France Travail is.
    """

    handler = APIParticulierHandler
    token = "jeton-de-demonstration-du-portail"

    def __init__(self, provider, port: int = 0):
        self.contract = Contract()
        self.identifiers: dict[str, str] = {}
        super().__init__(provider, port)


def is_siret(text: str) -> bool:
    """14 digits whose Luhn sum is a multiple of ten."""
    if len(text) != 14 or not text.isdigit():
        return False
    doubled = [int(digit) * (2 - place % 2) for place, digit in enumerate(text)]
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0
