"""What every reader here raises (Spec/token.md 2): the bytes are not of the one form."""


class Fault(Exception):
    """The first fault met ends the reading; `reason` is the word Spec has for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def need(condition: object, reason: str) -> None:
    """Raises a Fault of this reason unless the condition holds."""
    if not condition:
        raise Fault(reason)
