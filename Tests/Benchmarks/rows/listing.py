"""Revocation lists: making, loading and looking up."""
from . import Family, Row


def family(tools):
    speed = tools.speed
    return Family("lists", [
        Row("libsodium alone", [speed, "libsodium"], 2_000),
        Row("look up among 1e4", [speed, "list-lookup-1e4"], 100_000),
        Row("look up among 1e6", [speed, "list-lookup-1e6"], 100_000, is_long=True),
        Row("load a list of 1e4", [speed, "list-load-1e4"], 40),
        Row("load a list of 1e6", [speed, "list-load-1e6"], 3, is_long=True),
        Row("build and sign a list of 1e3 among 1e4", [speed, "list-build-1e3"], 4),
        Row("build and sign a list of 1e4 among 1e5", [speed, "list-build-1e4"], 1, is_long=True),
    ])
