// What can be given to the page besides typing: paste, files, drop, pictures, the camera.

import { Camera, detectorEye, qrDetector, textsOf } from "./camera.js";

const LONGEST_FILE = 33554432;
const unread = (reason) => ({ verdict: { verdict: "unreadable", family: "grey", reason } });

/** Gives texts to `page.takeText`, and what else is to be judged to `page.take`. */
export class WaysIn {
    constructor(page, { video, fileField }) {
        this.page = page;
        this.fileField = fileField;
        this.camera = new Camera(video, (ask) => page.take(ask));
    }

    start(document) {
        document.addEventListener("paste", (event) => this.pasted(event));
        document.addEventListener("dragover", (event) => { event.preventDefault(); this.page.dropping(true); });
        document.addEventListener("dragleave", () => this.page.dropping(false));
        document.addEventListener("drop", (event) => this.dropped(event));
        this.fileField.addEventListener("change", () => {
            const files = [...this.fileField.files];
            this.fileField.value = "";
            this.takeFiles(files);
        });
    }

    pasted(event) {
        if (event.target instanceof HTMLInputElement) return;
        event.preventDefault();
        this.takeTransfer(event.clipboardData);
    }

    dropped(event) {
        event.preventDefault();
        this.page.dropping(false);
        this.takeTransfer(event.dataTransfer);
    }

    takeTransfer(data) {
        const files = [...data.files];
        const text = data.getData("text");
        if (files.length > 0) this.takeFiles(files);
        else if (text !== "") this.page.takeText(text);
    }

    takeFiles(files) {
        return this.page.take(async (engine) => {
            if (files.some(({ size }) => size > LONGEST_FILE)) return unread("too-large");
            const buffers = await Promise.all(files.map((file) => file.arrayBuffer()));
            const { picture, ...answer } =
                await engine.judgeFiles(buffers.map((buffer) => new Uint8Array(buffer)));
            if (picture === undefined) return answer;
            return { ...answer, ...await this.judgePicture(files[picture], engine) };
        });
    }

    async judgePicture(file, engine) {
        const detector = await qrDetector();
        if (detector === null) return unread("no-picture-reader");
        let bitmap;
        try {
            bitmap = await createImageBitmap(file);
        } catch {
            return unread("damaged");
        }
        const texts = await textsOf(detector, bitmap);
        bitmap.close();
        return engine.judgeTexts(texts);
    }

    /** Turns the camera on, or off. Returns a word for the person if it cannot be used, else null. */
    async turnCamera() {
        if (this.camera.isOn) {
            this.camera.stop();
            return null;
        }
        const eye = this.page.engine.eye?.() ?? await detectorEye();
        if (eye === null) return "noPictures";
        try {
            await this.camera.run(eye);
            return null;
        } catch {
            return "cameraRefused";
        }
    }
}
