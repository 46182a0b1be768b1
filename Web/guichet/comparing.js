// An aid to compare: what is read on an identity card is the same, or is not.

/** Whether a typed date is the date of birth, or null while it is no whole date. */
export function isSameBirth(typed, birth) {
    const digits = typed.replace(/\D/g, "");
    if (digits.length !== 8) return null;
    const dayFirst = digits.replace(/^(..)(..)(....)$/, "$3$2$1");
    // Of a day or a month that is unknown only the rest can be compared (Spec/token.md 4.3).
    const known = birth.replace(/(-00)+$/, "").replace(/-/g, "");
    return [dayFirst, digits].some((date) => date.startsWith(known));
}

/** Whether a typed name is the birth name, both folded (Spec/token.md 4.2), or null of none. */
export function isSameName(typed, { family_name: family = "", first_given_name: given = "" }, fold) {
    const name = fold(typed);
    return name === "" ? null : name === fold(family === "" ? given : family);
}
