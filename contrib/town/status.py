#!/usr/bin/env python3
"""What a town tells a citizen of a request, signed (Spec/portal.md 10.4).

    openssl genpkey -algorithm ed25519 -out status.pem    makes the key
    status.py status.pem                                  writes `status_key` for the catalogue
"""

import base64
import datetime
import pathlib
import sys

from cryptography.hazmat.primitives import serialization

FORMAT = "justificatif-suivi/1"
STATUSES = ("received", "accepted", "missing")


def text(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


class StatusSigner:
    """The key of one town; what it signs says nothing of a person but a reference."""

    def __init__(self, path: str):
        self.key = serialization.load_pem_private_key(pathlib.Path(path).read_bytes(), None)

    @property
    def public(self) -> str:
        return text(self.key.public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw))

    def line(self, procedure: str, reference: str, status: str,
             day: datetime.date | None = None) -> str:
        """The line that the citizen's own browser brings to the portal."""
        if status not in STATUSES:
            raise ValueError(status)
        day = day or datetime.datetime.now(datetime.timezone.utc).date()
        said = f"{FORMAT}.{procedure}.{reference}.{status}.{day.isoformat()}"
        return f"{said}.{text(self.key.sign(said.encode()))}"


if __name__ == "__main__":
    print(StatusSigner(sys.argv[1]).public)
