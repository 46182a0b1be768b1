"""One list offered to a verifier that has nothing but its roots, or its roots and a trust list."""

from . import judging
from .keys import Key, key
from .lists import Roots, Signed, issuer, source, trust, trust_map
from .scenario import INSTALLED, Kept, Step, adoption
from .writing import Vector

NOTHING = Kept(judging.ROOTS)


def of_trust(name: str, comment: str, given: Signed | bytes, answer: str, rules: str, flags: str,
             at: str = INSTALLED, roots: Roots = judging.ROOTS,
             pinned: str = "roots.pub") -> Vector:
    """A trust list alone."""
    after = Kept(roots, given) if answer == "adopted" else Kept(roots)
    payload = given.file if isinstance(given, Signed) else given
    return adoption(f"list_{name}", comment, Kept(roots), [
        Step(f"install {at} payload", answer, after)], rules=rules, flags=flags, payload=payload,
        roots=pinned)


def of_revocations(name: str, comment: str, given: Signed | bytes, answer: str, rules: str,
                   flags: str, at: str = INSTALLED) -> Vector:
    """A revocation list together with the trust list that names it."""
    kept = {given: True} if answer == "adopted" else {}
    payload = given.file if isinstance(given, Signed) else given
    return adoption(f"revocation_{name}", comment, NOTHING, [
        Step(f"install {at} trust.cose payload", f"adopted {answer}",
             Kept(judging.ROOTS, judging.TRUST, kept))], rules=rules, flags=flags, payload=payload)


def small_trust(sequence: int = 7, issuers: list[dict] | None = None, sources: list[dict] = (),
                **changes: object) -> dict[int, object]:
    """The content of a trust list of one issuer; `key_64` and so on add or replace keys."""
    content = trust_map(sequence, [issuer(key("main"))] if issuers is None else issuers, sources,
                        **{name: value for name, value in changes.items() if name == "instants"})
    return content | {int(name[4:]): value for name, value in changes.items()
                      if name.startswith("key_")}


def signed(content: dict | bytes, signers: list[Key] | None = None, sequence: int = 7) -> Signed:
    """Signed by two of the three roots."""
    if isinstance(content, dict) and isinstance(content.get(1), int):
        sequence = content[1]
    return trust(content, judging.SIGNERS if signers is None else signers, sequence)


def with_issuer(**changes: object) -> Signed:
    """A trust list whose one issuer has something changed."""
    return signed(small_trust(issuers=[issuer(key("main"), **changes)]))


def with_source(entry: dict[int, object]) -> Signed:
    return signed(small_trust(sources=[entry]))


def usual_source(**changes: object) -> dict[int, object]:
    entry = source("caf", key("rev-caf"))
    places = {"identifier": 1, "keys": 2, "epoch": 3}
    return entry | {places.get(name) or int(name[4:]): value for name, value in changes.items()}
