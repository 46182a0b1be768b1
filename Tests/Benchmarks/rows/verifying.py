"""Text to verdict in memory, beside what others verify with."""
from . import HERE, PEERS, Family, Row


def family(tools):
    speed, token = tools.speed, tools.token
    rows = [Row("libsodium alone", [speed, "libsodium"], 2_000)]
    rows += [
        Row(f"verdict, {count} revocations", [speed, f"verify-{count}"], 2_000, is_long=is_long)
        for count, is_long in (("0", False), ("1e4", False), ("1e6", True))]
    absent = {}
    for name, peer in (("Go, crypto/ed25519 and fxamacker/cbor", tools.go),
                       ("Rust, ring and serde_cbor", tools.rust)):
        if isinstance(peer, str):
            absent[name] = peer
        else:
            rows.append(Row(name, [peer, token], 2_000))
    for name in ("cwt", "pycose"):
        if isinstance(tools.python, str):
            absent[f"Python, {name}"] = tools.python
        else:
            rows.append(Row(
                f"Python, {name}", [tools.python, PEERS / "python/peer.py", name, token], 400))
    rows.append(Row("our verifier in JavaScript, Node", [
        "node", PEERS / "javascript/peer.mjs", HERE.parent.parent / "Vectors/practice"], 400))
    absent["jwt-kit"] = "no program for it yet"
    return Family("verify: text to verdict in memory", rows, absent)
