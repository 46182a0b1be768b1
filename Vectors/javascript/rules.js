// The verdict on one text: V2 to V16 in their order (Spec/verdicts.md 2).

import { hex } from "./bytes.js";
import { blocksOf } from "./claims.js";
import { TOLERANCE, isSuspectFor } from "./clock.js";
import { DAY } from "./dates.js";
import { isSigned } from "./ed25519.js";
import { attempt } from "./fault.js";
import { folded } from "./names.js";
import { lookedUp } from "./revocations.js";
import { senseFault } from "./sense.js";
import { version } from "./text.js";
import { readToken } from "./token.js";

const GRACE = 12 * 3600;

/**
 * Judges one text, which went through X1 of token.md, by the lists in force at the instant `now`.
 * `recipients` are the names the place answers to.
 *
 * Returns `verdict`, `reason` where there is one, `usesLists` from V5 on, and once the signature is
 * good and V7 to V10 passed: `token`, `issuer`, `list` (the revocation list that was asked, or null).
 */
export async function judge(text, lists, now, recipients = []) {
    const number = version(text);
    if (number === null) return { verdict: "foreign-code" };
    if (number !== 1) return { verdict: "version-unknown", reason: "prefix" };
    const read = attempt(() => readToken(text));
    if (read.fault) return { verdict: "malformed", reason: read.fault.message };
    const token = read.value;

    const { trust } = lists;
    if (trust === null) return { verdict: "lists-stale", reason: "trust-list-missing" };
    const kid = hex(token.kid);
    const issuer = trust.issuers.find((one) => one.kid === kid);
    const refusal = issuer === undefined
        ? unknownIssuer(trust, now) : await unproved(token, issuer);
    if (refusal !== null) return { ...refusal, usesLists: true };

    const list = issuer.list === null ? null : lists.revocations.get(issuer.list)?.list ?? null;
    const found = list === null ? null : lookedUp(list, token);
    const common = { usesLists: true, list };
    if (found === "revoked") return { verdict: "revoked", ...common };
    const unusable = unusableNow(token, lists, list, now, recipients);
    const outcome = unusable ?? freshness({ trust, issuer, list, found }, now);
    return { ...outcome, ...common, token, issuer };
}

/** V5. */
function unknownIssuer(trust, now) {
    return now >= trust.warnAfter
        ? { verdict: "lists-stale", reason: "issuer-not-in-an-aging-list" }
        : { verdict: "issuer-unknown" };
}

/** V6 to V10. */
async function unproved(token, issuer) {
    if (!await isSigned(issuer.key, token.toBeSigned, token.signature)) {
        return { verdict: "signature-invalid" };
    }
    if (token.isLater) return { verdict: "version-unknown", reason: "claim" };
    const fault = senseFault(token);
    if (fault !== null) return { verdict: "malformed", reason: fault };
    const granted = [...blocksOf(token.labels)]
        .every((block) => issuer.blocks.includes(BigInt(block)));
    if (!granted) return { verdict: "out-of-scope" };
    if (issuer.isCompromised) return { verdict: "key-withdrawn", reason: "compromised" };
    const day = token.issued / DAY;
    if (day < issuer.signFrom || day > issuer.signUntil) {
        return { verdict: "key-withdrawn", reason: "outside-signing-days" };
    }
    return null;
}

/** V12 to V15. */
function unusableNow(token, lists, list, now, recipients) {
    if (isSuspectFor(lists, list, now)) return { verdict: "clock-suspect" };
    if (token.issued > now + TOLERANCE) return { verdict: "not-yet-valid" };
    if (now >= token.expires + GRACE) return { verdict: "expired" };
    const { recipient } = token.claims;
    const isForOthers = recipient !== undefined && recipients.length > 0
        && !recipients.some((name) => folded(name) === folded(recipient));
    return isForOthers ? { verdict: "wrong-recipient" } : null;
}

/** V16. */
function freshness({ trust, issuer, list, found }, now) {
    const stale = (reason) => ({ verdict: "lists-stale", reason });
    const aging = (reason) => ({ verdict: "valid-lists-aging", reason });
    if (now >= trust.refuseAfter) return stale("trust-list-too-old");
    if (issuer.list !== null && list === null) return stale("revocation-list-missing");
    if (list !== null && now >= list.refuseAfter) return stale("revocation-list-too-old");
    if (found === "not-covered") return stale("revocation-list-begins-later");
    if (now >= trust.warnAfter) return aging("trust-list-aging");
    if (list !== null && now >= list.warnAfter) return aging("revocation-list-aging");
    if (found === "issued-later") return aging("issued-after-revocation-list");
    return { verdict: "valid" };
}
