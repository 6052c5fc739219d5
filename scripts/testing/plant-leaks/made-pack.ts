/**
 * A made pack to plant leaks in: a synthetic clip with a textured "face" that moves and a voice-like noise, covered as an edition
 * covers it, with a report, figures and a ledger around it. Everything is invented. Written by ffmpeg and by hand alone: it shares no
 * code with what scans it.
 */
import { REPRODUCIBLE } from "../../sample/ffmpeg.ts";
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writePdf } from "./write-pdf.ts";

export interface MadeSource {
  readonly video: string;
  /** Seconds, as written. */
  readonly seconds: number;
  readonly sha256: string;
  readonly md5: string;
  readonly bytes: number;
}

export const faceMark = { from: 0, to: 4, start: 40, speed: 60, y: 120, size: 96 } as const;
export const voiceMark = { from: 1.2, to: 2.6 } as const;
export const frame = { width: 640, height: 360, rate: 25, seconds: 4.16 } as const;

export const names = {
  filmer: "Oksana Velychko",
  handle: "@velych_cam_77",
  cyrillic: "Ярослав Тихоненко",
  accents: "Zoë Brontëson",
  file: "IMG_20240914_balcony.mp4",
  analyst: "Marlow Quillfeather",
} as const;

/** Words that a person covered. The second are too short to be looked for without the words around them. */
export const covered = {
  phrase: "the blue gate behind Sallowfen mill",
  inPlace: { before: "my cousin ", words: "Jo", after: " went home" },
} as const;

export const place = { lat: 50.46512, lon: 30.18534, shown: { lat: 50.463, lon: 30.188 }, gridM: 1000 } as const;
export const anchors = [
  { names: ["Dorvane"], lat: 50.5464, lon: 30.235 },
  { names: ["Millbrook"], lat: 50.43, lon: 30.05 },
] as const;

export function ffmpeg(args: readonly string[]): void {
  execFileSync("ffmpeg", ["-v", "error", "-y", "-nostdin", ...args], { stdio: ["ignore", "ignore", "inherit"] });
}

const faceX = `${faceMark.start}+${faceMark.speed}*t`;
const ended = ["-t", String(frame.seconds)];
export const quickVideo = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p", "-threads", "2"] as const;

/** The original: it stays outside of every pack. */
export function makeSource(folder: string): MadeSource {
  mkdirSync(folder, { recursive: true });
  const video = join(folder, "original.mp4");
  const { width, height, rate } = frame;
  ffmpeg([
    ...["-f", "lavfi", "-i", `testsrc2=size=${width}x${height}:rate=${rate}`],
    ...["-f", "lavfi", "-i", `mandelbrot=size=${faceMark.size}x${faceMark.size}:rate=${rate}:start_scale=0.6:end_scale=0.3`],
    ...["-f", "lavfi", "-i", "anoisesrc=color=pink:sample_rate=48000:seed=7:amplitude=0.5"],
    ...["-filter_complex", `[0][1]overlay=x='${faceX}':y=${faceMark.y}[v];[2]tremolo=f=5:d=0.8,lowpass=f=3000[a]`],
    ...["-map", "[v]", "-map", "[a]", ...ended, ...quickVideo, "-c:a", "aac", "-b:a", "128k", video],
  ]);
  const bytes = readFileSync(video);
  const hash = (name: string) => createHash(name).update(bytes).digest("hex");
  const seconds = Number(
    execFileSync("ffprobe", ["-v", "error", "-show_entries", "format=duration", "-of", "csv=p=0", video], { encoding: "utf8" }),
  );
  return { video, seconds, sha256: hash("sha256"), md5: hash("md5"), bytes: statSync(video).size };
}

export interface Cover {
  /** Frames by which the cover comes late. */
  readonly lateFrames?: number;
  /** One frame without a cover. */
  readonly bareFrame?: number;
  readonly colour?: string;
  readonly crf?: number;
  readonly sound?: "mute" | "tone" | "tone-over" | "as-it-is";
}

/** What an edition would show: a cover that moves with the face, silence or a tone in place of the voice, nothing else of the file. */
export function cover(
  source: MadeSource,
  out: string,
  { lateFrames = 0, bareFrame, colour = "0x303030", crf = 22, sound = "mute" }: Cover = {},
): void {
  const { from, to } = { from: voiceMark.from - 0.12, to: voiceMark.to + 0.12 };
  const within = `between(t,${from},${to})`;
  const size = faceMark.size + 10;
  const shown = [`gte(n,${lateFrames})`, ...(bareFrame === undefined ? [] : [`not(eq(n,${bareFrame}))`])].join("*");
  const silent = `[0:a]volume=0:enable='${within}'[a]`;
  const voices = {
    mute: silent,
    tone: `${silent};[a]aresample=48000[s];sine=f=1000:r=48000:d=${frame.seconds},volume=0:enable='not(${within})'[b];[s][b]amix=inputs=2:normalize=0[o]`,
    "tone-over": `[0:a]volume=0.2:enable='${within}'[s];sine=f=1000:r=48000:d=${frame.seconds},volume=2,volume=0:enable='not(${within})'[b];[s][b]amix=inputs=2:normalize=0[o]`,
    "as-it-is": "[0:a]anull[a]",
  };
  const output = voices[sound].endsWith("[o]") ? "[o]" : "[a]";
  ffmpeg([
    ...["-i", source.video, "-f", "lavfi", "-i", `color=c=${colour}:size=${size}x${size}:rate=${frame.rate}`],
    ...["-filter_complex", `[0:v][1]overlay=x='${faceX}-5':y=${faceMark.y - 5}:enable='${shown}':shortest=0[v];${voices[sound]}`],
    ...["-map", "[v]", "-map", output, ...ended, ...REPRODUCIBLE],
    ...["-c:v", "libx264", "-preset", "veryfast", "-crf", String(crf), "-pix_fmt", "yuv420p", "-c:a", "aac", out],
  ]);
}

