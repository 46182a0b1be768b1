"""Whether a person is the one that a proof names (Spec/token.md 4.2, folding)."""

import unicodedata

# Letters whose folded form is not their own letter without its accents.
OTHERS = {
    " N": "ŉ", "A": "Ⱥẚⱥ", "AE": "ÆæǢǣǼǽ", "B": "ƀƁƂƃɃɓ", "C": "ƇƈȻȼ", "D": "ÐðĐđƉƊƋƌȡɖɗ",
    "DZ": "ǄǅǆǱǲǳ", "E": "Ɇɇ", "F": "Ƒƒ", "G": "ƓǤǥɠ", "H": "Ħħ", "I": "ıƗɨ", "IJ": "Ĳĳ",
    "J": "ȷɈɉ", "K": "ĸƘƙ", "L": "ĿŀŁłƚȴȽ", "LJ": "Ǉǈǉ", "N": "ŊŋƝƞȠȵɲ", "NJ": "Ǌǋǌ",
    "O": "ØøƟǾǿɵ", "OE": "Œœ", "P": "Ƥƥ", "Q": "Ɋɋ", "R": "Ɍɍ", "S": "ſȿẛⱾ", "SS": "ßẞ",
    "T": "ŦŧƫƬƭƮȶȾʈⱦ", "TH": "Þþ", "V": "Ʋʋ", "Y": "ƳƴɎɏỾỿ", "Z": "ƵƶȤȥɀⱿ",
}
FOLDED = {letter: folded for folded, letters in OTHERS.items() for letter in letters}
SPACES = " -'\u2019\u02bb\u02bc\ua78b\ua78c"


def folded(name: str) -> str:
    """The form in which names are compared; it is never shown."""
    return " ".join("".join(map(letter, unicodedata.normalize("NFC", name))).split())


def letter(one: str) -> str:
    if one in SPACES:
        return " "
    base = unicodedata.normalize("NFD", one)[0]
    plain = base.upper() if base.isascii() and base.isalpha() else one.upper()
    return FOLDED.get(one, plain)


def is_same_name(typed: str, claims: dict) -> bool:
    """Whether a typed name has the first given name and one of the family names of a proof."""
    words = f" {folded(typed)} "
    families = [folded(claims[name]) for name in ("family_name", "usage_name") if name in claims]
    given = folded(claims.get("first_given_name", ""))
    return (any(f" {family} " in words for family in families) if families else True) and (
        f" {given.split()[0]} " in words if given else bool(families))


def is_same_birth(typed: str, birth_date: str) -> bool:
    """Whether a day, `31/12/1990` or `1990-12-31`, is a date of which parts may be unknown (00)."""
    digits = "".join(filter(str.isdigit, typed))
    known = birth_date.replace("-00", "").replace("-", "")
    return len(digits) == 8 and any(
        date.startswith(known) for date in (digits, digits[4:] + digits[2:4] + digits[:2]))
