// Days, months and instants (Spec/token.md section 2), without time zones.

export const DAY = 86400;
export const LAST_DAY = 65535;
export const LAST_INSTANT = LAST_DAY * DAY;

const twoDigits = (n) => String(n).padStart(2, "0");

/** A day number as [year, month, day of month]. */
function parts(day) {
    const date = new Date(day * DAY * 1000);
    return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

export function daysInMonth(year, month) {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** `2026-11-02` of a day number. */
export function dayText(day) {
    const [year, month, dayOfMonth] = parts(day);
    return `${year}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`;
}

/** `2026-10` of a month number. */
export function monthText(month) {
    return `${1970 + Math.floor(month / 12)}-${twoDigits((month % 12) + 1)}`;
}

export function dayNumber(year, month, dayOfMonth) {
    return Date.UTC(year, month - 1, dayOfMonth) / (DAY * 1000);
}

/** `2026-11-03T00:00:00Z` of an instant. */
export function instantText(instant) {
    return new Date(instant * 1000).toISOString().replace(/\.\d+Z$/, "Z");
}

/** The instant of such a text, or null. */
export function parseInstant(text) {
    const milliseconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
    return Number.isNaN(milliseconds) ? null : milliseconds / 1000;
}

export const dayOf = (instant) => Math.floor(instant / DAY);

/** The same day three months later, or the last day of that month (token.md 2). */
export function add3(day) {
    const [year, month, dayOfMonth] = parts(day);
    const months = year * 12 + month - 1 + 3;
    const [laterYear, laterMonth] = [Math.floor(months / 12), (months % 12) + 1];
    return dayNumber(
        laterYear, laterMonth, Math.min(dayOfMonth, daysInMonth(laterYear, laterMonth)));
}
