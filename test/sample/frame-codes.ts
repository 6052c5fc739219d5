/** Every decoded frame carries the number that the truth gives it: in the recordings, and in the copies that kept the strip. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { readFrameCode, type FrameCodeLayout } from "../../scripts/sample/frame-code.ts";
import { needs } from "../../scripts/testing/needs.ts";
import { decodeFrames } from "./decode.ts";
import { madeSample, NEEDS_FFMPEG } from "./made-sample.ts";
import type { CopyTruth, RecordingTruth, Truth } from "./truth-file.ts";

/** Decodes only the rows of the strip, not to hold a whole film in memory. */
async function codesIn(path: string, layout: FrameCodeLayout, from = 0, to = Infinity): Promise<(number | null)[]> {
  const top = Math.max(0, Math.floor(layout.y) - 2);
  const rows = Math.min(layout.height - top, Math.ceil(layout.cellHeight) + 5);
  const frames = await decodeFrames(path, { x: 0, y: top, width: layout.width, height: rows });
  const inRows = { ...layout, y: layout.y - top, height: rows };
  return frames.slice(from, to).map((frame) => readFrameCode(frame, layout.width, rows, inRows));
}

const firstMisses = (read: readonly (number | null)[], expected: readonly number[]) =>
  expected.flatMap((number, i) => (read[i] === number ? [] : [`frame ${i}: read ${read[i]}, expected ${number}`])).slice(0, 5);

/** The frame of a recording that is on screen at a moment of one of its descendants. */
function frameShown(truth: Truth, file: string, atS: number): { number: number; slackS: number } {
  const recording = [...truth.cameras, ...truth.stepping].find((r) => r.file === file);
  if (recording) return nearest(recording, atS);
  const copy = truth.copies.find((c) => c.file === file);
  const segment = copy?.picture.findLast((s) => atS >= s.copyFromS - 1e-6 && atS < s.copyToS + 1e-6);
  assert.ok(segment, `the truth knows no picture at second ${atS} of ${file}`);
  const speed = (segment.sourceToS - segment.sourceFromS) / (segment.copyToS - segment.copyFromS);
  return frameShown(truth, segment.source, segment.sourceFromS + (atS - segment.copyFromS) * speed);
}

function nearest(recording: RecordingTruth, atS: number): { number: number; slackS: number } {
  const start = recording.frameTimesS[0] ?? 0;
  const distances = recording.frameTimesS.map((t) => Math.abs(t - start - atS));
  const slackS = Math.min(...distances);
  return { number: recording.firstFrameNumber + distances.indexOf(slackS), slackS };
}

function expectedNumbers(truth: Truth, copy: CopyTruth, fromS: number, toS: number): { index: number; number: number; slackS: number }[] {
  const start = copy.frameTimesS[0] ?? 0;
  return copy.frameTimesS.flatMap((t, index) => {
    const atS = t - start;
    return atS >= fromS - 1e-6 && atS < toS - 1e-6 ? [{ index, ...frameShown(truth, copy.file, atS) }] : [];
  });
}

describe("frame codes in the sample", { skip: needs(NEEDS_FFMPEG) }, () => {
  it("number every frame of the three cameras and of the stepping clips, after the turn that the file asks for", async () => {
    const { folder, truth } = await madeSample();
    for (const recording of [...truth.cameras, ...truth.stepping]) {
      const read = await codesIn(join(folder, recording.file), recording.frameCode);
      const expected = Array.from({ length: recording.frameCount }, (_, i) => recording.firstFrameNumber + i);
      assert.equal(read.length, expected.length, recording.file);
      assert.deepEqual(firstMisses(read, expected), [], recording.file);
    }
  });

  it("survive in every copy that the truth says they survive in, and name the frame that was copied", async () => {
    const { folder, truth } = await madeSample();
    let read = 0;
    for (const copy of truth.copies) {
      assert.ok(copy.frameCount > 100, copy.file);
      for (const segment of copy.picture) {
        if (segment.frameCode === null) continue;
        const codes = await codesIn(join(folder, copy.file), segment.frameCode);
        assert.equal(codes.length, copy.frameCount, copy.file);
        const expected = expectedNumbers(truth, copy, segment.copyFromS, segment.copyToS);
        const numbers = copyNumbers(copy, segment.camera, expected);
        assert.deepEqual(
          firstMisses(
            expected.map(({ index }) => codes[index] ?? null),
            numbers(codes),
          ),
          [],
          copy.file,
        );
        read += expected.length;
      }
    }
    assert.ok(read > 3000, `only ${read} frames of copies were compared`);
  });

  it("are gone where the truth says that the strip was cut away", async () => {
    const { folder, truth } = await madeSample();
    const without = truth.copies.filter((copy) => copy.picture.every((segment) => segment.frameCode === null));
    assert.ok(without.length > 0);
    for (const copy of without) {
      for (const camera of truth.cameras) {
        const { width, height } = camera.frameCode;
        const scaled = {
          ...camera.frameCode,
          x: (camera.frameCode.x * copy.width) / width,
          y: (camera.frameCode.y * copy.height) / height,
        };
        const codes = await codesIn(join(folder, copy.file), { ...scaled, width: copy.width, height: copy.height });
        assert.ok(
          codes.every((code) => code === null),
          copy.file,
        );
      }
    }
  });
});

/**
 * The numbers that the copy's frames may carry. Where a copy was brought to a steady rate, a frame may fall half a source
 * frame away, and either neighbour is right; elsewhere only the exact one is.
 */
function copyNumbers(copy: CopyTruth, camera: string, expected: readonly { index: number; number: number; slackS: number }[]) {
  const resampled = copy.edits.some((edit) => edit.includes("25 fps")) && camera === "B";
  return (codes: readonly (number | null)[]) =>
    expected.map(({ index, number }) => {
      const code = codes[index] ?? null;
      return resampled && code !== null && Math.abs(code - number) <= 1 ? code : number;
    });
}
