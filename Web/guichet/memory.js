// What this browser keeps: settings, and how often each code was given today. No name, no text.

const PREFIX = "justificatif-guichet";
export const SECONDS = { least: 5, most: 120, green: 30, other: 60 };

/** A value kept under `name`, or null; a browser that keeps nothing is no error. */
export function recall(name) {
    try {
        return JSON.parse(localStorage.getItem(`${PREFIX}.${name}`));
    } catch {
        return null;
    }
}

/** Whether it could be kept. */
export function keep(name, value) {
    try {
        localStorage.setItem(`${PREFIX}.${name}`, JSON.stringify(value));
        return true;
    } catch {
        return false;
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
