"""Names, recipients and folding (Spec/token.md 4.2, Spec/folding.csv)."""

import re
import unicodedata

from .faults import need
from .tables import FOLDING_ROWS

OTHER_CASES = ("\u0253\u0254\u0256\u0257\u0259\u025b\u0260\u0263\u0268\u0269\u026f\u0272\u0275"
               "\u0280\u0283\u0288\u0289\u028a\u028b\u028c\u0292\u2c65\u2c66\u2c7e\u2c7f")
LETTERS = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff" + OTHER_CASES
APOSTROPHES = "'\u2019\u02bb\u02bc\ua78b\ua78c"
NAME = re.compile(f"[{LETTERS}{APOSTROPHES}\\- ]+")
RECIPIENT = re.compile(f"[{LETTERS}{APOSTROPHES}\\- 0-9&(),./:]+")
LETTER, LETTER_OR_DIGIT = re.compile(f"[{LETTERS}]"), re.compile(f"[{LETTERS}0-9]")
NAME_BYTES, RECIPIENT_BYTES = 256, 100


def folding_table() -> dict[str, str]:
    """N6, step 3: the rows of Spec/folding.csv as one mapping; spaces in `folded` count."""
    return {letter: folded for folded, letters in FOLDING_ROWS for letter in letters}


FOLDED = folding_table() | {chr(code): chr(code - 32) for code in range(ord("a"), ord("z") + 1)}
FOLDED |= dict.fromkeys(" -" + APOSTROPHES, " ")


def check_name(text: str) -> str:
    """N2 to N4."""
    need(NAME.fullmatch(text) and LETTER.search(text) and spaced(text), "name-form")
    return text


def check_recipient(text: str) -> str:
    """N5."""
    need(RECIPIENT.fullmatch(text) and LETTER_OR_DIGIT.search(text) and spaced(text), "name-form")
    return text


def spaced(text: str) -> bool:
    """N3: no space at either end, no two together."""
    return text == text.strip(" ") and "  " not in text


def fold(text: str) -> str:
    """N6: the form in which names and recipients are compared."""
    composed = unicodedata.normalize("NFC", text)
    folded = "".join(FOLDED.get(character, character) for character in composed)
    return re.sub(" +", " ", folded).strip(" ")
