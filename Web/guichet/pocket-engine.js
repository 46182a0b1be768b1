// Judges in the page itself, by the verifier of Vectors/javascript and lists that the page carries.

import { install, kindOfList, newLists, stateOf } from "./adoption.js";
import { observe } from "./clock.js";
import { instantText } from "./dates.js";
import { kindOfFile, oneText, textOfFile } from "./inputs.js";
import { keep, recall } from "./memory.js";
import { folded } from "./names.js";
import { judge } from "./rules.js";
import { trimmed } from "./text.js";
import { verdictObject } from "./verdict.js";
import { typedTexts } from "./wedge.js";

const MOST_KEPT = 2000000;
const NO_LISTS = { trust: null };
const secondsNow = () => Math.floor(Date.now() / 1000);
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function toBase64(bytes) {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}

export class PocketEngine {
    /** `roots` and each of `files` in base64, as `justificatif pocket` writes them. */
    constructor({ roots, files, recipients }) {
        this.kept = newLists(fromBase64(roots));
        this.files = files.map(fromBase64);
        this.recipients = recipients;
        this.fold = folded;
    }

    /** Authenticates the lists of the page, then newer ones that this browser keeps (lists.md 6). */
    async start() {
        if (this.kept === null) return;
        const { fingerprint } = stateOf(this.kept).roots;
        this.place = `lists.${fingerprint}`;
        const remembered = recall(this.place);
        if (remembered !== null) this.recallMarks(remembered);
        await install(this.kept, this.files, secondsNow());
        if (remembered !== null) {
            await install(this.kept, remembered.files.map(fromBase64), secondsNow());
        }
        this.remember();
    }

    recallMarks({ trust, revocations, observed }) {
        if (trust) this.kept.trustMark = { epoch: 0n, sequence: BigInt(trust.sequence), content: trust.content };
        for (const { id, epoch, sequence, content } of revocations) {
            this.kept.revocations.set(id, {
                epoch: BigInt(epoch), sequence: BigInt(sequence), content, list: null, file: null,
            });
        }
        this.kept.observed = observed ?? null;
    }

    /** Keeps marks, and the lists too where they are small enough. */
    remember() {
        const { chain, trustFile, revocations } = this.kept;
        const files = [chain, trustFile, ...[...revocations.values()].map(({ file }) => file)]
            .filter((file) => file !== null);
        const size = files.reduce((sum, { length }) => sum + length, 0);
        const state = stateOf(this.kept);
        keep(this.place, { ...state, files: size <= MOST_KEPT ? files.map(toBase64) : [] });
    }

    lists() {
        const lists = this.kept ?? NO_LISTS;
        if (lists.trust === null) return { state: "none" };
        const now = secondsNow();
        const used = [
            lists.trust,
            ...[...lists.revocations.values()].map(({ list }) => list).filter((list) => list !== null),
        ];
        const named = lists.trust.sources.every(({ id }) => lists.revocations.get(id)?.list);
        const isStale = !named || used.some(({ refuseAfter }) => now >= refuseAfter);
        const isAging = used.some(({ warnAfter }) => now >= warnAfter);
        return {
            state: isStale ? "stale" : isAging ? "aging" : "ok",
            issued: instantText(Math.min(...used.map(({ issued }) => issued))),
        };
    }

    async judgeOne({ text, ...other }) {
        const now = secondsNow();
        const lists = this.kept ?? NO_LISTS;
        const outcome = text === undefined ? other : await judge(text, lists, now, this.recipients);
        if (this.kept !== null) {
            const before = this.kept.observed;
            observe(this.kept, now);
            if (this.kept.observed !== before) this.remember();
        }
        return { verdict: verdictObject(outcome, lists, now) };
    }

    judgeTyped(text) {
        return this.judgeOne(oneText(typedTexts(text)));
    }

    judgeTexts(texts) {
        return this.judgeOne(oneText(texts.map(trimmed)));
    }

    async judgeFile(bytes) {
        const kind = kindOfFile(bytes);
        if (kind === "picture") return { isPicture: true };
        if (this.kept !== null && kind === "unknown" && kindOfList(bytes) !== null) {
            const [code] = await install(this.kept, [bytes], secondsNow());
            this.remember();
            return { lists: code };
        }
        return this.judgeOne(textOfFile(bytes));
    }
}
