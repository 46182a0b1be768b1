// Codes in pictures and before the camera, by BarcodeDetector where the browser has one.

const FRAME_PAUSE = 200;
// A code that is still before the camera is not told again until it was away for so many looks.
const LOOKS_WITHOUT = 5;

/** A detector of QR codes, or null. */
export async function qrDetector() {
    const Detector = globalThis.BarcodeDetector;
    if (Detector === undefined) return null;
    try {
        const formats = await Detector.getSupportedFormats();
        return formats.includes("qr_code") ? new Detector({ formats: ["qr_code"] }) : null;
    } catch {
        return null;
    }
}

/** The texts of the codes of a picture, or of what a video shows. */
export async function textsOf(detector, picture) {
    const codes = await detector.detect(picture);
    return codes.map(({ rawValue }) => rawValue);
}

/**
 * How a page looks at the camera: what is in sight, or null. `ask` gives an engine's answer to it,
 * `key` tells it from others. This one reads codes by a detector; null if there is none.
 */
export async function detectorEye() {
    const detector = await qrDetector();
    return detector && (async (video) => {
        const texts = (await textsOf(detector, video)).sort();
        if (texts.length === 0) return null;
        return { key: texts.join("\n"), ask: (engine) => engine.judgeTexts(texts) };
    });
}

/** Looks at the camera, at most five times a second, until it is stopped; gives what is new in sight. */
export class Camera {
    constructor(video, onFound) {
        this.video = video;
        this.onFound = onFound;
        this.isOn = false;
    }

    stop() {
        this.isOn = false;
    }

    /** Ends when it is stopped. Throws if there is no camera, or the person refuses it. */
    async run(eye) {
        this.isOn = true;
        let stream;
        try {
            stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
            this.video.srcObject = stream;
            this.video.hidden = false;
            await this.video.play();
            await this.look(eye);
        } finally {
            this.isOn = false;
            for (const track of stream?.getTracks() ?? []) track.stop();
            this.video.srcObject = null;
            this.video.hidden = true;
        }
    }

    async look(eye) {
        let seen = "";
        let without = 0;
        while (this.isOn) {
            const found = await eye(this.video);
            without = found === null ? without + 1 : 0;
            if (without >= LOOKS_WITHOUT) seen = "";
            if (found !== null && found.key !== seen) {
                seen = found.key;
                await this.onFound(found.ask);
            }
            await new Promise((done) => { setTimeout(done, FRAME_PAUSE); });
        }
    }
}
