/** What a file is by its first bytes. Names and extensions play no part. */
import type { Demuxer } from "../ffmpeg/safe-input.ts";

export type PictureFormat = "jpeg" | "png" | "gif" | "webp" | "tiff" | "bmp" | "heic" | "avif" | "jxl";

export type Signature =
  | { readonly family: "media"; readonly demuxer: Demuxer; readonly says: string }
  | { readonly family: "picture"; readonly format: PictureFormat; readonly says: string }
  | { readonly family: "document"; readonly container: string; readonly says: string };

/** Enough for every signature here and for the first texts. */
export const headLength = 64 * 1024;

/** Undefined when no signature is known: the file may still be text. */
export function recognise(head: Buffer): Signature | undefined {
  return baseMedia(head) ?? riff(head) ?? fixed(head) ?? streams(head);
}

const picture = (format: PictureFormat, says: string): Signature => ({ family: "picture", format, says });
const media = (demuxer: Demuxer, says: string): Signature => ({ family: "media", demuxer, says });
const document = (container: string, says: string): Signature => ({ family: "document", container, says });

const startBoxes: ReadonlySet<string> = new Set(["ftyp", "moov", "mdat", "wide", "free", "skip", "pnot", "styp", "moof", "uuid"]);
const heicBrands: ReadonlySet<string> = new Set(["heic", "heix", "heim", "heis", "mif1", "msf1"]);

/** ISO 14496-12 and QuickTime: a box with a known name first. HEIF pictures share it and differ by brand (ISO 23008-12). */
function baseMedia(head: Buffer): Signature | undefined {
  const box = head.toString("latin1", 4, 8);
  if (head.length < 8 || !startBoxes.has(box)) return undefined;
  if (box !== "ftyp") return media("mov", "a QuickTime or MP4 file");
  const brand = head.toString("latin1", 8, 12);
  const size = Math.min(head.readUInt32BE(0), 256, head.length);
  const brands = Array.from({ length: Math.max(0, Math.floor((size - 16) / 4)) }, (_, at) =>
    head.toString("latin1", 16 + at * 4, 20 + at * 4),
  );
  if (brand === "avif" || brand === "avis" || (brand === "mif1" && brands.includes("avif"))) return picture("avif", "an AVIF picture");
  if (heicBrands.has(brand)) return picture("heic", "a HEIC picture");
  if (brand === "jxl ") return picture("jxl", "a JPEG XL picture");
  if (brand === "jp2 " || brand === "jpx ") return document("jpeg-2000", "a JPEG 2000 picture");
  return media("mov", brand === "qt  " ? "a QuickTime file" : "an MP4 file");
}

function riff(head: Buffer): Signature | undefined {
  const outer = head.toString("latin1", 0, 4);
  if (outer !== "RIFF" && outer !== "RF64") return undefined;
  const inner = head.toString("latin1", 8, 12);
  if (inner === "AVI ") return media("avi", "an AVI file");
  if (inner === "WAVE") return media("wav", "a WAVE sound file");
  if (inner === "WEBP") return picture("webp", "a WebP picture");
  return document("riff", "a RIFF file of another kind");
}

/** Hexadecimal start, and what it means. */
const starts: readonly (readonly [string, Signature])[] = [
  ["ffd8ff", picture("jpeg", "a JPEG picture")],
  ["89504e470d0a1a0a", picture("png", "a PNG picture")],
  ["474946383761", picture("gif", "a GIF picture")],
  ["474946383961", picture("gif", "a GIF picture")],
  ["49492a00", picture("tiff", "a TIFF picture")],
  ["4d4d002a", picture("tiff", "a TIFF picture")],
  ["0000000c4a584c200d0a870a", picture("jxl", "a JPEG XL picture")],
  ["ff0a", picture("jxl", "a JPEG XL picture")],
  ["1a45dfa3", media("matroska", "a Matroska or WebM file")],
  ["464c5601", media("flv", "a Flash video")],
  ["3026b2758e66cf11a6d900aa0062ce6c", media("asf", "a Windows Media file")],
  ["4f676753", media("ogg", "an Ogg file")],
  ["664c6143", media("flac", "a FLAC sound file")],
  ["494433", media("mp3", "an MP3 sound file")],
  ["2321414d520a", media("amr", "an AMR sound file")],
  ["2321414d522d57420a", media("amr", "an AMR sound file")],
  ["63616666", media("caf", "a Core Audio file")],
  ["2e736e64", media("au", "an AU sound file")],
  ["7776706b", media("wv", "a WavPack sound file")],
  ["4d414320", media("ape", "a Monkey's Audio file")],
  ["444b4946", media("ivf", "an IVF video")],
  ["060e2b34020501010d010201", media("mxf", "an MXF file")],
  ["72696666", media("w64", "a Wave64 sound file")],
  ["1f0700", media("dv", "a DV video")],
  ["255044462d", document("pdf", "a PDF document")],
  ["504b0304", document("zip", "a ZIP archive, or a document packed as one")],
  ["504b0506", document("zip", "an empty ZIP archive")],
  ["1f8b", document("gzip", "a gzip archive")],
  ["377abcaf271c", document("7z", "a 7z archive")],
  ["526172211a07", document("rar", "a RAR archive")],
  ["425a68", document("bzip2", "a bzip2 archive")],
  ["fd377a585a00", document("xz", "an xz archive")],
  ["28b52ffd", document("zstd", "a Zstandard archive")],
  ["53514c69746520666f726d6174203300", document("sqlite", "an SQLite database")],
  ["d0cf11e0a1b11ae1", document("ole", "an older Office document")],
  ["7f454c46", document("program", "a program")],
  ["4d5a9000", document("program", "a Windows program")],
  ["38425053", document("psd", "a Photoshop picture")],
  ["774f4646", document("font", "a font")],
];

