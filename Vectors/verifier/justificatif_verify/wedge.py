"""Texts that were typed, copied or mailed (Spec/wedge.md): wrong keyboards, packets, mails."""

import re

from . import search
from .text import trim

BREAKS = "\t\n\v\f\r"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
FRENCH_DIGITS = ("à", "&", "é", '"', "'", "(", "-§", "è", "_!", "ç")
OURS = re.compile("JF[1-9]:")
IN_ANOTHER_CASE = re.compile("[Jj][Ff][1-9]:")
UNSEEN = re.compile("[\xa0\xad\u2007\u200b-\u200f\u202a-\u202f\u2060-\u206f]")
IDENTIFIER = re.compile("[^A-Za-z0-9]..", re.DOTALL)
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


def meant(text: str) -> str | None:
    """Y4: the text that was meant, where a fault types its beginning, else None."""
    starts = [text, text[3:]] if IDENTIFIER.match(text) else [text]
    for start in starts:
        for fault in FAULTS.values():
            if OURS.fullmatch(put_back(start[:4], fault)):
                return put_back(start, fault)
    return None


def cut(text: str) -> list[str]:
    """Y6 and Y7: the texts of one that begins with a mark."""
    text = "".join(one for one in text if one not in BREAKS)
    starts = [found.start() for found in OURS.finditer(text)]
    return [trim(text[start:end]) for start, end in zip(starts, [*starts[1:], len(text)])]


def texts(typed: str) -> list[str]:
    """Y1 to Y13: the texts of what was typed, trimmed."""
    text = trim(typed)
    if OURS.match(text):
        if not UNSEEN.search(text) and not search.is_written(text):
            return cut(text)
    elif IN_ANOTHER_CASE.match(text):
        return [text]
    else:
        typed_for = meant(text)
        if typed_for is not None:
            return cut(typed_for)
    return search.texts(text) or [text]


def texts_in_other(data: bytes) -> list[str] | None:
    """Texts in bytes that are no text (Spec/verdicts.md 2.1), or None."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("iso-8859-1")
    text = trim(search.seen(text))
    typed_for = None if IN_ANOTHER_CASE.match(text) else meant(text)
    return search.texts(text) if typed_for is None else cut(typed_for)
