// Which lists are in force, and which are taken (Spec/lists.md 6.2, 6.3).

import { hex } from "./bytes.js";
import { Reader } from "./cbor.js";
import { DAY } from "./dates.js";
import { attempt } from "./fault.js";
import { acceptedRevocations, forgets, isDelegated } from "./revocations.js";
import { MOST_CHAIN_BYTES, fingerprintOf, followedChain, readChain, readPinnedRoots } from "./roots.js";
import { sha256 } from "./sha2.js";
import { acceptedTrust } from "./trust.js";

/**
 * Lists of a verifier that knows nothing but the roots it was born with, or null where its
 * roots.pub is refused. `observed` is the observed time, or null (5).
 */
export function newLists(pinned) {
    const born = readPinnedRoots(pinned);
    if (born === null) return null;
    return {
        born, roots: born, chain: null, trust: null, trustMark: null, trustFile: null,
        revocations: new Map(), observed: null,
    };
}

/** 6.4: what a file is, from its first bytes: `chain`, `trust`, `revocations` or null. */
export function kindOfList(bytes) {
    const reader = new Reader(bytes);
    const head = attempt(() => reader.head());
    if (head.fault || head.value.major !== 4) return null;
    const next = bytes[reader.at];
    if (next === 0x84) return "chain";
    if (next === 0x40) return "trust";
    return next >= 0x41 && next <= 0x5b ? "revocations" : null;
}

/**
 * 6.3: offers files to `lists` at the instant `now`. Returns for each, in the order given,
 * `adopted`, `in-force` or the code of its refusal.
 */
export async function install(lists, files, now) {
    const kinds = files.map(kindOfList);
    const answers = files.map(() => "not-a-list");
    const offered = files.filter((_, i) => kinds[i] === "trust");
    const steps = {
        chain: (bytes) => installChain(lists, bytes, offered, now),
        trust: (bytes) => installTrust(lists, bytes, now),
        revocations: (bytes) => installRevocations(lists, bytes, now),
    };
    for (const kind of ["chain", "trust", "revocations"]) {
        for (const [i, bytes] of files.entries()) {
            if (kinds[i] === kind) answers[i] = await steps[kind](bytes);
        }
    }
    return answers;
}

async function installChain(lists, bytes, offered, now) {
    if (bytes.length > MOST_CHAIN_BYTES) return "too-large";
    const chain = attempt(() => readChain(bytes));
    if (chain.fault) return chain.fault.reason;
    for (const known of [lists.born, lists.roots]) {
        const { refusal } = await followedChain(chain.value, known);
        if (refusal !== undefined) return refusal;
    }
    const { roots } = await followedChain(chain.value, lists.roots);
    if (roots === lists.roots) return "in-force";
    if (!await haveTrustList(lists, roots, offered, now)) return "roots-without-trust-list";
    lists.roots = roots;
    lists.chain = bytes;
    return "adopted";
}

/** C7: these roots signed the list in force, or one of those offered that comes into force. */
async function haveTrustList(lists, roots, offered, now) {
    if (lists.trustFile !== null && (await acceptedTrust(lists.trustFile, roots)).trust) return true;
    for (const bytes of offered) {
        const { answer } = await judgedTrust(lists, bytes, roots, now);
        if (answer === "adopted" || answer === "in-force") return true;
    }
    return false;
}

/** Whether a list may follow the newest ever adopted of its kind: a refusal, or null. */
function goingBack(mark, numbers, content) {
    if (mark === null) return null;
    const [epoch, sequence] = numbers;
    const isLower = epoch < mark.epoch || (epoch === mark.epoch && sequence < mark.sequence);
    if (isLower) return "lower-sequence";
    const isSame = epoch === mark.epoch && sequence === mark.sequence;
    return isSame && content !== mark.content ? "same-sequence-other-content" : null;
}

const isFuture = (list, now) => list.issued > now + DAY;
const isMark = (mark, content) => mark !== null && mark.content === content;

async function judgedTrust(lists, bytes, roots, now) {
    const { refusal, trust, payload } = await acceptedTrust(bytes, roots);
    if (refusal !== undefined) return { answer: refusal };
    const content = hex(sha256(payload));
    const back = goingBack(lists.trustMark, [0n, trust.sequence], content);
    if (back !== null) return { answer: back };
    if (isFuture(trust, now)) return { answer: "issued-in-the-future" };
    const isInForce = isMark(lists.trustMark, content) && lists.trust !== null;
    return { answer: isInForce ? "in-force" : "adopted", trust, content };
}

async function installTrust(lists, bytes, now) {
    const { answer, trust, content } = await judgedTrust(lists, bytes, lists.roots, now);
    if (trust === undefined) return answer;
    lists.trust = trust;
    lists.trustFile = bytes;
    lists.trustMark = { epoch: 0n, sequence: trust.sequence, content };
    for (const kept of lists.revocations.values()) {
        if (kept.list !== null && !isDelegated(kept.list, trust)) {
            kept.list = null;
            kept.file = null;
        }
    }
    return answer;
}

async function installRevocations(lists, bytes, now) {
    if (lists.trust === null) return "no-trust-list";
    const { refusal, list, payload } = await acceptedRevocations(bytes, lists.trust);
    if (refusal !== undefined) return refusal;
    const content = hex(sha256(payload));
    const kept = lists.revocations.get(list.id) ?? null;
    const back = goingBack(kept, [list.epoch, list.sequence], content);
    if (back !== null) return back;
    if (lists.trust.sequence < list.leastTrust) return "trust-list-too-old";
    if (isFuture(list, now)) return "issued-in-the-future";
    if (kept !== null && kept.list !== null) {
        if (forgets(list, kept.list)) return "forgets-revocations";
        if (isMark(kept, content)) return "in-force";
    }
    lists.revocations.set(
        list.id, { epoch: list.epoch, sequence: list.sequence, content, list, file: bytes });
    return "adopted";
}

/** What is kept, as the object of Vectors/README.md 2.2; `observed` is an instant or absent. */
export function stateOf({ roots, trustMark, revocations, observed }) {
    const ids = [...revocations.keys()].sort();
    return {
        roots: { version: roots.version, fingerprint: hex(fingerprintOf(roots)) },
        ...(trustMark === null ? {} : {
            trust: { sequence: String(trustMark.sequence), content: trustMark.content },
        }),
        revocations: ids.map((id) => {
            const { epoch, sequence, content, list } = revocations.get(id);
            return {
                id, epoch: String(epoch), sequence: String(sequence), content,
                in_force: list !== null,
            };
        }),
        ...(observed === null ? {} : { observed }),
    };
}
