"""The rules V2 to V16 in their order (Spec/verdicts.md 2); V1 is in inputs.py."""

import dataclasses
from collections.abc import Callable

from . import clock, payload, sense, text as texts
from .claims import BY_NAME, FIRST_FACT
from .curve import is_signed
from .days import DAY, day_text
from .faults import Fault
from .names import fold
from .revocations import RevocationList
from .trust import Issuer, TrustList

TOLERANCE, GRACE = 2 * 3600, 12 * 3600


@dataclasses.dataclass(frozen=True)
class Setting:
    """What a place of control knows: lists in force, the instant, and its names for itself."""

    trust: TrustList | None
    lists: dict[str, RevocationList]
    now: int
    observed: int | None = None
    recipients: tuple[str, ...] = ()


@dataclasses.dataclass
class Case:
    """One text while it is judged; each rule may rely on what the ones before have found."""

    text: str
    setting: Setting
    proof: payload.Justificatif | None = None
    issuer: Issuer | None = None

    @property
    def revocations(self) -> RevocationList | None:
        """U4: the list that the issuer names, if there is one here."""
        return self.setting.lists.get(self.issuer.revocations)

    def coverage(self) -> str:
        """What that list says of this justificatif (lists.md 4.5)."""
        return self.revocations.state(self.proof.issued, self.proof.fingerprint())


Against = tuple[str, str | None] | None


def ours(case: Case) -> Against:
    """V2."""
    return ("foreign-code", None) if texts.version(case.text) is None else None


def version(case: Case) -> Against:
    """V3."""
    return ("version-unknown", "prefix") if texts.version(case.text) != 1 else None


def well_formed(case: Case) -> Against:
    """V4."""
    try:
        case.proof = payload.read(texts.token_bytes(case.text))
    except Fault as fault:
        return "malformed", fault.reason
    return None


def issuer_lookup(case: Case) -> Against:
    """V5."""
    trust = case.setting.trust
    if trust is None:
        return "lists-stale", "trust-list-missing"
    case.issuer = trust.issuers.get(case.proof.signature.kid)
    if case.issuer is not None:
        return None
    if case.setting.now >= trust.warn_after:
        return "lists-stale", "issuer-not-in-an-aging-list"
    return "issuer-unknown", None


def signature(case: Case) -> Against:
    """V6."""
    good = is_signed(case.issuer.key, case.proof.signature.value, case.proof.signed)
    return None if good else ("signature-invalid", None)


def known_claims(case: Case) -> Against:
    """V7."""
    return ("version-unknown", "claim") if case.proof.claims.later else None


def makes_sense(case: Case) -> Against:
    """V8."""
    reason = sense.broken(case.proof)
    return ("malformed", reason) if reason else None


def scope(case: Case) -> Against:
    """V9."""
    rows = (BY_NAME[name] for name in case.proof.claims.values)
    blocks = {row.block for row in rows if row.label >= FIRST_FACT}
    return None if blocks <= set(case.issuer.blocks) else ("out-of-scope", None)


def key_state(case: Case) -> Against:
    """V10."""
    if case.issuer.compromised:
        return "key-withdrawn", "compromised"
    if not case.issuer.sign_from <= case.proof.issued <= case.issuer.sign_until:
        return "key-withdrawn", "outside-signing-days"
    return None


def revoked(case: Case) -> Against:
    """V11."""
    found = case.revocations is not None and case.coverage() == "revoked"
    return ("revoked", None) if found else None


def clock_is_right(case: Case) -> Against:
    """V12."""
    lists = [case.revocations] if case.revocations else []
    least = clock.floor(case.setting.trust, lists, case.setting.observed)
    return ("clock-suspect", None) if clock.is_suspect(case.setting.now, least) else None


def not_yet(case: Case) -> Against:
    """V13."""
    early = case.proof.issued * DAY > case.setting.now + TOLERANCE
    return ("not-yet-valid", None) if early else None


def expiry(case: Case) -> Against:
    """V14."""
    late = case.setting.now >= case.proof.expires * DAY + GRACE
    return ("expired", None) if late else None


def recipient(case: Case) -> Against:
    """V15."""
    made_for, here = case.proof.claims.values.get("recipient"), case.setting.recipients
    if made_for is None or not here or fold(made_for) in map(fold, here):
        return None
    return "wrong-recipient", None


def freshness(case: Case) -> Against:
    """V16."""
    now, trust, named = case.setting.now, case.setting.trust, case.issuer.revocations
    mine = case.revocations
    if now >= trust.refuse_after:
        return "lists-stale", "trust-list-too-old"
    if named is not None and mine is None:
        return "lists-stale", "revocation-list-missing"
    if mine and now >= mine.refuse_after:
        return "lists-stale", "revocation-list-too-old"
    if mine and case.coverage() == "not-covered":
        return "lists-stale", "revocation-list-begins-later"
    if now >= trust.warn_after:
        return "valid-lists-aging", "trust-list-aging"
    if mine and now >= mine.warn_after:
        return "valid-lists-aging", "revocation-list-aging"
    if mine and case.coverage() == "issued-later":
        return "valid-lists-aging", "issued-after-revocation-list"
    return None


RULES: tuple[Callable[[Case], Against], ...] = (
    ours, version, well_formed, issuer_lookup, signature, known_claims, makes_sense, scope,
    key_state, revoked, clock_is_right, not_yet, expiry, recipient, freshness,
)
SHOWN_FROM = RULES.index(clock_is_right)


def judge(text: str, setting: Setting) -> dict[str, object]:
    """The verdict on one text that X1 has trimmed, and what may be shown beside it (section 1)."""
    case = Case(text, setting)
    for place, rule in enumerate(RULES):
        against = rule(case)
        if against is not None:
            shown = place >= SHOWN_FROM
            return verdict(*against) | (stated(case) if shown else {})
    return verdict("valid") | stated(case)


def verdict(code: str, reason: str | None = None) -> dict[str, object]:
    return {"verdict": code} | ({"reason": reason} if reason else {})


def stated(case: Case) -> dict[str, object]:
    """What the justificatif states, with the bytes on the way to it."""
    proof = case.proof
    return {
        "token": proof.token.hex(), "to_be_signed": proof.signed.hex(),
        "fingerprint": proof.fingerprint().hex(),
        "reference": payload.reference(proof.identifier), "issuer": case.issuer.name,
        "issued": day_text(proof.issued), "last_day": day_text(proof.expires - 1),
        "claims": proof.claims.values,
    }
