/**
 * The sync wall in a real Chromium: two, four and nine clips of one recording on one clock, each picture with its number drawn in it. At
 * each animation frame the page is asked what the clock says and what stands on every canvas; the numbers are read off the pixels.
 */
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { FRAME_CODE_CELLS, frameCodeCells, readFrameCode } from "../sample/frame-code.ts";
import { launchChromium } from "../testing/launch-chromium.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure } from "./figure.ts";
import { addExport, serveCase } from "./program-case.ts";

const width = 960;
const height = 540;
const fps = 25;
const codeHeight = 40;
const cell = width / FRAME_CODE_CELLS;
/** Each clip begins so much later than the one before it: a group of pictures, so that it can be cut without coding it again. */
const laterSec = 2;
const most = 9;

interface Seen {
  readonly sec: number;
  readonly panes: readonly { readonly levels: readonly number[]; readonly late: boolean }[];
}

interface Drift {
  readonly looks: number;
  readonly worst: number;
  readonly behind: number;
  readonly unsaid: number;
  readonly unread: number;
  readonly clockSec: number;
  readonly wallSec: number;
  readonly step: string;
}

export async function syncWallFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const seconds = quick ? 6 : 60;
  const material = join(folder, "clips");
  mkdirSync(material);
  say(`making ${most} clips of ${width} x ${height}, ${fps} frames a second`);
  await makeClips(material, seconds);
  const [kept, config] = [join(folder, "case"), join(folder, "config")];
  await addExport(kept, material, config);
  const served = await serveCase(kept, config);
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const [name = "", value = ""] = served.cookie.split("=");
    await context.addCookies([{ name, value, url: served.origin }]);
    const page = await context.newPage();
    const figures: Figure[] = [];
    for (const [clips, sound] of [
      [2, false],
      [4, false],
      [most, false],
      [4, true],
    ] as const) {
      say(`${clips} clips for ${seconds} s${sound ? ", a sound as the clock" : ""}`);
      figures.push(shown(clips, sound, await play(page, served.origin, clips, sound, seconds)));
    }
    return figures;
  } finally {
    await browser.close();
    served.stop();
  }
}

function shown(clips: number, sound: boolean, drift: Drift): Figure {
  const speed = Math.round((drift.clockSec / drift.wallSec) * 100);
  const detail = [
    `${drift.looks} animation frames over ${drift.wallSec.toFixed(0)} s; the clock went ${drift.clockSec.toFixed(1)} s (${speed} % of full speed)`,
    `${drift.behind} pictures of ${drift.looks * clips} behind the clock, ${drift.unsaid} of them unsaid, ${drift.unread} unreadable`,
    `the page: ${drift.step}`,
  ].join("; ");
  const name = `${clips} clips of ${width} x ${height} on one clock${sound ? ", the sound of one of them" : ""}: farthest behind`;
  return figure(
    name,
    "the frame that the clock asks for, read off the pixels",
    drift.worst,
    `${drift.worst} frames`,
    { atMost: 0 },
    detail,
  );
}

async function play(page: Page, origin: string, clips: number, sound: boolean, seconds: number): Promise<Drift> {
  const items = Array.from({ length: clips }, (_, n) => `i${n + 1}`);
  const moved = items.slice(1).map((item, n) => `${item}:${(n + 1) * laterSec}`);
  const from = (most - 1) * laterSec + 0.5;
  await page.goto(`${origin}/sync?clips=${items.join(",")}&moved=${moved.join(",")}&at=${from}${sound ? "&hear=i1" : ""}`);
  await page
    .locator(".wall-pane[data-filmed=yes]")
    .nth(clips - 1)
    .waitFor({ timeout: 60_000 });
  await page.keyboard.press("b");
  await page.waitForFunction(
    (count) => [...document.querySelectorAll("canvas")].filter((one) => one.matches(".wall-canvas") && one.width !== 300).length === count,
    clips,
  );
  if (sound) await page.keyboard.press("Shift+M");
  await page.keyboard.press(" ");
  const began = performance.now();
  const seen = (await page.evaluate(watchScript(seconds * 1000))) as Seen[];
  const wallSec = (performance.now() - began) / 1000;
  const step = (await page.locator(".wall-step").textContent())?.trim() ?? "";
  await page.keyboard.press(" ");
  if (sound) await page.keyboard.press("Shift+M");
  return { ...driftOf(seen), wallSec, step };
}

