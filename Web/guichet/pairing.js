// The way in for a browser of another machine: a code, for a token of its own (Spec/guichet.md 6.3).

import { keep, recall } from "./memory.js";
import { element } from "./screen.js";

const PLACE_OF_DEVICE = "device";
const PAIRING = {
    title: ["Cet appareil n’est pas encore relié", "This device is not paired yet"],
    ask: [
        "Demandez un code au service informatique, puis tapez-le ici.",
        "Ask the people who run this service for a code, then type it here."],
    once: [
        "Le service informatique l’obtient par « justificatif-guichet pair ». Il sert une fois, pendant dix minutes.",
        "They get it by « justificatif-guichet pair ». It serves once, for ten minutes."],
    code: ["Code à huit chiffres", "Code of eight digits"],
    pair: ["Relier cet appareil", "Pair this device"],
    "wrong-code": [
        "Ce code est faux, a déjà servi ou n’est plus valable. Vérifiez-le, ou demandez-en un autre.",
        "This code is wrong, was used or is no longer good. Check it, or ask for another."],
    "too-many": [
        "Trop d’essais. Attendez une minute, puis recommencez.",
        "Too many tries. Wait for a minute, then try again."],
    "no-answer": [
        "Le programme de contrôle ne répond pas. Prévenez le service informatique.",
        "The checking program does not respond. Tell the people who run this service."],
};

/** The token that this browser was given once, or no text. */
export const deviceToken = () => recall(PLACE_OF_DEVICE) ?? "";

/** Asks for the code while the program does not know this browser. */
export class PairingForm {
    /** `onPaired` is called when the engine has a token. */
    constructor(engine, onPaired) {
        this.engine = engine;
        this.onPaired = onPaired;
        this.field = element("input", {
            id: "pairing-code", inputmode: "numeric", autocomplete: "one-time-code", maxlength: 16 });
        this.trouble = null;
        this.section = element("section", {
            id: "pairing", class: "idle", "aria-labelledby": "pairing-title", hidden: "" });
        document.getElementById("idle").before(this.section);
    }

    /** In the words of this language; shown or not. */
    draw(language, isShown) {
        const word = (name) => PAIRING[name][language === "en" ? 1 : 0];
        const form = element("form", { class: "compare" },
            element("div", {}, element("label", {}, word("code"), this.field)),
            element("button", {}, word("pair")));
        form.addEventListener("submit", (event) => {
            event.preventDefault();
            this.send(language);
        });
        const isFocused = document.activeElement === this.field;
        this.section.replaceChildren(
            element("h2", { id: "pairing-title" }, word("title")), element("p", {}, word("ask")), form,
            element("p", { role: "alert" }, this.trouble === null ? "" : word(this.trouble)),
            element("p", { class: "quiet" }, word("once")));
        const isNew = isShown && this.section.hidden;
        this.section.hidden = !isShown;
        if (isNew || isFocused) this.field.focus();
    }

    async send(language) {
        try {
            const { token } = await this.engine.ask("/v1/pair", {
                method: "POST", body: this.field.value, headers: { "Content-Type": "text/plain" } });
            this.field.value = "";
            this.trouble = null;
            keep(PLACE_OF_DEVICE, token);
            this.engine.token = token;
            await this.onPaired();
        } catch ({ message }) {
            this.trouble = Object.hasOwn(PAIRING, message) ? message : "no-answer";
            this.draw(language, true);
        }
    }
}
