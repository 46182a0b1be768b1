// Our verifier in JavaScript, on the practice lists: peer.mjs PRACTICE TIMES.
import { readFileSync } from "node:fs";
import { install, judge, newLists } from "../../../../Vectors/javascript/index.js";

const [folder, times] = process.argv.slice(2);
const bytes = (name) => new Uint8Array(readFileSync(`${folder}/${name}`));
const now = Date.parse("2026-11-20T09:00:00Z") / 1000;
const lists = newLists(bytes("roots.pub"));
await install(lists, [bytes("trust.cose")], now);
const text = readFileSync(`${folder}/quotient-familial.txt`, "utf8").trim();
for (let round = 0; round < Number(times); round += 1) {
    const { verdict } = await judge(text, lists, now);
    if (verdict !== "valid") throw new Error(verdict);
}
