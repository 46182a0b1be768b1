"""All that is written, by path below Vectors/."""

import functools

from . import material, practice, practice_sheet, readme, writing
from .cases import cbor, chains, claims, clock, coding, cose, ed25519, fault_order, forgetting
from .cases import filters, inside, large, names
from .cases import picture, pinned, references, revocation, revocation_form, rfc8949, roots, scan, scope
from .cases import sense, sequences, shared_rules, successors, text, time, trust_form, trust_texts
from .writing import LAYERS, Vector

MODULES = (text, references, cbor, rfc8949, cose, ed25519, claims, names, sense, time, scope, coding,
           revocation, revocation_form, successors, large, trust_form, trust_texts, roots,
           sequences, chains, clock, scan, inside, picture, fault_order, pinned, forgetting,
           shared_rules, filters)
FOLDERS = [*LAYERS, "material", "practice/guichet", "practice/pictures",
           "practice/samples"]


@functools.lru_cache(maxsize=1)
def vectors() -> tuple[Vector, ...]:
    """Every case, by path; no two have one name."""
    made = [vector for module in MODULES for vector in module.cases()]
    paths = [vector.path for vector in made]
    twice = {path for path in paths if paths.count(path) > 1}
    assert not twice, twice
    return tuple(sorted(made, key=lambda vector: vector.path))


def files() -> dict[str, bytes]:
    wanted = {vector.path: vector.file for vector in vectors()}
    wanted |= {f"material/{name}": content for name, content in material.files().items()}
    wanted |= {f"practice/{name}": content for name, content in practice.files().items()}
    wanted["RULES.md"] = readme.rules_page(vectors()).encode()
    wanted |= {f"practice/guichet/{name}": content
               for name, content in practice_sheet.files().items()}
    wanted["README.md"] = readme.page(writing.content_of("README.md").decode(), vectors()).encode()
    return wanted
