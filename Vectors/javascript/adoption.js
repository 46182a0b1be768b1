// Which lists are in force, and which are taken (Spec/lists.md 6.2, 6.3).

import { hex } from "./bytes.js";
import { Reader } from "./cbor.js";
import { DAY } from "./dates.js";
import { attempt, need, reasonOf } from "./fault.js";
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
            if (kinds[i] === kind) answers[i] = await steps[kind](bytes).catch(reasonOf);
        }
    }
    return answers;
}

async function installChain(lists, bytes, offered, now) {
    need(bytes.length <= MOST_CHAIN_BYTES, "too-large");
    const chain = readChain(bytes);
    await followedChain(chain, lists.born);
    const roots = await followedChain(chain, lists.roots);
    if (roots === lists.roots) return "in-force";
    need(await haveTrustList(lists, roots, offered, now), "roots-without-trust-list");
    lists.roots = roots;
    lists.chain = bytes;
    return "adopted";
}

/** C7: these roots signed the list in force, or one of those offered that comes into force. */
async function haveTrustList(lists, roots, offered, now) {
    const isTaken = async (judged) => typeof await judged.catch(reasonOf) !== "string";
    if (lists.trustFile !== null && await isTaken(acceptedTrust(lists.trustFile, roots))) return true;
    for (const bytes of offered) {
        if (await isTaken(judgedTrust(lists, bytes, roots, now))) return true;
    }
    return false;
}

/** That a list may follow the newest ever adopted of its kind. */
function checkOrder(mark, { epoch = 0n, sequence }, content) {
    if (mark === null || epoch > mark.epoch) return;
    need(epoch === mark.epoch && sequence >= mark.sequence, "lower-sequence");
    need(sequence > mark.sequence || content === mark.content, "same-sequence-other-content");
}

const checkIssued = (list, now) => need(list.issued <= now + DAY, "issued-in-the-future");
const isMark = (mark, content) => mark !== null && mark.content === content;

async function judgedTrust(lists, bytes, roots, now) {
    const { trust, payload } = await acceptedTrust(bytes, roots);
    const content = hex(sha256(payload));
    checkOrder(lists.trustMark, trust, content);
    checkIssued(trust, now);
    const isInForce = isMark(lists.trustMark, content) && lists.trust !== null;
    return { answer: isInForce ? "in-force" : "adopted", trust, content };
}

async function installTrust(lists, bytes, now) {
    const { answer, trust, content } = await judgedTrust(lists, bytes, lists.roots, now);
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
    need(lists.trust, "no-trust-list");
    const { list, payload } = await acceptedRevocations(bytes, lists.trust);
    const content = hex(sha256(payload));
    const kept = lists.revocations.get(list.id) ?? null;
    checkOrder(kept, list, content);
    need(lists.trust.sequence >= list.leastTrust, "trust-list-too-old");
    checkIssued(list, now);
    if (kept !== null && kept.list !== null) {
        need(!forgets(list, kept.list), "forgets-revocations");
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
