"""A register on a PostgreSQL server: four processes at once, beside what the server does at most."""
import json

from frame.shell import HERE, run

from . import Column, Table

TITLE = "register: four processes on one PostgreSQL server"
COLUMNS = [Column("per_second", "rows a second", ",.0f"), Column("ratio", "of the ceiling", ".2f"),
           Column("row_bytes", "bytes a row", ",.0f")]
NOTE = """By the clock; the server has the same cores. The ceiling is pgbench's, for groups of 128 rows,
and takes turns with the register alone. `register/README.md` says what each row does."""
#: Seconds of each row.
SECONDS = 10


def tables(tools):
    if isinstance(tools.justificatif, str):
        return [Table(TITLE, COLUMNS, [], absent={"all": tools.justificatif})]
    found = tools.folder / "register.json"
    run([HERE / "register/run", tools.programs, SECONDS, 4, found])
    return [Table(TITLE, COLUMNS, json.loads(found.read_text()), NOTE)]
