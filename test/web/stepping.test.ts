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
      const random = seeded(name);
      let misses = 0;
      let back = 0;
      let at = await settled(page);
      for (let move = 0; move < moves; move++) {
        const before = at.frame;
        const done = await randomMove(page, random, clip, before);
        at = await settled(page);
        if (at.frame < before) back++;
        const wrong = missOf(at, clip, done.expected);
        if (wrong === null) continue;
        misses++;
        context.diagnostic(`${done.name} from ${before}: ${wrong}`);
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
      const seen = await whilePlaying(page, 40);
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
      const random = seeded(name);
      let misses = 0;
      let at = await settled(page);
      for (let move = 0; move < 60; move++) {
        const done = await randomMove(page, random, clip, at.frame);
        at = await settled(page);
        if (missOf(at, clip, done.expected) !== null) misses++;
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

/** One thing a person does. `expected` is null where the frame follows from times, and the numbers must agree among themselves. */
async function randomMove(
  page: Page,
  random: () => number,
  clip: SteppingClip,
  from: number,
): Promise<{ readonly name: string; readonly expected: number | null }> {
  const last = clip.table.pts.length - 1;
  const within = (frame: number) => Math.min(last, Math.max(0, frame));
  const way = random() < 0.55 ? -1 : 1;
  const kind = Math.floor(random() * 10);
  const press = async (key: string, by: number) => {
    await page.keyboard.press(key);
    return { name: key, expected: within(from + by) };
  };
  if (kind < 3) return press(way < 0 ? "ArrowLeft" : "ArrowRight", way);
  if (kind === 3) return press(way < 0 ? "," : ".", way);
  if (kind === 4) return press(way < 0 ? "PageUp" : "PageDown", way * 10);
  if (kind === 5) {
    await page.keyboard.down("k");
    await page.keyboard.press(way < 0 ? "j" : "l");
    await page.keyboard.up("k");
    return { name: "K held with J or L", expected: within(from + way) };
  }
  if (kind === 6) {
    // Faster than pictures can follow: steps add up.
    for (let step = 0; step < 5; step++) await page.keyboard.press(way < 0 ? "ArrowLeft" : "ArrowRight");
    return { name: "five quick steps", expected: within(from + way * 5) };
  }
  if (kind === 7) {
    await page.keyboard.press(way < 0 ? "Shift+ArrowLeft" : "Shift+ArrowRight");
    return { name: "a second", expected: null };
  }
  if (kind === 8) {
    const track = await page.locator(".timeline-track").boundingBox();
    assert.ok(track);
    await page.mouse.click(track.x + 1 + random() * (track.width - 2), track.y + track.height / 2);
    return { name: "a click on the timeline", expected: null };
  }
  const wanted = Math.floor(random() * (last + 1));
  const words = random() < 0.5 ? String(wanted) : `pts ${clip.table.pts[wanted]}`;
  await page.keyboard.press("t");
  await page.keyboard.type(words);
  await page.keyboard.press("Enter");
  return { name: `going to ${words}`, expected: wanted };
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
