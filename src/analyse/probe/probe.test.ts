import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import sharp from "sharp";
import { needs } from "../../../scripts/testing/needs.ts";
import { analyseFile, failureOf, probeFile, resultOf, testFolder } from "../../../test/hostile-media/analyse-file.ts";
import { makeSteppingClips, type SteppingClip } from "../../../test/web/stepping-clips.ts";

const skip = needs({ programs: ["ffmpeg", "ffprobe"] });
let folder: Awaited<ReturnType<typeof testFolder>>;

before(async () => {
  folder = await testFolder("probe");
});
after(() => folder.remove());

const make = (name: string, ...args: string[]): string => {
  const path = folder.path(name);
  execFileSync("ffmpeg", ["-v", "error", "-y", ...args, path]);
  return path;
};
const write = (name: string, bytes: Buffer | string): string => {
  const path = folder.path(name);
  writeFileSync(path, bytes);
  return path;
};
const picture = ["-f", "lavfi", "-i", "testsrc2=size=64x48:rate=25:duration=1"];
const tone = ["-f", "lavfi", "-i", "sine=440:duration=1"];
const codes = (result: { traps: readonly { code: string }[] }) => result.traps.map(({ code }) => code);

describe("frame times", { skip }, () => {
  let clips: Map<string, SteppingClip>;
  before(async () => {
    clips = new Map((await makeSteppingClips(folder.path("clips"))).map((clip) => [clip.name, clip]));
  });
  const clipOf = (name: string): SteppingClip => {
    const clip = clips.get(name);
    if (clip === undefined) throw new Error(`no clip ${name}`);
    return clip;
  };

  it("are those that the clip was made with when the rate varies", async () => {
    const { result, table } = await probeFile(clipOf("variable-rate.mp4").file);
    // The clip's own recipe: frame n at n*40 + (n*n*7 mod 31) + floor(n/50)*333 milliseconds.
    const made = Array.from({ length: 180 }, (_, n) => n * 40 + ((n * n * 7) % 31) + Math.floor(n / 50) * 333).sort((a, b) => a - b);
    assert.deepEqual(
      table?.edited.map((sec) => Math.round((sec ?? -1) * 1000)),
      made,
    );
    assert.ok(codes(result).includes("variable-frame-rate"));
  });

  it("agree with a second reading by ffprobe for every clip of the stepping tests", async () => {
    for (const clip of clips.values()) {
      const { table } = await probeFile(clip.file);
      assert.deepEqual(table?.pts, clip.table.pts, clip.name);
      assert.deepEqual(table?.keyFrames, clip.table.keyFrames, clip.name);
      assert.deepEqual(
        table?.edited.map((sec) => sec !== null),
        clip.table.edited.map((sec) => sec !== null),
        clip.name,
      );
      table?.edited.forEach((sec, n) => assert.ok(Math.abs((sec ?? 0) - (clip.table.edited[n] ?? 0)) < 1e-6, `${clip.name} frame ${n}`));
    }
  });

  it("say which frames the edit list hides", async () => {
    const { result, table } = await probeFile(clipOf("edit-list.mp4").file);
    const hidden = table?.edited.filter((sec) => sec === null).length ?? 0;
    // Cut at 2.6 s with a key frame at 1.92 s: frames 48 to 64 of the original are in the file and not shown.
    assert.equal(hidden, 17);
    assert.equal(table?.edited[17], 0);
    const trap = result.traps.find(({ code }) => code === "edit-list-hides-frames");
    assert.deepEqual([trap?.count, trap?.where], [17, ["frames 0 to 16"]]);
  });

  it("keep a start that is not zero, as stored and on the player's clock", async () => {
    const { result, table } = await probeFile(clipOf("late-start.mp4").file);
    assert.equal(table?.edited[0], 5);
    assert.ok(codes(result).includes("start-not-zero"));
  });

  it("come with the turn that a player applies and the size that it shows", async () => {
    const { result } = await probeFile(clipOf("rotated.mp4").file);
    const [video] = result.streams;
    assert.ok(video?.type === "video");
    assert.deepEqual([video.rotationDeg, video.width, video.height, video.displayWidth, video.displayHeight], [90, 320, 240, 240, 320]);
    assert.ok(codes(result).includes("rotated-by-flag"));
  });

  it("are worked out by the decoder where the container has none, and said to be", async () => {
    const { result, table } = await probeFile(make("bare.h264", ...picture, "-c:v", "libx264", "-bf", "2", "-bsf:v", "h264_mp4toannexb"));
    assert.equal(table?.pts.length, 25);
    assert.ok(codes(result).includes("times-from-decoder") || codes(result).includes("frames-without-time"));
  });

  it("are rising and as many as the frames in AVI, MPEG, Matroska, FLV, transport streams and ProRes", async () => {
    const made = [
      make("a.avi", ...picture, ...tone, "-c:v", "mpeg4", "-bf", "2", "-c:a", "mp3"),
      make("a.mpg", ...picture, ...tone),
      make("a.mkv", ...picture, "-c:v", "libx264", "-bf", "3"),
      make("a.flv", ...picture, "-c:v", "flv"),
      make("a.ts", ...picture, ...tone, "-c:v", "libx264", "-bf", "2"),
      make("a.mov", ...picture, "-c:v", "prores_ks"),
      make("a.webm", ...picture, "-c:v", "libvpx", "-auto-alt-ref", "1", "-lag-in-frames", "10"),
      make("a.mxf", ...picture, "-c:v", "mpeg2video"),
    ];
    for (const path of made) {
      const { result, table } = await probeFile(path);
      assert.equal(result.kind, "video", path);
      assert.equal(table?.pts.length, 25, path);
      assert.ok(
        table?.pts.every((pts, n) => n === 0 || pts > (table.pts[n - 1] as number)),
        path,
      );
    }
  });

  it("do not call 30 frames a second variable because Matroska rounds to milliseconds", async () => {
    const path = make("thirty.mkv", "-f", "lavfi", "-i", "testsrc2=size=64x48:rate=30:duration=1", "-c:v", "libx264");
    assert.ok(!codes((await probeFile(path)).result).includes("variable-frame-rate"));
  });
});

