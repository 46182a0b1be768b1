"""The closed sets of expected values (Spec/verdicts.md 1 and 2, Spec/lists.md 6.3)."""

import json
import re

from justificatif_verify.claims import BY_NAME

VERDICTS = {
    "valid", "valid-lists-aging", "signature-invalid", "issuer-unknown", "out-of-scope",
    "key-withdrawn", "revoked", "expired", "not-yet-valid", "wrong-recipient", "lists-stale",
    "clock-suspect", "malformed", "version-unknown", "foreign-code", "unreadable",
    "several-codes", "internal-error",
}
BASE32 = {"text-length", "text-character", "text-trailing-bits"}
BITS = {"coding-not-best", "bit-padding", "trailing-bytes", "truncated", "out-of-range"}
FORM = {
    "truncated", "trailing-bytes", "not-shortest", "indefinite-length", "reserved-head",
    "wrong-type", "wrong-algorithm", "out-of-range", "key-order", "not-utf8", "wrong-length",
    "too-long", "too-many", "too-deep", "unknown-key", "missing-key", "name-form",
}
LISTS = FORM | BITS | {
    "adopted", "in-force", "not-a-list", "too-large", "signature-order", "key-not-prime-order",
    "root-chain-gap", "root-chain-fork", "root-not-signed-enough", "roots-without-trust-list",
    "not-signed-enough", "root-key-in-another-role", "date-order", "duplicate-key",
    "unknown-list", "no-trust-list", "unknown-list-id", "wrong-key", "wrong-list", "wrong-epoch",
    "trust-list-too-old", "lower-sequence", "same-sequence-other-content",
    "issued-in-the-future", "forgets-revocations",
}
SENSE = {"ends-before-issue", "lives-too-long", "no-identity", "born-after-issue"}
SENSE |= {f"missing-{needed}-for-{row.name}" for row in BY_NAME.values()
          for needed in row.requires}
SENSE |= {f"{row.name}-excludes-{other}" for row in BY_NAME.values() for other in row.excludes}
REASONS = {
    "malformed": FORM | BASE32 | SENSE | {"not-a-day"},
    "version-unknown": {"prefix", "claim"},
    "key-withdrawn": {"compromised", "outside-signing-days"},
    "unreadable": {"empty", "no-code", "not-a-picture", "too-large", "damaged", "out-of-memory",
                   "pdf-disabled", "too-many-pages"},
    "lists-stale": {"trust-list-missing", "issuer-not-in-an-aging-list", "trust-list-too-old",
                    "revocation-list-missing", "revocation-list-too-old",
                    "revocation-list-begins-later"},
    "valid-lists-aging": {"trust-list-aging", "revocation-list-aging",
                          "issued-after-revocation-list"},
}
SMALL = {
    "base32": {"valid"} | BASE32,
    "folding": {"valid"},
    "reference": {"valid", "refused"},
    "roots": {"valid", "refused"},
    "signature": {"valid", "key", "length", "signature"},
    "coding": {"valid"} | BITS,
    "hashing": {"valid"},
}
PLACE = re.compile(r"@\d+$")
SHOWN = ("reference", "issuer", "issued", "last_day", "claims")


def check_verdict(code: str, reason: str | None) -> None:
    """Raises ValueError for a code or a reason that is not in Spec."""
    if code not in VERDICTS:
        raise ValueError(f"no verdict of this name: {code}")
    if reason is not None and reason not in REASONS.get(code, set()):
        raise ValueError(f"no reason of {code} of this name: {reason}")


def check_answers(asked: dict[str, object], answers: list[str]) -> None:
    known = {"install": LISTS, "judge": VERDICTS, "clock": {"ok", "clock-suspect"},
             "accept": {"ok"}}[asked["do"]]
    if len(answers) != len(asked.get("files", [""])) or not set(answers) <= known:
        raise ValueError(f"no answers to this step: {' '.join(answers)}")


def check_state(state: dict, first: bool) -> None:
    """Raises ValueError for a state that is not of README 2.2; a verifier begins with its roots."""
    names = set(state)
    if not {"roots", "revocations"} <= names <= {"roots", "revocations", "trust", "observed"}:
        raise ValueError(f"no state of this form: {sorted(names)}")
    if first and (len(names) > 2 or state["revocations"]):
        raise ValueError("a first state of more than roots")


def check_small(kind: str, answer: str) -> None:
    if answer not in SMALL[kind]:
        raise ValueError(f"no answer of {kind} of this name: {answer}")


def differences(wanted: dict, answer: dict, reasons: bool) -> list[str]:
    """What differs, one line each; what may be there is compared where it is there (README 3)."""
    found = []
    for key, value in wanted.items():
        if key == "reason" and not reasons:
            continue
        if key == "steps":
            found += step_differences(value, answer.get("steps"))
            continue
        given = answer.get(key)
        if key == "reason":
            given = PLACE.sub("", given) if isinstance(given, str) else given
        asked = key in answer or key in must_be_there(wanted, reasons)
        if asked and not same(given, value):
            found.append(f"{key}: expected {short(value)}, got {short(given)}")
    return found + shown_too_much(wanted, answer)


def shown_too_much(wanted: dict, answer: dict) -> list[str]:
    """What is shown beside a verdict that shows nothing (verdicts.md 1)."""
    asked = SHOWN if "verdict" in wanted else ()
    return [f"{key}: expected nothing, got {short(answer[key])}"
            for key in asked if key not in wanted and key in answer]


def same(one: object, other: object) -> bool:
    """Whether two values are the same JSON; in Python alone, true is 1."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def must_be_there(wanted: dict, reasons: bool) -> set[str]:
    if "verdict" in wanted:
        return {"verdict"} | ({"reason"} if reasons else set())
    return set(wanted)


def step_differences(wanted: list[dict], given: object) -> list[str]:
    if not isinstance(given, list) or len(given) != len(wanted):
        return [f"steps: expected {len(wanted)}, got {short(given)}"]
    found = []
    for place, (step, answer) in enumerate(zip(wanted, given), 1):
        answer = answer if isinstance(answer, dict) else {}
        if not same(answer.get("answers"), step["answers"]):
            found.append(f"step {place}: expected {short(step['answers'])}, "
                         f"got {short(answer.get('answers'))}")
        if "state" in answer and not same(answer["state"], step["state"]):
            found.append(f"state after step {place}: expected {short(step['state'])}, "
                         f"got {short(answer['state'])}")
    return found


def short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 400 else text[:400] + "..."
