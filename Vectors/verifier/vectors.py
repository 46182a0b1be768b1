"""Vector files (Vectors/README.md 1, 2): read strictly, and turned into questions."""

import dataclasses
import json
import pathlib
import re

import expected
from justificatif_verify.days import instant

HERE = pathlib.Path(__file__).resolve().parent.parent
LAYERS = ("text", "cbor", "cose", "key", "signature", "claims", "time", "scope", "revocation",
          "list", "clock", "scan", "picture")
PAYLOAD_BYTES = 64 * 1024 * 1024

COMMON = {"kind", "comment", "flags", "rules", "run"}
STEP_KEYS = ("step", "answers", "state")
SHOWN = ("token", "to-be-signed", "fingerprint", "reference", "issuer", "issued", "last-day",
         "claims")
# By kind: keys that a file must have, and those it may have.
KEYS = {
    "verdict": ({"input", "roots", "lists", "installed", "now", "expect"},
                {"observed", "recipient", "reason", *SHOWN}),
    "adoption": ({"roots", *STEP_KEYS}, set()),
    "base32": ({"expect"}, {"bytes"}),
    "folding": ({"expect", "folded"}, set()),
    "reference": ({"expect"}, {"reference"}),
    "roots": ({"expect"}, {"fingerprint"}),
    "signature": ({"key", "message", "signature", "expect"}, set()),
    "coding": ({"width", "count", "parameter", "bits", "expect"}, {"values"}),
    "hashing": ({"day", "seed", "width", "fingerprint", "value", "expect"}, set()),
}
WITHOUT_PAYLOAD = {"signature", "coding", "hashing"}
NUMBERS = {"width", "count", "parameter", "day", "seed"}
# What a valid case of a kind gives.
RESULT = {"base32": "bytes", "folding": "folded", "reference": "reference",
          "roots": "fingerprint", "coding": "values", "hashing": "value"}
REPEATED = {"recipient", *STEP_KEYS}


class Wrong(Exception):
    """A file that a runner must stop at."""


@dataclasses.dataclass(frozen=True)
class Vector:
    """One case: the question, and what is expected of the answer."""

    name: str
    layer: str
    kind: str
    comment: str
    question: dict[str, object]
    expected: dict[str, object]


def paths(layers: list[str] | None = None) -> list[pathlib.Path]:
    """All vector files of these layers, of all layers when none is named, in order of name."""
    return [path for layer in layers or LAYERS for path in sorted((HERE / layer).glob("*.vec"))]


def read(path: pathlib.Path) -> Vector:
    """Reads one file; Wrong says what is not as section 1 and 2 have it."""
    try:
        return parse(path.stem, path.parent.name, path.read_bytes())
    except (ValueError, KeyError, IndexError, TypeError, Wrong) as error:
        raise Wrong(f"{path.name}: {error}") from error


def parse(name: str, layer: str, data: bytes) -> Vector:
    if layer not in LAYERS or not name.startswith(f"{layer}_"):
        raise Wrong(f"no layer of this name: {layer}")
    head, separator, payload = data.partition(b"\n\n")
    if not separator:
        raise Wrong("no empty line after the header")
    lines = [header_line(line) for line in head.decode("utf-8").split("\n")]
    header = checked(lines)
    payload = expanded(payload, header.get("run"))
    question: dict[str, object] = {"case": name, "kind": header["kind"]}
    if header["kind"] not in WITHOUT_PAYLOAD:
        question["payload"] = payload.hex()
    elif payload:
        raise Wrong("a payload, which this kind has not")
    if header["kind"] == "verdict":
        wanted = verdict(lines, header, question)
    elif header["kind"] == "adoption":
        wanted = adoption(lines, header, question, payload)
    else:
        wanted = small(header, question)
    return Vector(name, layer, header["kind"], header["comment"], question, wanted)


def header_line(line: str) -> tuple[str, str]:
    found = re.fullmatch(r"([a-z0-9-]+):(?: (.*))?", line)
    if not found:
        raise Wrong(f"not a header line: {line[:60]!r}")
    return found[1], found[2] or ""


