// Rules of sense (Spec/token.md 4.4).

import { REGISTRY } from "./claims.js";
import { DAY, add3, dayOf } from "./dates.js";

/** The reason of the first rule that is broken, or null. */
export function senseFault({ issued, expires, claims, labels }) {
    if (issued >= expires) return "ends-before-issue";
    if (expires > add3(dayOf(issued)) * DAY) return "lives-too-long";
    const { birth_date: birth, family_name: family, first_given_name: given } = claims;
    if (birth === undefined || (family ?? given) === undefined) return "no-identity";
    const earliest = Date.parse(birth.replaceAll("-00", "-01")) / 1000;
    if (earliest > issued) return "born-after-issue";
    const rows = labels.map((label) => REGISTRY.get(label));
    for (const { name, requires } of rows) {
        const missing = requires.find((other) => !labels.includes(other));
        if (missing !== undefined) return `missing-${REGISTRY.get(missing).name}-for-${name}`;
    }
    for (const { name, excludes } of rows) {
        const other = rows.find(({ label }) => excludes.includes(label));
        if (other !== undefined) return `${name}-excludes-${other.name}`;
    }
    return null;
}
