"""What is assumed of a country, and the limits of programs that Spec/ states."""

HOLDERS = 50_000_000
#: Issued in `DAYS`, which is as long as a justificatif can be shown and a register keeps its row.
PROOFS, DAYS = 100_000_000, 92
#: Cancelled, of `PROOFS`.
REVOKED = 1_000_000
#: Places that fetch lists; each publication is fetched in so many hours.
PLACES, FETCH_HOURS = 36_000, 2
#: On a first of September, each followed by one justificatif.
LOGINS_A_MINUTE = 10_000
#: The busiest second over the mean of the three months.
PEAK = 10
#: Minutes in which a person has seen the page and closed the space; one who does not is kept for
#: `KEPT_MINUTES`.
VISIT_MINUTES = 3
#: What a body rents or has: cores, and the web server's line in bits a second.
CORES, LINE = 2, 1_000_000_000

#: Spec/lists.md 1.
LIST_BYTES, LIST_REVOKED = 16_777_216, 8_000_000
#: Of all lists together in the storage of a browser: Spec/guichet.md 4.
POCKET_BYTES = 2_000_000
#: Spec/portal.md 7 and 4.
PORTAL_REQUESTS, VAULT_PERSONS, KEPT_MINUTES = 100, 2_700, 15
#: Spec/signing.md 5: requests remembered, each for as long as `KEPT_MINUTES`.
KEYS_REMEMBERED = 65_536