function fixed(head: Buffer): Signature | undefined {
  const found = starts.find(([start]) => head.subarray(0, start.length / 2).equals(Buffer.from(start, "hex")));
  if (found !== undefined) return found[1];
  const form = head.toString("latin1", 0, 4) === "FORM" ? head.toString("latin1", 8, 12) : "";
  if (form === "AIFF" || form === "AIFC") return media("aiff", "an AIFF sound file");
  // BM, and a header size that some version of the format has, so that a text beginning with BM is not taken for one.
  if (head.toString("latin1", 0, 2) === "BM" && head.length > 18 && [12, 40, 52, 56, 108, 124].includes(head.readUInt32LE(14)))
    return picture("bmp", "a BMP picture");
  return undefined;
}

/** Streams without a file header: two places must agree before one is believed. */
function streams(head: Buffer): Signature | undefined {
  if ([0, 4].some((at) => [0, 1, 2, 3, 4].every((n) => head[at + n * (at === 0 ? 188 : 192)] === 0x47)))
    return media("mpegts", "an MPEG transport stream");
  if (head.length > 4 && head.readUInt32BE(0) === 0x1ba) return media("mpeg", "an MPEG program stream");
  if (head.length > 4 && head.readUInt32BE(0) === 0x1b3) return media("mpegvideo", "a bare MPEG video stream");
  const adts = adtsLength(head, 0);
  if (adts > 0 && adtsLength(head, adts) > 0) return media("aac", "an AAC sound stream");
  const frame = mpegAudioLength(head, 0);
  if (frame > 0 && mpegAudioLength(head, frame) > 0) return media("mp3", "an MP3 sound file");
  return annexB(head);
}

/** ISO 13818-7 6.2: length of the ADTS frame at a place, 0 when there is none. */
function adtsLength(head: Buffer, at: number): number {
  if (at + 7 > head.length || head[at] !== 0xff || ((head[at + 1] ?? 0) & 0xf6) !== 0xf0) return 0;
  const length = (((head[at + 3] ?? 0) & 3) << 11) | ((head[at + 4] ?? 0) << 3) | ((head[at + 5] ?? 0) >> 5);
  return length > 7 ? length : 0;
}

const layer3Rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0];
const layer3Rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0];
const sampleRates = [44_100, 48_000, 32_000, 0];

/** ISO 11172-3 2.4.2.3: length of the layer III frame at a place, 0 when there is none. */
function mpegAudioLength(head: Buffer, at: number): number {
  if (at + 4 > head.length || head[at] !== 0xff || ((head[at + 1] ?? 0) & 0xe6) !== 0xe2) return 0;
  const [second, third] = [head[at + 1] ?? 0, head[at + 2] ?? 0];
  const version = (second >> 3) & 3;
  const first = version === 3;
  const rate = (first ? layer3Rates : layer3Rates2)[third >> 4] ?? 0;
  const samples = (sampleRates[(third >> 2) & 3] ?? 0) / (first ? 1 : version === 2 ? 2 : 4);
  if (rate === 0 || samples === 0 || version === 1) return 0;
  return Math.floor(((first ? 144 : 72) * rate * 1000) / samples) + ((third >> 1) & 1);
}

/** H.264 and HEVC byte streams begin with a start code and a parameter set or an access unit delimiter. */
function annexB(head: Buffer): Signature | undefined {
  const at = head.length > 6 && head.readUInt32BE(0) === 1 ? 4 : head.length > 6 && head.readUIntBE(0, 3) === 1 ? 3 : -1;
  if (at < 0) return undefined;
  const unit = head[at] ?? 0;
  if ((unit & 0x80) === 0 && [7, 9].includes(unit & 0x1f) && (unit & 0x60) !== 0x40) return media("h264", "a bare H.264 stream");
  if ([32, 33, 35].includes((unit >> 1) & 0x3f) && head[at + 1] === 1) return media("hevc", "a bare HEVC stream");
  return undefined;
}
