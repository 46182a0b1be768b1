"""Every way in: scanners of all settings, paste, files, drop, pictures, the camera."""

import base64
import pathlib
import subprocess
import tempfile
import unittest

from counter_page import PRACTICE, TEXT, CounterPageCase, browser, in_each_browser, pocket
from VectorMaker import keyboards, pictures

GIVE = "(text) => { const data = new DataTransfer(); data.setData('text/plain', text);"
PICTURE = PRACTICE / "pictures" / "valid.png"
DETECTOR = """
globalThis.BarcodeDetector = class {
    static async getSupportedFormats() { return ["qr_code"]; }
    async detect(source) {
        const bitmap = await createImageBitmap(source);
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        canvas.getContext("2d").drawImage(bitmap, 0, 0);
        const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
        let text = "";
        for (const byte of bytes) text += String.fromCharCode(byte);
        return (await globalThis.readCodes(btoa(text))).map((rawValue) => ({ rawValue }));
    }
};
"""


def read_codes(picture: str) -> list[str]:
    """What zbarimg reads: a detector for a browser that has none."""
    done = subprocess.run(["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "-"],
                          input=base64.b64decode(picture), capture_output=True, check=False)
    return done.stdout.decode().split()


def video_of(text: str) -> bytes:
    """A second of 640 x 480 with this code in it, as Y4M."""
    grid = pictures.code(text)
    scale, light = 440 // len(grid), bytes([235])
    rows = [light * 640] * 480
    left, top = (640 - scale * len(grid)) // 2, (480 - scale * len(grid)) // 2
    for number, line in enumerate(grid):
        dark = b"".join((b"\x10" if module else light) * scale for module in line)
        row = light * left + dark + light * (640 - left - len(dark))
        rows[top + number * scale:top + (number + 1) * scale] = [row] * scale
    frame = b"FRAME\n" + b"".join(rows) + b"\x80" * (640 * 480 // 2)
    return b"YUV4MPEG2 W640 H480 F5:1 Ip A1:1 C420mpeg2\n" + frame * 5


@in_each_browser
class WaysIn(CounterPageCase):
    def type_as_scanner(self, text: str) -> None:
        """Real keys, on the page's own clock: how busy this machine is does not matter."""
        for key in text:
            self.page.keyboard.press(f"Shift+{key}" if key.isalpha() else key)
            self.page.clock.run_for(30)
        self.page.clock.run_for(100)

    def send_as_scanner(self, text: str, milliseconds: int) -> None:
        """Keys at this pace on the page's own clock, also those that no US keyboard has."""
        self.page.evaluate("""([text, pause]) => [...text].forEach((key, i) => setTimeout(() =>
            document.activeElement.dispatchEvent(
                new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })), i * pause))""",
                           [text, milliseconds])
        self.page.clock.run_for(len(text) * milliseconds + 200)

    def test_a_scanner_is_heard_by_the_whole_page(self) -> None:
        self.page.clock.pause_at("2026-11-03T11:00:00Z")
        self.page.locator("#language").focus()
        self.type_as_scanner(TEXT)
        self.assertEqual(self.code(), "valid")
        self.assertEqual(self.page.locator("html").get_attribute("lang"), "fr")

    def test_a_scanner_set_to_another_keyboard_is_understood_at_any_speed(self) -> None:
        self.page.clock.pause_at("2026-11-03T11:00:00Z")
        typed = {name: keyboards.typed(TEXT, name) for name in keyboards.TABLES if name != "caps-lock"}
        for place, (fault, keys) in enumerate({"none": TEXT, **typed}.items()):
            milliseconds, focus = (5, 10, 20, 30)[place % 4], ("#open", "#language", "body")[place % 3]
            with self.subTest(fault, milliseconds=milliseconds, focus=focus):
                self.page.locator(focus).focus()
                self.send_as_scanner(keys, milliseconds)
                self.assertEqual(self.code(), "valid")
                self.page.keyboard.press("Escape")

    def test_small_letters_of_caps_lock_are_never_green(self) -> None:
        self.scan(keyboards.typed(TEXT, "caps-lock"))
        self.assertEqual(self.code(), "scan-again")
        self.scan(keyboards.typed(TEXT, "caps-lock"))
        self.assertEqual(self.code(), "malformed")

    def test_a_scanner_in_a_field_leaves_nothing_in_it(self) -> None:
        self.scan(TEXT)
        self.code()
        self.page.locator("#compare-name").fill("Lefe")
        self.page.evaluate("window.field = document.querySelector('#compare-name')")
        self.scan("JF1:AAAAAAAA")
        self.page.locator("article[data-code=scan-again]").wait_for()
        self.assertEqual(self.page.evaluate("window.field.value"), "Lefe")

    def test_a_first_failure_of_a_typed_text_asks_for_a_second_scan(self) -> None:
        bad = TEXT[:-3] + ("A" if TEXT[-3] != "A" else "E") + TEXT[-2:]
        self.scan(bad)
        self.assertEqual(self.code(), "scan-again")
        self.scan(bad)
        self.assertEqual(self.code(), "signature-invalid")

    def test_paste_file_and_drop_are_ways_in(self) -> None:
        self.page.evaluate(GIVE + """const event = new ClipboardEvent("paste",
            { clipboardData: data, bubbles: true, cancelable: true });
            // Firefox empties what a script puts into such an event.
            Object.defineProperty(event, "clipboardData", { value: data });
            document.body.dispatchEvent(event); }""", TEXT)
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.give_files(TEXT.encode())
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.page.evaluate(GIVE + "document.body.dispatchEvent(new DragEvent('drop', "
                           "{ dataTransfer: data, bubbles: true, cancelable: true })); }", TEXT)
        self.assertEqual(self.code(), "valid")

    def test_without_a_detector_a_picture_and_the_camera_name_the_other_ways(self) -> None:
        self.page.evaluate("delete globalThis.BarcodeDetector")
        self.give_files(PICTURE)
        self.assertEqual(self.code(), "unreadable")
        self.assertIn("douchette", self.page.locator(".answer p").inner_text())
        self.page.keyboard.press("Escape")
        self.page.click("#camera")
        self.assertIn("douchette", self.notice())
        self.assertIn("collez", self.notice())

    def test_a_document_and_other_files_are_not_read_but_said(self) -> None:
        for content, words in ((b"%PDF-1.7", "ne lit pas les PDF"), (b"\0\1", "format n’est pas lu"),
                               (b"PK\3\4", "format n’est pas lu"), (b"x" * 65_537, "trop long pour être lu")):
            with self.subTest(content[:8]):
                self.give_files(content)
                self.page.locator(".answer p", has_text=words).wait_for()
                self.assertEqual(self.code(), "unreadable")
                # Only a picture without a code is helped by another try.
                self.assertNotIn("Approchez", self.page.locator(".answer p").inner_text())
                self.page.keyboard.press("Escape")

    def test_nothing_is_asked_of_a_network_and_no_other_script_runs(self) -> None:
        self.scan(TEXT)
        self.code()
        # Firefox does not report that of the file itself.
        self.assertEqual(set(self.requests) - {pocket("trust.cose").as_uri()}, set())
        self.page.evaluate("""() => {
            const script = document.createElement("script");
            script.textContent = "window.injected = true";
            document.body.append(script);
        }""")
        self.assertIsNone(self.page.evaluate("window.injected ?? null"))


class Camera(CounterPageCase, unittest.TestCase):
    """A fake camera that sees a rendered justificatif; only Chromium has one that shows a file."""

    browser_name = "chromium"

    def setUp(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        video = pathlib.Path(folder.name, "camera.y4m")
        video.write_bytes(video_of(TEXT))
        started = browser("chromium", "--use-fake-ui-for-media-stream",
                          "--use-fake-device-for-media-stream", f"--use-file-for-fake-video-capture={video}")
        self.addCleanup(started.close)
        self.context = started.new_context(offline=True)
        self.context.expose_function("readCodes", read_codes)
        self.context.add_init_script(DETECTOR)
        self.requests, self.errors = [], []
        self.page = self.window(pocket("trust.cose"), "2026-11-21T10:00:00Z")

    def test_the_camera_stays_on_and_tells_a_code_once(self) -> None:
        self.page.click("#camera")
        self.assertEqual(self.code(), "valid")
        self.page.keyboard.press("Escape")
        self.page.wait_for_timeout(1500)
        self.assertEqual(self.page.locator("article.result").count(), 0)
        self.assertTrue(self.page.locator("#preview").is_visible())
        self.page.click("#camera")
        self.page.locator("#preview").wait_for(state="hidden")
        self.assertFalse(self.page.evaluate("document.querySelector('#preview').srcObject !== null"))

    def test_a_picture_is_read_and_several_codes_in_it_are_told(self) -> None:
        for name in ("valid", "several-codes", "unreadable"):
            self.give_files(PRACTICE / "pictures" / f"{name}.png")
            with self.subTest(name):
                self.page.locator(f"article[data-code={name}]").wait_for()
