// What a justificatif states, in words (Spec/token.md 4.3).

import { CLAIM_WORDS } from "./claim-words.js";
import { CLAIM_ROWS } from "./tables.js";

const WHO = ["family_name", "first_given_name", "birth_date"];
const WORDS = Object.fromEntries(CLAIM_ROWS.map(([, name, block, kind, limits], i) => {
    const [french, english, isPredicate = false, unit, ...words] = CLAIM_WORDS[i];
    return [name, { block, kind, limits, titles: [french, english], isPredicate, unit, words }];
}));
const pick = (pair, language) => pair[language === "en" ? 1 : 0];
const formats = {};
/** One of Intl's formats. To make one takes longer than to judge, so each is made once. */
const format = (kind, language, options = {}) =>
    formats[[kind, language, Object.keys(options)]] ??=
        new Intl[kind](language === "en" ? "en-GB" : "fr-FR", options);

/** « 2 novembre 2026 » of a day or of an instant; a part of a date that is unknown is left out. */
export function dayWords(text, language) {
    const [year, month, day] = text.slice(0, 10).split("-").map(Number);
    if (!month) return String(year);
    const options = { timeZone: "UTC", year: "numeric", month: "long" };
    if (day) options.day = "numeric";
    return format("DateTimeFormat", language, options).format(Date.UTC(year, month - 1, day || 1))
        .replace(/^1 /, language === "en" ? "1 " : "1er ");
}

/** « aujourd’hui », « il y a 20 jours ». */
export const agoWords = (days, language) =>
    format("RelativeTimeFormat", language, { numeric: "auto" }).format(-days, "day");

const numberWords = (number, language) => format("NumberFormat", language).format(number);
const euros = (number, language) => `${numberWords(number, language)} €`;

function bracketWords([lower, upper], language) {
    const from = euros(lower, language);
    if (upper === null) return pick([`${from} ou plus`, `${from} or more`], language);
    const to = euros(upper, language);
    return pick([`de ${from} à moins de ${to}`, `from ${from} to less than ${to}`], language);
}

/** The bounds of a bracket are those of a scale that the page knows, else it has only its number. */
function tariffWords([grid, number], language, scales) {
    const bracket = pick([`Tranche ${number}`, `Bracket ${number}`], language);
    const { title, brackets } = scales.find(({ scale }) => scale === grid) ?? { brackets: [] };
    const where = title ?? pick([`barème ${grid}`, `scale ${grid}`], language);
    const lower = brackets[number - 1];
    if (lower === undefined) return `${bracket} (${where})`;
    return `${bracket} : ${bracketWords([lower, brackets[number] ?? null], language)} (${where})`;
}

/** The words of a choice are in the order of its names. */
function choiceWords(value, { limits, words }, language) {
    const place = limits.split(" ").findIndex((pair) => pair.startsWith(`${value}=`));
    return pick(words, language).split("|")[place] ?? String(value);
}

function valueWords(value, row, language, scales) {
    const { kind, unit, words } = row;
    let plain = String(value);
    if (kind === "choice") return choiceWords(value, row, language);
    if (kind === "flag" || kind === "true-only") plain = pick(value ? ["oui", "yes"] : ["non", "no"], language);
    else if (kind === "bracket") plain = bracketWords(value, language);
    else if (kind === "tariff") plain = tariffWords(value, language, scales);
    else if (value === "none") plain = pick(["aucune date connue", "no date known"], language);
    else if (["day", "day-or-none", "data-age", "month", "birth-date"].includes(kind)) plain = dayWords(value, language);
    else if (unit === "euro") plain = euros(value, language);
    else if (unit === "hundredths") plain = numberWords(value / 100, language);
    else if (unit === "year") plain = pick([`${value} (avis ${value + 1})`, `${value}`], language);
    return words.length > 0 ? pick(words, language).replace("{}", plain) : plain;
}

const isPredicate = (name) => WORDS[name]?.isPredicate ?? false;

/** One claim as title and value; what this page does not know is shown as it came. */
function told(claims, name, language, scales) {
    if (WORDS[name] === undefined) return { title: name, value: JSON.stringify(claims[name]) };
    const value = valueWords(claims[name], WORDS[name], language, scales);
    return { title: pick(WORDS[name].titles, language), value };
}

/**
 * The claims of a verdict: who; what to show large, predicates or else the first fact; and the rest,
 * each as title and value. `scales` are published scales (Spec/issuing.md 4).
 */
export function factsOf(claims, language, scales) {
    const order = Object.keys({ ...WORDS, ...claims });
    const names = order.filter((name) => Object.hasOwn(claims, name) && !WHO.includes(name));
    // What belongs to no block is told beside the facts and never as the fact itself.
    const facts = names.filter((name) => WORDS[name]?.block !== 0);
    const predicates = facts.filter(isPredicate);
    const main = predicates.length > 0 ? predicates : facts.slice(0, 1);
    const rows = (chosen) => chosen.map((name) => told(claims, name, language, scales));
    return {
        name: [claims.family_name, claims.first_given_name].filter(Boolean).join(" "),
        birth: dayWords(claims.birth_date, language),
        main: rows(main),
        rest: rows(names.filter((name) => !main.includes(name))),
    };
}

/** The brackets and predicates of a control line: no value of a person's, no name. */
export function predicatesOf(claims, language, scales) {
    return Object.keys(claims).filter(isPredicate)
        .map((name) => told(claims, name, language, scales))
        .map(({ title, value }) => `${title} : ${value}`);
}
