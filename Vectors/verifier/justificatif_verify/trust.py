"""The trust list (Spec/lists.md 3): its form, and rules T1 to T7."""

import dataclasses
import re

from . import cose
from .cbor import Reader, whole
from .claims import identifier
from .days import LAST_DAY, LAST_INSTANT
from .faults import need
from .roots import Roots, public_key, public_keys

DOMAIN = b"justificatif/trust/1"
LIST_BYTES = 262144
ISSUERS, SOURCES, SOURCE_KEYS, BLOCKS = 1024, 256, 4, 16
DISPLAY_BYTES, NOTICE_BYTES = 200, 2000
HIDDEN = re.compile(
    "[\\0-\\x09\\x0b-\\x1f\\x7f-\\x9f\\xad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f"
    "\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e007f]")
COMPROMISED = 1


@dataclasses.dataclass(frozen=True)
class Issuer:
    """An entry of the list (3.2); `revocations` names its revocation list."""

    key: bytes
    name: str
    blocks: tuple[int, ...]
    sign_from: int
    sign_until: int
    compromised: bool
    revocations: str | None


@dataclasses.dataclass(frozen=True)
class Source:
    """A revocation list that is named, and who may sign it (3.3)."""

    id: str
    keys: tuple[bytes, ...]
    epoch: int


@dataclasses.dataclass(frozen=True)
class TrustList:
    """The content of a list (3.1); issuers by kid, sources by identifier."""

    sequence: int
    issued: int
    warn_after: int
    refuse_after: int
    sources: dict[str, Source]
    issuers: dict[bytes, Issuer]
    payload: bytes


def accept(data: bytes, roots: Roots) -> TrustList:
    """T1 to T7, in their order."""
    need(len(data) <= LIST_BYTES, "too-large")
    payload, signatures = whole(data, cose.sign)
    need(roots.signed(DOMAIN, payload, signatures), "not-signed-enough")
    found, issuers = content(payload)
    need(found.issued < found.warn_after < found.refuse_after, "date-order")
    keys = [one.key for one in issuers]
    keys += [key for source in found.sources.values() for key in source.keys]
    need(len(set(map(cose.kid_of, keys))) == len(keys), "duplicate-key")
    need(all(one.revocations is None or one.revocations in found.sources for one in issuers),
         "unknown-list")
    need(not set(keys) & set(roots.keys), "root-key-in-another-role")
    return found


def content(payload: bytes) -> tuple[TrustList, list[Issuer]]:
    """T3: the form of 3.1 to 3.3. Two issuers of one kid are only told apart in the array."""
    fields = whole(payload, lambda reader: reader.fields({
        1: lambda field, _: field.number(), 2: instant, 3: instant, 4: instant,
        5: sources, 6: issuers,
    }, later=True))
    by_kid = {cose.kid_of(one.key): one for one in fields[6]}
    by_id = {source.id: source for source in fields[5]}
    return TrustList(*(fields[key] for key in range(1, 5)), by_id, by_kid, payload), fields[6]


def instant(reader: Reader, _: dict) -> int:
    return reader.number(0, LAST_INSTANT)


def day(reader: Reader, _: dict) -> int:
    return reader.number(0, LAST_DAY)


def sources(reader: Reader, _: dict) -> list[Source]:
    """I1, I5."""
    found: list[Source] = []
    for _ in range(reader.array(0, SOURCES)):
        fields = reader.fields({
            1: lambda field, _: identifier(field),
            2: lambda field, _: public_keys(field, SOURCE_KEYS),
            3: lambda field, _: field.number(),
        }, later=True)
        need(not found or fields[1] > found[-1].id, "key-order")
        found.append(Source(fields[1], fields[2], fields[3]))
    return found


def issuers(reader: Reader, _: dict) -> list[Issuer]:
    """I1."""
    found: list[Issuer] = []
    for _ in range(reader.array(0, ISSUERS)):
        one = issuer(reader)
        need(not found or one.key > found[-1].key, "key-order")
        found.append(one)
    return found


def issuer(reader: Reader) -> Issuer:
    """I2 to I4."""
    fields = reader.fields({
        1: lambda field, _: public_key(field),
        2: lambda field, _: shown(field, DISPLAY_BYTES),
        3: lambda field, _: shown(field, NOTICE_BYTES, empty=True),
        4: lambda field, _: shown(field, DISPLAY_BYTES, empty=True),
        5: lambda field, _: blocks(field),
        6: day, 7: sign_until,
        8: lambda field, _: field.number(0, COMPROMISED),
        9: lambda field, _: None if field.is_null() else identifier(field),
    }, later=True)
    return Issuer(fields[1], fields[2], fields[5], fields[6], fields[7],
                  fields[8] == COMPROMISED, fields[9])


def sign_until(reader: Reader, found: dict) -> int:
    """I3."""
    last = reader.number(0, LAST_DAY)
    need(found[6] <= last, "date-order")
    return last


def shown(reader: Reader, most: int, empty: bool = False) -> str:
    """M3: text that is shown."""
    text = reader.text(most)
    need((text or empty) and not HIDDEN.search(text), "name-form")
    return text


def blocks(reader: Reader) -> tuple[int, ...]:
    """I2: the granted blocks, ascending, each once."""
    found: list[int] = []
    for _ in range(reader.array(0, BLOCKS)):
        block = reader.number()
        need(not found or block > found[-1], "key-order")
        found.append(block)
    return tuple(found)
