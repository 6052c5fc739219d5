/**
 * Playlists, scripts and patterns dressed as media: whatever they name, nothing but the one object is opened and no
 * socket is made. Judged by the system calls of the whole child, not by what it says.
 */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import type { AnalyserName } from "../../src/core/analysis/analysis.ts";
import { findProgram, needs } from "../../scripts/testing/needs.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe", "strace"] });
const childScript = fileURLToPath(new URL("../../src/analyse/child.ts", import.meta.url));

/** The case folder that the object lies in, with a neighbour that nothing may open. */
let caseFolder: string;
let neighbour: string;

before(() => {
  caseFolder = mkdtempSync(join(tmpdir(), "witnessmark-hostile-"));
  neighbour = join(caseFolder, "neighbour.mp4");
  if (skip !== false) return;
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=5:duration=1", "-c:v", "libx264", neighbour]);
  execFileSync("ffmpeg", ["-v", "error", "-i", neighbour, join(caseFolder, "img-%03d.jpg")]);
});
after(() => rmSync(caseFolder, { recursive: true, force: true }));

interface Traced {
  readonly opened: readonly string[];
  readonly sockets: readonly string[];
  readonly said: string;
}

/** Runs the child itself under strace, as the runner starts it. */
async function trace(analyser: AnalyserName, object: string, nameHint: string): Promise<Traced> {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-traced-"));
  const log = join(folder, "calls");
  mkdirSync(join(folder, "work"));
  try {
    const args = ["-f", "-qq", "-s", "4096", "-e", "trace=open,openat,connect,socket,execve", "-o", log, process.execPath, childScript];
    const child = spawn("strace", args, {
      cwd: join(folder, "work"),
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env["PATH"] ?? "", HOME: join(folder, "work"), TMPDIR: join(folder, "work") },
    });
    const request = { analyser, object, folder: join(folder, "work"), nameHint, parameters: {}, parent: child.pid };
    child.stdin.end(JSON.stringify({ ...request, ffmpeg: findProgram("ffmpeg") ?? "", ffprobe: findProgram("ffprobe") ?? "" }));
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    await new Promise((resolve) => child.on("close", resolve));
    const calls = readFileSync(log, "latin1").split("\n");
    return {
      opened: calls.flatMap((call) => /open(?:at)?\([^"]*"([^"]*)"/.exec(call)?.[1] ?? []),
      // A pair of pipes between Node and its children is a socket without a name or a place to go.
      sockets: calls.filter(
        (call) => / (socket|connect)\(/.test(call) && !/socket\(AF_UNIX|AF_NETLINK/.test(call) && !/AF_UNIX.*nscd/.test(call),
      ),
      said,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const hls = (target: string) => `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n${target}\n#EXT-X-ENDLIST\n`;
const listener = "127.0.0.1:9";

const disguises: readonly (readonly [what: string, name: string, text: () => string])[] = [
  ["an HLS playlist of a file", "clip.mp4", () => hls(neighbour)],
  ["an HLS playlist of a host", "clip.m3u8", () => hls(`http://${listener}/a.ts`)],
  ["an HLS playlist of a concat", "clip.avi", () => hls(`concat:${neighbour}|${neighbour}`)],
  ["an HLS playlist inside an AVI head", "clip.avi", () => `RIFF\x20\x00\x00\x00AVI LIST${hls(neighbour)}`],
  ["a concat script", "clip.mp4", () => `ffconcat version 1.0\nfile ${neighbour}\n`],
  ["a concat script by relative name", "clip.mov", () => "ffconcat version 1.0\nfile neighbour.mp4\n"],
  [
    "an SDP file",
    "clip.mp4",
    () => `v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=video 9 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\n`,
  ],
  [
    "a DASH manifest",
    "clip.mp4",
    () =>
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT1S"><Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1"><BaseURL>http://${listener}/a.mp4</BaseURL></Representation></AdaptationSet></Period></MPD>`,
  ],
  ["a QuickTime reference text", "clip.mov", () => `RTSPtext\nrtsp://${listener}/a`],
  [
    "an SVG picture with links",
    "face.jpg",
    () =>
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="file://${neighbour}"/></svg>`,
  ],
  [
    "an ImageMagick script",
    "face.jpg",
    () => `push graphic-context\nimage over 0,0 0,0 'url(http://${listener}/a.png)'\npop graphic-context\n`,
  ],
  ["a playlist of another kind", "song.mp3", () => `[playlist]\nFile1=${neighbour}\nNumberOfEntries=1\n`],
];

describe("dressed as media,", { skip }, () => {
  for (const [what, name, text] of disguises) {
    it(`${what} opens nothing else and no socket`, async () => {
      const object = join(caseFolder, "0123456789abcdef");
      writeFileSync(object, text(), "latin1");
      for (const analyser of ["probe", "poster", "proxy"] as const) {
        const { opened, sockets, said } = await trace(analyser, object, name);
        const inCase = opened.filter((path) => path.includes("witnessmark-hostile-") || /neighbour|img-\d/.test(path));
        assert.ok(inCase.length > 0, `${analyser} did not open the object: ${said}`);
        assert.deepEqual([...new Set(inCase)], [object], analyser);
        assert.deepEqual(sockets, [], analyser);
        assert.match(said, /"type":"(done|failed)"/, analyser);
      }
    });
  }

  it("a picture named as a pattern is read as the one file of that very name", async () => {
    const object = join(caseFolder, "img-%03d.jpg");
    writeFileSync(object, readFileSync(join(caseFolder, "img-001.jpg")));
    for (const analyser of ["probe", "poster"] as const) {
      const { opened } = await trace(analyser, object, "img-%03d.jpg");
      assert.deepEqual([...new Set(opened.filter((path) => path.includes("/img-")))], [object], analyser);
    }
  });

  it("a QuickTime file whose media lie elsewhere reads no other file", async () => {
    const object = join(caseFolder, "fedcba9876543210");
    // The data reference of a real clip, turned from "in this file" to an alias of the neighbour.
    const clip = readFileSync(neighbour);
    const at = clip.indexOf("url \0\0\0\x01", 0, "latin1");
    assert.ok(at > 0);
    clip.write("alis\0\0\0\0", at, "latin1");
    writeFileSync(object, clip);
    for (const analyser of ["probe", "poster", "filmstrip"] as const) {
      const { opened, sockets } = await trace(analyser, object, "clip.mov");
      assert.deepEqual([...new Set(opened.filter((path) => path.includes("witnessmark-hostile-")))], [object], analyser);
      assert.deepEqual(sockets, [], analyser);
    }
  });

  it("the same concat script does reach its neighbour when ffmpeg is asked without our words", () => {
    // What the words are for: if this stops failing, the trace above proves nothing.
    const script = join(caseFolder, "script.mp4");
    writeFileSync(script, `ffconcat version 1.0\nfile neighbour.mp4\n`);
    const seen = execFileSync("ffprobe", ["-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0", script]).toString();
    assert.match(seen, /h264/);
  });
});
