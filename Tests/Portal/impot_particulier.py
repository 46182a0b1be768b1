"""A stand-in of API Impôt particulier of DGFIP: a token of the client, and one of the citizen."""

import base64
import re
import secrets
import time

import people
from data_body import DataBody, DataBodyHandler, mask
from published import INCOME, faults

LATEST = "/impotparticulier/1.0/dernieresituation/ir/assiettes/deuxans"
SCOPES = {
    "dgfip_rfr": "rfr", "dgfip_nbpart": "nbPart", "dgfip_sitfam": "sitFam", "dgfip_pac": "pac",
    "dgfip_aft": "aft", "dgfip_revenu": "revenuBrutGlobal", "dgfip_imposable": "revImposable",
    **{f"dgfip_{name}Dec{number}": f"{name}Dec{number}"
       for name in ("nmNai", "nmUsa", "prnm", "dateNais") for number in (1, 2)},
}
UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")


class ImpotParticulierHandler(DataBodyHandler):
    double: "ImpotParticulier"

    def citizen(self) -> str:
        return self.headers.get("X-FranceConnect-OAuth", "")

    def error(self, code: str, title: str) -> dict:
        return {"erreur": {"code": code, "message": title}}

    def do_POST(self) -> None:
        """The token of the client (RFC 6749 4.4)."""
        self.double.token_calls += 1
        pair = f"{self.double.client}:{self.double.secret}".encode()
        expected = "Basic " + base64.b64encode(pair).decode()
        if self.route != "/token" or self.headers.get("Authorization") != expected:
            return self.say(401, b'{"error": "invalid_client"}', self.media)
        if dict(self.fields()).get("grant_type") != "client_credentials":
            return self.say(400, b'{"error": "unsupported_grant_type"}', self.media)
        token = secrets.token_urlsafe(24)
        self.double.issued[token] = time.time() + self.double.lifetime
        body = f'{{"access_token": "{token}", "expires_in": 3600, "token_type": "Bearer"}}'
        return self.say(200, body.encode(), self.media)

    def answer(self) -> tuple[int, object, dict]:
        if self.route != LATEST:
            return 404, self.error("DG-40401", "Route inconnue"), {}
        if self.double.issued.get(self.bearer, 0) < time.time():
            return 401, self.error("DG-40101", "Jeton du client"), {}
        if (not UUID.fullmatch(self.headers.get("X-Correlation-ID", ""))
                or self.headers.get("ID_Teleservice") != self.double.teleservice):
            return 400, self.error("DG-40001", "En-tête manquant"), {}
        grant = self.double.provider.introspect(self.citizen())
        if not grant:
            return 401, self.error("DG-40102", "Jeton FranceConnect"), {}
        granted = grant["scope"].split()
        if not {"dgfip_annee_n_moins_1", "dgfip_rfr"} <= set(granted):
            return 403, self.error("DG-40301", "Scope"), {}
        case, refusal = self.case_of(grant, "deuxans")
        if refusal:
            return refusal
        hidden = {member for scope, member in SCOPES.items() if scope not in granted}
        data = dict(case.get("data", {}))
        if "second" in data:
            data["second"] = self.double.provider.people[data["second"]]
        value = people.household(self.person(grant, case), **data)
        if not case:
            self.double.invalid += faults(value, INCOME)
        return 200, mask(value, hidden | set(case.get("masked", []))), {}


class ImpotParticulier(DataBody):
    handler = ImpotParticulierHandler
    client, secret, teleservice = "portail", "secret-dgfip-de-demonstration", "JUSTIF"

    def __init__(self, provider, port: int = 0):
        self.issued: dict[str, float] = {}
        self.token_calls = 0
        self.lifetime = 3_600.0
        super().__init__(provider, port)
