// The countdown after which a result leaves the screen.

/** Counts seconds down, tells each, and erases at zero; `toggle` holds it and lets it go on. */
export class Countdown {
    constructor({ onTick, onEnd }) {
        this.onTick = onTick;
        this.onEnd = onEnd;
        this.left = 0;
        this.isHeld = false;
    }

    start(seconds) {
        this.stop();
        this.left = seconds;
        this.end = Date.now() + 1000 * seconds;
        this.isHeld = false;
        this.onTick(this.left, false);
        this.timer = setInterval(() => this.step(), 1000);
    }

    step() {
        if (this.isHeld) return;
        // Timers rest while a machine sleeps; its clock may also be set back.
        this.left = Math.min(this.left - 1, Math.ceil((this.end - Date.now()) / 1000));
        if (this.left > 0) this.onTick(this.left, false);
        else this.onEnd();
    }

    toggle() {
        this.isHeld = !this.isHeld;
        this.end = Date.now() + 1000 * this.left;
        this.onTick(this.left, this.isHeld);
    }

    stop() {
        clearInterval(this.timer);
    }
}
