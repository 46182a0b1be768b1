"""The files that several vectors refer to, and their README.md."""

from . import days, ends, filtered, judging, publishing, rotating
from .cases import ed25519

INTRODUCTION = """# Material

Roots, lists and texts that the vectors refer to by name. All are made by `VectorMaker` from published
seeds: the seed of the key NAME is SHA-256 of `justificatif vectors key NAME`. The keys are worthless
on purpose, the persons and bodies do not exist.

To look at a vector by hand:

```
justificatif lists init --roots roots.pub --lists /tmp/vectors
justificatif lists install trust.cose --lists /tmp/vectors
```
"""


def described() -> dict[str, tuple[bytes, str]]:
    """Content and description of each file, by name."""
    seeds = {"seeds.csv": (ed25519.seeds(), "the seeds of the vectors of `signature/` that RFC 8032 signs")}
    return judging.FILES | rotating.FILES | publishing.FILES | days.FILES | ends.FILES | filtered.FILES | seeds


def files() -> dict[str, bytes]:
    rows = [f"| `{name}` | {text} |" for name, (_, text) in sorted(described().items())]
    page = "\n".join([INTRODUCTION, "| file | what |", "|---|---|", *rows]) + "\n"
    return {name: content for name, (content, _) in described().items()} | {
        "README.md": page.encode()}
