"""What the stand-ins of data bodies have in common."""

import collections
import json
import threading
import time

from server import Handler, Server


class DataBody:
    """Answers for the people of `provider`.

    `cases` says what else: by person, or by person and the name of what is asked for, such as
    `("ines", "statut_etudiant")`. A case is an answer of another status (`status`, `code`,
    `headers`), one that is late (`delay`), masked (`masked`), of somebody else (`as`) or with other
    data (`data`). Of several the next is taken at each call; the last one stays.
    """

    handler: type["DataBodyHandler"]

    def __init__(self, provider, port: int = 0):
        self.provider = provider
        self.cases: dict = {}
        self.invalid: list[str] = []
        self.asked: list[str] = []
        # Calls under way by access token, and the most there were of one.
        self.at_once = collections.Counter()
        self.most_at_once = 0
        self.lock = threading.Lock()
        self.server = Server(self, self.handler, port)
        self.address = f"http://127.0.0.1:{self.server.port}"

    def case(self, person: str, name: str) -> dict:
        cases = self.cases.get((person, name)) or self.cases.get(person) or [{}]
        return cases.pop(0) if len(cases) > 1 else cases[0]

    def close(self) -> None:
        self.server.close()


class DataBodyHandler(Handler):
    double: DataBody
    media = "application/json"

    @property
    def bearer(self) -> str:
        kind, _, token = self.headers.get("Authorization", "").partition(" ")
        return token if kind == "Bearer" else ""

    def citizen(self) -> str:
        """The access token of the person whom the call is about."""
        return self.bearer

    def do_GET(self) -> None:
        double, token = self.double, self.citizen()
        with double.lock:
            double.asked.append(self.route)
            double.at_once[token] += 1
            double.most_at_once = max(double.most_at_once, double.at_once[token])
        try:
            status, value, headers = self.answer()
        finally:
            with double.lock:
                double.at_once[token] -= 1
        self.say(status, json.dumps(value).encode(), self.media, **headers)

    def answer(self) -> tuple[int, object, dict]:
        raise NotImplementedError

    def error(self, code: str, title: str) -> dict:
        return {"code": code, "message": title}

    def case_of(self, grant: dict, name: str) -> tuple[dict, tuple | None]:
        """The case of a person, after its delay, and the answer if it is an error."""
        case = self.double.case(grant["person"], name)
        time.sleep(case.get("delay", 0))
        if "status" not in case:
            return case, None
        title = case.get("title", "Refus")
        return case, (case["status"], self.error(case["code"], title), case.get("headers", {}))

    def person(self, grant: dict, case: dict) -> dict:
        return self.double.provider.people[case.get("as", grant["person"])]


def mask(value, hidden: set[str]):
    """What is left without the members that no scope was granted for."""
    if isinstance(value, list):
        return [mask(item, hidden) for item in value]
    if isinstance(value, dict):
        return {name: mask(item, hidden) for name, item in value.items() if name not in hidden}
    return value
