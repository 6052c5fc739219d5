/** The child's side of comparing: reads the features it is told of and nothing else, and says each pair as it comes. */
import { readFileSync } from "node:fs";
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { endWithParent } from "../end-with-parent.ts";
import { decodePictureFeatures, type PictureFeatures } from "../sync-picture/picture-features.ts";
import { measurePicture } from "../sync-picture/measure-picture.ts";
import { decodeSoundFeatures } from "../sync-sound/features-file.ts";
import { measureAllSounds, type MeasuredSounds } from "../sync-sound/measure-all-sounds.ts";
import { measureSound } from "../sync-sound/measure-sound.ts";
import type { SoundFeatures } from "../sync-sound/sound-features.ts";
import { type CompareLine, CompareRequest } from "./compare-contract.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = CompareRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: CompareLine) => {
  // A reader that is slow is waited for: pairs are not piled up here.
  const more = process.stdout.write(`${JSON.stringify(line)}\n`);
  return more ? undefined : new Promise<void>((resolve) => process.stdout.once("drain", resolve));
};

const { files, channel } = request;
const pairs =
  request.pairs === "all"
    ? files.flatMap((_, a) => Array.from({ length: files.length - a - 1 }, (__, n): [number, number] => [a, a + 1 + n]))
    : request.pairs;

class Unreadable extends Error {
  readonly id: string;
  constructor(id: string) {
    super("features that cannot be read");
    this.id = id;
  }
}

function readFeatures<T>(decode: (bytes: Uint8Array) => T | undefined): T[] {
  return files.map(({ id, features }) => {
    const decoded = decode(new Uint8Array(readFileSync(features)));
    if (decoded === undefined) throw new Unreadable(id);
    return decoded;
  });
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
async function tell({ a, b, measurement }: MeasuredSounds): Promise<void> {
  await say({ type: "pair", pair: { a: (files[a] as { id: string }).id, b: (files[b] as { id: string }).id, measurement } });
  await say({ type: "progress", done: ++done, of: pairs.length });
  // Lets the watch over the parent run.
  await new Promise((resolve) => setImmediate(resolve));
}

async function compareSound(): Promise<void> {
  const sounds = readFeatures(decodeSound);
  if (request.pairs === "all") await measureAllSounds(sounds, tell, undefined, request.share);
  else for (const [a, b] of pairs) await tell({ a, b, measurement: measureSound(sounds[a] as SoundFeatures, sounds[b] as SoundFeatures) });
}

async function comparePicture(): Promise<void> {
  const pictures = readFeatures(decodePictureFeatures);
  for (const [a, b] of pairs) {
    await tell({ a, b, measurement: measurePicture(pictures[a] as PictureFeatures, pictures[b] as PictureFeatures) });
  }
}

try {
  if (channel === "sound") await compareSound();
  else await comparePicture();
  await say({ type: "end" });
} catch (error) {
  if (!(error instanceof Unreadable)) throw error;
  await say({ type: "unreadable", id: error.id });
}