describe("what a file is", { skip }, () => {
  it("is decided by its bytes when its name says something else", async () => {
    const clip = make("clip.mp4", ...picture, "-c:v", "libx264");
    const { result } = await probeFile(clip, { nameHint: "holiday.jpg" });
    assert.equal(result.kind, "video");
    assert.ok(codes(result).includes("name-differs-from-bytes"));
    assert.ok(!codes((await probeFile(clip, { nameHint: "holiday.MP4" })).result).includes("name-differs-from-bytes"));
  });

  it("decides whether a browser plays it: by container, codec, profile and pixel format", async () => {
    const plays = async (name: string, ...args: string[]) => (await probeFile(make(name, ...args))).result.browserPlays;
    assert.equal(await plays("p1.mp4", ...picture, ...tone, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "aac"), true);
    assert.equal(await plays("p2.webm", ...picture, "-c:v", "libvpx-vp9", "-pix_fmt", "yuv420p", "-cpu-used", "8"), true);
    assert.equal(await plays("p3.mp3", ...tone), true);
    assert.equal(await plays("p4.mp4", ...picture, "-c:v", "libx264", "-pix_fmt", "yuv420p10le"), false);
    assert.equal(await plays("p5.mp4", ...picture, "-c:v", "libx264", "-pix_fmt", "yuv444p"), false);
    assert.equal(await plays("p6.mp4", ...picture, "-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1"), false);
    assert.equal(await plays("p7.mkv", ...picture, "-c:v", "libx264", "-pix_fmt", "yuv420p"), false);
    assert.equal(await plays("p8.avi", ...picture, "-c:v", "mpeg4"), false);
    assert.equal(await plays("p9.mov", ...picture, ...tone, "-c:v", "libx264", "-pix_fmt", "yuv420p", "-c:a", "pcm_s16le"), false);
    assert.equal(await plays("p10.aiff", ...tone), false);
  });

  it("tells sound, and a cover attached to it, from a video", async () => {
    const cover = make("cover.png", "-f", "lavfi", "-i", "testsrc2=size=64x64", "-frames:v", "1");
    const { result } = await probeFile(
      make("song.mp3", ...tone, "-i", cover, "-map", "0", "-map", "1", "-c:v", "png", "-disposition:v", "attached_pic"),
    );
    assert.equal(result.kind, "sound");
    assert.equal(result.frameTable, null);
    assert.ok(codes(result).includes("attached-picture"));
    assert.ok(result.durationSec !== "unknown" && Math.abs(result.durationSec - 1) < 0.06);
  });

  it("says for a document that it is kept and cannot be read, and which exports and pages can", async () => {
    const container = async (name: string, bytes: Buffer | string) => {
      const { result } = await probeFile(write(name, bytes));
      return [result.kind, result.container, result.holdsNot.length > 0];
    };
    assert.deepEqual(await container("d1", "%PDF-1.7\nnot much of one"), ["document", "pdf", true]);
    assert.deepEqual(await container("d2", '{"a":1}'), ["document", "json", true]);
    assert.deepEqual(await container("d3", "Two women saw it.\n"), ["document", "plain-text", false]);
    assert.deepEqual(await container("d4", "<!doctype html><title>x</title>"), ["document", "html", false]);
    assert.deepEqual(await container("d8", Buffer.from('<html><meta charset="windows-1251"><p>\xcf\xeb\xee\xf9\xe0', "latin1")), [
      "document",
      "html",
      false,
    ]);
    assert.deepEqual(await container("d5", Buffer.from([0, 1, 2, 3, 255, 254, 0, 9])), ["unknown", "unknown", true]);
    assert.deepEqual(await container("d6", '{"name":"c","type":"public_channel","id":1,"messages":[]}'), [
      "document",
      "telegram-desktop-json",
      false,
    ]);
    assert.deepEqual(await container("d7", Buffer.from("\uFEFFПлоща\n", "utf16le")), ["document", "plain-text", false]);
  });

  it("is a stated failure for an empty file", async () => {
    assert.equal(await failureOf("probe", write("empty.mp4", "")), "empty");
  });
});

