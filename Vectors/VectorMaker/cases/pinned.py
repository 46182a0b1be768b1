"""The roots a verifier is born with (Spec/lists.md 2.1, G5)."""

import json

from .. import judging
from ..keys import key
from ..lists import Roots
from ..rotating import A, B, C, LAST_BUT_ONE, SOLO, WIDE
from ..scenario import small
from .trust_form import BAD_KEYS

KEYS = [each.public.hex() for each in (A, B, C)]
GOOD = {"format": "justificatif-roots/1", "keys": KEYS, "threshold": 2, "version": 1}


def accepted(name: str, comment: str, roots: Roots, payload: bytes | None = None, flags: str = ""):
    return small(f"list_pinned-{name}", "roots", comment, "valid",
                 {">fingerprint": roots.fingerprint}, rules="J1 G2 G5", flags=f"inside {flags}".strip(),
                 payload=roots.pinned if payload is None else payload)


def refused(name: str, comment: str, given: dict | bytes, rules: str = "G5",
            flags: str = "outside"):
    payload = given if isinstance(given, bytes) else json.dumps(given).encode()
    return small(f"list_pinned-{name}", "roots", comment, "refused", {}, rules=rules, flags=flags,
                 payload=payload)


def good():
    yield accepted("usual", "three keys, two of which must sign", judging.ROOTS, flags="usual")
    yield accepted("descending", "the keys are in any order", judging.ROOTS, json.dumps(
        GOOD | {"keys": sorted(KEYS, reverse=True)}).encode())
    yield accepted("one", "one key", SOLO, flags="limit")
    yield accepted("sixteen", "sixteen keys, all of which must sign", WIDE, flags="limit")
    yield accepted("last-but-one", "nearly the highest version", LAST_BUT_ONE)
    highest = Roots((1 << 32) - 1, 1, (A,))
    yield accepted("highest", "the highest version there is", highest, flags="range")
    room = 16_384 - len(judging.ROOTS.pinned)
    for more, offer in ((0, accepted), (1, refused)):
        given = judging.ROOTS.pinned + b" " * (room + more)
        name, comment = f"of-{len(given)}", f"a file of {len(given)} bytes"
        yield (accepted(name, comment, judging.ROOTS, given, "limit") if offer is accepted
               else refused(name, comment, given, flags="outside limit"))


def fields():
    """Each field, and whatever else."""
    wrong = {
        "format-2": {"format": "justificatif-roots/2"}, "format-null": {"format": None},
        "version-0": {"version": 0}, "version-2-32": {"version": 1 << 32},
        "version-text": {"version": "1"}, "version-true": {"version": True},
        "version-below-0": {"version": -1}, "version-half": {"version": 1.5},
        "threshold-0": {"threshold": 0}, "threshold-4": {"threshold": 4},
        "threshold-text": {"threshold": "2"}, "threshold-below-0": {"threshold": -1},
        "keys-none": {"keys": [], "threshold": 0}, "keys-text": {"keys": KEYS[0], "threshold": 1},
        "keys-one-twice": {"keys": [KEYS[0], KEYS[0], KEYS[1]]},
        "keys-17": {"keys": [key(f"root-wide-{number}").public.hex() for number in range(17)]},
        "key-upper-case": {"keys": [KEYS[0].upper(), *KEYS[1:]]},
        "key-62-digits": {"keys": [KEYS[0][:62], *KEYS[1:]]},
        "key-66-digits": {"keys": [KEYS[0] + "00", *KEYS[1:]]},
        "key-space": {"keys": [" " + KEYS[0], *KEYS[1:]]},
        "key-line-end": {"keys": [KEYS[0] + "\n", *KEYS[1:]]},
        "key-number": {"keys": [0, *KEYS[1:]]},
        "more": {"comment": ""},
    }
    for name, change in wrong.items():
        flags = "outside limit" if name in ("keys-none", "keys-17") else "outside"
        yield refused(name, "a field that is not as it must be", GOOD | change, flags=flags)
    for name in GOOD:
        left = {each: value for each, value in GOOD.items() if each != name}
        yield refused(f"without-{name}", "a field is missing", left, flags="outside missing")
    for name, bad in BAD_KEYS.items():
        yield refused(f"key-{name}", "a key that is none, though nobody needs its signature",
                      GOOD | {"keys": [*KEYS, bad.hex()]}, "G5 M4 E1 E2", "outside")


