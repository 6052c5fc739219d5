/** A folder that tests the desk: loud colours and hard edges behind the shield, and text that tries to be more than text. Synthetic. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { articleHtml, telegramExport } from "../support/material.ts";

/** Runs when anything of it is taken as markup. */
export const markup = "<img src=x onerror=alert(1)>";
export const hostileNames = [`${markup}.mp4`, "line\nfeed.txt", "photo\u202Egpj.exe", "'\"><svg onload=alert(1)>.txt", "=HYPERLINK(1).txt"];

/** Squares of magenta and green: nothing else on the page has such colours or such edges. */
async function checkerboard(): Promise<Buffer> {
  const [width, height, square] = [320, 240, 20];
  const raw = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const isMagenta = (Math.floor(x / square) + Math.floor(y / square)) % 2 === 0;
      raw.set(isMagenta ? [255, 0, 255] : [0, 255, 0], (y * width + x) * 3);
    }
  return sharp(raw, { raw: { width, height, channels: 3 } })
    .png()
    .toBuffer();
}

/** Says whether a pixel can only be a clear one of the checkerboard. */
export function isLoud(red: number, green: number, blue: number): boolean {
  return (red > 200 && green < 80 && blue > 200) || (red < 80 && green > 200 && blue < 80);
}

export async function makeDeskMaterial(folder: string): Promise<void> {
  const board = await checkerboard();
  mkdirSync(join(folder, "chat"), { recursive: true });
  mkdirSync(join(folder, "news"), { recursive: true });
  writeFileSync(join(folder, "loud.png"), board);
  const clip = (path: string, pattern: string) =>
    execFileSync("ffmpeg", [
      ...["-v", "error", "-f", "lavfi", "-i", pattern, "-f", "lavfi", "-i", "sine=440:duration=1"],
      ...["-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac", "-shortest", "-metadata", `title=${markup}`, path],
    ]);
  clip(join(folder, "loud.mp4"), "color=magenta:size=160x120:rate=10:duration=1");
  clip(join(folder, hostileNames[0] ?? ""), "color=lime:size=160x120:rate=10:duration=1");
  for (const name of hostileNames.slice(1)) writeFileSync(join(folder, name), `Synthetic: ${name}`);
  writeFileSync(join(folder, "ринок площа.txt"), "Synthetic: market square");
  for (let i = 1; i <= 8; i++) writeFileSync(join(folder, `page-${i}.txt`), `Synthetic page ${i} of a leaflet.`);
  writeFileSync(
    join(folder, "chat", "result.json"),
    JSON.stringify({ ...telegramExport, name: markup, messages: telegramExport.messages.map((message) => ({ ...message, from: markup })) }),
  );
  writeFileSync(join(folder, "news", "article.html"), articleHtml.replaceAll("Ostrel", "&lt;img src=x onerror=alert(1)&gt;"));
}
