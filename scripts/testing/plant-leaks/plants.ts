/** Leaks to plant, each in a file of its own, with what a scanner has to say of it. */
import { execFileSync } from "node:child_process";
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { cover, covered, ffmpeg, type MadeSource, names, place, still, voiceMark } from "./made-pack.ts";
import { writePdf } from "./write-pdf.ts";
import { writeZip } from "./write-zip.ts";

export interface Planting {
  readonly source: MadeSource;
  /** The clean pack that is spoiled. */
  readonly folder: string;
  /** Where the planted file goes, from the pack's folder. */
  readonly file: string;
}

export interface Plant {
  readonly group: string;
  readonly name: string;
  /** Its file's name; put under `data/edition/planted/` unless it has a folder of its own. */
  readonly file: string;
  /** Kind in the scanner's report, and the beginning of the secret's label. */
  readonly kind: string;
  readonly secret: string;
  /** A copy of the original whose covers are to be checked. */
  readonly made?: true;
  readonly plant: (planting: Planting & { readonly at: string }) => void;
}

const clean = ({ folder }: Planting) => join(folder, "data", "edition", "media", "i1.mp4");
const cleanStill = ({ folder }: Planting) => join(folder, "data", "edition", "media", "i1-still-1.jpg");
const text = (words: string | Buffer) => (planting: { readonly at: string }) => writeFileSync(planting.at, words);

const interpreter = "perl";

function exiftool(args: readonly string[]): void {
  const package_ = createRequire(import.meta.url).resolve("exiftool-vendored");
  const script = createRequire(package_)
    .resolve("exiftool-vendored.pl")
    .replace(/index\.js$/, "bin/exiftool");
  execFileSync(interpreter, [script, "-q", "-overwrite_original", ...args], { stdio: ["ignore", "ignore", "inherit"] });
}

function box(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(body.length + 8, 0);
  head.write(type, 4, "latin1");
  return Buffer.concat([head, body]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, "latin1"), data, Buffer.alloc(4)]);
}

const png = (at: string, from: string) => ffmpeg(["-i", from, "-vf", "scale=160:-2", "-frames:v", "1", "-flags:v", "+bitexact", at]);
const wide = (words: string) => Buffer.from(words, "utf16le");
const remux = (planting: Planting & { at: string }, words: readonly string[]) => ffmpeg(["-i", clean(planting), ...words, planting.at]);

