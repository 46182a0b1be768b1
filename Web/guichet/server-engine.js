// Judges by the program on this machine that served the page (Spec/guichet.md 6).

import { folded } from "./names.js";
import { NOT_PRACTICE } from "./words.js";

const LONGEST_WAIT = 90000;
const FRAME_QUALITY = 0.9;
/** Why the program gave no verdict: what the line of the lists says of it. */
const TROUBLE = {
    "server-gone": {
        fr: "Le programme de contrôle ne répond pas. Relancez-le, ou prévenez le service informatique.",
        en: "The checking program does not respond. Start it again, or tell the people who run it." },
    "no-token": {
        fr: "Ouvrez la page par l’adresse que le programme affiche : il a été relancé.",
        en: "Open the page by the address that the program shows: it was started anew." },
    "not-paired": { fr: "Appareil non relié : tapez un code.", en: "Device not paired: type a code." },
    "lists-kept": {
        fr: "Les dernières listes sont absentes ou abîmées. Celles d’avant servent. Prévenez le service informatique.",
        en: "The latest lists are missing or damaged. Those from before are used. Tell the people who run this machine." },
    "clock-suspect": {
        fr: "La date de ce poste semble fausse. Prévenez le service informatique.",
        en: "The date of this machine seems wrong. Tell the people who run this machine." },
};

export class ServerEngine {
    constructor({ scales, isPairing }, token) {
        this.scales = scales;
        this.isPairing = isPairing;
        this.token = token;
        this.fold = folded;
        this.known = null;
        this.trouble = null;
    }

    /** What the program says, as an object. Throws an error whose message is a code if it says nothing. */
    async ask(path, options = {}) {
        let answer;
        try {
            answer = await fetch(path, {
                ...options, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(LONGEST_WAIT),
                headers: { ...options.headers, Authorization: `Bearer ${this.token}` } });
        } catch {
            throw new Error("server-gone");
        }
        const object = await answer.json().catch(() => ({}));
        if (answer.ok) return object;
        const code = object.error?.code ?? "server-gone";
        throw new Error(code === "no-token" && this.isPairing ? "not-paired" : code);
    }

    /** Learns how the lists are, and whether the program is there. */
    async refresh() {
        try {
            this.known = await this.ask("/v1/lists");
            this.trouble = null;
        } catch ({ message }) {
            this.trouble = message;
        }
    }

    lists() {
        if (this.trouble !== null) {
            return { state: "stale", words: TROUBLE[this.trouble] ?? TROUBLE["server-gone"] };
        }
        const { state, trust, revocations = [], faults = [] } = this.known ?? {};
        if (trust === undefined) return { state: "none" };
        const issued = [trust, ...revocations].map((list) => list.issued).filter(Boolean).sort()[0];
        const words = TROUBLE[faults.length > 0 ? "lists-kept" : state];
        return words === undefined ? { state, issued } : { state: "stale", words };
    }

    /** The verdict on what is posted; if there is none, an incident with the reason. */
    async judge(body, type) {
        try {
            const verdict = await this.ask("/v1/verify", {
                method: "POST", body, headers: { "Content-Type": type } });
            if (this.trouble !== null) await this.refresh();
            return { verdict };
        } catch ({ message: reason }) {
            if (reason === "too-large") return { verdict: { verdict: "unreadable", family: "grey", reason } };
            this.trouble = Object.hasOwn(TROUBLE, reason) ? reason : this.trouble;
            return { verdict: { verdict: "internal-error", family: "grey", reason } };
        }
    }

    judgeTyped(text) {
        return this.judge(text, "text/plain");
    }

    judgeTexts(texts) {
        return this.judge(texts.join("\n"), "text/plain");
    }

    /** Of several files the last is judged. */
    judgeFiles(files) {
        return this.judge(files.at(-1), "application/octet-stream");
    }

    /** Looks at the camera by the program's own reader of pictures. */
    eye() {
        return async (video) => {
            const canvas = new OffscreenCanvas(video.videoWidth, video.videoHeight);
            canvas.getContext("2d").drawImage(video, 0, 0);
            const frame = await canvas.convertToBlob({ type: "image/jpeg", quality: FRAME_QUALITY });
            const answer = await this.judge(frame, "image/jpeg");
            const { verdict, reason, reference } = answer.verdict;
            if (verdict === "unreadable") return null;
            const notHere = { verdict: { verdict: NOT_PRACTICE, family: "grey" } };
            return {
                key: [verdict, reason, reference].join("\n"),
                ask: async (engine) => (engine === this ? answer : notHere),
            };
        };
    }
}
