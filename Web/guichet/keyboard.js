// A hand scanner that types, heard wherever the focus is (Spec/wedge.md).

const SILENCE = 100;
const FASTEST_TYPIST = 45;
// Whatever the keyboards, a justificatif begins so (wedge.md 2), and few words do.
const BEGINNING = /^jf?.?$/i;
const CERTAIN_AFTER = 4;
const LEAST = 6;
const MOST = 4096;

/**
 * Hears bursts of keys on the whole document and gives each as one text. From the fourth fast key on
 * the keys reach nothing else. Enter, Tab or 100 ms of silence end a burst.
 */
export function listenToScanner(document, onText) {
    let burst = "";
    let last = 0;
    let timer;
    let field = null;

    function end() {
        clearTimeout(timer);
        const text = burst;
        burst = "";
        if (text.length >= LEAST) onText(text);
    }

    function begin(now) {
        burst = "";
        const { activeElement: active } = document;
        const takesText = active instanceof HTMLInputElement && active.type !== "checkbox";
        field = takesText ? { active, value: active.value } : null;
        last = now;
    }

    document.addEventListener("keydown", (event) => {
        const now = performance.now();
        const isScanning = burst.length >= CERTAIN_AFTER;
        if (isScanning && (event.key === "Enter" || event.key === "Tab")) {
            event.preventDefault();
            event.stopImmediatePropagation();
            end();
            return;
        }
        const isCharacter = [...event.key].length === 1 && !event.ctrlKey && !event.metaKey;
        if (!isCharacter) return;
        const isOurs = BEGINNING.test(burst);
        if (now - last > (isScanning || isOurs ? SILENCE : FASTEST_TYPIST)) begin(now);
        last = now;
        if (burst.length < MOST) burst += event.key;
        if (burst.length >= CERTAIN_AFTER) {
            event.preventDefault();
            event.stopImmediatePropagation();
            if (field !== null) field.active.value = field.value;
            clearTimeout(timer);
            timer = setTimeout(end, SILENCE);
        }
    }, { capture: true });
}
