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

/** Looks at the camera, at most five times a second, until it is stopped; gives each new code. */
export class Camera {
    constructor(video, onTexts) {
        this.video = video;
        this.onTexts = onTexts;
        this.isOn = false;
    }

    stop() {
        this.isOn = false;
    }

    /** Ends when it is stopped. Throws if there is no camera, or the person refuses it. */
    async run(detector) {
        this.isOn = true;
        let stream;
        try {
            stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
            this.video.srcObject = stream;
            this.video.hidden = false;
            await this.video.play();
            await this.look(detector);
        } finally {
            this.isOn = false;
            for (const track of stream?.getTracks() ?? []) track.stop();
            this.video.srcObject = null;
            this.video.hidden = true;
        }
    }

    async look(detector) {
        let seen = "";
        let without = 0;
        while (this.isOn) {
            const texts = await textsOf(detector, this.video);
            without = texts.length > 0 ? 0 : without + 1;
            if (without >= LOOKS_WITHOUT) seen = "";
            const found = texts.sort().join("\n");
            if (texts.length > 0 && found !== seen) {
                seen = found;
                await this.onTexts(texts);
            }
            await new Promise((done) => { setTimeout(done, FRAME_PAUSE); });
        }
    }
}
