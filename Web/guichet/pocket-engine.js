// Judges in the page itself, by the verifier of Vectors/javascript and lists that the page carries.

import { install, kindOfList, newLists, stateOf } from "./adoption.js";
import { acceptClock, isSuspect, observe } from "./clock.js";
import { instantText } from "./dates.js";
import { kindOfFile, oneText, textOfFile } from "./inputs.js";
import { keep, placeOf, recall } from "./memory.js";
import { folded } from "./names.js";
import { judge } from "./rules.js";
import { trimmed } from "./text.js";
import { verdictObject } from "./verdict.js";
import { typedTexts } from "./wedge.js";

const MOST_KEPT = 2000000;
const NO_LISTS = { trust: null };
const fromBase64 = (text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

function toBase64(bytes) {
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}

export class PocketEngine {
    /** `roots` and each of `files` in base64, as `justificatif pocket` writes them. */
    constructor({ roots, files, recipients, scales = [] }) {
        this.kept = newLists(fromBase64(roots));
        this.files = files.map(fromBase64);
        this.recipients = recipients;
        this.scales = scales;
        this.fold = folded;
        this.isBehind = false;
    }

    now() {
        return Math.floor(Date.now() / 1000);
    }

    /** Authenticates the lists of the page, then newer ones that this browser keeps (lists.md 6). */
    async start() {
        if (this.kept === null) return;
        this.place = `lists.${stateOf(this.kept).roots.fingerprint}`;
        const files = this.recallMarks();
        const answers = await install(this.kept, this.files, this.now());
        // Lists that came with the page cannot be newer than the present.
        this.isBehind = answers.includes("issued-in-the-future");
        await install(this.kept, files, this.now());
        this.remember();
    }

    /** Another window of this page took newer lists, if it was that which changed. */
    async follow(name) {
        if (this.kept === null || name !== placeOf(this.place)) return;
        const files = recall(this.place)?.files ?? [];
        await install(this.kept, files.map(fromBase64), this.now());
    }

    /** Takes up marks from the storage and returns the files beside them; what is damaged is left. */
    recallMarks() {
        try {
            const { trust, revocations, observed, files } = recall(this.place);
            const numbers = ({ epoch = 0, sequence, content }) =>
                ({ epoch: BigInt(epoch), sequence: BigInt(sequence), content });
            const marks = revocations.map((mark) =>
                [mark.id, { ...numbers(mark), list: null, file: null }]);
            const bytes = files.map(fromBase64);
            if (trust) this.kept.trustMark = numbers(trust);
            this.kept.revocations = new Map(marks);
            this.kept.observed = observed ?? null;
            return bytes;
        } catch {
            return [];
        }
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
        if (lists.trust === null) return this.isBehind ? { state: "clock" } : { state: "none", takesLists: true };
        const now = this.now();
        const used = [
            lists.trust,
            ...[...lists.revocations.values()].map(({ list }) => list).filter((list) => list !== null),
        ];
        const named = lists.trust.sources.every(({ id }) => lists.revocations.get(id)?.list);
        const isStale = !named || used.some(({ refuseAfter }) => now >= refuseAfter);
        const isAging = used.some(({ warnAfter }) => now >= warnAfter);
        const isWrong = this.isBehind || isSuspect(lists, now);
        return {
            state: isWrong ? "clock" : isStale ? "stale" : isAging ? "aging" : "ok",
            takesLists: !isWrong,
            issued: instantText(Math.min(...used.map(({ issued }) => issued))),
            mayAccept: isWrong && !this.isBehind && !isSuspect({ ...lists, observed: null }, now),
        };
    }

    /** Somebody looked at the clock and says it is right (lists.md 5). */
    acceptClock() {
        acceptClock(this.kept, this.now());
        this.remember();
    }

    async judgeOne({ text, ...other }) {
        const now = this.now();
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

    /** Lists are installed, all together; of other files the last is judged. */
    async judgeFiles(files) {
        const isList = (bytes) => kindOfFile(bytes) === "unknown" && kindOfList(bytes) !== null;
        const lists = this.kept === null ? [] : files.filter(isList);
        const place = files.findLastIndex((bytes) => !lists.includes(bytes));
        const answer = {};
        if (lists.length > 0) {
            answer.lists = await install(this.kept, lists, this.now());
            this.remember();
        }
        if (place < 0) return answer;
        const kind = kindOfFile(files[place]);
        if (kind === "picture") return { ...answer, picture: place };
        const input = kind === "document"
            ? { verdict: "unreadable", reason: "pdf-disabled" } : textOfFile(files[place]);
        return { ...answer, ...await this.judgeOne(input) };
    }
}
