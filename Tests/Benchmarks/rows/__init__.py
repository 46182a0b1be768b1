"""What is measured: a file a family of rows or a table."""
import dataclasses
import pathlib

HERE = pathlib.Path(__file__).resolve().parent.parent
PEERS = HERE / "peers"
PRACTICE = HERE.parent.parent / "Vectors/practice"


@dataclasses.dataclass
class Row:
    """One contestant: a command that does the same thing so many times, its last word."""

    name: str
    command: list
    #: How often it is done in a turn, so that one takes some tenths of a second.
    times: int
    #: The command is started once for each time, and takes no number.
    is_process: bool = False
    #: Not in a quick run.
    is_long: bool = False
    #: Cores it may use, from the first on.
    cores: int = 1
    #: Measured by the clock, since several cores work at once.
    is_by_clock: bool = False


@dataclasses.dataclass
class Family:
    """Contestants that take turns, round by round."""

    title: str
    #: The first row is what the others are compared with.
    rows: list
    #: Names of contestants that could not be had, and why.
    absent: dict = dataclasses.field(default_factory=dict)
    #: What is asked: `frame.asked.Contest` and `frame.asked.Limit`.
    asked: list = dataclasses.field(default_factory=list)
    limits: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Column:
    #: The member of a row.
    key: str
    heading: str
    #: How it is written, as `format` takes it.
    form: str


@dataclasses.dataclass
class Table:
    """What a measurement of its own kind found."""

    title: str
    columns: list[Column]
    #: A dictionary each, with a `name` and the keys of the columns.
    rows: list[dict]
    note: str = ""
    absent: dict = dataclasses.field(default_factory=dict)
    #: Lines of `frame.asked`: what is asked of its figures.
    asked: list = dataclasses.field(default_factory=list)
