"""From an input to one text (Spec/verdicts.md 2.1): rules A1 to A5, which are V1."""

import re

import judge
import pictures
import wedge
from faults import Fault
from text import trim, version

FILE_BYTES = 33554432
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
WHITE_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
BLANK = re.compile(f"[{WHITE_SPACE}]*")


def judge_code(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """The verdict on the text of one QR code, from V2 on."""
    return judge.judge(data.decode("utf-8", errors="replace"), setting)


def judge_file(data: bytes, setting: judge.Setting) -> dict[str, object]:
    """The verdict on the content of a file, whatever its name."""
    if len(data) > FILE_BYTES:
        raise pictures.Unsupported
    if data.startswith((pictures.PNG, pictures.JPEG, pictures.PDF)):
        try:
            return judge_texts(pictures.texts(data), setting)
        except Fault as fault:
            return judge.verdict("unreadable", fault.reason)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return judge.verdict("unreadable", "not-a-picture")
    if BLANK.fullmatch(text):
        return judge.verdict("unreadable", "empty")
    if CONTROLS.search(text):
        return judge.verdict("unreadable", "not-a-picture")
    return judge_texts(wedge.texts(text), setting)


def judge_texts(found: list[str], setting: judge.Setting) -> dict[str, object]:
    """A1 to A5."""
    trimmed = [trim(text) for text in found]
    ours = list(dict.fromkeys(text for text in trimmed if version(text) is not None))
    if len(ours) > 1:
        return judge.verdict("several-codes")
    if ours:
        return judge.judge(ours[0], setting)
    return judge.verdict("foreign-code") if trimmed else judge.verdict("unreadable", "no-code")
