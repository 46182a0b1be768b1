"""Lists that follow each other, by several publishers and by thieves."""


from . import dates, days, rice
from .keys import key
from .lists import issuer, revocation_map, revocations, source, trust, trust_map
from .rotating import A, B, C, D
from .tokens import proof

CAF, DGFIP = key("rev-caf"), key("rev-dgfip")
REVOKING, MAIN = key("revoking"), key("main")
SIGNED_BY = [A, B]
GONE = proof(issued="2026-11-20", last="2027-02-19", signer=REVOKING, cti=b"\x2a" * 16)


def trusted(sequence: int, *sources: dict, issuers: list | None = None,
            instants: tuple[str, str, str] = ("2026-11-01", "2027-08-01", "2028-02-01"),
            signers: list | None = None):
    """A trust list with the issuer `main`, and `revoking` where the list `caf` is named."""
    if issuers is None:
        issuers = [issuer(MAIN)]
        if any(each[1] == "caf" for each in sources):
            issuers.append(issuer(REVOKING, source="caf"))
    return trust(trust_map(sequence, issuers, list(sources), instants), signers or SIGNED_BY)


ONE_SOURCE = source("caf", CAF)
BOTH = (source("caf", CAF), source("dgfip", DGFIP))
NEXT = source("caf", key("rev-caf-new"), epoch=2)

TRUSTS = {
    "trust-7-caf.cose": (trusted(7, ONE_SOURCE), "sequence 7, names the list caf"),
    "trust-7-caf-other.cose": (trusted(7, ONE_SOURCE, issuers=[issuer(REVOKING, source="caf")]),
                               "sequence 7 again, with other content"),
    "trust-7-caf-resigned.cose": (trusted(7, ONE_SOURCE, signers=[B, C]),
                                  "that of `trust-7-caf.cose`, signed by other roots"),
    "trust-7-caf-one.cose": (trusted(7, ONE_SOURCE, signers=[A, C]),
                             "the same, signed by roots of version 1 only"),
    "trust-7-caf-two.cose": (trusted(7, ONE_SOURCE, signers=[A, D]),
                             "the same, signed by roots of version 2 only"),
    "trust-7-caf-both.cose": (trusted(7, ONE_SOURCE, signers=[A, C, D]),
                              "the same, signed by roots of both versions"),
    "trust-6-caf.cose": (trusted(6, ONE_SOURCE), "sequence 6"),
    "trust-8-both.cose": (trusted(8, *BOTH), "sequence 8, names the lists caf and dgfip"),
    "trust-8-epoch-2.cose": (trusted(8, NEXT), "sequence 8, the list caf with another key and epoch 2"),
    "trust-8-key.cose": (trusted(8, source("caf", key("rev-caf-new"))),
                         "sequence 8, the list caf with another key and the same epoch"),
    "trust-8-no-list.cose": (trusted(8), "sequence 8, names no revocation list"),
    "trust-9-caf.cose": (trusted(9, ONE_SOURCE), "sequence 9, names the list caf again"),
    "trust-9-epoch-0.cose": (trusted(9, source("caf", CAF, epoch=0)), "sequence 9, the list caf with a "
                             "lower epoch"),
    "trust-9-withdrawn.cose": (trusted(9, ONE_SOURCE, issuers=[issuer(MAIN, state=1), issuer(
        REVOKING, source="caf")]), "sequence 9, the key main is compromised"),
    "trust-2-53.cose": (trusted(1 << 53, ONE_SOURCE), "sequence 9007199254740992"),
    "trust-2-53-and-1.cose": (trusted((1 << 53) + 1, ONE_SOURCE), "sequence 9007199254740993"),
    "trust-7-two-keys.cose": (trusted(7, source("caf", CAF, key("rev-caf-new"))),
                              "sequence 7, two keys may sign the list caf"),
    "trust-7-epoch-2-53.cose": (trusted(7, source("caf", CAF, epoch=(1 << 53) + 1)),
                                "sequence 7, the list caf with epoch 9007199254740993"),
    "trust-highest.cose": (trusted((1 << 64) - 1, ONE_SOURCE), "sequence 18446744073709551615"),
    "trust-8-stale.cose": (trusted(8, ONE_SOURCE, issuers=[issuer(MAIN, state=1)], instants=(
        "2026-06-01", "2026-08-01", "2026-10-01")), "sequence 8, refuses since 2026-10-01, withdraws main"),
    "trust-8-aging.cose": (trusted(8, ONE_SOURCE, instants=("2026-11-01", "2026-11-15", "2027-01-31")),
                           "sequence 8, warns from 2026-11-15, refuses from 2027-01-31"),
    "trust-8-late.cose": (trusted(8, ONE_SOURCE, instants=("2026-11-22T08:00:00Z", "2027-08-01",
                                                         "2028-02-01")),
                          "sequence 8, issued 2026-11-22T08:00:00Z"),
    "trust-8-early-end.cose": (trusted(8, ONE_SOURCE, instants=("2026-11-01", "2026-11-20",
                               "2026-11-25")), "sequence 8, refuses from 2026-11-25"),
}


