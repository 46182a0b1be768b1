"""Questions by chance (Vectors/README.md 3): what is good, and the same with damage done to it."""

from . import cbor, dates, judging, keyboards, registry, ribbons, rice, rotating
from .chance import RECIPIENTS, Chance
from .damage import Damage
from .keys import key
from .lists import revocation_map, revocations
from .scenario import INSTALLED, NOW
from .tokens import CONTAINER, content, proof, sealed, text_of

Question = dict[str, object]

FILES = {name: data for name, (data, _) in judging.FILES.items()}
ROOTS = FILES["roots.pub"].hex()
USUAL = ["trust.cose", "revocations-caf.cose"]
LISTS = (*[USUAL] * 12, ["trust-short.cose", "revocations-young.cose"], ["trust-scope.cose"],
         ["trust-all-blocks.cose"], ["trust.cose"], [])
BREAKS = ("\r\n", "\n> ", " \n", "=\r\n", "<br>\n", "&nbsp;", "\t", " ")


class Asking(Chance):
    """One question of each kind."""

    def __init__(self, seed: str) -> None:
        super().__init__(seed)
        self.damage = Damage(self.random)

    def good_token(self) -> Question:
        return self.judged(self.proof().text.encode())

    def damaged_token(self) -> Question:
        """Damage to a text, to bytes, to a value before it is signed, or to what is typed."""
        return self.random.choice((self.damaged_text, self.damaged_bytes, self.damaged_values,
                                   self.damaged_values, self.typed))()

    def good_list(self) -> Question:
        return self.offered(self.random.choice((self.trust, self.revocations, self.chain))())

    def damaged_list(self) -> Question:
        """Damage to the file, to what is signed, or to a value in it."""
        kind = self.random.choice((self.trust, self.revocations, self.chain))
        match self.random.randrange(4):
            case 0:
                return self.offered(self.damage.bytes(kind()))
            case 1:
                return self.offered(kind(change=self.damage.bytes))
        return self.offered(kind(encode=self.damage.encoded))

    def lookup(self) -> Question:
        """A justificatif, cancelled, issued or never heard of, of a closed day in either coding."""
        pick, day = self.random, dates.day("2026-11-10")
        given = proof(issued=dates.day_text(day), signer=key("revoking"), cti=pick.randbytes(16))
        issued = [pick.randbytes(16) for _ in range(pick.choice((1, 3, 30, 300)))]
        revoked = set(pick.sample(issued, pick.randint(1, len(issued))))
        if pick.random() < 0.7:
            issued.append(given.fingerprint)
            revoked |= {given.fingerprint} if pick.random() < 0.5 else set()
        entry = pick.choice((rice, ribbons, ribbons)).entry(82, day, set(issued), revoked)
        lists = [FILES["trust.cose"], revocations(revocation_map(days=[entry])).file]
        return {"kind": "verdict", "case": "chance", "input": "code", "payload": given.text.encode().hex(),
                "roots": ROOTS, "lists": [one.hex() for one in lists], "installed": INSTALLED,
                "now": NOW, "recipients": []}

    def judged(self, payload: bytes, given: str = "code") -> Question:
        """By some lists, at some instant, for some recipients."""
        pick = self.random
        day = pick.choice((0, 0, pick.randrange(-60, 90))) * dates.DAY
        now = dates.instant(NOW) + day + pick.randrange(dates.DAY)
        lists = [FILES[name].hex() for name in pick.choice(LISTS)]
        question = {
            "kind": "verdict", "case": "chance", "input": given, "payload": payload.hex(),
            "roots": ROOTS, "lists": lists, "installed": INSTALLED, "now": dates.instant_text(now),
            "recipients": pick.sample(RECIPIENTS, pick.randrange(3))}
        if lists and pick.random() < 0.1:
            question["observed"] = dates.instant_text(now + pick.randrange(-10, 10) * dates.HOUR)
        return question

    def damaged_text(self) -> Question:
        text = self.damage.text(self.proof().text)
        return self.judged((text if self.random.random() < 0.8 else self.damage.text(text)).encode())

    def damaged_bytes(self) -> Question:
        """Of the token; or of its payload or header, which are then signed."""
        proof = self.proof()
        match self.random.randrange(3):
            case 0:
                return self.judged(text_of(self.damage.bytes(proof.token)).encode())
            case 1:
                damaged = sealed(self.damage.bytes(proof.payload), proof.signer)
            case _:
                damaged = sealed(proof.payload, proof.signer, self.damage.bytes(proof.header))
        return self.judged(damaged.text.encode())

    def damaged_values(self) -> Question:
        """A value changed in claims, payload or header, then signed; or one of the envelope."""
        signer, claims = self.signer(), self.claims()
        parts = content(claims, *self.days(), self.random.randbytes(16))
        match self.random.randrange(8):
            case 0:
                return self.judged(sealed(self.damage.encoded(parts), signer).text.encode())
            case 1:
                header = self.damage.encoded({1: -19, 4: signer.kid})
                return self.judged(sealed(cbor.encode(parts), signer, header).text.encode())
            case 2:
                whole = sealed(cbor.encode(parts), signer)
                values = [whole.header, {}, whole.payload, whole.signature]
                return self.judged(text_of(self.damage.encoded(values)).encode())
            case 3:
                del claims[self.random.choice(sorted(claims))]
            case 4:
                number = self.random.choice(sorted(registry.rows()))
                claims[number] = self.value(number)
            case _:
                claims = cbor.Raw(self.damage.encoded(claims))
        return self.judged(sealed(cbor.encode(parts | {CONTAINER: claims}), signer).text.encode())

    def typed(self) -> Question:
        """What scanners, keyboards, mails and editors make of a text, as a file."""
        pick, text = self.random, self.proof().text
        folded = pick.choice(BREAKS).join(text[at:at + 60] for at in range(0, len(text), 60))
        typed = pick.choice((
            text, folded, f"Bonjour,\n{folded}\nMerci", f"]Q3{text}\r", f"{text}{text}",
            f"{text}\n{text}\n", f"{text} {self.proof().text}", f"\ufeff{text}", f"\0{text}\x1d",
            f"<p>{folded}</p>",
            keyboards.typed(text, pick.choice(sorted(keyboards.TABLES)))))
        if pick.random() < 0.6:
            typed = self.damage.text(typed)
        data = typed.encode(pick.choice(("utf-8", "utf-8", "utf-8", "utf-16")))
        return self.judged(self.damage.bytes(data) if pick.random() < 0.2 else data, "file")

    def offered(self, file: bytes) -> Question:
        """A file after others or with them, then a justificatif, then a look at the clock."""
        pick, at = self.random, dates.instant(INSTALLED)
        before = [FILES[name] for name in pick.choice((USUAL, ["trust.cose"], []))]
        beside = pick.choice(([], [], [rotating.TRUST_FOUR.file], [FILES["revocations-caf.cose"]]))
        files = pick.sample([file, *beside], 1 + len(beside))
        later = at + pick.choice((dates.HOUR, pick.randrange(-90, 90) * dates.DAY))
        steps = [{"do": "install", "at": dates.instant_text(at), "files": [one.hex() for one in group]}
                 for group in pick.choice(([before, files], [before, files], [before + files])) if group]
        text, instant = self.proof().text.encode().hex(), dates.instant_text(later)
        steps += [{"do": "judge", "at": instant, "text": text},
                  {"do": pick.choice(("clock", "accept")), "at": instant}]
        return {"kind": "adoption", "case": "chance", "roots": ROOTS, "steps": steps}
