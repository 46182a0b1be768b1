// Practice: fictional justificatifs, really signed, judged at an instant of their own.

import { install } from "./adoption.js";
import { parseInstant } from "./dates.js";
import { PocketEngine } from "./pocket-engine.js";
import { PRACTICE_INSTANT, PRACTICE_LISTS, PRACTICE_TEXTS } from "./practice-proofs.js";
import { NOT_PRACTICE } from "./words.js";

/** Judges the codes of the practice sheet; anything else is not judged here. */
export class PracticeEngine extends PocketEngine {
    constructor() {
        super(PRACTICE_LISTS);
        this.texts = new Set(Object.values(PRACTICE_TEXTS));
    }

    now() {
        return parseInstant(PRACTICE_INSTANT);
    }

    async start() {
        await install(this.kept, this.files, this.now());
    }

    remember() {}

    async judgeOne(input) {
        const isOther = input.text !== undefined && !this.texts.has(input.text);
        return isOther ? { verdict: { verdict: NOT_PRACTICE, family: "grey" } } : super.judgeOne(input);
    }

    /** The answer that has this code. No text brings about `internal-error`. */
    async example(code) {
        if (code === "internal-error") {
            return { verdict: { verdict: code, family: "grey", reason: "reader-missing" } };
        }
        const { valid, expired } = PRACTICE_TEXTS;
        const others = { "unreadable": [], "several-codes": [valid, expired] };
        return this.judgeTexts(others[code] ?? [PRACTICE_TEXTS[code]]);
    }
}

/** The promise of an engine for practice. */
export async function startPractice() {
    const engine = new PracticeEngine();
    await engine.start();
    return engine;
}
