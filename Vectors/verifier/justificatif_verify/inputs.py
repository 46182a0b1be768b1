"""From an input to one text (Spec/verdicts.md 2.1): rules A1 to A5, which are V1."""

import re

from . import judge, pictures, wedge
from .faults import Fault
from .text import WHITE_SPACE, trim, version

FILE_BYTES = 33554432
TEXT_BYTES = 65536
CONTROL_BYTES = bytes([*range(0x09), *range(0x0e, 0x20), 0x7f])
BEFORE_PDF = re.compile(rb"(\xef\xbb\xbf)?[\t-\r ]*%PDF-")
OTHER_PICTURE = re.compile(
    rb"(\xef\xbb\xbf)?[\t-\r ]*(<svg|%!PS|GIF8|<\?xml.*<svg)", re.DOTALL)
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def judge_code(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """The verdict on the text of one QR code, from V2 on."""
    return judge.judge(trim(data.decode("utf-8", errors="replace")), setting)


def judge_file(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """The verdict on the content of a file, whatever its name."""
    if len(data) > FILE_BYTES:
        raise pictures.Unsupported
    if data.startswith((pictures.PNG, pictures.JPEG)) or BEFORE_PDF.match(data[:1024]):
        return judge_picture(data, setting)
    if OTHER_PICTURE.match(data[:1024]):
        return judge_unknown(data, setting)
    utf16 = utf16_text(data)
    if utf16 is not None:
        return judge_text(utf16, setting)
    if len(data) > TEXT_BYTES and not set(data) & set(CONTROL_BYTES):
        return judge.verdict("unreadable", "too-large")
    if len(data) > TEXT_BYTES:
        return judge_unknown(data, setting)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return judge_unknown(data, setting)
    if CONTROLS.search(text):
        return judge_unknown(data, setting)
    return judge_text(text, setting)


def utf16_text(data: bytes) -> str | None:
    """The text of UTF-16 with its byte order mark, which stays."""
    order = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}.get(data[:2])
    if order is None or len(data) > TEXT_BYTES:
        return None
    try:
        return data.decode(order)
    except UnicodeDecodeError:
        return None


def judge_text(text: str, setting: judge.Setting) -> dict[str, object]:
    """The verdict on a file that is a text."""
    if all(map(WHITE_SPACE.match, text)):
        return judge.verdict("unreadable", "empty")
    return judge_texts(wedge.texts(text), setting)


def judge_unknown(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """A PDF behind other bytes, a text that is found, or nothing that is read."""
    if pictures.PDF in data[:1024]:
        return judge_picture(data, setting)
    found = wedge.texts_in_other(data) if len(data) <= TEXT_BYTES else None
    return judge_texts(found, setting) if found else judge.verdict("unreadable", "not-a-picture")


def judge_picture(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """The verdict on what is to be looked at by other programs."""
    try:
        return judge_texts(list(map(trim, pictures.texts(data))), setting)
    except Fault as fault:
        return judge.verdict("unreadable", fault.reason)


def judge_texts(found: list[str], setting: judge.Setting) -> dict[str, object]:
    """A1 to A5, of texts that X1 has trimmed."""
    ours = list(dict.fromkeys(text for text in found if version(text) is not None))
    if len(ours) > 1:
        return judge.verdict("several-codes")
    if ours:
        return judge.judge(ours[0], setting)
    return judge.verdict("foreign-code") if found else judge.verdict("unreadable", "no-code")
