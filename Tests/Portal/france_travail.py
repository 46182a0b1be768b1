"""A stand-in of France Travail: the registration of a person, by their own token."""

import people
from data_body import DataBody, DataBodyHandler, mask
from published import REGISTRATION, faults, missing

ROUTE = "/partenaire/fc-statutaugmente/v1/statut"


class FranceTravailHandler(DataBodyHandler):
    def answer(self) -> tuple[int, object, dict]:
        if self.route != ROUTE:
            return 404, self.error("404", "Route inconnue"), {}
        grant = self.double.provider.introspect(self.bearer)
        if not grant:
            return 401, self.error("401", "Jeton"), {}
        if "api_fc-statutaugmentev1" not in grant["scope"].split():
            return 403, self.error("403", "Scope"), {}
        case, refusal = self.case_of(grant, "statut")
        if refusal:
            return refusal
        value = people.registration(self.person(grant, case), **case.get("data", {}))
        if not case:
            self.double.invalid += faults(value, REGISTRATION) + missing(value)
        return 200, mask(value, set(case.get("masked", []))), {}


class FranceTravail(DataBody):
    handler = FranceTravailHandler
