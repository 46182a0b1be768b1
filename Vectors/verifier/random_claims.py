"""Random claims sets, both ways: issued there and judged here, written here and judged there.

    python3 random_claims.py --write claims.jsonl --count 1000 --seed 7
    python3 random_claims.py --programs ../../.build/release --count 10000

The first writes claims sets for `justificatif-issuer issue --batch`. The second compares this
verifier with the programs `justificatif-issuer` and `justificatif` of a folder, half of the count
each way. Exit status: 0 they agree on all, 1 they do not, 74 a program cannot be run.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import tempfile
import unicodedata

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

import expected
import generate
from justificatif_verify import adoption, cose, judge, payload, text
from justificatif_verify.claims import BY_NAME
from justificatif_verify.days import DAY, add3, day_text, instant, instant_text
from justificatif_verify.encode import encode
from run import printable

PRACTICE = pathlib.Path(__file__).resolve().parent.parent / "practice"
SEED = b"JUSTIFICATIF PRACTICE ISSUER KEY"
ISSUED = instant("2026-11-02") // DAY
LAST_DAY = "2026-11-30"
CHUNK = 500
COMPARED = ("verdict", "reason", "claims", "issuer", "issued", "last_day", "reference")
FORM = expected.FORM | {"not-a-day"}

Json = dict[str, object]


class Writer:
    """Writes justificatifs with the practice key (Spec/token.md 3.2)."""

    def __init__(self) -> None:
        self.key = Ed25519PrivateKey.from_private_bytes(SEED)
        public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.header = encode({1: cose.ED25519, 4: cose.kid_of(public)})

    def text(self, claims: dict[int, object], issued: int, expires: int, cti: bytes) -> str:
        content = encode({4: expires * DAY, 6: issued * DAY, 7: cti, payload.CLAIMS_KEY: claims})
        signed = cose.signed1(payload.DOMAIN, self.header, content)
        return text.encode(encode([self.header, {}, content, self.key.sign(signed)]))


def wire(claims: Json, issued: int, composed: bool) -> dict[int, object]:
    """The container of a claims set; an issuer brings names to NFC (4.2)."""
    found = {}
    for name, value in claims.items():
        row = BY_NAME[name]
        if composed and row.kind in ("name", "recipient") and type(value) is str:
            value = unicodedata.normalize("NFC", value)
        found[row.label] = generate.to_wire(row, value, issued)
    return found


def lists() -> adoption.Kept:
    kept = adoption.Kept.new((PRACTICE / "roots.pub").read_bytes())
    adoption.install(kept, [(PRACTICE / "samples/trust.cose").read_bytes()], ISSUED * DAY)
    return kept


def program(command: list[object]) -> subprocess.CompletedProcess:
    return subprocess.run([str(part) for part in command], capture_output=True, check=False,
                          timeout=600)


def issued_there(programs: pathlib.Path, maker: generate.Maker, count: int,
                 folder: pathlib.Path) -> list[str]:
    """Their issuer signs what it accepts: exactly what is valid here, and read back the same."""
    sets = [maker.claims() for _ in range(count)]
    batch, out = folder / "claims.jsonl", folder / "issued"
    batch.write_text("".join(json.dumps(one) + "\n" for one in sets), "utf-8")
    done = program([programs / "justificatif-issuer", "issue", "--key", PRACTICE / "issuer.key",
                    "--unregistered", "--batch", batch, "--out-dir", out, "--force",
                    "--at", day_text(ISSUED), "--valid-until", LAST_DAY])
    setting, writer, found = lists().setting(ISSUED * DAY), Writer(), []
    expires = instant(LAST_DAY) // DAY + 1
    for number, claims in enumerate(sets, 1):
        path = out / f"{number:06}.txt"
        meant = normalised(claims)
        mine = judge.judge(writer.text(wire(claims, ISSUED, True), ISSUED, expires, bytes(16)),
                           setting)
        good_here = mine["verdict"] == "valid" and mine["claims"] == meant
        if path.exists() != good_here:
            found.append(f"{claims}: issued {path.exists()}, here {mine.get('reason', mine)}")
        elif path.exists():
            theirs = judge.judge(text.trim(path.read_text("utf-8")), setting)
            if theirs["verdict"] != "valid" or theirs["claims"] != meant:
                found.append(f"{claims}: read back as {theirs}")
            path.unlink()
    if done.returncode not in (0, 64):
        found.append(f"the issuer ended with status {done.returncode}: {done.stderr[-200:]!r}")
    return found


def normalised(claims: Json) -> Json:
    return {name: unicodedata.normalize("NFC", value) if BY_NAME[name].kind in ("name", "recipient")
            and type(value) is str else value for name, value in claims.items()}


def written_here(programs: pathlib.Path, maker: generate.Maker, count: int,
                 folder: pathlib.Path, reasons: bool) -> list[str]:
    """Their verifier says of what is written here what this one says."""
    kept, writer, pick = lists(), Writer(), maker.random
    now = ISSUED * DAY + pick.randrange(40 * DAY)
    recipients = tuple(pick.sample(["Mairie d’Élan (44)", "A", "CCAS"], pick.randrange(3)))
    paths, mine = [], []
    for number in range(count):
        maker.issued = ISSUED + pick.choice((0, 0, 0, -30, 30, pick.randrange(-100, 45)))
        least, most = maker.issued - 1, add3(maker.issued) + 2
        expires = pick.choice((pick.randrange(least, most), add3(maker.issued)))
        container = wire(maker.claims(), maker.issued, False)
        if pick.random() < generate.LATER:
            container[pick.choice((10, 12, 14, 40, 128, 255, 256, -1))] = pick.choice(
                (0, -2**64, "é", b"\xff", None, True, [[[[]]]], [[[[[]]]]], {1: {-5: []}}))
        proof = writer.text(container, maker.issued, expires, pick.randbytes(16))
        path = folder / f"{number:06}.txt"
        path.write_text(proof, "utf-8")
        paths.append(path)
        mine.append(judge.judge(proof, kept.setting(now, recipients)))
    named = [part for name in recipients for part in ("--recipient", name)]
    done = program([programs / "justificatif", "verify", "--json", "--lists", folder / "lists",
                    "--at", instant_text(now), *named, *paths])
    theirs = [json.loads(line) for line in done.stdout.splitlines()]
    if len(theirs) != len(mine):
        return [f"{len(theirs)} verdicts for {len(mine)} texts: {done.stderr[-200:]!r}"]
    return [f"{path.read_text('utf-8')}: {line}" for path, here, there in zip(paths, mine, theirs)
            if (line := difference(here, there, reasons))]


def difference(here: Json, there: Json, reasons: bool) -> str:
    """What two verdicts do not have in common; a reason is compared without its place.

    Two verifiers may find different faults of form first, or name one differently.
    """
    there = there | {"reason": there["reason"].partition("@")[0]} if "reason" in there else there
    if not reasons and {here.get("reason"), there.get("reason")} <= FORM:
        here, there = here | {"reason": None}, there | {"reason": None}
    return "; ".join(f"{key}: here {here.get(key)}, there {there.get(key)}" for key in COMPARED
                     if here.get(key) != there.get(key))


def compare(programs: pathlib.Path, count: int, seed: int, reasons: bool = False) -> list[str]:
    """Half of the count each way, in chunks of one process."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for command in (["init", "--roots", PRACTICE / "roots.pub"],
                        ["install", PRACTICE / "samples/trust.cose"]):
            done = program([programs / "justificatif", "lists", *command,
                            "--lists", folder / "lists"])
            if done.returncode != 0:
                raise OSError(f"lists {command[0]}: {done.stderr[-200:]!r}")
        for place, left in enumerate(range(count // 2, 0, -CHUNK)):
            maker = generate.Maker(seed * 10**6 + place, ISSUED)
            found += issued_there(programs, maker, min(left, CHUNK), folder)
            found += written_here(programs, maker, min(left, CHUNK), folder, reasons)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description="Compares verifiers on random claims sets.")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--programs", type=pathlib.Path, metavar="DIR")
    parser.add_argument("--write", type=pathlib.Path, metavar="FILE")
    parser.add_argument("--reasons", action="store_true", help="compare faults of form too")
    given = parser.parse_args()
    if given.write:
        maker = generate.Maker(given.seed, ISSUED)
        lines = [json.dumps(maker.claims(), ensure_ascii=False) for _ in range(given.count)]
        given.write.write_text("\n".join(lines) + "\n", "utf-8")
    if not given.programs:
        return 0
    try:
        found = compare(given.programs, given.count, given.seed, given.reasons)
    except OSError as error:
        print(f"error: {error}", file=sys.stderr)
        return 74
    for line in found:
        print(printable(line))
    print(f"{given.count} claims sets, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
