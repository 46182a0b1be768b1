"""Claims to text and picture, beside what others draw with."""
from . import PEERS, Family, Row


def family(tools):
    speed, token = tools.speed, tools.token
    rows = [
        Row("libqrencode and libpng in C", [tools.issue, token], 100),
        Row("text to PNG", [speed, "qr-png"], 100),
        Row("claims to PNG", [speed, "issue-png"], 100),
        Row("claims to text", [speed, "issue-text"], 2_000),
        Row("qrencode, a process each", [
            "qrencode", "-l", "Q", "-s", "6", "-o", "/dev/null", token.read_text().split()[0]],
            40, is_process=True),
    ]
    absent = {}
    if isinstance(tools.python, str):
        absent["Python, segno"] = tools.python
    else:
        rows.append(Row(
            "Python, segno", [tools.python, PEERS / "python/peer.py", "segno", token], 10))
    return Family("issue: claims to text and picture", rows, absent)


def tables(tools):
    from . import batching
    return batching.tables(tools)