export const plants: readonly Plant[] = [
  // Metadata of containers.
  {
    group: "container metadata",
    name: "a comment in an MP4",
    file: "a1.mp4",
    kind: "name",
    secret: "filmer",
    plant: (p) => remux(p, ["-c", "copy", "-metadata", `comment=by ${names.filmer}`]),
  },
  {
    group: "container metadata",
    name: "a location in an MP4",
    file: "a2.mp4",
    kind: "place",
    secret: "place",
    plant: (p) => remux(p, ["-c", "copy", "-metadata", `location=+${place.lat.toFixed(4)}+0${place.lon.toFixed(4)}/`]),
  },
  {
    group: "container metadata",
    name: "a box of its own in an MP4, in UTF-16",
    file: "a3.mp4",
    kind: "name",
    secret: "analyst",
    plant: (p) => {
      copyFileSync(clean(p), p.at);
      appendFileSync(p.at, box("uuid", Buffer.concat([Buffer.alloc(16, 7), wide(names.analyst)])));
    },
  },
  {
    group: "container metadata",
    name: "a tag in a Matroska file",
    file: "a4.mkv",
    kind: "name",
    secret: "handle",
    plant: (p) => remux(p, ["-c", "copy", "-metadata", `ARTIST=${names.handle}`]),
  },
  {
    group: "container metadata",
    name: "an attachment in a Matroska file, packed",
    file: "a5.mkv",
    kind: "name",
    secret: "cyrillic",
    plant: (p) => {
      const at = `${p.at}.gz`;
      writeFileSync(at, gzipSync(`from ${names.cyrillic}`));
      remux(p, ["-c", "copy", "-attach", at, "-metadata:s:t", "mimetype=application/gzip", "-metadata:s:t", "filename=a.gz"]);
      execFileSync("rm", [at]);
    },
  },
  {
    group: "container metadata",
    name: "EXIF coordinates in a still",
    file: "a6.jpg",
    kind: "place",
    secret: "place",
    plant: (p) => {
      copyFileSync(cleanStill(p), p.at);
      exiftool([`-GPSLatitude=${place.lat}`, "-GPSLatitudeRef=N", `-GPSLongitude=${place.lon}`, "-GPSLongitudeRef=E", p.at]);
    },
  },
  {
    group: "container metadata",
    name: "XMP with the filmer's name",
    file: "a7.jpg",
    kind: "name",
    secret: "filmer",
    plant: (p) => {
      copyFileSync(cleanStill(p), p.at);
      exiftool([`-XMP-dc:Creator=${names.filmer}`, p.at]);
    },
  },
  {
    group: "container metadata",
    name: "packed words in a PNG",
    file: "a8.png",
    kind: "name",
    secret: "file",
    plant: (p) => {
      png(p.at, cleanStill(p));
      const bytes = readFileSync(p.at);
      writeFileSync(
        p.at,
        Buffer.concat([
          bytes.subarray(0, 33),
          chunk("zTXt", Buffer.concat([Buffer.from("Source\0\0", "latin1"), deflateSync(names.file)])),
          bytes.subarray(33),
        ]),
      );
    },
  },
  // Behind the end.
  {
    group: "trailing bytes",
    name: "UTF-16 behind a JPEG",
    file: "b1.jpg",
    kind: "name",
    secret: "accents",
    plant: (p) => {
      copyFileSync(cleanStill(p), p.at);
      appendFileSync(p.at, wide(names.accents).swap16());
    },
  },
  {
    group: "trailing bytes",
    name: "a ZIP behind a PNG",
    file: "b2.png",
    kind: "name",
    secret: "filmer",
    plant: (p) => {
      png(p.at, cleanStill(p));
      appendFileSync(p.at, writeZip([{ name: "a.txt", bytes: Buffer.from(`${names.filmer} filmed it`) }]));
    },
  },
  {
    group: "trailing bytes",
    name: "gzip behind a PDF",
    file: "b3.pdf",
    kind: "name",
    secret: "handle",
    plant: (p) => writeFileSync(p.at, Buffer.concat([writePdf({ pages: ["Report"] }), gzipSync(names.handle)])),
  },
  {
    group: "trailing bytes",
    name: "an unmarked original frame behind an MP4",
    file: "b4.mp4",
    kind: "picture",
    secret: "i1",
    plant: (p) => {
      copyFileSync(clean(p), p.at);
      still(p.source.video, 1, `${p.at}.jpg`, "scale=320:-2");
      appendFileSync(p.at, readFileSync(`${p.at}.jpg`));
      execFileSync("rm", [`${p.at}.jpg`]);
    },
  },
  // Subtitles.
  {
    group: "subtitles",
    name: "a note in WebVTT, in entities",
    file: "c1.vtt",
    kind: "name",
    secret: "filmer",
    plant: text(`WEBVTT\n\nNOTE ${[...names.filmer].map((one) => `&#${one.charCodeAt(0)};`).join("")}\n\n00:00.000 --> 00:01.000\nStop\n`),
  },
  {
    group: "subtitles",
    name: "a subtitle track in an MP4",
    file: "c2.mp4",
    kind: "name",
    secret: "cyrillic",
    plant: (p) => {
      writeFileSync(`${p.at}.srt`, `1\n00:00:00,000 --> 00:00:02,000\n${names.cyrillic}\n`);
      ffmpeg(["-i", clean(p), "-i", `${p.at}.srt`, "-map", "0", "-map", "1", "-c", "copy", "-c:s", "mov_text", p.at]);
      execFileSync("rm", [`${p.at}.srt`]);
    },
  },
  // Layers of SVG, HTML and PDF.
  {
    group: "SVG and HTML layers",
    name: "a hidden layer, a letter a span",
    file: "d1.svg",
    kind: "name",
    secret: "filmer",
    plant: text(
      `<svg xmlns="http://www.w3.org/2000/svg"><g display="none"><text>${[...names.filmer].map((one) => `<tspan x="1">${one}</tspan>`).join("")}</text></g></svg>`,
    ),
  },
  {
    group: "SVG and HTML layers",
    name: "a comment with degrees, minutes and seconds",
    file: "d2.svg",
    kind: "place",
    secret: "place",
    plant: text(`<svg xmlns="http://www.w3.org/2000/svg"><!-- 50°27′54.4″N 30°11′07.2″E --></svg>`),
  },
  {
    group: "SVG and HTML layers",
    name: "an original frame in a data address",
    file: "d3.svg",
    kind: "picture",
    secret: "i1",
    plant: (p) => {
      still(p.source.video, 2, `${p.at}.jpg`, "scale=240:-2");
      const code = readFileSync(`${p.at}.jpg`).toString("base64");
      execFileSync("rm", [`${p.at}.jpg`]);
      writeFileSync(p.at, `<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,${code}"/></svg>`);
    },
  },
  {
    group: "SVG and HTML layers",
    name: "an HTML comment, percent-encoded",
    file: "d4.html",
    kind: "name",
    secret: "cyrillic",
    plant: text(`<p>Report</p><!-- ${encodeURIComponent(names.cyrillic)} -->`),
  },
  {
    group: "SVG and HTML layers",
    name: "data for a script, escaped",
    file: "d5.html",
    kind: "name",
    secret: "accents",
    plant: text(
      `<script type="application/json">{"by":"${[...names.accents].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`).join("")}"}</script>`,
    ),
  },
  {
    group: "SVG and HTML layers",
    name: "invisible signs between letters",
    file: "d6.html",
    kind: "name",
    secret: "analyst",
    plant: text(`<p>${[...names.analyst].join("\u200b\u00ad")}</p>`),
  },
  {
    group: "PDF layers",
    name: "a layer that is switched off",
    file: "e1.pdf",
    kind: "name",
    secret: "filmer",
    plant: text(writePdf({ pages: ["Report"], hidden: `Filmed by ${names.filmer}` })),
  },
  {
    group: "PDF layers",
    name: "a note beside a page",
    file: "e2.pdf",
    kind: "name",
    secret: "cyrillic",
    plant: text(writePdf({ pages: ["Report"], note: `ask ${names.cyrillic}` })),
  },
  {
    group: "PDF layers",
    name: "an attachment",
    file: "e3.pdf",
    kind: "name",
    secret: "file",
    plant: text(writePdf({ pages: ["Report"], attachment: Buffer.from(`cut from ${names.file}`) })),
  },
  {
    group: "PDF layers",
    name: "what a page said before",
    file: "e4.pdf",
    kind: "name",
    secret: "handle",
    plant: text(writePdf({ pages: ["Report"], before: `posted by ${names.handle}` })),
  },
  {
    group: "PDF layers",
    name: "the face as a picture",
    file: "e5.pdf",
    kind: "picture",
    secret: "i1",
    plant: (p) => {
      const rgb = execFileSync("ffmpeg", [
        "-v",
        "error",
        "-i",
        p.source.video,
        "-vf",
        "select='gte(t,1)',crop=120:110:90:113",
        "-frames:v",
        "1",
        "-f",
        "rawvideo",
        "-pix_fmt",
        "rgb24",
        "pipe:1",
      ]);
      writeFileSync(p.at, writePdf({ pages: ["Report"], picture: { width: 120, height: 110, rgb } }));
    },
  },
  // Codes.
  {
    group: "base64",
    name: "in the middle of a longer run",
    file: "f1.json",
    kind: "name",
    secret: "filmer",
    plant: text(JSON.stringify({ blob: Buffer.from(`x${"\u0001\u0002"}${names.filmer}${"\u0003".repeat(9)}`).toString("base64") })),
  },
  {
    group: "base64",
    name: "packed, then coded",
    file: "f2.json",
    kind: "name",
    secret: "handle",
    plant: text(JSON.stringify({ blob: gzipSync(JSON.stringify({ who: names.handle })).toString("base64") })),
  },
  {
    group: "base64",
    name: "mail, broken into lines",
    file: "f3.eml",
    kind: "name",
    secret: "cyrillic",
    plant: text(
      `Content-Transfer-Encoding: base64\r\n\r\n${(
        Buffer.from(`${"word ".repeat(22)}${names.cyrillic}${" word".repeat(30)}`)
          .toString("base64")
          .match(/.{1,76}/g) ?? []
      ).join("\r\n")}\r\n`,
    ),
  },
  {
    group: "other codes",
    name: "hex of UTF-16",
    file: "g1.txt",
    kind: "name",
    secret: "filmer",
    plant: text(`dump ${wide(names.filmer).toString("hex")}`),
  },
  {
    group: "other codes",
    name: "quoted-printable",
    file: "g2.eml",
    kind: "name",
    secret: "accents",
    plant: text(
      `From: ${[...Buffer.from(names.accents)]
        .map((byte) => (byte > 127 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte)))
        .join("")
        .replace(" ", " =\r\n")}\r\n`,
    ),
  },
  {
    group: "other codes",
    name: "Windows-1251",
    file: "g3.txt",
    kind: "name",
    secret: "cyrillic",
    plant: text(
      Buffer.concat([
        Buffer.from("autor: "),
        Buffer.from([...names.cyrillic].map((letter) => (letter === " " ? 32 : letter.charCodeAt(0) - 0x350))),
      ]),
    ),
  },
  {
    group: "UTF-16",
    name: "a text file in UTF-16",
    file: "h1.txt",
    kind: "name",
    secret: "analyst",
    plant: text(wide(`\ufeffwritten by ${names.analyst}`)),
  },
  {
    group: "UTF-16",
    name: "a document in a ZIP, in a ZIP",
    file: "h2.docx",
    kind: "name",
    secret: "filmer",
    plant: text(writeZip([{ name: "word/embeddings/a.zip", bytes: writeZip([{ name: "b.txt", bytes: wide(names.filmer) }]) }])),
  },
  // Pictures.
  {
    group: "thumbnails",
    name: "a small copy of an original frame",
    file: "i1.png",
    kind: "picture",
    secret: "i1",
    plant: (p) => still(p.source.video, 1.4, p.at, "scale=160:-2"),
  },
  {
    group: "thumbnails",
    name: "the face alone, mirrored",
    file: "i2.jpg",
    kind: "picture",
    secret: "i1",
    plant: (p) => still(p.source.video, 2, p.at, "crop=110:104:153:116,hflip,scale=90:-2"),
  },
  {
    group: "thumbnails",
    name: "the thumbnail inside a covered still",
    file: "i3.jpg",
    kind: "picture",
    secret: "i1",
    plant: (p) => {
      copyFileSync(cleanStill(p), p.at);
      still(p.source.video, 0.6, `${p.at}.t.jpg`, "scale=160:-2");
      exiftool([`-ThumbnailImage<=${p.at}.t.jpg`, p.at]);
      execFileSync("rm", [`${p.at}.t.jpg`]);
    },
  },
  {
    group: "thumbnails",
    name: "one picture of a GIF",
    file: "i4.gif",
    kind: "picture",
    secret: "i1",
    plant: (p) =>
      ffmpeg([
        "-i",
        clean(p),
        "-i",
        p.source.video,
        "-filter_complex",
        "[0:v]trim=end_frame=3,setpts=PTS-STARTPTS[a];[1:v]trim=start_frame=30:end_frame=31,setpts=PTS-STARTPTS[b];[a][b]concat=n=2:v=1:a=0,scale=320:-2",
        p.at,
      ]),
  },
  {
    group: "thumbnails",
    name: "a cover picture in an M4A",
    file: "i5.m4a",
    kind: "picture",
    secret: "i1",
    plant: (p) => {
      still(p.source.video, 1, `${p.at}.jpg`, "scale=200:-2");
      ffmpeg(["-i", clean(p), "-i", `${p.at}.jpg`, "-map", "0:a", "-map", "1:v", "-c", "copy", "-disposition:v:0", "attached_pic", p.at]);
      execFileSync("rm", [`${p.at}.jpg`]);
    },
  },
  // Frames and sound.
  {
    group: "uncovered frames",
    name: "one frame in the middle",
    file: "j1.mp4",
    kind: "uncovered-box",
    secret: "i1",
    made: true,
    plant: (p) => cover(p.source, p.at, { bareFrame: 41 }),
  },
  {
    group: "uncovered frames",
    name: "a cover that comes late",
    file: "j2.mp4",
    kind: "uncovered-box",
    secret: "i1",
    made: true,
    plant: (p) => cover(p.source, p.at, { lateFrames: 3 }),
  },
  {
    group: "audio under the bleep",
    name: "a tone over the voice",
    file: "k1.mp4",
    kind: "sound",
    secret: "i1",
    plant: (p) => cover(p.source, p.at, { sound: "tone-over" }),
  },
  {
    group: "audio under the bleep",
    name: "the covered words alone, in a ZIP",
    file: "k2.zip",
    kind: "sound",
    secret: "i1",
    plant: (p) => {
      ffmpeg([
        "-i",
        p.source.video,
        "-vn",
        "-ss",
        String(voiceMark.from),
        "-to",
        String(voiceMark.to),
        "-c:a",
        "libmp3lame",
        "-b:a",
        "64k",
        "-map_metadata",
        "-1",
        "-id3v2_version",
        "0",
        `${p.at}.mp3`,
      ]);
      writeFileSync(p.at, writeZip([{ name: "s.mp3", bytes: readFileSync(`${p.at}.mp3`) }]));
      execFileSync("rm", [`${p.at}.mp3`]);
    },
  },
  {
    group: "audio under the bleep",
    name: "not muted at all",
    file: "k3.mp4",
    kind: "sound",
    secret: "i1",
    made: true,
    plant: (p) => cover(p.source, p.at, { sound: "as-it-is" }),
  },
  // What is made of an original, and what finds it.
  {
    group: "derived files",
    name: "a list of prints",
    file: "l1.jsonl",
    kind: "fingerprint",
    secret: "print",
    plant: text(`{"frame":0,"pdq":"${"9c".repeat(16)}${"5a".repeat(16)}"}\n`),
  },
  {
    group: "derived files",
    name: "the beginning of its hash",
    file: "l2.html",
    kind: "digest",
    secret: "i1",
    plant: (p) => writeFileSync(p.at, `<code>${p.source.sha256.slice(0, 14).toUpperCase()}…</code>`),
  },
  {
    group: "derived files",
    name: "its hash in base64",
    file: "l3.html",
    kind: "digest",
    secret: "i1",
    plant: (p) => writeFileSync(p.at, `<video integrity="sha256-${Buffer.from(p.source.sha256, "hex").toString("base64")}">`),
  },
  {
    group: "derived files",
    name: "its MD5",
    file: "l4.txt",
    kind: "digest",
    secret: "i1",
    plant: (p) => writeFileSync(p.at, `${p.source.md5}  a.mp4\n`),
  },
  {
    group: "derived files",
    name: "its size",
    file: "l5.csv",
    kind: "size",
    secret: "i1",
    plant: (p) => writeFileSync(p.at, `clip,"${p.source.bytes.toLocaleString("en-US")} bytes"\n`),
  },
  {
    group: "derived files",
    name: "its exact length",
    file: "l6.txt",
    kind: "duration",
    secret: "i2",
    plant: text("length 00:00:37.483\n"),
  },
  {
    group: "source packets",
    name: "the original in another container",
    file: "m1.mkv",
    kind: "source-bytes",
    secret: "i1",
    plant: (p) => ffmpeg(["-i", p.source.video, "-c", "copy", "-an", p.at]),
  },
  {
    group: "source packets",
    name: "a part of it among other bytes",
    file: "m2.bin",
    kind: "source-bytes",
    secret: "i1",
    plant: (p) => {
      const bytes = readFileSync(p.source.video);
      const from = Math.floor(bytes.length / 2);
      writeFileSync(p.at, Buffer.concat([Buffer.alloc(1000, 3), bytes.subarray(from, from + 3000), Buffer.alloc(777, 5)]));
    },
  },
  {
    group: "source packets",
    name: "its sound in another container",
    file: "m3.m4a",
    kind: "source-bytes",
    secret: "i1",
    plant: (p) => ffmpeg(["-i", p.source.video, "-c", "copy", "-vn", "-map_metadata", "-1", p.at]),
  },
  // The ledger.
  {
    group: "withheld bodies",
    name: "a line that keeps its body",
    file: "data/ledger.jsonl",
    kind: "ledger",
    secret: "body of line 3",
    plant: ({ at }) => {
      const lines = readFileSync(at, "utf8").split("\n");
      lines[2] = JSON.stringify({
        ...(JSON.parse(lines[2] ?? "{}") as object),
        body: { at: "2024-09-14T13:30:00Z", by: "p1", data: { item: "i1" }, kind: "note.written" },
        open: {},
        salt: "00",
      });
      writeFileSync(at, lines.join("\n"));
    },
  },
  {
    group: "withheld bodies",
    name: "a sealed value that is opened",
    file: "data/ledger.jsonl",
    kind: "ledger",
    secret: "opened value of line 4",
    plant: ({ at }) => {
      const lines = readFileSync(at, "utf8").split("\n");
      lines[3] = JSON.stringify({ ...(JSON.parse(lines[3] ?? "{}") as object), open: { "sha256:00": { salt: "00", value: "ok" } } });
      writeFileSync(at, lines.join("\n"));
    },
  },
  {
    group: "withheld bodies",
    name: "a reason that says too much",
    file: "data/withheld.json",
    kind: "name",
    secret: "filmer",
    plant: ({ at }) =>
      writeFileSync(at, readFileSync(at, "utf8").replace("kept back by a public edition", `because ${names.filmer} asked`)),
  },
  // Places.
  {
    group: "places",
    name: "a grid reference",
    file: "n1.txt",
    kind: "place",
    secret: "place",
    plant: text("camera at 36U UA 00249 94132, on a roof\n"),
  },
  {
    group: "places",
    name: "a map address",
    file: "n2.html",
    kind: "place",
    secret: "place",
    plant: text(
      `<a href="https://www.google.com/maps/place/@50.4,30.1,15z/data=!3m1!4b1!4m5!3m4!8m2!3d${place.lat}!4d${place.lon}">map</a>`,
    ),
  },
  {
    group: "places",
    name: "distances from two towns",
    file: "n3.html",
    kind: "place",
    secret: "place",
    plant: text("<p>The roof is 9.70 km from Dorvane.</p><p>It is 10.38 km from Millbrook.</p>"),
  },
  { group: "places", name: "a plus code", file: "n4.txt", kind: "place", secret: "place", plant: text("9G2GF58P+24\n") },
  {
    group: "places",
    name: "where the sun stood",
    file: "n5.json",
    kind: "place",
    secret: "place",
    plant: text(JSON.stringify({ at: "2024-09-14T13:00:03Z", sun: { azimuth: 235.4703, elevation: 28.7342 } })),
  },
  {
    group: "places",
    name: "noon and sunset as a window",
    file: "n7.html",
    kind: "place",
    secret: "place",
    plant: text("<td>2024-06-21 13:01:10 to 21:14:41 Europe/Kyiv (10:01:10 to 18:14:41 UTC)</td>"),
  },
  {
    group: "places",
    name: "sunrise and noon as fields",
    file: "n8.json",
    kind: "place",
    secret: "place",
    plant: text(JSON.stringify({ windows: [{ from: "2024-06-21T01:47:38.000Z", to: "2024-06-21T10:01:10.000Z" }] })),
  },
  { group: "places", name: "a geohash", file: "n6.txt", kind: "place", secret: "place", plant: text("cell u8vrnfu\n") },
  // Covered words.
  {
    group: "covered words",
    name: "a caption, in capitals and with tags between",
    file: "p1.vtt",
    kind: "name",
    secret: "words of rm5",
    plant: text(`WEBVTT\n\n00:00.000 --> 00:01.000\n<v SPK1>They live by ${covered.phrase.toUpperCase().replace("GATE", "<i>GATE</i>")}\n`),
  },
  {
    group: "covered words",
    name: "an annotation's quote, in UTF-16 and base64",
    file: "p2.jsonld",
    kind: "name",
    secret: "words of rm5",
    plant: text(JSON.stringify({ type: "Annotation", body: { value: wide(`near ${covered.phrase}.`).toString("base64") } })),
  },
  {
    group: "covered words",
    name: "one telling word of them in a cell",
    file: "p3.csv",
    kind: "name",
    secret: "words of rm5",
    plant: text('claim,words\nk4,"at SALLOWFEN, by night"\n'),
  },
  {
    group: "covered words",
    name: "short words in their place, accents and spaces added",
    file: "p4.kml",
    kind: "name",
    secret: "words of rm6",
    plant: text(`<kml><description><![CDATA["And my  cousin J\u00f3<br/>${covered.inPlace.after.trim()}."]]></description></kml>`),
  },
  // Names of files.
  {
    group: "file names",
    name: "the handle as a name",
    file: "data/edition/planted/velych_cam_77/still.txt",
    kind: "name",
    secret: "handle",
    plant: text("Still\n"),
  },
  {
    group: "file names",
    name: "a member of a ZIP",
    file: "o2.zip",
    kind: "name",
    secret: "file",
    plant: text(writeZip([{ name: names.file, bytes: Buffer.from("x"), stored: true }])),
  },
];

/** Plants them all, each in its own file. */
export function plantAll(
  source: MadeSource,
  folder: string,
  chosen: readonly Plant[] = plants,
): { readonly plant: Plant; readonly file: string }[] {
  mkdirSync(join(folder, "data", "edition", "planted"), { recursive: true });
  return chosen.map((plant) => {
    const file = plant.file.includes("/") ? plant.file : `data/edition/planted/${plant.file}`;
    const at = join(folder, file);
    mkdirSync(join(at, ".."), { recursive: true });
    plant.plant({ source, folder, file, at });
    return { plant, file };
  });
}
