"""The text of a justificatif (Spec/token.md 3.1): rules X1 to X7, and base32."""

import re

from .faults import Fault, need

CHARACTERS = 964
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
SPACE = "\t\n\v\f\r "
# The Unicode property White_Space; str.isspace() has U+001C to U+001F too.
WHITE_SPACE = re.compile("[\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def trim(text: str) -> str:
    """X1: without a byte order mark at the beginning, then without white space at both ends."""
    return text.removeprefix("\ufeff").strip(SPACE)


def version(text: str) -> int | None:
    """X2: 1 to 9 for a text that begins with JF1: to JF9: in any case, else None."""
    first = text[:4]
    if len(first) == 4 and first[0] in "Jj" and first[1] in "Ff" and first[3] == ":":
        return int(first[2]) if first[2] in "123456789" else None
    return None


def token_bytes(text: str) -> bytes:
    """X3 to X7: the bytes of a text of version 1 that X1 has trimmed."""
    need(len(text) <= CHARACTERS, "too-long")
    need(text[:2] == "JF", "text-character")
    return base32(text[4:])


def base32(body: str) -> bytes:
    """X5 to X7: RFC 4648 section 6 in upper case, without padding, in its one form."""
    need(len(body) % 8 not in (1, 3, 6), "text-length")
    found, bits, held = bytearray(), 0, 0
    for character in body:
        value = ALPHABET.find(character)
        if value < 0:
            raise Fault("text-character")
        held, bits = held << 5 | value, bits + 5
        if bits >= 8:
            bits -= 8
            found.append(held >> bits)
            held &= (1 << bits) - 1
    need(held == 0, "text-trailing-bits")
    return bytes(found)


def encode(data: bytes) -> str:
    """The one text of these bytes."""
    bits = "".join(f"{byte:08b}" for byte in data)
    bits += "0" * (-len(bits) % 5)
    return "JF1:" + "".join(ALPHABET[int(bits[at:at + 5], 2)] for at in range(0, len(bits), 5))
