// What can be set, and is kept: after how long a result is erased, and whether there is a sound.

import { keep, recall } from "./memory.js";

const USUAL = { green: 30, other: 60, sound: false };

/** `green` and `other` are seconds. What is kept and is not as it should be is passed over. */
export class Settings {
    constructor() {
        const kept = recall("settings") ?? {};
        this.green = within(kept.green, USUAL.green);
        this.other = within(kept.other, USUAL.other);
        this.sound = kept.sound === true;
    }

    /** Binds the fields of the page to these settings. */
    bind({ green, other, sound }) {
        for (const [field, name] of [[green, "green"], [other, "other"]]) {
            field.value = this[name];
            field.addEventListener("change", () => {
                this[name] = within(field.valueAsNumber, USUAL[name]);
                field.value = this[name];
                keep("settings", this);
            });
        }
        sound.checked = this.sound;
        sound.addEventListener("change", () => {
            this.sound = sound.checked;
            keep("settings", this);
        });
    }
}

/** From 5 to 120 seconds; the usual ones for what is no number. */
function within(seconds, usual) {
    return Math.min(120, Math.max(5, Math.round(seconds))) || usual;
}
