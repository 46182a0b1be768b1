"""What a keyboard that differs types for a text (Spec/wedge.md 3)."""

AZERTY_DIGITS = dict(zip("0123456789", "\u00e0&\u00e9\"'(-\u00e8_\u00e7"))
AZERTY_LETTERS = {"A": "Q", "Q": "A", "Z": "W", "W": "Z", "M": "?"}
QWERTZ_LETTERS = {"Y": "Z", "Z": "Y"}
SMALL = {chr(number): chr(number + 32) for number in range(0x41, 0x5B)}


def _small(letters: dict[str, str]) -> dict[str, str]:
    return SMALL | {key: value.lower() for key, value in letters.items()}


BELGIAN = {"6": "\u00a7", "8": "!"}
TABLES = {
    "azerty": {":": "M"} | AZERTY_DIGITS | AZERTY_LETTERS,
    "azerty-belgian": {":": "M"} | AZERTY_DIGITS | AZERTY_LETTERS | BELGIAN,
    "azerty-caps-lock": {":": "m"} | AZERTY_DIGITS | _small(AZERTY_LETTERS),
    "azerty-caps-lock-belgian": {":": "m"} | AZERTY_DIGITS | _small(AZERTY_LETTERS) | BELGIAN,
    "azerty-shift-lock": {":": "m"} | _small(AZERTY_LETTERS) | {"M": ","},
    "azerty-shift-lock-other": {":": "m"} | _small(AZERTY_LETTERS) | {"M": "?"},
    "french-shift-lock": {":": "/"} | AZERTY_DIGITS | SMALL,
    "qwertz-german": {":": "\u00f6"} | QWERTZ_LETTERS,
    "qwertz-french": {":": "\u00e9"} | QWERTZ_LETTERS,
    "qwertz-caps-lock-german": {":": "\u00f6"} | _small(QWERTZ_LETTERS),
    "qwertz-caps-lock-french": {":": "\u00e9"} | _small(QWERTZ_LETTERS),
    "qwertz-caps-lock-german-great": {":": "\u00d6"} | _small(QWERTZ_LETTERS),
    "qwertz-caps-lock-french-great": {":": "\u00c9"} | _small(QWERTZ_LETTERS),
    "caps-lock": SMALL,
}


def typed(text: str, fault: str) -> str:
    return "".join(TABLES[fault].get(each, each) for each in text)
