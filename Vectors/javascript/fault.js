// Why bytes are refused.

/** A fault of form: the reason of Spec, and where it is (characters of a text, else bytes). */
export class Fault extends Error {
    constructor(reason, place) {
        super(place === undefined ? reason : `${reason}@${place}`);
        this.reason = reason;
    }
}

/** Throws a Fault unless this is so. */
export function need(isSo, reason) {
    if (!isSo) throw new Fault(reason);
}

/** The reason of a Fault. Other errors pass. */
export function reasonOf(error) {
    if (error instanceof Fault) return error.reason;
    throw error;
}

/** What `work` returns, or its Fault. Other errors pass. */
export function attempt(work) {
    try {
        return { value: work() };
    } catch (error) {
        if (error instanceof Fault) return { fault: error };
        throw error;
    }
}
