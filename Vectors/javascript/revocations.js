// Revocation lists (Spec/lists.md 4).

import { compareBytes, hex, sameBytes } from "./bytes.js";
import { Reader, readUInt64, readWholeMap } from "./cbor.js";
import { kidOf, readSigned, signedBytes } from "./cose.js";
import { dayOf } from "./dates.js";
import { isSigned } from "./ed25519.js";
import { need } from "./fault.js";
import { passes, readFilters } from "./ribbons.js";
import { readValues, valueOf } from "./rice.js";
import { readDay, readIdentifier, readInstant } from "./trust.js";

export const MOST_REVOCATION_BYTES = 16777216;
const REVOCATION_DOMAIN = "justificatif/revocations/1";
const MOST_DAYS = 128;
const MOST_REVOKED = 8000000;
const FINGERPRINT = 16;
// Items of an entry of version 1 and of version 2.
const [VALUES, FILTERS] = [6, 8];

/** L4, L5: closed days, and how many they cancel. */
function readClosedDays(reader, { firstDay, lastClosed }) {
    const count = reader.array({ most: MOST_DAYS });
    const days = new Map();
    let revoked = 0;
    let last = -1;
    for (let i = 0; i < count; i += 1) {
        const size = reader.array({});
        need(size === VALUES || size === FILTERS, "wrong-length");
        const place = reader.uint(0, lastClosed - firstDay);
        // One that is not ascending is in the range.
        need(place > last, "key-order");
        last = place;
        const day = firstDay + place;
        const entry = readEntry(reader, size, day, MOST_REVOKED - revoked);
        revoked += entry.count;
        days.set(day, entry);
    }
    return { days, revoked };
}

/** L4, L7: how many of a day are revoked, and whether a fingerprint is of one of them. */
function readEntry(reader, size, day, most) {
    const count = Number(reader.uint64());
    need(count > 0, "out-of-range");
    need(count <= most, "too-many");
    if (size === FILTERS) {
        const filters = readFilters(reader, count);
        return { count, holds: (fingerprint) => passes(filters, day, fingerprint) };
    }
    const width = reader.uint(1, 56);
    const seed = reader.uint(0, 255);
    const parameter = reader.uint(0, width);
    const values = readValues(reader.byteString(), { count, width, parameter });
    return { count, holds: (fingerprint) => values.includes(valueOf(fingerprint, { day, seed, width })) };
}

/** L3: whole fingerprints of open days. */
function readOpen(reader, { closed }) {
    const { argument } = reader.expect(2);
    need(argument % BigInt(FINGERPRINT) === 0n, "wrong-length");
    need(argument <= FINGERPRINT * (MOST_REVOKED - closed.revoked), "too-many");
    const open = reader.take(Number(argument));
    for (let at = FINGERPRINT; at < open.length; at += FINGERPRINT) {
        const before = open.subarray(at - FINGERPRINT, at);
        need(compareBytes(before, open.subarray(at, at + FINGERPRINT)) < 0, "key-order");
    }
    return open;
}

/** R4: the content of a revocation list. */
const readRevocationPayload = (payload) => readWholeMap(payload, {
    id: [1, readIdentifier],
    epoch: [2, readUInt64],
    sequence: [3, readUInt64],
    issued: [4, readInstant],
    warnAfter: [5, readInstant],
    refuseAfter: [6, (map, { issued, warnAfter }) => map.checked(
        readInstant, (end) => issued < warnAfter && warnAfter < end, "date-order")],
    leastTrust: [7, readUInt64],
    firstDay: [8, readDay],
    lastClosed: [9, readLastClosedDay],
    closed: [10, readClosedDays],
    open: [11, readOpen],
});

/** L2. */
function readLastClosedDay(reader, { issued, firstDay }) {
    const isBetween = (day) => day < dayOf(issued) && day >= firstDay - 1;
    const day = reader.checked(readDay, isBetween, "date-order");
    need(day - firstDay < MOST_DAYS, "too-many");
    return day;
}

/** R1: the envelope and the identifier; of the payload nothing else is looked at. */
function readEnvelope(bytes) {
    const message = readSigned(bytes);
    const reader = new Reader(message.payload);
    need(reader.map() > 0n, "missing-key");
    const { key } = reader.keys().next();
    need((key >= 1n && key <= 11n) || key >= 64n, "unknown-key");
    need(key === 1n, "missing-key");
    return { message, id: readIdentifier(reader) };
}

/** R1 to R5: a revocation list this trust list stands for. Throws a Fault. */
export async function acceptedRevocations(bytes, trust) {
    need(bytes.length <= MOST_REVOCATION_BYTES, "too-large");
    const { message, id } = readEnvelope(bytes);
    const source = trust.sources.find((one) => one.id === id);
    need(source, "unknown-list-id");
    const key = source.keys.find((one) => sameBytes(kidOf(one), message.kid));
    const toBeSigned = signedBytes(REVOCATION_DOMAIN, message);
    need(key && await isSigned(key, toBeSigned, message.signature), "wrong-key");
    const content = readRevocationPayload(message.payload);
    need(content.epoch === source.epoch, "wrong-epoch");
    return { list: { ...content, key: hex(key) }, payload: message.payload };
}

/** Whether a list still stands under a trust list (R2, R3, R5). */
export function isDelegated(list, trust) {
    const source = trust.sources.find(({ id }) => id === list.id);
    return source !== undefined && source.epoch === list.epoch
        && source.keys.some((key) => hex(key) === list.key);
}

/** R9: whether `list` cancels fewer of some day than `before`, the list in force. */
export function forgets(list, before) {
    const countOf = ({ closed }, day) => closed.days.get(day)?.count ?? 0;
    const last = Math.min(list.lastClosed, before.lastClosed);
    for (let day = list.firstDay; day <= last; day += 1) {
        if (countOf(list, day) < countOf(before, day)) return true;
    }
    const later = ({ closed, open }) => [...closed.days].reduce(
        (sum, [day, { count }]) => (day > last ? sum + count : sum), open.length / FINGERPRINT);
    return list.firstDay <= last + 1 && later(list) < later(before);
}

function holdsOpen(open, fingerprint) {
    for (let at = 0; at < open.length; at += FINGERPRINT) {
        if (sameBytes(open.subarray(at, at + FINGERPRINT), fingerprint)) return true;
    }
    return false;
}

/** U1 to U3: `not-covered`, `revoked`, `not-revoked` or `issued-later`. */
export function lookedUp(list, { issued, fingerprint }) {
    const day = dayOf(issued);
    if (day < list.firstDay) return "not-covered";
    if (day <= list.lastClosed) {
        return list.closed.days.get(day)?.holds(fingerprint) ? "revoked" : "not-revoked";
    }
    if (holdsOpen(list.open, fingerprint)) return "revoked";
    return day <= dayOf(list.issued) ? "not-revoked" : "issued-later";
}
