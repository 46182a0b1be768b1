"""What a proof says, by the town's own lists: nothing is asked of anybody (Spec/verdicts.md)."""

import dataclasses
import json
import subprocess

from names import is_same_birth, is_same_name

# A text of a code has at most some 1,500 characters; a photograph or a PDF some megabytes.
TEXT_LIMIT = 4_000
FILE_LIMIT = 8_000_000


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`family` is green, amber, red or grey, `code` why; `claims` is empty unless green or amber.

    `last_day` is the last on which it can be used, as `2026-12-31`.
    """

    family: str
    code: str
    reference: str
    claims: dict
    last_day: str = ""

    @property
    def is_valid(self) -> bool:
        return self.family == "green"

    @property
    def holder(self) -> str:
        parts = (self.claims.get("first_given_name"),
                 self.claims.get("usage_name") or self.claims.get("family_name"))
        return " ".join(part for part in parts if part)

    @property
    def birth(self) -> str:
        """`31/12/1990`, as forms are filled in; empty if a part of it is unknown."""
        year, month, day = self.claims.get("birth_date", "0-00-00").split("-")
        return "" if "00" in (month, day) else f"{day}/{month}/{year}"

    def differences(self, parent: str, birth: str) -> list[str]:
        """Which of `name` and `birth` of the form is not that of the proof."""
        birth_date = self.claims.get("birth_date", "")
        return (([] if is_same_name(parent, self.claims) else ["name"])
                + ([] if is_same_birth(birth, birth_date) else ["birth"]))

    @property
    def tariff(self) -> tuple[str, str]:
        """What the price depends on, in French and in English; empty if it does not say."""
        claims = self.claims
        if "tariff_bracket" in claims:
            scale, number = claims["tariff_bracket"]
            return (f"tranche {number} du barème {scale}", f"bracket {number} of scale {scale}")
        if "qf_at_most" in claims:
            bound = claims["qf_at_most"]
            return (f"quotient familial d’au plus {bound} €",
                    f"quotient familial of at most €{bound}")
        if "qf" in claims:
            value = claims["qf"]
            return (f"quotient familial de {value} €", f"quotient familial of €{value}")
        return ("", "")


class Verifier:
    """Runs `justificatif verify`, which needs no network."""

    def __init__(self, program: str, lists: str, recipient: str):
        self.command = [program, "verify", "--json", "--lists", lists, "--recipient", recipient,
                        "-"]

    def verdict(self, given: bytes) -> Verdict:
        """Of a text, a picture or a PDF; a proof made for another town is not valid here."""
        done = subprocess.run(self.command, input=given, capture_output=True, timeout=60)
        try:
            said = json.loads(done.stdout)
        except ValueError:
            return Verdict("grey", "internal-error", "", {})
        return Verdict(said.get("family", "grey"), said.get("verdict", ""),
                       said.get("reference", ""), said.get("claims", {}),
                       said.get("last_day", ""))
