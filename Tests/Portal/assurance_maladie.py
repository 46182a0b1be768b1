"""A stand-in of the rights of the Assurance maladie: who a person is, and then their contracts."""

import people
from data_body import DataBody, DataBodyHandler, mask
from published import BENEFICIARY, CONTRACTS, faults

BASE = "/v1/droits/beneficiaires"


class AssuranceMaladieHandler(DataBodyHandler):
    double: "AssuranceMaladie"

    def answer(self) -> tuple[int, object, dict]:
        name = self.route.removeprefix(BASE + "/")
        if name not in ("me", "contrats"):
            return 404, self.error("404", "Route inconnue"), {}
        if self.headers.get("X-API-Key") != self.double.key:
            return 403, self.error("403", "Clé"), {}
        grant = self.double.provider.introspect(self.bearer)
        if not grant:
            return 401, self.error("401", "Jeton"), {}
        if "droits_assurance_maladie" not in grant["scope"].split():
            return 403, self.error("403", "Scope"), {}
        case, refusal = self.case_of(grant, name)
        if refusal:
            return refusal
        person = self.person(grant, case)
        changes = case.get("data", {})
        if name == "me":
            value = people.beneficiary(person, **changes)
            if not case:
                self.double.invalid += faults(value, BENEFICIARY)
            return 200, mask(value, set(case.get("masked", []))), {}
        if self.headers.get("nir") != people.beneficiary(person)["nir"]:
            return 404, self.error("404", "Bénéficiaire inconnu"), {}
        value = people.contracts(person, **changes)
        if not case:
            self.double.invalid += faults(value, CONTRACTS)
        return 200, value, {}


class AssuranceMaladie(DataBody):
    handler = AssuranceMaladieHandler
    key = "cle-de-demonstration"
