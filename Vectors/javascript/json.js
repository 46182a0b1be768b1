// JSON that has one meaning (RFC 8259): no name twice, and numbers of digits only. Spec/lists.md 2.1.

import { strictText } from "./bytes.js";

const MOST_DEPTH = 8;
const TOKEN = new RegExp([
    "[ \\t\\n\\r]*(?:",
    "([{}\\[\\],:])",
    "|(\"(?:[^\"\\\\\\u0000-\\u001f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*\")",
    "|(0|[1-9][0-9]*)(?![0-9.eE])",
    "|(true|false|null)",
    ")",
].join(""), "yu");

/** The value of JSON bytes: objects as a Map. Returns undefined for anything else. */
export function strictJSON(bytes) {
    const text = strictText(bytes);
    if (text === null) return undefined;
    const tokens = [];
    TOKEN.lastIndex = 0;
    let end = 0;
    for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
        tokens.push(match);
        end = TOKEN.lastIndex;
    }
    if (!/^[ \t\n\r]*$/.test(text.slice(end))) return undefined;
    const state = { tokens, at: 0 };
    const found = value(state, 0);
    return state.at === tokens.length ? found : undefined;
}

const sign = (state) => state.tokens[state.at]?.[1];

function takes(state, wanted) {
    if (sign(state) !== wanted) return false;
    state.at += 1;
    return true;
}

function value(state, depth) {
    if (takes(state, "{")) return several(state, depth, "}", new Map());
    if (takes(state, "[")) return several(state, depth, "]", []);
    const [, mark, string, number, word] = state.tokens[state.at] ?? [];
    state.at += 1;
    if (string !== undefined) return JSON.parse(string);
    if (number !== undefined) return BigInt(number);
    if (mark === undefined && word !== undefined) return JSON.parse(word);
    return undefined;
}

/** The rest of an array or an object whose first sign is taken. */
function several(state, depth, closing, found) {
    if (depth >= MOST_DEPTH) return undefined;
    if (takes(state, closing)) return found;
    for (;;) {
        let name;
        if (closing === "}") {
            name = value(state, depth + 1);
            if (typeof name !== "string" || found.has(name) || !takes(state, ":")) return undefined;
        }
        const item = value(state, depth + 1);
        if (item === undefined) return undefined;
        if (closing === "}") found.set(name, item);
        else found.push(item);
        if (takes(state, closing)) return found;
        if (!takes(state, ",")) return undefined;
    }
}
