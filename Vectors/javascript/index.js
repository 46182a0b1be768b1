// Verifies a justificatif without a network: the whole of what this package offers.

export { install, kindOfList, newLists, stateOf } from "./adoption.js";
export { acceptClock, isSuspect, observe } from "./clock.js";
export { kindOfFile, oneText, textOfFile } from "./inputs.js";
export { folded } from "./names.js";
export { judge } from "./rules.js";
export { trimmed } from "./text.js";
export { readReference } from "./typed-reference.js";
export { verdictObject } from "./verdict.js";
export { typedTexts } from "./wedge.js";