/** A frame of a recording, as it is. */
export function still(video: string, atS: number, out: string, filter = "null"): void {
  ffmpeg([
    "-i",
    video,
    "-vf",
    `select='gte(t,${atS})',${filter}`,
    "-frames:v",
    "1",
    "-map_metadata",
    "-1",
    "-flags:v",
    "+bitexact",
    "-q:v",
    "3",
    out,
  ]);
}

/** Files of a clean edition; `number` changes what is in them, not what they may say. */
export function makePack(source: MadeSource, folder: string, number = 0, media: Cover = {}): void {
  const edition = join(folder, "data", "edition");
  mkdirSync(join(edition, "media"), { recursive: true });
  cover(source, join(edition, "media", "i1.mp4"), media);
  still(join(edition, "media", "i1.mp4"), 0.6, join(edition, "media", "i1-still-1.jpg"));
  writeTexts(folder, edition, number);
}

/** The media of a clean pack with other words around them: coding them anew for each pack would only cost time. */
export function copyPack(from: string, folder: string, number: number): void {
  cpSync(from, folder, { recursive: true });
  writeTexts(folder, join(folder, "data", "edition"), number);
}

function writeTexts(folder: string, edition: string, number: number): void {
  const random = (what: string) => createHash("sha256").update(`${number} ${what}`).digest();
  const still64 = readFileSync(join(edition, "media", "i1-still-1.jpg")).toString("base64");
  const { lat, lon } = place.shown;
  // Near misses: the same letters in another order, a place in the next country, hashes of something else, lengths that are rounded.
  const report = `<!doctype html><html lang="en"><title>Public edition ${number}</title><style>.s{filter:blur(9px)}</style>
<h1>What happened at the bridge</h1><!-- figure ${random("c").toString("hex").slice(0, 20)} -->
<p>The clip was filmed within ${lat}, ${lon}, give or take 800 m. It lasts about four seconds. Oksan and Velychk met an oak in a van.</p>
<p>The nearest town is about 10 km away; the sun stood in the west. Elsewhere: 48.8566, 2.3522. Zone Europe/Kyiv, 2024-09-14T13:00:03Z.</p>
<p>A cousin went home. Jo is a short name, and Joan another. The blue gate stands by the road; behind the mill lies a field.</p>
<p>SPK1 says: "[words withheld] went home", and that they live near [words withheld].</p>
<p>Digest of the ledger: sha256:${random("head").toString("hex")}, key ${random("key").toString("base64")}, ${1_000_000 + number * 7919} counted.</p>
<img class="s" alt="Still" src="data:image/jpeg;base64,${still64}">
<svg viewBox="0 0 9 9"><path d="M1.25 3.75L${(number % 9) + 0.5} 2.125"/><text>P1, marked</text></svg></html>`;
  writeFileSync(join(edition, "report.html"), report);
  writeFileSync(
    join(edition, "report.pdf"),
    writePdf({ pages: ["What happened at the bridge", `Public edition ${number}`, "The account is withheld"] }),
  );
  writeFileSync(
    join(edition, "figure.svg"),
    `<svg xmlns="http://www.w3.org/2000/svg"><!-- map --><g><text x="2" y="3">within 1 km</text></g></svg>\n`,
  );
  writeFileSync(join(edition, "captions.vtt"), `WEBVTT\n\n1\n00:00:00.500 --> 00:00:01.000\n<v SPK1>Stop there ${number}\n`);
  writeFileSync(
    join(edition, "places.geojson"),
    JSON.stringify({
      type: "FeatureCollection",
      features: [{ type: "Feature", properties: { radiusM: 800 }, geometry: { type: "Point", coordinates: [lon, lat] } }],
    }),
  );
  writeFileSync(join(edition, "items.csv"), `item,as,why\ni1,redacted,"one person, covered"\ni2,left-out,no consent\n`);
  const head = (seq: number) => ({
    body: `sha256:${random(`b${seq}`).toString("hex")}`,
    prev: `sha256:${random(`p${seq}`).toString("hex")}`,
    seq,
    v: 1,
  });
  const signature = { key: `sha256:${random("k").toString("hex")}`, value: Buffer.concat([random("s"), random("t")]).toString("base64") };
  const open = {
    body: {
      at: "2024-09-14T13:00:03Z",
      by: "p1",
      data: { caseId: random("case").toString("hex").slice(0, 32), formatVersion: 1, title: "Bridge" },
      kind: "case.opened",
    },
    head: head(1),
    open: {},
    salt: random("salt").toString("hex"),
  };
  const signed = {
    body: {
      at: "2024-09-14T14:00:03Z",
      by: "p1",
      data: { document: `sha256:${random("d").toString("hex")}`, finding: "f1", version: 1 },
      kind: "finding.signed",
      signature,
    },
    head: head(4),
    open: {},
    salt: random("salt4").toString("hex"),
  };
  writeFileSync(
    join(folder, "data", "ledger.jsonl"),
    [open, { head: head(2) }, { head: head(3) }, signed].map((line) => `${JSON.stringify(line)}\n`).join(""),
  );
  writeFileSync(
    join(folder, "data", "withheld.json"),
    `${JSON.stringify({ lines: [2, 3].map((seq) => ({ by: "p1", category: "edition", reason: "kept back by a public edition", seq })) })}\n`,
  );
  writeFileSync(join(folder, "bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
}