def texts():
    """What is no such object at all."""
    good = json.dumps(GOOD).encode()
    for name, comment, given in (
            ("nothing", "an empty file", b""), ("array", "the object in an array", b"[" + good + b"]"),
            ("null", "null", b"null"), ("two", "two objects", good + good),
            ("cut", "the last byte is missing", good[:-1]),
            ("comma", "a comma after the last field", good[:-1] + b",}"),
            ("comma-in-array", "a comma after the last key", good.replace(b"], ", b",], ", 1)),
            ("utf-16", "the object in UTF-16", json.dumps(GOOD).encode("utf-16-le")),
            ("zero-behind", "a byte of 0 at the end", good + b"\0"),
            ("comment", "a comment, which JSON has not", good + b" // roots"),
            ("not-utf8", "bytes that are not UTF-8", good[:-1] + b', "\xff": 0}'),
            ("escape-unknown", "an escape that JSON has not", good.replace(b'"just', b'"\\just', 1)),
            ("escape-plus", "a sign among the four digits of an escape",
             good.replace(b'"just', b'"\\u+06aust', 1)),
            ("escape-space", "a space among the four digits of an escape",
             good.replace(b'"just', b'"\\u 06aust', 1)),
            ("version-twice", "a name stands twice", good[:-1] + b', "version": 1}')):
        yield refused(name, comment, given, flags="outside shape")


def numbers():
    """J1: a whole number is digits only, and read exactly."""
    forms = {
        "threshold": {"point": "2.0", "exponent": "2e0", "capital-exponent": "2E0",
                      "exponent-below-0": "20e-1", "exponent-of-part": "0.2e1", "zero-before": "02",
                      "plus": "+2", "hexadecimal": "0x2", "point-alone": "2.",
                      "2-64-and-2": str((1 << 64) + 2), "nearly": "2." + "0" * 30 + "1",
                      "word": "two", "arabic-digit": "\u0662"},
        "version": {"point": "1.0", "exponent": "1e0", "nearly": "1.0000000000000000000001",
                    "zero-before": "01", "2-32-and-1": str((1 << 32) + 1),
                    "2-64-and-1": str((1 << 64) + 1), "not-finite": "Infinity"},
    }
    for field, written in forms.items():
        for name, number in written.items():
            text = json.dumps(GOOD).replace(f'"{field}": {GOOD[field]}', f'"{field}": {number}')
            yield refused(f"{field}-{name}", "not a whole number of digits only, or not that one",
                          text.encode(), "J1 G5", "outside range")


def spaces():
    """J1: what stands between signs, and what is no space of JSON."""
    good = json.dumps(GOOD)
    for name, space in {"tabs": "\t", "line-ends": "\n", "returns": "\r", "all": " \t\r\n"}.items():
        given = space + good.replace(" ", space) + space
        yield accepted(f"space-{name}", "white space of JSON, at every place", judging.ROOTS,
                       given.encode(), "white-space")
    yield accepted("escapes", "characters of names and values as escapes", judging.ROOTS,
                   good.replace("version", "\\u0076ersion").replace("s/1", "s\\/1").encode(),
                   "white-space")
    for name, space in {"no-break": "\u00a0", "form-feed": "\f", "vertical-tab": "\v",
                        "next-line": "\u0085", "line-separator": "\u2028",
                        "zero-width": "\u200b", "mark": "\ufeff"}.items():
        for place, given in {"before": space + good, "between": good.replace(" ", space, 1),
                             "behind": good + space}.items():
            yield refused(f"space-{name}-{place}", "not white space of JSON", given.encode(), "J1 G5",
                          "outside white-space")


def cases():
    for part in (good, fields, texts, numbers, spaces):
        yield from part()
