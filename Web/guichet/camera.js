// Codes in pictures and before the camera, by BarcodeDetector where the browser has one.

const FRAME_PAUSE = 200;

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

/** The texts of the codes of a picture. */
export async function textsOf(detector, blob) {
    const picture = await createImageBitmap(blob);
    const codes = await detector.detect(picture);
    picture.close();
    return codes.map(({ rawValue }) => rawValue);
}

/** Looks at the camera, at most five times a second, until it sees a code; gives its texts. */
export async function watch(detector, video) {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    video.srcObject = stream;
    video.hidden = false;
    try {
        await video.play();
        while (!video.hidden) {
            const codes = await detector.detect(video);
            if (codes.length > 0) return codes.map(({ rawValue }) => rawValue);
            await new Promise((done) => { setTimeout(done, FRAME_PAUSE); });
        }
        return null;
    } finally {
        for (const track of stream.getTracks()) track.stop();
        video.srcObject = null;
        video.hidden = true;
    }
}
