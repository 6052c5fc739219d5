/** Files of prints as the analysers leave them. Both throw an error that says what was expected and found. */
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import type { FramePrints } from "../../core/copies/frame-prints.ts";
import type { SoundPrints } from "../../core/copies/sound-prints.ts";
import { decodeFramePrints } from "../../formats/frame-prints/decode-frame-prints.ts";
import { decodeSoundPrints } from "../../formats/sound-prints/decode-sound-prints.ts";

/** What a million frames unpack to, with landmarks of twenty thousand of them. */
const mostUnpacked = 1_000_000_000;

export function readFramePrints(path: string): FramePrints {
  return decodeFramePrints(inflateSync(readFileSync(path), { maxOutputLength: mostUnpacked }));
}

export function readSoundPrints(path: string): SoundPrints {
  return decodeSoundPrints(new Uint8Array(readFileSync(path)));
}