function driftOf(seen: readonly Seen[]): Omit<Drift, "wallSec" | "step"> {
  let [worst, behind, unsaid, unread] = [0, 0, 0, 0];
  for (const { sec, panes } of seen)
    for (const { levels, late } of panes) {
      const rgba = Uint8ClampedArray.from(levels.flatMap((level) => [level, level, level, 255]));
      const code = readFrameCode(rgba, levels.length, 1, { x: 0, y: 0, cellWidth: 1, cellHeight: 1, width: levels.length, height: 1 });
      // The clock waits two microseconds before a frame that is not ready: finer than that nothing may be rounded.
      const due = Math.floor((sec + 1e-6) * fps);
      if (code === null) unread++;
      else if (code !== due) {
        behind++;
        if (!late) unsaid++;
        worst = Math.max(worst, Math.abs(due - code));
      }
    }
  return { looks: seen.length, worst, behind, unsaid, unread, clockSec: (seen.at(-1)?.sec ?? 0) - (seen[0]?.sec ?? 0) };
}

/** Runs in the page. A row of pixels is read of each canvas, in the task of an animation frame. */
const watchScript = (ms: number): string => `new Promise((resolve) => {
  const seen = [];
  const until = performance.now() + ${ms};
  const look = () => {
    const panes = [...document.querySelectorAll(".wall-pane")].map((pane) => {
      const canvas = pane.querySelector("canvas.wall-canvas");
      const part = canvas.width / ${width};
      const row = canvas.getContext("2d").getImageData(0, Math.floor(${codeHeight / 2} * part), canvas.width, 1).data;
      const levels = Array.from({ length: ${FRAME_CODE_CELLS} }, (_, at) => row[Math.floor((at + 0.5) * ${cell} * part) * 4]);
      return { levels, late: pane.dataset.late === "yes" };
    });
    seen.push({ sec: Number(document.querySelector("[data-testid=wall-clock]").dataset.sec), panes });
    if (performance.now() < until) requestAnimationFrame(look);
    else resolve(seen);
  };
  requestAnimationFrame(look);
})`;

async function makeClips(folder: string, seconds: number): Promise<void> {
  const whole = join(folder, "clip-1.mp4");
  const lengthSec = seconds + most * laterSec + 4;
  const raw = ["-f", "rawvideo", "-pix_fmt", "gray", "-s", `${width}x${height}`, "-r", String(fps), "-i", "pipe:0"];
  const sound = ["-f", "lavfi", "-t", String(lengthSec), "-i", "sine=frequency=330:sample_rate=48000"];
  const coded = [
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
    "-crf",
    "24",
    "-bf",
    "0",
    "-g",
    String(laterSec * fps),
    "-pix_fmt",
    "yuv420p",
    "-c:a",
    "aac",
  ];
  const child = spawn("ffmpeg", ["-v", "error", "-y", ...raw, ...sound, ...coded, whole], { stdio: ["pipe", "ignore", "inherit"] });
  const ended = new Promise<number>((resolve) => child.on("close", (code) => resolve(code ?? -1)));
  for (let frame = 0; frame < lengthSec * fps; frame++)
    if (!child.stdin.write(picture(frame))) await new Promise((resolve) => child.stdin.once("drain", resolve));
  child.stdin.end();
  if ((await ended) !== 0) throw new Error(`${whole}: expected ffmpeg to make it; found exit code ${child.exitCode}`);
  for (let n = 1; n < most; n++) {
    const cut = ["-ss", String(n * laterSec), "-i", whole, "-c", "copy", join(folder, `clip-${n + 1}.mp4`)];
    execFileSync("ffmpeg", ["-v", "error", "-y", ...cut]);
  }
}

/** The number on top, and below it a ground with edges and a bar that moves, so that the decoder has work. */
function picture(frame: number): Buffer {
  const pixels = Buffer.alloc(width * height);
  for (let y = codeHeight; y < height; y++)
    for (let x = 0; x < width; x += 8) pixels.fill(60 + (((x + frame * 4) ^ y) & 127), y * width + x, y * width + x + 8);
  frameCodeCells(frame).forEach((value, at) => {
    for (let y = 0; y < codeHeight; y++) pixels.fill(value === 1 ? 235 : 16, y * width + at * cell, y * width + (at + 1) * cell);
  });
  return pixels;
}
