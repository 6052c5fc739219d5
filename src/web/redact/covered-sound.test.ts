import assert from "node:assert/strict";
import { it } from "node:test";
import type { RedactionMark } from "../../core/redaction/redaction.ts";
import { coversSound } from "./covered-sound.ts";

it("sound is covered on every frame that a span touches with its margin, and a box covers none", () => {
  const sort = { what: "sound" as const, fromS: 1, toS: 2, how: "tone" as const };
  const marks: RedactionMark[] = [
    { sort, reason: "voice", subject: null },
    {
      sort: { what: "box", fromS: 4, toS: 5, keys: [{ atS: 4, box: { x: 0, y: 0, w: 1, h: 1 }, by: "person" }] },
      ...{ reason: "face", subject: null },
    },
  ];
  const at = (startS: number) => coversSound(marks, { startS, endS: startS + 0.04 });
  assert.deepEqual([0.8, 0.86, 1.5, 2.1, 2.16, 4.5].map(at), [false, true, true, true, false, false]);
});
