/** A checkpoint's signed note: what is read has one spelling only. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { vectorsFolder } from "../../../scripts/format-vectors.ts";
import { readCheckpoint, writeCheckpointText } from "../../../src/formats/checkpoint/checkpoint-note.ts";
import type { FuzzTarget } from "../fuzz-target.ts";

const folder = join(vectorsFolder, "checkpoints");

export const target: FuzzTarget = {
  name: "checkpoint-note",
  seeds: () => readdirSync(folder).map((name) => new Uint8Array(readFileSync(join(folder, name)))),
  dictionary: ["\u2014 ", "witnessmark.case/", "\n\n", "sha256:", "+", "/p1", "=", "AAAA", "0", "2024-09-14T13:20:00Z"],
  run(bytes) {
    const note = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    const read = readCheckpoint(note);
    if (read === undefined) return;
    assert.equal(writeCheckpointText(read.checkpoint), read.text);
    assert.ok(note.startsWith(read.text));
    assert.equal(read.signature.length, 68);
  },
};