def _caf(sequence: int, gone: bool = False, **changes: object):
    return revocations(revocation_map(sequence=sequence, marks=[GONE.fingerprint] if gone else [],
                                      **changes))


def _counted(sequence: int):
    """Two cancelled of 10 November, one of 12 November, and one that is open."""
    first = dates.day("2026-11-01")
    entries = []
    for text, count in (("2026-11-10", 2), ("2026-11-12", 1)):
        day = dates.day(text)
        issued = [days.fingerprint(day, index) for index in range(20)]
        entries.append(rice.entry(day - first, day, set(issued), set(issued[:count])))
    return _caf(sequence, gone=True, first="2026-11-01", days=entries)


REVOKED = {
    "caf-39.cose": (_caf(39), "the list caf, sequence 39"),
    "caf-40.cose": (_caf(40), "sequence 40"),
    "caf-40-other.cose": (_caf(40, gone=True), "sequence 40 again, with other content"),
    "caf-41.cose": (_caf(41, gone=True), "sequence 41, with one cancelled justificatif"),
    "caf-50.cose": (_counted(50), "sequence 50; cancels two of 2026-11-10, one of 2026-11-12 and one "
                    "of the days not closed"),
    "caf-2-53.cose": (_caf((1 << 53) + 1), "sequence 9007199254740993"),
    "caf-highest.cose": (_caf((1 << 64) - 1), "sequence 18446744073709551615"),
    "caf-41-least-9.cose": (_caf(41, least=9), "sequence 41, wants a trust list of sequence 9"),
    "caf-epoch-0.cose": (_caf(90, epoch=0), "epoch 0, sequence 90"),
    "caf-epoch-2.cose": (revocations(revocation_map(sequence=1, epoch=2, marks=[GONE.fingerprint]),
                                     key("rev-caf-new")), "epoch 2, sequence 1, by the new key"),
    "caf-epoch-2-thief.cose": (revocations(revocation_map(sequence=90, epoch=2)),
                               "epoch 2, sequence 90, by the old key"),
    "dgfip-40.cose": (revocations(revocation_map("dgfip", sequence=40), DGFIP),
                      "the list dgfip, sequence 40"),
    "dgfip-3.cose": (revocations(revocation_map("dgfip", sequence=3), DGFIP), "sequence 3"),
    "dgfip-41.cose": (revocations(revocation_map("dgfip", sequence=41, marks=[GONE.fingerprint]), DGFIP),
                      "sequence 41, with the fingerprint of a justificatif of another list"),
    "dgfip-ahead.cose": (revocations(revocation_map("dgfip", sequence=42, issued="2026-11-22T06:00:00Z"),
                                     DGFIP), "sequence 42, issued 2026-11-22T06:00:00Z"),
    "dgfip-by-caf.cose": (revocations(revocation_map("dgfip", sequence=90)),
                          "sequence 90, by the publisher of caf"),
    "caf-old.cose": (_caf(42, issued="2026-09-01T06:00:00Z", closed="2026-08-31", gone=True),
                     "sequence 42, issued 2026-09-01, refuses since 2026-10-16"),
    "caf-ahead.cose": (_caf(42, issued="2026-11-22T06:00:00Z"),
                       "sequence 42, issued 2026-11-22T06:00:00Z"),
}
TEXTS = {
    "main.txt": (proof(), "a justificatif of main"),
    "revoking-gone.txt": (GONE, "a justificatif of revoking that `caf-41.cose` cancels"),
    "revoking-later.txt": (proof(issued="2027-12-20", last="2028-03-19", signer=REVOKING),
                           "another, issued on 2027-12-20"),
}
LISTS = {name: each for name, (each, _) in (TRUSTS | REVOKED).items()}
FILES = {name: (each.file, text) for name, (each, text) in (TRUSTS | REVOKED).items()} | {
    name: (each.text.encode() + b"\n", text) for name, (each, text) in TEXTS.items()}