describe("statements", { skip }, () => {
  it("say that there is no sound, no camera and no place, and that absence proves nothing", async () => {
    const { result } = await probeFile(make("silent.mp4", ...picture, "-c:v", "libx264"));
    for (const word of ["Sound", "Camera metadata", "A place", "Which copy this is"])
      assert.ok(
        result.holdsNot.some((line) => line.startsWith(word)),
        word,
      );
    assert.ok(codes(result).includes("rewritten-by-program"));
  });

  it("keep a container's time apart from filming, and doubt its zone", async () => {
    const path = make("dated.mp4", ...picture, "-c:v", "libx264", "-metadata", "creation_time=2022-03-30T05:40:00Z");
    const { result } = await probeFile(path);
    const claim = result.times.find(({ basis }) => basis === "QuickTime CreateDate");
    assert.deepEqual([claim?.means, claim?.earliest, claim?.latest], ["file-written", "2022-03-30T05:40:00Z", "2022-03-30T05:40:00Z"]);
    assert.ok(codes(result).includes("container-time-not-filming"));
    assert.ok(codes(result).includes("container-zone-doubtful"));
  });

  it("name a place as a danger to whoever filmed", async () => {
    const path = make("placed.mov", ...picture, "-c:v", "libx264", "-metadata", "location=+50.4547+030.5238/");
    assert.ok(codes((await probeFile(path)).result).includes("place-inside"));
  });

  it("tell of bytes behind the end and of a file cut off, and still show what is there", async () => {
    const whole = readFileSync(make("whole.mp4", ...picture, "-c:v", "libx264", "-movflags", "+faststart"));
    const longer = await probeFile(write("longer.mp4", Buffer.concat([whole, Buffer.from("and more words")])));
    assert.ok(codes(longer.result).includes("trailing-bytes"));
    const cut = await probeFile(write("cut.mp4", whole.subarray(0, Math.floor(whole.length * 0.8))));
    assert.ok(codes(cut.result).includes("truncated"));
    assert.equal(cut.result.kind, "video");
    assert.equal(await failureOf("probe", write("headless.mp4", whole.subarray(0, 40))), "truncated");
  });

  it("say that a C2PA manifest is there, and not that it holds", async () => {
    const whole = readFileSync(make("signed.mp4", ...picture, "-c:v", "libx264"));
    const box = Buffer.concat([
      Buffer.from("00000018", "hex"),
      Buffer.from("uuid"),
      Buffer.from("d8fec3d61b0e483c92975828877ec481", "hex"),
    ]);
    const { result } = await probeFile(write("signed2.mp4", Buffer.concat([whole, box])));
    assert.ok(codes(result).includes("c2pa-not-checked"));
    assert.ok(result.holds.some((line) => line.includes("not been checked")));
  });
});

