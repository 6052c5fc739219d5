/** What a detector prints. Whatever the bytes, a region keeps to its schema and lies in a picture that was shown. */
import assert from "node:assert/strict";
import { DetectedRegion } from "../../../src/core/detector/detection.ts";
import { DetectionsRefused, readDetections } from "../../../src/formats/detector-lines/read-detections.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const places = new Map([
  ["000001.jpg", 0],
  ["000002.jpg", 1],
]);
const line = '{"frame":"000001.jpg","class":"face","box":{"x":0.1,"y":0.2,"w":0.3,"h":0.4},"score":0.75}\n';

export const target: FuzzTarget = {
  name: "detector-lines",
  seeds: () => [line, `${line}\r\n${line.replace("000001", "000002").replace("face", "plate")}`, ""].map(bytesOf),
  dictionary: [
    ...['"person"', '"face"', '"plate"', '"screen"', '"document"', '"other"', '"frame":', '"class":', '"box":', '"score":', '"name":"A"'],
    ...['"embedding":[0]', "NaN", "1e999", "-0", "1e-320", "null", "{", "}", "[", "]", "\n", "\u2028", '"__proto__":', "\\u0000"],
    new Uint8Array([0xff]),
  ],
  run(bytes) {
    try {
      for (const region of readDetections(bytes, places, 100)) {
        const { frame, box } = DetectedRegion.parse(region);
        assert.ok(frame < 2 && box.w > 0 && box.h > 0 && box.x + box.w <= 1 && box.y + box.h <= 1);
      }
    } catch (error) {
      if (!(error instanceof DetectionsRefused)) throw error;
    }
  },
};
