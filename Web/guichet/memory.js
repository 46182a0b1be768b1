// What this browser keeps: settings, and how often each code was given today. No name, no text.

/** What the storage of the browser calls a value that is kept under `name`. */
export const placeOf = (name) => `justificatif-guichet.${name}`;

/** A value kept under `name`, or null; a browser that keeps nothing is no error. */
export function recall(name) {
    try {
        return JSON.parse(localStorage.getItem(placeOf(name)));
    } catch {
        return null;
    }
}

/** Keeps it where the browser lets it. */
export function keep(name, value) {
    try {
        localStorage.setItem(placeOf(name), JSON.stringify(value));
    } catch {
        // Full, or forbidden: what is kept is a convenience (Spec/guichet.md 4).
    }
}

let countsHere = null;

/** Counts of today by code. */
export function countsOf(day) {
    const kept = recall("counts") ?? countsHere;
    return kept?.day === day ? kept.codes : {};
}

export function count(day, code) {
    const codes = countsOf(day);
    codes[code] = (codes[code] ?? 0) + 1;
    countsHere = { day, codes };
    keep("counts", countsHere);
}
