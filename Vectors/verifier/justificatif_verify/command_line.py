"""Judges one text or file by hand (Spec/verdicts.md); prints the verdict as JSON.

    justificatif-verify TOKEN|FILE|- --roots roots.pub --lists trust.cose,revocations.cose \\
        [--at 2026-11-03T00:00:00Z] [--recipient NAME]...

Without --at it is judged for now. Lists that are refused are named on standard error and change nothing (Spec/lists.md 6.3). Exit
statuses are those of Spec/verdicts.md 4; what this verifier does not look at exits with 69.
"""

import argparse
import json
import pathlib
import sys
import time

from . import adoption, inputs, pictures, search, text
from .days import instant, instant_text
from .faults import Fault
from .names import fold

LIST_BYTES = 134217728
STATUS = {
    "valid": 0, "valid-lists-aging": 0, "lists-stale": 3, "clock-suspect": 3, "malformed": 4,
    "version-unknown": 4, "foreign-code": 4, "unreadable": 4, "several-codes": 4,
    "internal-error": 70,
}


def content(argument: str) -> bytes:
    """2.1: an argument is a text if it begins like one or holds one, else standard input or a file."""
    if text.version(text.trim(argument)) == 1 or search.texts(argument):
        return argument.encode("utf-8")
    data = (sys.stdin.buffer.read(inputs.FILE_BYTES + 1) if argument == "-"
            else bounded(pathlib.Path(argument), inputs.FILE_BYTES))
    if len(data) > inputs.FILE_BYTES:
        raise OSError(f"{argument}: too large")
    return data


def bounded(path: pathlib.Path, most: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise OSError(f"{path}: too large")
    return data


def judged(given: argparse.Namespace) -> dict[str, object]:
    at = instant(given.at) if given.at else int(time.time())
    data = content(given.input)
    try:
        kept = adoption.Kept.new(bounded(given.roots, LIST_BYTES))
    except Fault as fault:
        raise Refused(f"{given.roots}: {fault.reason}") from fault
    names = given.lists.split(",") if given.lists else []
    files = [bounded(pathlib.Path(name), LIST_BYTES) for name in names]
    for name, answer in zip(names, adoption.install(kept, files, at)):
        if answer not in (adoption.ADOPTED, adoption.IN_FORCE):
            print(f"{name}: {answer}", file=sys.stderr)
    verdict = inputs.judge_file(data, kept.setting(at, tuple(given.recipient)))
    return {"checked_at": instant_text(at)} | verdict


class Refused(Exception):
    """The roots are not a roots.pub of the one form."""


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Judges one justificatif.")
    parser.add_argument("input", metavar="TOKEN|FILE|-")
    parser.add_argument("--roots", type=pathlib.Path, required=True)
    parser.add_argument("--lists", metavar="FILE,FILE...", default="")
    parser.add_argument("--at", metavar="INSTANT")
    parser.add_argument("--recipient", action="append", default=[])
    try:
        given = parser.parse_args(arguments)
        if not all(fold(name) for name in given.recipient):
            parser.error("--recipient: is empty")
        verdict = judged(given)
    except SystemExit as stop:
        return 64 if stop.code else 0
    except Exception as error:
        print(f"error: {type(error).__name__}: {error}", file=sys.stderr)
        kinds = ((OSError, 74), (ValueError, 64), (Refused, 78), (pictures.Unsupported, 69))
        return next((status for kind, status in kinds if isinstance(error, kind)), 70)
    print(json.dumps(verdict, ensure_ascii=False, indent=2, sort_keys=True))
    return STATUS.get(verdict["verdict"], 1)


if __name__ == "__main__":
    sys.exit(main())