def checked(lines: list[tuple[str, str]]) -> dict[str, str]:
    """The header as a mapping, where every key is known and stands as often as it may."""
    header = dict(lines)
    kind = header["kind"]
    if lines[0][0] != "kind" or kind not in KEYS:
        raise Wrong(f"no kind of this name: {kind}")
    needed, allowed = KEYS[kind]
    names = [key for key, _ in lines]
    unknown = set(names) - COMMON - needed - allowed
    missing = (COMMON - {"run"} | needed) - set(names)
    if unknown or missing:
        raise Wrong(f"unknown keys {sorted(unknown)}, missing keys {sorted(missing)}")
    twice = {key for key in names if names.count(key) > 1} - REPEATED
    if twice:
        raise Wrong(f"keys that stand twice: {sorted(twice)}")
    return header


def expanded(payload: bytes, run: str | None) -> bytes:
    """The payload with the bytes that were too many to be stored."""
    if run is None:
        return payload
    offset, byte, count = run.split()
    if int(offset) > len(payload) or int(count) > PAYLOAD_BYTES:
        raise Wrong("a run that is out of place")
    middle = bytes.fromhex(byte) * int(count)
    return payload[:int(offset)] + middle + payload[int(offset):]


def material(name: str) -> bytes:
    if not re.fullmatch(r"[A-Za-z0-9._-]+", name):
        raise Wrong(f"not a file of material/: {name}")
    try:
        return (HERE / "material" / name).read_bytes()
    except OSError as error:
        raise Wrong(f"not a file of material/: {name}") from error


def verdict(lines: list[tuple[str, str]], header: dict[str, str], question: dict) -> dict:
    """2.1."""
    if header["input"] not in ("code", "file"):
        raise Wrong(f"no input of this name: {header['input']}")
    for key in ("now", "installed", "observed"):
        if key in header:
            instant(header[key])
            question[key] = header[key]
    names = [] if header["lists"] == "none" else header["lists"].split()
    question |= {
        "input": header["input"], "roots": material(header["roots"]).hex(),
        "lists": [material(name).hex() for name in names],
        "recipients": [value for key, value in lines if key == "recipient"],
    }
    expected.check_verdict(header["expect"], header.get("reason"))
    wanted = {key.replace("-", "_"): header[key] for key in SHOWN if key in header}
    if "claims" in wanted:
        wanted["claims"] = json.loads(wanted["claims"])
    if "reason" in header:
        wanted["reason"] = header["reason"]
    return wanted | {"verdict": header["expect"]}


def adoption(lines: list[tuple[str, str]], header: dict[str, str], question: dict,
             payload: bytes) -> dict:
    """2.2: a state, then each step with its answers and the state after it."""
    question["roots"] = material(header["roots"]).hex()
    rest = [line for line in lines if line[0] in STEP_KEYS]
    order = [key for key, _ in rest]
    if order[0] != "state" or order[1:] != list(STEP_KEYS) * (len(order) // 3):
        raise Wrong("steps, answers and states out of order")
    expected.check_state(json.loads(rest[0][1]), first=True)
    question["steps"], wanted = [], []
    for at in range(1, len(rest), 3):
        asked = step(rest[at][1], payload)
        answers, state = rest[at + 1][1].split(), json.loads(rest[at + 2][1])
        expected.check_answers(asked, answers)
        expected.check_state(state, first=False)
        question["steps"].append(asked)
        wanted.append({"answers": answers, "state": state})
    return {"steps": wanted}


def step(value: str, payload: bytes) -> dict[str, object]:
    do, at, *names = value.split()
    instant(at)
    contents = [payload if name == "payload" else material(name) for name in names]
    if do == "install" and names:
        return {"do": do, "at": at, "files": [one.hex() for one in contents]}
    if do == "judge" and len(names) == 1:
        return {"do": do, "at": at, "text": contents[0].hex()}
    if do in ("clock", "accept") and not names:
        return {"do": do, "at": at}
    raise Wrong(f"no step of this form: {value}")


def small(header: dict[str, str], question: dict) -> dict:
    """2.3."""
    kind = header["kind"]
    expected.check_small(kind, header["expect"])
    wanted: dict[str, object] = {"answer": header["expect"]}
    for key in (KEYS[kind][0] | KEYS[kind][1]) - {"expect"}:
        if key not in header:
            continue
        if key == RESULT.get(kind):
            wanted[key] = result(key, header[key])
        else:
            question[key] = int(header[key]) if key in NUMBERS else header[key]
    if kind in RESULT and (header["expect"] == "valid") != (RESULT[kind] in wanted):
        raise Wrong("what a valid case gives is there when the case is valid, and only then")
    return wanted


def result(key: str, value: str) -> object:
    if key == "values":
        return [int(one) for one in value.split()]
    return int(value) if key == "value" else value
