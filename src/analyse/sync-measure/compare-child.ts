/** The child's side of comparing: reads the features it is told of and nothing else, and says each pair as it comes. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { endWithParent } from "../end-with-parent.ts";
import { decodePictureFeatures, type PictureFeatures } from "../sync-picture/picture-features.ts";
import { measurePicture } from "../sync-picture/measure-picture.ts";
import { decodeSoundFeatures } from "../sync-sound/features-file.ts";
import { type Effort, quick, thorough, withoutKnownSpeeds } from "../sync-sound/effort.ts";
import { measurePrepared } from "../sync-sound/measure-sound.ts";
import type { SoundFeatures } from "../sync-sound/sound-features.ts";
import type { PairLook, PairMeasurement } from "../../core/sync/pair-measurement.ts";
import { type CompareLine, CompareRequest } from "./compare-contract.ts";
import { soundShelf } from "./sound-shelf.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = CompareRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: CompareLine) => {
  // A reader that is slow is waited for: pairs are not piled up here.
  const more = process.stdout.write(`${JSON.stringify(line)}\n`);
  return more ? undefined : new Promise<void>((resolve) => process.stdout.once("drain", resolve));
};

const { files, channel, pairs, most } = request;
class Unreadable extends Error {
  readonly id: string;
  constructor(id: string) {
    super("features that cannot be read");
    this.id = id;
  }
}

function readFeatures<T>(at: number, decode: (bytes: Uint8Array) => T | undefined): { readonly features: T; readonly size: number } {
  const { id, features } = files[at] as (typeof files)[number];
  const bytes = new Uint8Array(readFileSync(features));
  const decoded = decode(bytes);
  if (decoded === undefined) throw new Unreadable(id);
  return { features: decoded, size: bytes.length };
}

/** Undefined for what these are not, as for pictures: a cache may hold anything. */
function decodeSound(bytes: Uint8Array): SoundFeatures | undefined {
  try {
    return decodeSoundFeatures(bytes);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith("sound features:")) return undefined;
    throw error;
  }
}

let done = 0;
async function tell(a: number, b: number, measurement: PairMeasurement): Promise<void> {
  await say({ type: "pair", pair: { a: (files[a] as { id: string }).id, b: (files[b] as { id: string }).id, measurement } });
  await say({ type: "progress", done: ++done, of: pairs.length });
  // Lets the watch over the parent run.
  await new Promise((resolve) => setImmediate(resolve));
}

const effortOf: Readonly<Record<PairLook, Effort>> = {
  closely: thorough,
  "without-known-speeds": withoutKnownSpeeds,
  "at-a-glance": quick,
};

async function compareSound(): Promise<void> {
  const shelf = soundShelf((at) => readFeatures(at, decodeSound), most);
  for (const [a, b, look] of pairs) {
    const [one, other] = shelf.pair(a, b);
    await tell(a, b, measurePrepared(one, other, effortOf[look]));
  }
}

async function comparePicture(): Promise<void> {
  const pictures = files.map((_, at) => readFeatures(at, decodePictureFeatures).features);
  for (const [a, b] of pairs) await tell(a, b, measurePicture(pictures[a] as PictureFeatures, pictures[b] as PictureFeatures));
}

try {
  if (channel === "sound") await compareSound();
  else await comparePicture();
  await say({ type: "end" });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  await say({ type: "unreadable", id: error.id });
}
