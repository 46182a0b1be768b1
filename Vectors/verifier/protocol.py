"""Questions and answers of Vectors/README.md sections 2 and 3, one JSON object a line.

    python3 protocol.py     reads questions from standard input until its end
"""

import json
import sys
from typing import BinaryIO

from justificatif_verify import (
    adoption, curve, inputs, names, payload, pictures, revocations, roots, text)
from justificatif_verify.days import instant
from justificatif_verify.faults import Fault, need

LINE_BYTES = 512 * 1024 * 1024
INTERNAL_ERROR = {"verdict": "internal-error"}

Json = dict[str, object]


def verdict(question: Json) -> Json:
    """2.1: one input is judged by lists that were adopted together."""
    kept = adoption.Kept.new(hexadecimal(question, "roots"))
    lists = [bytes.fromhex(one) for one in question.get("lists", [])]
    if lists and set(adoption.install(kept, lists, instant(question["installed"]))) != {"adopted"}:
        return {"answer": "lists-not-adopted"}
    if "observed" in question:
        kept.observed = instant(question["observed"])
    setting = kept.setting(instant(question["now"]), tuple(question.get("recipients", [])))
    data = hexadecimal(question, "payload")
    judged = {"code": inputs.judge_code, "file": inputs.judge_file}[question["input"]]
    return judged(data, setting)


def adopt(question: Json) -> Json:
    """2.2: files are offered, and what is kept is told after each step."""
    kept = adoption.Kept.new(hexadecimal(question, "roots"))
    return {"steps": [{"answers": step(kept, one), "state": kept.state()}
                      for one in question["steps"]]}


def step(kept: adoption.Kept, asked: Json) -> list[str]:
    at = instant(asked["at"])
    match asked["do"]:
        case "install":
            return adoption.install(kept, [bytes.fromhex(one) for one in asked["files"]], at)
        case "judge":
            answer = inputs.judge_code(hexadecimal(asked, "text"), kept.setting(at))
            return [answer["verdict"]]
        case "clock":
            return ["ok" if kept.look_at_clock(at) else "clock-suspect"]
        case "accept":
            kept.accept_clock(at)
            return ["ok"]
    raise ValueError("an unknown step")


def base32(question: Json) -> Json:
    body = hexadecimal(question, "payload").decode("utf-8", errors="replace")
    return {"answer": "valid", "bytes": text.base32(body).hex()}


def folding(question: Json) -> Json:
    return {"answer": "valid",
            "folded": names.fold(hexadecimal(question, "payload").decode("utf-8"))}


def reference(question: Json) -> Json:
    typed = hexadecimal(question, "payload").decode("utf-8", errors="replace")
    found = payload.read_back(typed)
    return {"answer": "valid", "reference": found} if found else {"answer": "refused"}


def root_keys(question: Json) -> Json:
    try:
        found = roots.pinned(hexadecimal(question, "payload"))
    except Fault:
        return {"answer": "refused"}
    return {"answer": "valid", "fingerprint": found.fingerprint().hex()}


def signature(question: Json) -> Json:
    key, message, signed = (hexadecimal(question, name) for name in
                            ("key", "message", "signature"))
    if not curve.is_prime_order(key):
        return {"answer": "key"}
    if len(signed) != 64:
        return {"answer": "length"}
    return {"answer": "valid" if curve.is_signed(key, signed, message) else "signature"}


def coding(question: Json) -> Json:
    width = question["width"]
    need(0 < width <= revocations.WIDTH and 0 <= question["parameter"] <= width, "out-of-range")
    values = revocations.unpack(hexadecimal(question, "bits"), width, question["count"],
                                question["parameter"])
    return {"answer": "valid", "values": values.tolist()}


def hashing(question: Json) -> Json:
    value = revocations.hashed(question["day"], question["seed"], question["width"],
                               hexadecimal(question, "fingerprint"))
    return {"answer": "valid", "value": value}


KINDS = {
    "verdict": verdict, "adoption": adopt, "base32": base32, "folding": folding,
    "reference": reference, "roots": root_keys, "signature": signature, "coding": coding,
    "hashing": hashing,
}


def hexadecimal(question: Json, name: str) -> bytes:
    return bytes.fromhex(question[name])


def answer(question: object) -> Json:
    """The answer to one question; a fault of this verifier is one too."""
    try:
        if question["kind"] not in KINDS:
            return {"answer": "unsupported"}
        return KINDS[question["kind"]](question)
    except Fault as fault:
        return {"answer": fault.reason}
    except pictures.Unsupported:
        return {"answer": "unsupported"}
    except Exception:
        return INTERNAL_ERROR


def answer_line(line: bytes) -> bytes:
    try:
        found = answer(json.loads(line))
    except (ValueError, RecursionError):
        found = INTERNAL_ERROR
    return json.dumps(found, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answers each line; one that is too long is passed over and answered like any other fault."""
    while line := questions.readline(LINE_BYTES):
        whole = len(line) < LINE_BYTES or line.endswith(b"\n")
        rest = b"" if whole else questions.readline(LINE_BYTES)
        while rest and not rest.endswith(b"\n"):
            rest = questions.readline(LINE_BYTES)
        answers.write(answer_line(line if whole else b""))
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer)
