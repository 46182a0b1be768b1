// Fictional verdicts, one a code, for staff who learn the screens. Nobody in them exists.

const CHECKED = { format: "justificatif-verdict/1", checked_at: "2026-11-03T00:00:00Z" };
const LISTS = { issued: "2026-11-01T00:00:00Z", trust_sequence: 1 };
const SHOWN = {
    issuer: "Organisme d’entraînement (sans valeur)",
    issued: "2026-11-02", expires: "2026-12-01", last_day: "2026-11-30",
    reference: "0000-0000-0000-0", lists: LISTS,
    claims: {
        family_name: "EXEMPLE-FICTIF", first_given_name: "Camille", birth_date: "1990-05-14",
        data_as_of: "2026-11-01", qf_bracket: [400, 800], qf_month: "2026-10", qf_source: "CNAF",
    },
};
const made = (verdict, family, more = {}) => [verdict, { ...CHECKED, verdict, family, ...more }];

export const PRACTICE_VERDICTS = Object.fromEntries([
    made("valid", "green", SHOWN),
    made("valid-lists-aging", "green", { ...SHOWN, reason: "trust-list-aging" }),
    made("signature-invalid", "red", { lists: LISTS }),
    made("issuer-unknown", "red", { lists: LISTS }),
    made("out-of-scope", "red", { lists: LISTS }),
    made("key-withdrawn", "red", { lists: LISTS, reason: "compromised" }),
    made("revoked", "red", { lists: LISTS }),
    made("expired", "amber", SHOWN),
    made("not-yet-valid", "amber", SHOWN),
    made("wrong-recipient", "amber",
        { ...SHOWN, claims: { ...SHOWN.claims, recipient: "Mairie de Saint-Exemple" } }),
    made("lists-stale", "amber", { reason: "trust-list-missing" }),
    made("clock-suspect", "amber", SHOWN),
    made("malformed", "grey", { reason: "text-length@280" }),
    made("version-unknown", "grey", { reason: "prefix" }),
    made("foreign-code", "grey"),
    made("unreadable", "grey", { reason: "no-code" }),
    made("several-codes", "grey"),
    made("internal-error", "grey", { reason: "reader-missing" }),
]);
