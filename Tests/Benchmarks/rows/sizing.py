"""How large the same facts are in the formats of others."""
import json

from frame.shell import run

from . import PEERS, Column, Table

COLUMNS = [Column("bytes", "bytes", ","), Column("characters", "characters", ","),
           Column("qr_version", "QR version, level Q", ""), Column("modules", "modules a side", "")]
NOTE = """A quotient familial with its month, body and day, the name and the date of birth; signed,
with an identifier and a last day. Bytes are before the text of the code, where there are such."""


def tables(tools):
    title = "size: the same facts in a code"
    if isinstance(tools.python, str):
        return [Table(title, COLUMNS, [], absent={"all": tools.python})]
    rows = json.loads(run([tools.python, PEERS / "python/sizes.py", tools.token]))
    return [Table(title, COLUMNS, rows, NOTE)]
