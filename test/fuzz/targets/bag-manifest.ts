/** The manifest of a bag: what is read is exactly what would be written. */
import assert from "node:assert/strict";
import { readManifest, writeManifest } from "../../../src/formats/bagit/manifest.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const digest = (digit: string) => `sha256:${digit.repeat(64)}` as const;

export const target: FuzzTarget = {
  name: "bag-manifest",
  seeds: () => [
    bytesOf(
      writeManifest([
        { path: "data/ledger.jsonl", digest: digest("a") },
        { path: "data/objects/ab/line\nfeed%", digest: digest("0") },
        { path: "data/площа.txt", digest: digest("9") },
      ]),
    ),
  ],
  dictionary: ["0".repeat(64), "  ", " *", "../", "/", "\\", "C:", "~", "%0A", "%0a", "%2e%2e", "con", "NUL.txt", "data/", "\n"],
  run(bytes) {
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const read = readManifest(text);
    if ("rows" in read) assert.equal(writeManifest(read.rows), text);
  },
};
