// One question of Vectors/README.md 3 to its answer.

import { install, newLists, stateOf } from "./adoption.js";
import { fromHex, hex, strictText } from "./bytes.js";
import { acceptClock, isSuspect, observe } from "./clock.js";
import { isPrimeOrder } from "./curve.js";
import { dayText, instantText, parseInstant } from "./dates.js";
import { isSigned } from "./ed25519.js";
import { attempt } from "./fault.js";
import { kindOfFile, textOfFile } from "./inputs.js";
import { folded } from "./names.js";
import { referenceOf } from "./reference.js";
import { readValues, valueOf } from "./rice.js";
import { fingerprintOf, readPinnedRoots } from "./roots.js";
import { judge } from "./rules.js";
import { base32Bytes, trimmed } from "./text.js";
import { lastDay } from "./token.js";
import { readReference } from "./typed-reference.js";

const lenientDecoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text of a code: what is not UTF-8 is U+FFFD (token.md 2). */
const codeText = (bytes) => lenientDecoder.decode(bytes);

const answers = {
    verdict: verdictAnswer,
    adoption: adoptionAnswer,
    base32: ({ payload }) => answered(
        attempt(() => base32Bytes([...codeText(fromHex(payload))])),
        (bytes) => ({ bytes: hex(bytes) })),
    folding: ({ payload }) =>
        ({ answer: "valid", folded: folded(strictText(fromHex(payload))) }),
    reference: ({ payload }) => {
        const reference = readReference(codeText(fromHex(payload)));
        return reference === null ? { answer: "refused" } : { answer: "valid", reference };
    },
    roots: ({ payload }) => {
        const roots = readPinnedRoots(fromHex(payload));
        return roots === null ? { answer: "refused" }
            : { answer: "valid", fingerprint: hex(fingerprintOf(roots)) };
    },
    signature: signatureAnswer,
    coding: ({ bits, ...day }) => answered(
        attempt(() => readValues(fromHex(bits), day)),
        (values) => ({ values: [...values] })),
    hashing: ({ fingerprint, ...day }) =>
        ({ answer: "valid", value: valueOf(fromHex(fingerprint), day) }),
};

/** The answer to a question; `unsupported` to a picture or document. */
export function answerTo(question) {
    return answers[question.kind](question);
}

function answered({ value, fault }, fields) {
    return fault ? { answer: fault.reason } : { answer: "valid", ...fields(value) };
}

async function signatureAnswer({ key, message, signature }) {
    const [keyBytes, bytes] = [fromHex(key), fromHex(signature)];
    if (!isPrimeOrder(keyBytes)) return { answer: "key" };
    if (bytes.length !== 64) return { answer: "length" };
    const isGood = await isSigned(keyBytes, fromHex(message), bytes);
    return { answer: isGood ? "valid" : "signature" };
}

async function verdictAnswer({ input, payload, roots, lists: files, installed, observed, now,
    recipients }) {
    const bytes = fromHex(payload);
    const isPicture = ["picture", "document"].includes(kindOfFile(bytes));
    if (input === "file" && isPicture) return { answer: "unsupported" };
    const lists = newLists(fromHex(roots));
    const adopted = await install(lists, files.map(fromHex), parseInstant(installed));
    if (adopted.some((answer) => answer !== "adopted")) return { answer: "lists-not-adopted" };
    if (observed !== undefined) lists.observed = parseInstant(observed);
    const { text, ...other } = input === "code"
        ? { text: trimmed(codeText(bytes)) } : textOfFile(bytes);
    if (text === undefined) return other;
    return shown(await judge(text, lists, parseInstant(now), recipients));
}

/** The answer about a verdict, with what was stated where that may be shown. */
function shown({ verdict, reason, token, issuer }) {
    return {
        verdict,
        ...(reason === undefined ? {} : { reason }),
        ...(token === undefined ? {} : {
            token: hex(token.bytes), to_be_signed: hex(token.toBeSigned),
            fingerprint: hex(token.fingerprint), reference: referenceOf(token.identifier),
            issuer: issuer.name, issued: dayText(token.issued / 86400), last_day: lastDay(token),
            claims: token.claims,
        }),
    };
}

async function adoptionAnswer({ roots, steps }) {
    const lists = newLists(fromHex(roots));
    const told = [];
    for (const step of steps) {
        const at = parseInstant(step.at);
        const answer = await stepAnswer(lists, step, at);
        const state = stateOf(lists);
        if (state.observed !== undefined) state.observed = instantText(state.observed);
        told.push({ answers: answer, state });
    }
    return { steps: told };
}

async function stepAnswer(lists, step, at) {
    switch (step.do) {
    case "install":
        return install(lists, step.files.map(fromHex), at);
    case "judge":
        return [(await judge(trimmed(codeText(fromHex(step.text))), lists, at)).verdict];
    case "clock": {
        const isWrong = isSuspect(lists, at);
        observe(lists, at);
        return [isWrong ? "clock-suspect" : "ok"];
    }
    default:
        acceptClock(lists, at);
        return ["ok"];
    }
}
