"""What a proof says, by the town's own lists: nothing is asked of anybody (Spec/verdicts.md)."""

import dataclasses
import json
import subprocess

# A text of a code has at most some 1,500 characters; a photograph or a PDF some megabytes.
TEXT_LIMIT = 4_000
FILE_LIMIT = 8_000_000


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`family` is green, amber, red or grey, `code` why; `claims` is empty unless green or amber."""

    family: str
    code: str
    reference: str
    claims: dict

    @property
    def is_valid(self) -> bool:
        return self.family == "green"

    @property
    def holder(self) -> str:
        parts = (self.claims.get("first_given_name"), self.claims.get("family_name"))
        return " ".join(part for part in parts if part)

    @property
    def tariff(self) -> str:
        """What the price depends on, as the form shows it."""
        claims = self.claims
        if "tariff_bracket" in claims:
            scale, number = claims["tariff_bracket"]
            return f"tranche {number} du barème {scale}"
        if "qf_at_most" in claims:
            return f"quotient familial d’au plus {claims['qf_at_most']} €"
        return f"quotient familial de {claims['qf']} €" if "qf" in claims else ""


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
                       said.get("reference", ""), said.get("claims", {}))
