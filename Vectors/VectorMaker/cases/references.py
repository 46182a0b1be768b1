"""The reference that people read out (Spec/token.md 4.6)."""

from collections.abc import Callable

from ..scenario import small
from ..tokens import CROCKFORD, reference_of


def first(holds: Callable[[str], bool]) -> str:
    """The first of many references of which something is so."""
    made = (reference_of(number.to_bytes(16, "big")) for number in range(1 << 16))
    return next(each for each in made if holds(each))


def modulo_37(reference: str) -> str:
    number = 0
    for digit in reference.replace("-", "")[:12]:
        number = number << 5 | CROCKFORD.index(digit)
    return (CROCKFORD + "".join(BEYOND_32.values()))[number % 37]


GIVEN = reference_of(bytes(range(16)))
PLAIN = GIVEN.replace("-", "")
LOOSE = first(lambda each: "0" in each and "1" in each)
WITH_K, WITH_S = first(lambda each: "K" in each[:14]), first(lambda each: "S" in each[:14])
GOOD = {
    "as-written": ("as it is written", GIVEN), "plain": ("without hyphens", PLAIN),
    "lower": ("in lower case", GIVEN.lower()), "spaces": ("in groups of other lengths",
                                                      " 48 38 AYF VCR AC0\n"),
    "dashes": ("with longer dashes", GIVEN.replace("-", "\u2013").replace("C\u20130", "C\u20140")),
    "bars": ("with the longest dash", GIVEN.replace("-", "\u2015")),
    "next-lines": ("with U+0085, which is white space", GIVEN.replace("-", "\x85")),
    "line-separators": ("with separators of lines", GIVEN.replace("-", "\u2028")),
    "no-break-spaces": ("with spaces that do not break", GIVEN.replace("-", "\u00a0")),
}
ALIKE = {
    "o": ("O for 0", LOOSE.replace("0", "O")), "l": ("l for 1", LOOSE.replace("1", "l")),
    "i": ("I for 1", LOOSE.replace("1", "i")),
}
ENDS_ALIKE = first(lambda each: each[-1] == each[-3]).replace("-", "")
WRONG = {
    "of-12-with-its-check": ("the twelfth character is what the check would be", ENDS_ALIKE[:-1]),
    "of-14-with-its-check": ("a character more before the check", PLAIN[:-1] + "0" + PLAIN[-1]),
    "empty": ("nothing", ""), "of-12": ("a character is missing", PLAIN[:-1]),
    "of-14": ("a character too many", PLAIN + "5"), "check-wrong": ("another check character",
                                                            PLAIN[:-1] + "6"),
    "u-inside": ("U is no digit", "U" + PLAIN[1:]),
    "star-inside": ("* is no digit", "*" + PLAIN[1:]),
    "not-a-digit": ("a character that is none", "!" + PLAIN[1:]),
    "text": ("something else", "bonjour"),
    "kelvin": ("U+212A is no K", WITH_K.replace("K", "\u212a")),
    "separator": ("U+001F is no white space", GIVEN.replace("-", "\x1f")),
    "accent": ("a letter with an accent", "\u00c9" + PLAIN[1:]),
    "u-for-v": ("U is no V", PLAIN.replace("V", "U")),
    "dotless-i": ("U+0131 is no I", LOOSE.replace("1", "\u0131")),
    "long-s": ("U+017F is no S", WITH_S.replace("S", "\u017f")),
}
# Crockford's own check is the number modulo 37, in five signs more.
BEYOND_32 = {"star": "*", "tilde": "~", "dollar": "$", "equals": "=", "u": "U"}
NOT_IGNORED = {"minus": "\u2212", "mark": "\ufeff", "zero-width": "\u200b",
               "vowel-separator": "\u180e", "underscore": "_"}


def good():
    """F2, F3: in any form that people write."""
    for name, (comment, typed) in GOOD.items():
        yield small(f"text_reference-{name}", "reference", comment, "valid", {">reference": GIVEN},
                    rules="F2 F3", flags="reference", payload=typed.encode())
    for name, (comment, typed) in ALIKE.items():
        yield small(f"text_reference-{name}", "reference", comment, "valid", {">reference": LOOSE},
                    rules="F2 F3", flags="reference", payload=typed.encode())
    for sign, alike in (("0", "o"), ("1", "i"), ("1", "l")):
        found = first(lambda each: each[-1] == sign)
        yield small(f"text_reference-check-{alike}", "reference", f"{alike} for a check character "
                    f"that is a {sign}", "valid", {">reference": found}, rules="F2 F3",
                    flags="reference", payload=(found[:-1] + alike).encode())
    for value, sign in enumerate(CROCKFORD):
        found = first(lambda each: each[-1] == sign)
        yield small(f"text_reference-check-{value}", "reference",
                    f"a check character of the value {value}", "valid",
                    {">reference": found}, rules="F2 F3", flags="reference", payload=found.encode())


def wrong():
    """F3: what a person may mistype."""
    for name, sign in NOT_IGNORED.items():
        yield small(f"text_reference-with-{name}", "reference",
                    f"U+{ord(sign):04X} is neither a hyphen nor white space", "refused", {},
                    rules="F3", flags="reference", payload=GIVEN.replace("-", sign).encode())
    for name, (comment, typed) in WRONG.items():
        yield small(f"text_reference-{name}", "reference", comment, "refused", {}, rules="F3",
                    flags="reference", payload=typed.encode())
    for name, sign in BEYOND_32.items():
        typed = first(lambda each: modulo_37(each) == sign)[:-1] + sign
        yield small(f"text_reference-check-{name}", "reference",
                    f"{sign} would be the check modulo 37 of Crockford", "refused", {}, rules="F2 F3",
                    flags="reference", payload=typed.encode())
    for place in range(13):
        other = next(sign for sign in CROCKFORD if sign != PLAIN[place])
        typed = PLAIN[:place] + other + PLAIN[place + 1:]
        yield small(f"text_reference-wrong-{place}", "reference", "one character is another", "refused",
                    {}, rules="F3", flags="reference", payload=typed.encode())
    for place in range(12):
        if PLAIN[place] != PLAIN[place + 1]:
            yield small(f"text_reference-exchanged-{place}", "reference", "two neighbours exchanged",
                        "refused", {}, rules="F3", flags="reference",
                        payload=exchanged(place, place + 1).encode())
    for place in range(2, 13):
        if PLAIN[0] != PLAIN[place]:
            yield small(f"text_reference-exchanged-0-{place}", "reference",
                        "two characters exchanged that are no neighbours", "refused", {}, rules="F3",
                        flags="reference", payload=exchanged(0, place).encode())


def exchanged(first: int, second: int) -> str:
    digits = list(PLAIN)
    digits[first], digits[second] = digits[second], digits[first]
    return "".join(digits)


def cases():
    yield from good()
    yield from wrong()
