// What is known about the time without a network (Spec/lists.md 5).

export const TOLERANCE = 2 * 3600;
const HOUR = 3600;

/** O1, O2: no clock is earlier. `issued` are the instants of issue of the lists that count. */
function floorOf({ trust, observed }, issued) {
    const signed = Math.max(...issued);
    return observed === null ? signed : Math.max(signed, Math.min(observed, trust.refuseAfter));
}

const issuedOfAll = ({ trust, revocations }) => [
    trust.issued,
    ...[...revocations.values()].flatMap(({ list }) => (list === null ? [] : [list.issued])),
];

/** O3, for a verdict: the trust list counts and the revocation list that is asked. */
export function isSuspectFor(lists, list, now) {
    const issued = [lists.trust.issued, ...(list === null ? [] : [list.issued])];
    return now < floorOf(lists, issued) - TOLERANCE;
}

/** O3, for the machine: all lists in force count. */
export function isSuspect(lists, now) {
    return lists.trust !== null && now < floorOf(lists, issuedOfAll(lists)) - TOLERANCE;
}

/** O2: writes down what the clock says now, where that counts. */
export function observe(lists, now) {
    const { trust, observed } = lists;
    if (trust === null || now < trust.issued || now >= trust.refuseAfter) return;
    if (observed === null || now >= observed + HOUR) lists.observed = now;
}

/** Somebody looked at the clock and says it is right: `lists clock --accept-now`. */
export function acceptClock(lists, now) {
    if (lists.trust !== null) lists.observed = Math.max(now, ...issuedOfAll(lists));
}
