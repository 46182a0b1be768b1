"""Texts that a scanner typed (Spec/wedge.md): wrong keyboards, packets, texts without an end."""

import re

from text import trim

BREAKS = "\t\n\v\f\r"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FRENCH_DIGITS = ("à", "&", "é", '"', "'", "(", "-§", "è", "_!", "ç")
OURS = re.compile("JF[1-9]:")
LOST = "\ufffd"


def table(colon: str, digits: object, letters: str, **others: str) -> dict[str, str]:
    """What each typed character stands for; `letters` is what arrives for A to Z."""
    found = dict.fromkeys(colon, ":")
    for digit, typed in enumerate(digits):
        found |= dict.fromkeys(typed, str(digit))
    found |= dict(zip(letters, LETTERS, strict=True))
    for letter, typed in others.items():
        found |= dict.fromkeys(typed, letter)
    return found


def exchanged(*pairs: str) -> str:
    """A to Z where the two letters of each pair arrive for each other."""
    found = list(LETTERS)
    for first, second in pairs:
        one, two = LETTERS.index(first), LETTERS.index(second)
        found[one], found[two] = second, first
    return "".join(found)


AZERTY = exchanged("AQ", "WZ")
QWERTZ = exchanged("YZ")


def french(colon: str, digits: object, letters: str, m: str) -> dict[str, str]:
    """A table of France and Belgium, where M arrives as another character."""
    place = LETTERS.index("M")
    return table(colon, digits, letters[:place] + m[0] + letters[place + 1:], M=m)


# The tables of section 3, by the fault of section 2.
FAULTS = {
    "azerty": french("M", FRENCH_DIGITS, AZERTY, "?"),
    "azerty-caps-lock": french("m", FRENCH_DIGITS, AZERTY.lower(), "?"),
    "azerty-shift-lock": french("m", "0123456789", AZERTY.lower(), ",?"),
    "french-shift-lock": table("/", FRENCH_DIGITS, LETTERS.lower()),
    "qwertz": table("öé", "0123456789", QWERTZ),
    "qwertz-caps-lock": table("öéÖÉ", "0123456789", QWERTZ.lower()),
}


def put_back(text: str, typed: dict[str, str]) -> str:
    """Y4: every character by the table of a fault; line ends and tabs stay."""
    return "".join(one if one in BREAKS else typed.get(one, LOST) for one in text)


def texts(typed: str) -> list[str]:
    """Y1 to Y7: the texts of what was typed, trimmed."""
    text = trim(typed)
    if not OURS.match(text):
        for fault in FAULTS.values():
            if OURS.fullmatch(put_back(text[:4], fault)):
                text = put_back(text, fault)
                break
        else:
            return [text]
    text = "".join(one for one in text if one not in BREAKS)
    starts = [found.start() for found in OURS.finditer(text)]
    return [trim(text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)])]
