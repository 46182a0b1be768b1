// What came of judging, as the object of Spec/verdicts.md 3.

import { DAY, dayText, instantText } from "./dates.js";
import { referenceOf } from "./reference.js";
import { lastDay } from "./token.js";

const MOST_SEQUENCE = 9223372036854775807n;
const FAMILIES = {
    "valid": "green", "valid-lists-aging": "green",
    "signature-invalid": "red", "issuer-unknown": "red", "out-of-scope": "red",
    "key-withdrawn": "red", "revoked": "red",
    "expired": "amber", "not-yet-valid": "amber", "wrong-recipient": "amber",
    "lists-stale": "amber", "clock-suspect": "amber",
};

function sequence(number) {
    return Number(number < MOST_SEQUENCE ? number : MOST_SEQUENCE);
}

/** The field `lists`: the trust list, and the revocation list that was asked, or null. */
function listsUsed(trust, list) {
    return {
        trust_sequence: sequence(trust.sequence),
        issued: instantText(Math.min(trust.issued, list?.issued ?? trust.issued)),
        ...(list === null ? {} : {
            trust_issued: instantText(trust.issued),
            revocation_sequence: sequence(list.sequence),
            revocation_issued: instantText(list.issued),
        }),
    };
}

/**
 * The verdict object, without `input`, `headline` and `advice`: these are of who asked and in what
 * language. `outcome` is what `judge` returned, or an input's verdict without a text.
 */
export function verdictObject(outcome, lists, now) {
    const { verdict, reason, usesLists, token, issuer, list = null } = outcome;
    return {
        format: "justificatif-verdict/1", verdict, family: FAMILIES[verdict] ?? "grey",
        checked_at: instantText(now),
        ...(reason === undefined ? {} : { reason }),
        ...(usesLists ? { lists: listsUsed(lists.trust, list) } : {}),
        ...(token === undefined ? {} : {
            issuer: issuer.name,
            issued: dayText(token.issued / DAY),
            expires: dayText(token.expires / DAY),
            last_day: lastDay(token),
            claims: token.claims,
            reference: referenceOf(token.identifier),
        }),
    };
}
