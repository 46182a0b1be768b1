"""What a person's visit to the portal costs."""
import json

from frame.shell import HERE, run

from . import Column, Table

TITLE = "portal: a person’s visit"
COLUMNS = [Column("portal_milliseconds", "portal and page, ms", ".1f"),
           Column("signing_milliseconds", "signing service, ms", ".1f"),
           Column("requests", "requests", ".0f")]
#: As `portal/run` names them.
FIND, TAKE = "a login that finds again", "a login, a justificatif and its page"
NOTE = """Processor time. Persons come one after the other; the provider and the data bodies are not
counted. The register is nearly empty."""
PERSONS = 40


def tables(tools):
    if isinstance(tools.justificatif, str):
        return [Table(TITLE, COLUMNS, [], absent={"all": tools.justificatif})]
    found = tools.folder / "portal.json"
    run([HERE / "portal/run", tools.programs, PERSONS, found])
    return [Table(TITLE, COLUMNS, json.loads(found.read_text()), NOTE)]
