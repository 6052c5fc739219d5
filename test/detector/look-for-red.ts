/**
 * Stands in for a detector: decodes the pictures in a folder, takes what is strongly red for a face and what is strongly blue for a
 * plate, and behaves as its second word asks.
 */
import { spawn } from "node:child_process";
import { appendFileSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import sharp from "sharp";

const [folder = "", how = "honest", told = ""] = process.argv.slice(2);
// A file that a word names counts as one of the program's own: what is written to is named after a word.
const detail = told.replace(/^to:/, "");
const says = (line: unknown): void => console.log(JSON.stringify(line));

if (folder === "--version") {
  console.log("look-for-red 1.0");
  process.exit(0);
}
const names = readdirSync(folder).toSorted();

async function boxOf(name: string, channel: 0 | 2) {
  const { data, info } = await sharp(join(folder, name)).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const [width, height] = [info.width, info.height];
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3;
      const own = data[at + channel] ?? 0;
      if (own < 150 || (data[at + 1] ?? 0) > 100 || (data[at + 2 - channel] ?? 0) > 100) continue;
      [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x + 1), Math.max(bottom, y + 1)];
    }
  return right <= left ? undefined : { x: left / width, y: top / height, w: (right - left) / width, h: (bottom - top) / height };
}

async function look(more: object = {}): Promise<void> {
  for (const frame of names) {
    const red = await boxOf(frame, 0);
    if (red !== undefined) says({ frame, class: "face", box: red, score: 0.9, ...more });
    const blue = await boxOf(frame, 2);
    if (blue !== undefined) says({ frame, class: "plate", box: blue, score: 0.5, ...more });
  }
}

const [frame = ""] = names;
const box = { x: 0.1, y: 0.1, w: 0.2, h: 0.2 };
switch (how) {
  case "honest":
    if (detail !== "") appendFileSync(detail, `${names.length}\n`);
    await look();
    break;
  // The same on each picture: a face at the top right, and a plate at the bottom left.
  case "fixed":
    for (const shown of names) {
      says({ frame: shown, class: "face", box: { x: 0.7, y: 0.1, w: 0.2, h: 0.2 }, score: 0.8 });
      says({ frame: shown, class: "plate", box: { x: 0.1, y: 0.8, w: 0.2, h: 0.1 }, score: 0.6 });
    }
    break;
  case "named":
    await look({ name: "Somebody" });
    break;
  case "print-of-a-face":
    await look({ embedding: [0.1, 0.2, 0.3] });
    break;
  case "nothing":
    break;
  case "late-fault":
    await look();
    says({ frame, class: "face", box: { ...box, x: 0.95 }, score: 0.9 });
    break;
  case "endless": {
    const line = `${JSON.stringify({ frame, class: "face", box, score: 0.9 })}\n`.repeat(1000);
    const more = (): void => {
      while (process.stdout.write(line));
      process.stdout.once("drain", more);
    };
    more();
    break;
  }
  case "crash":
    console.error("cannot load the model");
    process.exitCode = 3;
    break;
  case "network":
    await new Promise<void>((resolve) => {
      const socket = connect(Number(detail), "127.0.0.1");
      socket.on("connect", () => {
        says({ frame, class: "other", box, score: 1 });
        socket.destroy();
        resolve();
      });
      socket.on("error", () => resolve());
    });
    break;
  case "hang":
    spawn("sleep", ["600"], { stdio: "ignore" });
    appendFileSync(detail, "began\n");
    setInterval(() => undefined, 1000);
    break;
}
