/** Files that are cut, altered, or built to hurt: every analyser gives an answer, and never throws or hangs. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { needs } from "../../scripts/testing/needs.ts";
import type { Made, Making } from "../../src/analyse/child-contract.ts";
import { filmstrip } from "../../src/analyse/filmstrip/filmstrip.ts";
import { poster } from "../../src/analyse/poster/poster.ts";
import { probe } from "../../src/analyse/probe/probe.ts";
import { proxy } from "../../src/analyse/proxy/proxy.ts";
import { waveform } from "../../src/analyse/waveform/waveform.ts";
import type { AnalyserName } from "../../src/core/analysis/analysis.ts";
import { canonicalJson, type Json } from "../../src/core/json/canonical-json.ts";
import { ProbeResult } from "../../src/core/analysis/probe-result.ts";
import { failureOf, probeFile, testFolder } from "./analyse-file.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;

before(async () => {
  folder = await testFolder("broken");
});
after(() => folder.remove());

const make = (name: string, ...args: string[]): Buffer => {
  const path = folder.path(name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return readFileSync(path);
};
const write = (name: string, bytes: Buffer): string => {
  const path = folder.path(name);
  writeFileSync(path, bytes);
  return path;
};
const picture = ["-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25:duration=0.6"];
const tone = ["-f", "lavfi", "-i", "sine=440:duration=0.6"];

/** Each container, small. */
const containers: readonly (readonly [string, readonly string[]])[] = [
  ["mp4", [...picture, ...tone, "-c:v", "libx264", "-c:a", "aac", "-movflags", "+faststart"]],
  ["mov", [...picture, "-c:v", "prores_ks"]],
  ["mkv", [...picture, ...tone, "-c:v", "libx264", "-c:a", "aac"]],
  ["webm", [...picture, "-c:v", "libvpx-vp9", "-cpu-used", "8"]],
  ["avi", [...picture, ...tone, "-c:v", "mpeg4", "-c:a", "mp3"]],
  ["ts", [...picture, ...tone, "-c:v", "libx264"]],
  ["mpg", [...picture, ...tone]],
  ["flv", [...picture, "-c:v", "flv"]],
  ["wmv", [...picture, ...tone]],
  ["mxf", [...picture, "-c:v", "mpeg2video"]],
  ["mp3", [...tone]],
  ["wav", [...tone]],
  ["flac", [...tone]],
  ["ogg", [...tone, "-c:a", "libvorbis"]],
  ["aac", [...tone]],
  ["jpg", ["-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "1"]],
  ["png", ["-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "1"]],
  ["gif", [...picture]],
  ["webp", ["-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "1", "-c:v", "libwebp"]],
  ["tiff", ["-f", "lavfi", "-i", "testsrc2=size=64x48", "-frames:v", "1"]],
];

/** The same seed, the same broken bytes. */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function altered(bytes: Buffer, next: () => number): Buffer {
  const out = Buffer.from(bytes);
  // Half of the changes near the start, where structure is; single bytes, and runs of ones as sizes like them.
  for (let n = 0; n < 24; n++) {
    const at = Math.floor(next() * (n % 2 === 0 ? Math.min(out.length, 600) : out.length));
    if (n % 6 === 5) out.fill(0xff, at, at + 4);
    else out[at] = Math.floor(next() * 256);
  }
  return out;
}

const analysers = ["probe", "poster", "filmstrip", "waveform", "proxy"] as const satisfies readonly AnalyserName[];

/** In this process, so that nothing can turn an error thrown inside an analyser into an answer. */
const makers: Readonly<Record<(typeof analysers)[number], (making: Making) => Promise<Made>>> = {
  probe,
  poster,
  filmstrip,
  waveform,
  proxy,
};

async function answers(analyser: (typeof analysers)[number], object: string): Promise<void> {
  const work = folder.path("work");
  mkdirSync(work, { recursive: true });
  const where = { analyser, object, folder: work, nameHint: "", parameters: {}, ffmpeg: "ffmpeg", ffprobe: "ffprobe" };
  const made = await makers[analyser]({ ...where, onProgress: () => undefined });
  if (made.state === "failed") {
    assert.match(made.failure.code, /^[a-z-]+$/);
    assert.ok(!made.failure.message.includes(object));
  } else if (analyser === "probe") ProbeResult.parse(JSON.parse(canonicalJson(made.result as Json)));
}

describe("a broken file is answered for:", { skip }, () => {
  for (const [ending, recipe] of containers)
    it(`${ending}, cut at two places and altered`, async () => {
      const whole = make(`whole.${ending}`, ...recipe);
      const broken = [
        whole.subarray(0, Math.floor(whole.length / 3)),
        whole.subarray(0, whole.length - 3),
        altered(whole, random(whole.length)),
      ];
      for (const [n, bytes] of broken.entries()) {
        const path = write(`broken-${n}.${ending}`, bytes);
        await answers("probe", path);
        // One further analyser each, in turn: all five meet every family of containers.
        await answers(analysers[1 + ((n + ending.length) % 4)] ?? "poster", path);
      }
    });
});

describe("a file built to hurt", { skip }, () => {
  it("with a ten-hour header is as long as its packets", async () => {
    const clip = make("hours.mp4", ...picture, "-c:v", "libx264");
    const at = clip.indexOf("mvhd");
    clip.writeUInt32BE(clip.readUInt32BE(at + 16) * 36_000, at + 20);
    const { result } = await probeFile(write("hours2.mp4", clip));
    assert.ok(result.durationSec !== "unknown" && result.durationSec < 2, `${result.durationSec}`);
  });

  it("with a hundred streams shows them all", async () => {
    const maps = Array.from({ length: 100 }, () => ["-map", "0:a"]).flat();
    make("hundred.mkv", "-f", "lavfi", "-i", "sine=440:duration=0.2:sample_rate=8000", ...maps, "-c:a", "pcm_s16le");
    const { result } = await probeFile(folder.path("hundred.mkv"));
    assert.deepEqual([result.kind, result.streams.length], ["sound", 100]);
  });

  it("with boxes nested a thousand deep gets an answer", async () => {
    let box: Buffer = Buffer.alloc(0);
    for (let n = 0; n < 1000; n++) {
      const head = Buffer.alloc(8);
      head.writeUInt32BE(box.length + 8);
      head.write("moov", 4);
      box = Buffer.concat([head, box]);
    }
    await answers("probe", write("nested.mp4", box));
  });

  it("with boxes that claim more than the file, or more than a number holds, gets an answer", async () => {
    const clip = make("claims.mp4", ...picture, "-c:v", "libx264");
    for (const name of ["moov", "stsz", "stco", "elst"]) {
      const claim = Buffer.from(clip);
      const at = claim.indexOf(name);
      claim.writeUInt32BE(0x7fff_ffff, at - 4);
      await answers("probe", write(`claims-${name}.mp4`, claim));
      // Count of a table: four bytes behind its version and flags.
      const count = Buffer.from(clip);
      count.writeUInt32BE(0xffff_ffff, at + (name === "stsz" ? 12 : 8));
      await answers("probe", write(`count-${name}.mp4`, count));
    }
    const huge = Buffer.concat([
      Buffer.from("0000001066747970", "hex"),
      Buffer.from("isom\0\0\0\0"),
      Buffer.from("00000001", "hex"),
      Buffer.from("moov"),
      Buffer.alloc(8, 0xff),
    ]);
    await answers("probe", write("huge.mp4", huge));
  });

  it("with a rate of no number, or of nothing, gets an answer", async () => {
    const clip = make("rates.mp4", ...picture, "-c:v", "libx264");
    const zero = Buffer.from(clip);
    zero.writeUInt32BE(0, zero.indexOf("mdhd") + 16);
    await answers("probe", write("zero.mp4", zero));
    const wav = make("rates.wav", ...tone);
    wav.writeUInt32LE(0, 24);
    for (const analyser of ["probe", "waveform"] as const) await answers(analyser, write("zero.wav", wav));
    wav.writeUInt32LE(0xffff_ffff, 24);
    for (const analyser of ["probe", "waveform"] as const) await answers(analyser, write("endless.wav", wav));
  });

  it("that unpacks to a thousand times its size is refused or shown small", async () => {
    // 20,000 x 20,000 of one colour: 400 million pixels in some hundred kilobytes.
    const rows = deflateSync(Buffer.alloc(20_000 * (20_000 / 8 + 1)), { level: 9 });
    const header = Buffer.alloc(13);
    header.writeUInt32BE(20_000, 0);
    header.writeUInt32BE(20_000, 4);
    header[8] = 1;
    const bomb = Buffer.concat([
      Buffer.from("89504e470d0a1a0a", "hex"),
      chunk("IHDR", header),
      chunk("IDAT", rows),
      chunk("IEND", Buffer.alloc(0)),
    ]);
    assert.ok(bomb.length < 200_000);
    assert.equal(await failureOf("poster", write("unpacks.png", bomb)), "refused");
    const { result } = await probeFile(folder.path("unpacks.png"));
    assert.ok(result.traps.some(({ code }) => code === "cannot-be-shown"));
  });

  it("with metadata of megabytes keeps the probe within bounds", async () => {
    const tags = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`tag${n}`, "x".repeat(60_000)]));
    const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:a="http://invented.example/a/" ${Object.entries(
      tags,
    )
      .map(([name, value]) => `a:${name}="${value}"`)
      .join(" ")}/></rdf:RDF></x:xmpmeta>`;
    const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: "red" } })
      .png()
      .toBuffer();
    const text = chunk("iTXt", Buffer.concat([Buffer.from("XML:com.adobe.xmp\0\0\0\0\0"), Buffer.from(xmp)]));
    const { result } = await probeFile(write("wordy.png", Buffer.concat([bytes.subarray(0, 33), text, bytes.subarray(33)])));
    assert.ok(JSON.stringify(result).length < 500_000);
    assert.ok(result.metadata.some(({ value }) => value.includes("cut here")));
  });

  it("of markup, direction marks and broken text in its metadata gives plain text back", async () => {
    const path = folder.path("words.mp4");
    const title = '<img src=x onerror="alert(1)">\u202egnp.\ud83d\ude00';
    execFileSync("ffmpeg", ["-v", "error", ...picture, "-c:v", "libx264", "-metadata", `title=${title}`, path]);
    const { result } = await probeFile(path);
    assert.equal(result.metadata.find(({ tag }) => tag === "Title")?.value, title);
  });
});

/** A PNG chunk with its checksum. */
function chunk(name: string, data: Buffer): Buffer {
  const out = Buffer.alloc(data.length + 12);
  out.writeUInt32BE(data.length);
  out.write(name, 4, "latin1");
  data.copy(out, 8);
  out.writeUInt32BE(crc32(out.subarray(4, 8 + data.length)), 8 + data.length);
  return out;
}

function crc32(bytes: Buffer): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb8_8320 : 0);
  }
  return (crc ^ 0xffff_ffff) >>> 0;
}
