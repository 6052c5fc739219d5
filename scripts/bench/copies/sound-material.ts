/** Prints of the scenes and of what was done to them, made once into a folder: `NUMBER/KIND.plain`, `NUMBER/KIND.EDIT`. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { soundPrintsOf } from "../../../src/analyse/sound-print/sound-prints-of.ts";
import { type PreparedSound, prepareSound } from "../../../src/analyse/sound-match/prepared-sound.ts";
import type { SoundPrints } from "../../../src/core/copies/sound-prints.ts";
import { decodeSoundPrints } from "../../../src/formats/sound-prints/decode-sound-prints.ts";
import { encodeSoundPrints } from "../../../src/formats/sound-prints/encode-sound-prints.ts";
import { randomStream } from "../../sample/random.ts";
import { editedSound, plainSound, soundEdits } from "./sound-edits.ts";
import { type Scene, sceneKinds, sceneOf, sceneRate } from "./sound-scenes.ts";

export const sceneSeconds = 30;

export function printsOf(sound: Float32Array): SoundPrints {
  const printing = soundPrintsOf({ startSec: 0 });
  for (let at = 0; at < sound.length; at += 8192) printing.add(sound.subarray(at, at + 8192));
  return printing.end();
}

/** Makes what is not there yet of one number: the scenes, and with `edited` all that is done to them. */
export function makeSoundMaterial(folder: string, number: number, edited: boolean, say: (line: string) => void): void {
  const place = join(folder, String(number));
  mkdirSync(place, { recursive: true });
  const wanted = sceneKinds.flatMap((_, kind) => [`${kind}.plain`, ...(edited ? soundEdits.map((_edit, n) => `${kind}.${n}`) : [])]);
  if (wanted.every((name) => existsSync(join(place, name)))) return;
  say(`sound scenes ${number}${edited ? " and their edits" : ""}`);
  const work = mkdtempSync(join(tmpdir(), "sound-material-"));
  try {
    const scenes = sceneKinds.map((kind) => sceneOf(kind, number, sceneSeconds));
    scenes.forEach((scene, kind) => {
      const keep = (name: string, make: () => Float32Array) => {
        const path = join(place, `${kind}.${name}`);
        if (!existsSync(path)) writeFileSync(path, encodeSoundPrints(printsOf(make())));
      };
      keep("plain", () => plainSound(scene, work));
      const other = scenes[(kind + 4) % scenes.length] as Scene;
      if (edited) soundEdits.forEach((edit, n) => keep(String(n), () => editedSound(edit, scene, other, work)));
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

export const readSound = (folder: string, number: number, name: string): PreparedSound =>
  prepareSound(decodeSoundPrints(readFileSync(join(folder, String(number), name))));

type Place = readonly [east: number, north: number];

/**
 * One event heard by two phones: every source comes to each with the delay and the loudness of its way, then two echoes of that
 * place's own walls and its own hiss.
 */
export function heardFromTwoPlaces(kinds: readonly string[], number: number): readonly [SoundPrints, SoundPrints] {
  const random = randomStream(11, `places ${kinds.join()} ${number}`);
  const anywhere = (): Place => [60 * random() - 30, 60 * random() - 30];
  const sources = kinds.map((kind) => ({ sound: sceneOf(kind, number, sceneSeconds).samples, at: anywhere() }));
  const work = mkdtempSync(join(tmpdir(), "sound-places-"));
  const phone = (name: string): SoundPrints => {
    const at = anywhere();
    const echoes = [1, 2].map((n) => ({ lateSec: 0.01 * n + 0.03 * random(), weak: 0.3 * random() }));
    const out = new Float32Array(sceneSeconds * sceneRate);
    for (const source of sources) {
      const away = Math.max(3, Math.hypot(source.at[0] - at[0], source.at[1] - at[1]));
      for (const { lateSec, weak } of [{ lateSec: 0, weak: 1 }, ...echoes]) {
        const late = Math.round((away / 343 + lateSec) * sceneRate);
        for (let i = late; i < out.length; i++) out[i]! += (weak * 3 * source.sound[i - late]!) / away;
      }
    }
    const hiss = 0.003 + 0.004 * random();
    for (let i = 0; i < out.length; i++) out[i] = Math.max(-1, Math.min(1, out[i]! + hiss * (random() + random() - 1) * 2));
    return printsOf(plainSound({ name, kind: "event", samples: out }, work));
  };
  try {
    return [phone("one"), phone("other")];
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
