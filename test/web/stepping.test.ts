/**
 * Exact stepping, in a real browser on real files: the number that the bench shows is the number that the picture on
 * screen carries, and the stored time beside it is the one that ffprobe reads in the original.
 */
import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { Page } from "playwright-core";
import { needs } from "../../scripts/testing/needs.ts";
import { codeOf, goToItem, itemNamed, reveal, settled, type Told } from "./bench-page.ts";
import { carryOut, type Move, randomMoves } from "./bench-moves.ts";
import { openWorkbench, type Workbench, workbenchPrograms } from "./open-workbench.ts";
import { makeSteppingClips, type SteppingClip } from "./stepping-clips.ts";

const moves = 500;
const kinds = [
  ["b-frames.mp4", "H.264 with B-frames"],
  ["variable-rate.mp4", "a variable frame rate"],
  ["rotated.mp4", "a rotation"],
  ["edit-list.mp4", "an edit list that hides frames"],
  ["late-start.mp4", "a start that is not zero"],
  ["late-start.webm", "VP9 in WebM that starts late"],
  ["hevc.mp4", "HEVC, seen through its proxy"],
] as const;

describe("stepping on the bench", { skip: needs({ programs: workbenchPrograms }) }, () => {
  let folder: string;
  let clips: SteppingClip[];
  let workbench: Workbench;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-stepping-"));
    clips = await makeSteppingClips(folder);
    workbench = await openWorkbench({
      material: (material) => clips.forEach(({ name, file }) => copyFileSync(file, join(material, name))),
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const clipNamed = (name: string): SteppingClip => {
    const found = clips.find((clip) => clip.name === name);
    assert.ok(found);
    return found;
  };

  for (const [name, says] of kinds) {
    it(`${moves} random steps and seeks both ways show the frame they say: ${says}`, async (context) => {
      const clip = clipNamed(name);
      const { page } = workbench;
      await goToItem(page, (await itemNamed(page, name)).id);
      await reveal(page);
      const plan = randomMoves(seeded(name), clip, moves);
      let misses = 0;
      let back = 0;
      let at = await settled(page);
      for (const [move, told] of await carryOut(page, plan)) {
        if (told.frame < at.frame) back++;
        const wrong = missOf(told, clip, expectedAfter(move, at.frame, clip));
        if (wrong !== null) {
          misses++;
          context.diagnostic(`${move.name} from ${at.frame}: ${wrong}`);
        }
        at = told;
      }
      context.diagnostic(`${name}: ${moves} moves, ${back} of them backward, ${misses} misses`);
      assert.equal(misses, 0);
      assert.ok(back > moves / 4, `expected many backward moves, found ${back}`);
      assert.deepEqual(workbench.complaints, []);
    });
  }

  it("while it plays, at any speed and both ways, number and picture agree, and a loop stays in its marks", async (context) => {
    const clip = clipNamed("variable-rate.mp4");
    const { page } = workbench;
    await goToItem(page, (await itemNamed(page, clip.name)).id, "?frame=60");
    await reveal(page);
    await page.keyboard.press("i");
    for (let step = 0; step < 4; step++) await page.keyboard.press("PageDown");
    await settled(page);
    await page.keyboard.press("o");
    await page.keyboard.press("r");
    for (const keys of [["l"], ["j"], ["l", "l"], ["j", "j"], ["l", "<", "<"]]) {
      for (const key of keys) await page.keyboard.press(key);
      // A busy machine decodes fewer pictures in the same time; those that come must be right.
      const seen = [...(await whilePlaying(page, 40))];
      for (let more = 0; more < 20 && new Set(seen.map(({ frame }) => frame)).size <= 3; more++)
        seen.push(...(await whilePlaying(page, 40)));
      await page.keyboard.press("k");
      const frames = seen.map(({ frame, row }) => {
        assert.equal(codeOf(row, clip.layout), frame);
        return frame;
      });
      context.diagnostic(`${keys.join(" ")}: ${new Set(frames).size} different frames, ${Math.min(...frames)} to ${Math.max(...frames)}`);
      assert.ok(new Set(frames).size > 3, "expected moving pictures");
      assert.ok(Math.min(...frames) >= 60 && Math.max(...frames) <= 100, `expected frames 60 to 100, found ${frames.join(" ")}`);
    }
  });

  it("where the browser gives pages no decoder, its own player is checked frame by frame", async (context) => {
    for (const name of ["b-frames.mp4", "variable-rate.mp4"]) {
      const clip = clipNamed(name);
      const { page, context: other } = await workbench.another();
      await page.addInitScript(() => Reflect.deleteProperty(globalThis, "VideoDecoder"));
      // The link is spent: the session's cookie is what opens the page.
      await other.addCookies(await workbench.context.cookies());
      await page.goto(workbench.served.origin);
      await goToItem(page, (await itemNamed(page, name)).id);
      await reveal(page);
      await page.locator(".stage-notice.is-attention").waitFor();
      let misses = 0;
      let at = await settled(page);
      for (const [move, told] of await carryOut(page, randomMoves(seeded(name), clip, 60))) {
        if (missOf(told, clip, expectedAfter(move, at.frame, clip)) !== null) misses++;
        at = told;
      }
      context.diagnostic(`${name}: 60 moves, ${misses} misses`);
      assert.equal(misses, 0);
      await other.close();
    }
  });
});

/** Null when number, picture and stored time are of the same frame. */
function missOf(told: Told, clip: SteppingClip, expected: number | null): string | null {
  const code = codeOf(told.row, clip.layout);
  if (code !== told.frame + clip.firstCode) return `says ${told.frame}, shows ${code === null ? "no code" : code - clip.firstCode}`;
  if (told.pts !== clip.table.pts[told.frame]) return `frame ${told.frame} says PTS ${told.pts}, stored is ${clip.table.pts[told.frame]}`;
  if (expected !== null && told.frame !== expected) return `expected frame ${expected}, shows ${told.frame}`;
  return told.fault === null ? null : `complains: ${told.fault}`;
}

/** Where a move must lead; null where that follows from times, and the numbers must then agree among themselves. */
function expectedAfter({ by, to }: Move, from: number, clip: SteppingClip): number | null {
  if (to !== undefined) return to;
  return by === undefined ? null : Math.min(clip.table.pts.length - 1, Math.max(0, from + by));
}

/** Number and picture at moments of playing, each pair read in one task. */
function whilePlaying(page: Page, moments: number): Promise<readonly { frame: number; row: number[] }[]> {
  return page.evaluate(async (count) => {
    const seen: { frame: number; row: number[] }[] = [];
    while (seen.length < count) {
      await new Promise((next) => setTimeout(next, 15));
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[data-testid=stage-canvas]");
      const frame = Number(document.querySelector<HTMLElement>(".readout")?.dataset["frame"]);
      if (canvas) seen.push({ frame, row: Array.from(canvas.getContext("2d")?.getImageData(0, 8, canvas.width, 1).data ?? []) });
    }
    return seen;
  }, moments);
}

/** The same moves in every run: mulberry32 from the letters of a name. */
function seeded(name: string): () => number {
  let state = [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
