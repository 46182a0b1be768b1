// What a justificatif states, in words (Spec/token.md 4.3).

import { CLAIM_TITLES } from "./claim-words.js";

const IDENTITY = ["family_name", "first_given_name", "birth_date"];
// Told beside the facts and never as the fact itself.
const CONTEXT = ["other_given_names", "usage_name", "sex", "birth_place_cog", "birth_country_cog",
    "identity_acr", "recipient", "data_as_of", "delegated"];
const ORDER = ["qf", "qf_at_most", "qf_bracket", "tariff_bracket", "rfr", "rfr_at_most",
    "rfr_per_part_at_most"];
const pick = (pair, language) => pair[language === "en" ? 1 : 0];
const locale = (language) => (language === "en" ? "en-GB" : "fr-FR");

/** « 2 novembre 2026 » of a day or of an instant; a part of a date that is unknown is left out. */
export function dayWords(text, language) {
    const [year, month, day] = text.slice(0, 10).split("-").map(Number);
    if (!month) return String(year);
    const options = { timeZone: "UTC", year: "numeric", month: "long" };
    if (day) options.day = "numeric";
    return new Intl.DateTimeFormat(locale(language), options)
        .format(Date.UTC(year, month - 1, day || 1)).replace(/^1 /, language === "en" ? "1 " : "1er ");
}

const numberWords = (number, language) => new Intl.NumberFormat(locale(language)).format(number);
const euros = (number, language) => `${numberWords(number, language)} €`;

function bracketWords([lower, upper], language) {
    const from = euros(lower, language);
    if (upper === null) return pick([`${from} ou plus`, `${from} or more`], language);
    const to = euros(upper, language);
    return pick([`de ${from} à moins de ${to}`, `from ${from} to less than ${to}`], language);
}

function tariffWords([grid, bracket], language) {
    return pick([`Tranche ${bracket} de la grille ${grid}`, `Bracket ${bracket} of grid ${grid}`], language);
}

function valueWords(value, { kind, unit, choices, bound }, language) {
    let plain = String(value);
    if (kind === "flag" || kind === "true-only") plain = pick(value ? ["oui", "yes"] : ["non", "no"], language);
    else if (kind === "choice") plain = pick(choices[value] ?? [plain, plain], language);
    else if (kind === "bracket") plain = bracketWords(value, language);
    else if (kind === "tariff") plain = tariffWords(value, language);
    else if (value === "none") plain = pick(["aucune date connue", "no date known"], language);
    else if (["day", "day-or-none", "data-age", "month", "birth-date"].includes(kind)) plain = dayWords(value, language);
    else if (unit === "euro") plain = euros(value, language);
    else if (unit === "hundredths") plain = numberWords(value / 100, language);
    else if (unit === "year") plain = pick([`${value} (avis ${value + 1})`, `${value}`], language);
    return bound ? pick(bound, language).replace("{}", plain) : plain;
}

/** The claims of a verdict: who, the fact to show large, and the rest, each as title and value. */
export function factsOf(claims, language) {
    const row = (name) => {
        const words = CLAIM_TITLES[name];
        return words === undefined ? { name, title: name, value: JSON.stringify(claims[name]) }
            : { name, title: pick(words.title, language), value: valueWords(claims[name], words, language) };
    };
    const names = Object.keys(claims).filter((name) => !IDENTITY.includes(name));
    const facts = names.filter((name) => !CONTEXT.includes(name));
    const main = ORDER.find((name) => facts.includes(name)) ?? facts[0];
    return {
        name: [claims.family_name, claims.first_given_name].filter(Boolean).join(" "),
        birth: dayWords(claims.birth_date, language),
        main: main === undefined ? null : row(main),
        rest: names.filter((name) => name !== main).map(row),
    };
}

/** The bracket or predicate of a control line: no value of a person's income, no name. */
export function predicateOf(claims, language) {
    const { main } = factsOf(claims, language);
    const isPredicate = main !== null && (CLAIM_TITLES[main.name]?.isPredicate ?? false);
    return isPredicate ? `${main.title} : ${main.value}` : null;
}
