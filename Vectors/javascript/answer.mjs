// Answers the questions of `vectors run --command` (Vectors/README.md 3), a line each.

import { webcrypto } from "node:crypto";
import { createInterface } from "node:readline";
import { answerTo } from "./protocol.js";

globalThis.crypto ??= webcrypto; // node 18 does not name it

/** JSON in which a BigInt is a number of all its digits. */
function line(answer) {
    const marked = JSON.stringify(
        answer, (_, value) => (typeof value === "bigint" ? `\0${value}` : value));
    return `${marked.replace(/"\\u0000(\d+)"/g, "$1")}\n`;
}

for await (const question of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    process.stdout.write(line(await answerTo(JSON.parse(question))));
}
