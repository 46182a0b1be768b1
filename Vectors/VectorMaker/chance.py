"""Justificatifs and lists by chance, from one seed, as an issuer and a publisher may write them."""

import random
from collections.abc import Callable

from . import cbor, dates, judging, registry, ribbons, rice, rotating
from .companions import excluded, stating
from .keys import Key, key
from .lists import (ROOT, TRUST, chain, cosign, issuer, revocation_map, revocations, root_signature,
                    source, trust_map)
from .tokens import Proof, content, sealed

Change = Callable[[bytes], bytes]
Encode = Callable[[object], bytes]

LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéèêëçœæŒÆßłŞığŉẞỹ"
RECIPIENTS = ("Mairie d’Élan (44)", "CCAS", "A")
SIGNERS = (*["main"] * 8, *["revoking"] * 4, "narrow", "strange", "blockless", "stolen", "november",
           "orphan", "later", "jobs", "health", "outcast", "nobody")
BLOCKS = (0, 32, 64, 96, 112, 128, 1 << 40)
BIRTHS = (19850612, 18500000, 19000101, 20240200, 20240229, 19990000)
ROOT_STEPS = ((rotating.TWO, (rotating.A, rotating.B)), (rotating.THREE, (rotating.B, rotating.D)),
              (rotating.FOUR, (rotating.D, rotating.E)))


class Chance:
    """Draws everything from one seed."""

    def __init__(self, seed: str) -> None:
        self.random = random.Random(seed)

    def proof(self) -> Proof:
        parts = content(self.claims(), *self.days(), self.random.randbytes(16))
        return sealed(cbor.encode(parts), self.signer())

    def signer(self) -> Key:
        return key(self.random.choice(SIGNERS))

    def days(self) -> tuple[str, str]:
        """Of issue and of last use."""
        issued = dates.day("2026-11-20") - self.random.choice((0, 0, 1, self.random.randrange(-5, 95)))
        return dates.day_text(issued), dates.day_text(issued + self.random.randrange(89))

    def claims(self) -> dict[int, object]:
        """Claims that do not exclude one another, what they require, and an identity."""
        chosen = stating({})
        for number in self.random.sample(sorted(registry.rows()), self.random.choice((1, 2, 3, 5))):
            whole = stating(chosen | {number: self.value(number)})
            if not any(other in whole for each in whole for other in excluded(each)):
                chosen = whole
        return {number: self.value(number) for number in chosen}

    def value(self, number: int) -> object:
        """A value within the rules of its kind."""
        row, pick = registry.rows()[number], self.random
        match row["kind"]:
            case "name":
                return self.words()
            case "recipient":
                return pick.choice((*RECIPIENTS, self.words() + pick.choice(" &(),./:-") + "2"))
            case "code":
                return pick.choice(("75056", "00000", "99999"))
            case "choice":
                return int(pick.choice(row["json"].split()).partition("=")[2])
            case "true-only":
                return True
            case "flag":
                return pick.random() < 0.5
            case "bracket":
                lower = self.number(0, 99999)
                return [lower, pick.choice((None, self.number(lower + 1, 100000)))]
            case "tariff":
                return [pick.choice(("cantine-2026", "a", "0" * 32)), pick.randint(1, 99)]
            case "birth-date":
                return pick.choice(BIRTHS)
            case "data-age":
                return self.number(0, 365)
            case "month":
                return self.number(0, 2159)
            case "number":
                return self.number(*map(int, row["wire"].split("..")))
        return self.number(0, dates.LAST_DAY)

    def number(self, least: int, most: int) -> int:
        """Evenly by size, so that short and long heads come up alike."""
        bits = self.random.randint(1, max(1, (most - least).bit_length()))
        between = min(most, least + self.random.getrandbits(bits))
        return self.random.choice((least, most, *[between] * 8))

    def words(self) -> str:
        pick = self.random
        return pick.choice(" -'’").join("".join(pick.choices(LETTERS, k=pick.randint(1, 9)))
                                        for _ in range(pick.randint(1, 3)))

    # A list is made of values, which `encode` encodes; `change` changes its payload before it is signed.

    def trust(self, change: Change = bytes, encode: Encode = cbor.encode) -> bytes:
        pick = self.random
        names = pick.sample(("main", "narrow", "strange", "revoking", "orphan"), pick.randrange(4))
        sources = [source("caf", key("rev-caf"), epoch=pick.choice((1, 1, 1, 2)))]
        if pick.random() < 0.3:
            keys = [key("rev-absent"), key("rev-other")][:pick.randint(1, 2)]
            sources.append(source("absent", *keys))
        start = dates.instant("2026-11-01") + pick.choice((0, 0, pick.randrange(25) * dates.DAY))
        instants = tuple(dates.instant_text(start + days * dates.DAY)
                         for days in (0, pick.choice((10, 200)), 300))
        values = trust_map(self.sequence(7), list(map(self.issuer, names)), sources, instants)
        too_few = ([key("root-a")], [key("root-b"), key("root-x")])
        signers = pick.choice((judging.SIGNERS, judging.SIGNERS, *too_few))
        return _cosigned(change(encode(values)), signers, TRUST)

    def issuer(self, name: str) -> dict[int, object]:
        pick = self.random
        return issuer(
            key(name), tuple(sorted(pick.sample(BLOCKS, pick.randrange(5)))), pick.choice((None, "caf")),
            state=pick.choice((0, 0, 1)), name=self.words(),
            notice=pick.choice(("", "Notice\nde deux lignes")),
            **pick.choice(({}, {"key_64": [1, {2: "a"}]})))

    def sequence(self, usual: int) -> int:
        return self.random.choice((usual, usual + 1, usual + 1, usual - 1, 2**64 - 1))

    def revocations(self, change: Change = bytes, encode: Encode = cbor.encode) -> bytes:
        pick, first = self.random, dates.day("2026-08-20")
        days = []
        for place in sorted(pick.sample(range(92), pick.randrange(4))):
            issued = [pick.randbytes(16) for _ in range(pick.randint(2, 30))]
            revoked = set(pick.sample(issued, pick.randint(1, len(issued))))
            days.append(pick.choice((rice, ribbons)).entry(place, first + place, set(issued), revoked))
        values = revocation_map(
            sequence=self.sequence(40), epoch=pick.choice((1, 1, 1, 2)), least=pick.choice((1, 7, 8)),
            days=days, warn=pick.choice((1, 10)),
            marks=[pick.randbytes(16) for _ in range(pick.randrange(5))])
        signer = key(pick.choice(("rev-caf", "rev-caf", "rev-caf", "rev-absent")))
        return revocations(change(encode(values)), signer).file

    def chain(self, change: Change = bytes, encode: Encode = cbor.encode) -> bytes:
        """Some root documents, one of which may be changed."""
        documents, place = list(rotating.DOCUMENTS), self.random.randrange(3)
        roots, signers = ROOT_STEPS[place]
        documents[place] = _cosigned(change(encode(roots.map)), signers, ROOT)
        start = self.random.choice((0, 0, 0, 1))
        return chain(*documents[start:self.random.randint(start + 1, 3)])


def _cosigned(payload: bytes, signers: list[Key] | tuple[Key, ...], domain: bytes) -> bytes:
    """Signed by all of these, in the order of their kid."""
    ordered = sorted(signers, key=lambda one: one.kid)
    return cosign(payload, [root_signature(one, payload, domain) for one in ordered])
