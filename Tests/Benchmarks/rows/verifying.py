"""Text to verdict in memory, beside what others verify with."""
from frame.asked import Contest

from . import PEERS, PRACTICE, Family, Row

OURS = "verdict, 0 revocations"
GO, RING = "Go, crypto/ed25519 and fxamacker/cbor", "Rust, ring and serde_cbor"


def families(tools):
    return [beside_others(tools), on_two_cores(tools), by_token(tools), by_list(tools)]


def beside_others(tools):
    speed, token = [tools.speed, *tools.sample_lists], tools.token
    rows = [Row("libsodium alone", [*speed, "libsodium"], 2_000)]
    rows += [
        Row(f"verdict, {count} revocations", [*speed, f"verify-{count}"], 2_000, is_long=is_long)
        for count, is_long in (("0", False), ("1e4", False), ("1e6", True))]
    absent = {}
    for name, peer in ((GO, tools.go), (RING, tools.rust), ("Swift, jwt-kit", tools.jwt_kit)):
        if isinstance(peer, str):
            absent[name] = peer
        else:
            rows.append(Row(name, peer, 2_000))
    for name in ("cwt", "pycose"):
        if isinstance(tools.python, str):
            absent[f"Python, {name}"] = tools.python
        else:
            rows.append(Row(
                f"Python, {name}", [tools.python, PEERS / "python/peer.py", name, token], 400))
    rows.append(Row("our verifier in JavaScript, Node",
                    ["node", PEERS / "javascript/peer.mjs", PRACTICE], 400))
    return Family("verify: text to verdict in memory", rows, absent, [
        Contest(OURS, "libsodium alone", least=0.95),
        Contest("verdict, 1e6 revocations", "libsodium alone", least=0.93),
        Contest(OURS, GO, least=0.9), Contest(OURS, RING, least=0.9),
        Contest(OURS, "Swift, jwt-kit", least=1.6), Contest(OURS, "Python, pycose", least=2.5),
        Contest(OURS, "Python, cwt", least=2.5)])


def on_two_cores(tools):
    """By the clock: two threads share one verifier and its lists."""
    def name(threads, count):
        return f"{threads} on {threads} core{'s'[:threads - 1]}, {count} revocations"

    counts = ("0", "1e6")
    return Family("verify: threads that share a verifier, by the clock", [
        Row(name(threads, count),
            [tools.speed, *tools.sample_lists, "--threads", threads, f"verify-{count}"], 4_000,
            cores=threads, is_by_clock=True, is_long=count == "1e6")
        for count in counts for threads in (1, 2)],
        asked=[Contest(name(2, count), name(1, count), least=1.9) for count in counts])


def by_token(tools):
    return Family("growth: verdict, by size of the token", [
        Row(f"{count} bytes", [tools.speed, f"verify-bytes-{count}"], 2_000, is_long=True)
        for count in (200, 300, 400, 500, 600)])


def by_list(tools):
    return Family("growth: verdict, by revocations in the list", [
        Row(count, [tools.speed, *tools.sample_lists, f"verify-{count}"], 2_000, is_long=True)
        for count in ("0", "1e3", "1e4", "1e5", "1e6", "5e6")])
