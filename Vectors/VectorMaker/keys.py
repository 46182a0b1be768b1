"""Keys from published seeds: SHA-256 of a label. They are worthless on purpose."""

import functools
import hashlib
from dataclasses import dataclass

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ed25519

RAW = (serialization.Encoding.Raw, serialization.PublicFormat.Raw)
LABEL = "justificatif vectors key "


@dataclass(frozen=True)
class Key:
    """A key that signs, and the name that lists give to it."""

    name: str
    seed: bytes

    @functools.cached_property
    def secret(self) -> ed25519.Ed25519PrivateKey:
        return ed25519.Ed25519PrivateKey.from_private_bytes(self.seed)

    @functools.cached_property
    def public(self) -> bytes:
        return self.secret.public_key().public_bytes(*RAW)

    @property
    def kid(self) -> bytes:
        """Spec/token.md 3.2."""
        return hashlib.sha256(self.public).digest()[:8]

    @property
    def display(self) -> str:
        """What every list of these vectors calls this issuer."""
        return f"Caisse fictive ({self.name})"

    def sign(self, message: bytes) -> bytes:
        return self.secret.sign(message)


@functools.lru_cache(maxsize=None)
def key(name: str) -> Key:
    """The key of a name, always the same."""
    return Key(name, hashlib.sha256((LABEL + name).encode()).digest())


def ordered(keys: list[Key]) -> list[Key]:
    """By public key, as lists hold them."""
    return sorted(keys, key=lambda each: each.public)
