"""Claims to text and picture, beside what others draw with."""
from frame.asked import Contest

from . import PEERS, Family, Row

OURS = "claims to PNG"


def family(tools):
    speed, token = tools.speed, tools.token
    rows = [
        Row("libqrencode and libpng in C", [tools.issue, token], 100),
        Row("text to PNG", [speed, "qr-png"], 100),
        Row(OURS, [speed, "issue-png"], 100),
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
    return Family("issue: claims to text and picture", rows, absent, [
        Contest(OURS, "libqrencode and libpng in C", least=0.85),
        Contest(OURS, "qrencode, a process each", least=1.8),
        Contest(OURS, "Python, segno", least=15)])
