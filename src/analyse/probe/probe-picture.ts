/** Still pictures: size and turn from the header, metadata, and whether we can show it. No pixel is decoded here. */
import type { Metadata as Header } from "sharp";
import type { ProbeResult } from "../../core/analysis/probe-result.ts";
import type { Made, Making } from "../child-contract.ts";
import { decodable, mostPixels, openPicture } from "../picture/open-picture.ts";
import type { ByteReader } from "./byte-reader.ts";
import type { PictureFacts } from "./facts.ts";
import { readMetadata } from "./metadata.ts";
import { timesOf } from "./metadata-times.ts";
import { falseEnding } from "./name-against-bytes.ts";
import type { Signature } from "./signature.ts";
import { pictureStatements } from "./statements.ts";
import type { Video } from "./streams.ts";
import { structureOf } from "./structure/structure.ts";
import { nameTrap, pictureTraps } from "./traps.ts";

type PictureSignature = Extract<Signature, { family: "picture" }>;

/** EXIF 2.32 4.6.4 A, Orientation 1 to 8: clockwise turn, and whether the picture is mirrored. */
const turns: readonly (readonly [number, boolean])[] = [
  [0, false],
  [0, true],
  [180, false],
  [180, true],
  [90, true],
  [90, false],
  [270, true],
  [270, false],
];

/** Formats that a current Chromium shows. */
const shownByBrowser: ReadonlySet<string> = new Set(["jpeg", "png", "gif", "webp", "avif", "bmp"]);

export async function probePicture(making: Making, bytes: ByteReader, signature: PictureSignature): Promise<Made> {
  const { format, says } = signature;
  const structure = await structureOf(bytes, signature);
  const metadata = await readMetadata(making.object);
  const rows = metadata.state === "read" ? [...metadata.rows] : [];
  const header = decodable.has(format) ? await headerOf(making.object) : { fault: "there is no decoder for this format here." };
  const stored = "fault" in header ? sizeByMetadata(rows) : { width: header.width, height: header.height };
  const orientation = "fault" in header ? 1 : (header.orientation ?? 1);
  const [rotationDeg, mirrored] = turns[orientation - 1] ?? [0, false];
  const facts: PictureFacts = {
    says,
    structure,
    rows,
    metadataNotRead: metadata.state === "read" ? undefined : metadata.why,
    metadataLeftOut: metadata.state === "read" ? metadata.leftOut : 0,
    times: timesOf(rows),
    picture: stored === undefined ? undefined : pictureStream(format, stored, rotationDeg, header),
    mirrored,
    pages: "fault" in header ? 1 : (header.pages ?? 1),
    canShow: canShow(header, stored),
  };
  const ending = falseEnding(making.nameHint, format);
  const result: ProbeResult = {
    kind: "picture",
    container: format,
    durationSec: "unknown",
    startSec: 0,
    streams: facts.picture === undefined ? [] : [facts.picture],
    frameTable: null,
    metadata: rows,
    times: [...facts.times],
    ...pictureStatements(facts),
    traps: [...(ending === undefined ? [] : [nameTrap(ending, says)]), ...pictureTraps(facts)],
    browserPlays: shownByBrowser.has(format),
  };
  return { state: "done", result, files: [] };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

async function headerOf(path: string): Promise<Header | { fault: string }> {
  try {
    return await openPicture(path).metadata();
  } catch {
    return { fault: "its header could not be read: the picture is damaged, or larger than we open." };
  }
}

function canShow(header: Header | { fault: string }, size: Size | undefined): PictureFacts["canShow"] {
  if (size !== undefined && size.width * size.height > mostPixels)
    return { yes: false, why: `It claims ${size.width} x ${size.height} pixels, more than is opened here.` };
  return "fault" in header ? { yes: false, why: header.fault.replace(/^./, (letter) => letter.toUpperCase()) } : { yes: true };
}

function sizeByMetadata(rows: readonly { tag: string; value: string }[]): Size | undefined {
  const number = (tag: string) => Number(rows.find((row) => row.tag === tag)?.value);
  const [width, height] = [number("ImageWidth"), number("ImageHeight")];
  return Number.isSafeInteger(width) && Number.isSafeInteger(height) && width > 0 && height > 0 ? { width, height } : undefined;
}

function pictureStream(format: string, { width, height }: Size, rotationDeg: number, header: Header | { fault: string }): Video {
  const upright = rotationDeg % 180 === 0;
  return {
    type: "video",
    index: 0,
    codec: format,
    width,
    height,
    displayWidth: upright ? width : height,
    displayHeight: upright ? height : width,
    rotationDeg,
    pixelFormat: "fault" in header ? "unknown" : `${header.space} ${header.depth}`,
    timeBase: { num: 1, den: 1 },
    firstPts: 0,
    endPts: 0,
    frameCount: 1,
    frameGapSec: "unknown",
    variableRate: false,
    hasBFrames: false,
    interlaced: false,
    attachedPicture: false,
  };
}