describe("pictures", { skip }, () => {
  const plain = () => sharp({ create: { width: 60, height: 40, channels: 3, background: "#406080" } });

  it("are shown as their flag turns them", async () => {
    const { result } = await probeFile(write("turned.jpg", await plain().withMetadata({ orientation: 6 }).jpeg().toBuffer()));
    const [view] = result.streams;
    assert.ok(view?.type === "video");
    assert.deepEqual([result.kind, view.rotationDeg, view.displayWidth, view.displayHeight], ["picture", 90, 40, 60]);
  });

  it("of 50,000 x 50,000 pixels are described and not opened", async () => {
    const header = Buffer.from(await plain().png().toBuffer());
    header.writeUInt32BE(50_000, 16);
    header.writeUInt32BE(50_000, 20);
    const path = write("bomb.png", header);
    const { result } = await probeFile(path);
    assert.equal(result.kind, "picture");
    assert.ok(codes(result).includes("cannot-be-shown"));
    assert.equal(await failureOf("poster", path), "refused");
  });

  it("without a zone in their time span 26 hours, and with one are an instant", async () => {
    const dated = (offset: object) =>
      plain()
        .withExif({
          IFD2: { DateTimeOriginal: "2022:03:30 08:40:00", ...offset },
          IFD0: { DateTime: "2022:04:02 10:00:00", Make: "Invented" },
        })
        .jpeg()
        .toBuffer();
    const { result } = await probeFile(write("wall.jpg", await dated({})));
    const wall = result.times.find(({ basis }) => basis === "ExifIFD DateTimeOriginal");
    assert.deepEqual([wall?.earliest, wall?.latest, wall?.zone.state], ["2022-03-29T18:40:00Z", "2022-03-30T20:40:00Z", "unknown"]);
    assert.ok(codes(result).includes("zone-unknown"));
    assert.ok(codes(result).includes("edited-after-recording"));
    const stated = await probeFile(write("zoned.jpg", await dated({ OffsetTimeOriginal: "+03:00" })));
    const claim = stated.result.times.find(({ basis }) => basis === "ExifIFD DateTimeOriginal");
    assert.deepEqual([claim?.earliest, claim?.zone], ["2022-03-30T05:40:00Z", { state: "stated", offsetMinutes: 180 }]);
  });
});

it("a probe gives the same bytes twice", { skip }, async () => {
  const path = make("twice.mp4", ...picture, ...tone, "-c:v", "libx264", "-c:a", "aac");
  const [first, second] = [await analyseFile("probe", path), await analyseFile("probe", path)];
  assert.deepEqual(resultOf(first), resultOf(second));
  assert.deepEqual(first.files, second.files);
});
