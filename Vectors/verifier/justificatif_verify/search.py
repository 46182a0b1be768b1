"""Texts of justificatifs inside a page or a mail (Spec/wedge.md 1.1): Y8 to Y12."""

import re

from .text import ALPHABET, CHARACTERS, WHITE_SPACE

LEAST = 16
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]")
SPACE = WHITE_SPACE.pattern.strip("[]")
LINE_END = "[\n-\r\x85\u2028\u2029]"
REFERENCE = "&[#A-Za-z0-9]{1,31};"
MARK = re.compile(f"JF([1-9])(?:[ \xa0\u2007\u202f]|{REFERENCE})?:")
TAG = "<[/!A-Za-z][^<>]{0,510}>"
PASSED = re.compile(f"{TAG}|{REFERENCE}|[=-]?{LINE_END}[{SPACE}>|]*|[{SPACE}]")
LINE_END_TYPED = re.compile("[\n-\r]")
SIGN_OF_PAGE = re.compile(f"{TAG}|{REFERENCE}|[=-]{LINE_END}|{LINE_END}[>|]")
NO_CODE_BEHIND = re.compile(f"(?![\t{ALPHABET}])[{SPACE}]*(?![A-Za-z0-9]*:)[^{SPACE}]")


def is_complete(body: str) -> bool:
    """Whether there are as many characters as the bytes 16 to 18 say."""
    if len(body) < 31:
        return False
    bits = 0
    for character in body[25:31]:
        bits = bits << 5 | ALPHABET.index(character)
    head, first, second = bits >> 19 & 0xff, bits >> 11 & 0xff, bits >> 3 & 0xff
    if head == 0x58:
        count = 84 + first
    elif head == 0x59:
        count = 85 + (first << 8 | second)
    else:
        return False
    return len(body) >= -(-count * 8 // 5)


def body_at(text: str, place: int, version: str) -> tuple[str, int]:
    """Y10 and Y11: the characters of base32 from here on, and where they end."""
    body = ""
    while place < len(text) and len(body) <= CHARACTERS - 4:
        passed = PASSED.match(text, place)
        if passed:
            if version == "1" and is_complete(body):
                break
            place = passed.end()
        elif text[place] in ALPHABET and not MARK.match(text, place):
            body += text[place]
            place += 1
        else:
            break
    return body, place


def end_of_complete(text: str, place: int) -> int | None:
    """Y13: where a complete text ends that begins here, with only line ends and tabs inside."""
    body = ""
    while place < len(text) and not is_complete(body):
        if text[place] in ALPHABET:
            body += text[place]
        elif text[place] not in "\t\n\v\f\r":
            return None
        place += 1
    return place if is_complete(body) else None


def has_words(text: str, mark: re.Match[str]) -> bool:
    """Y13: whether a complete text is behind the mark, and something else than a code behind it."""
    end = end_of_complete(text, mark.end()) if mark[1] == "1" else None
    return end is not None and NO_CODE_BEHIND.match(text, end) is not None


def is_written(given: str) -> bool:
    """Y13: whether a person wrote it, and no scanner typed it."""
    text = seen(given)
    end = LINE_END_TYPED.search(text)
    return bool(end and " " in text[end.end():] or SIGN_OF_PAGE.search(text)
                or any(has_words(text, mark) for mark in MARK.finditer(text)))


def seen(text: str) -> str:
    """Y8: without what nobody sees."""
    return UNSEEN.sub("", text)


def texts(given: str) -> list[str]:
    """Y8 to Y12: the texts that are found, the same one as often as it is there."""
    text = seen(given)
    found, place = [], 0
    while mark := MARK.search(text, place):
        body, end = body_at(text, mark.end(), mark[1])
        place = mark.end() if len(body) < LEAST else end
        if len(body) >= LEAST:
            found.append(f"JF{mark[1]}:{body}")
    return found
