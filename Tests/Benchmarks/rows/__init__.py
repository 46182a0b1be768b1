"""What is measured: a file a family of rows."""
import dataclasses
import pathlib

HERE = pathlib.Path(__file__).resolve().parent.parent
PEERS = HERE / "peers"


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


@dataclasses.dataclass
class Family:
    title: str
    #: The first row is what the others are compared with.
    rows: list
    #: Names of contestants that could not be had, and why.
    absent: dict = dataclasses.field(default_factory=dict)
