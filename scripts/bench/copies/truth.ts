/** What is true of the material: which seconds of which clip are which seconds of a copy, and what was done in between. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FrameBox } from "../../../src/core/observation/observation.ts";

/** Thresholds are set on one half and figures reported on the other; a clip's half is fixed where it is named. */
export type Half = "set" | "report";

/** "video": natural footage; "filmed-still": a photograph under a scripted camera; "film": a rendered film with cuts; the rest is drawn here. */
export type Nature = "video" | "filmed-still" | "film" | "drawn" | "sample" | "user";

export interface Clip {
  /** Unique; also the file's name without its ending. */
  readonly name: string;
  /** Below the folder of the material. */
  readonly file: string;
  readonly half: Half;
  readonly nature: Nature;
  readonly width: number;
  readonly height: number;
  readonly fps: number;
  readonly seconds: number;
  /** The group of clips that look like it and share no footage with it; a copy is in the group of its source. */
  readonly lookAlike: string | null;
}

/** Seconds count from the first frame, which all material has at 0 on the container's clock. */
export interface SharedPart {
  readonly source: string;
  readonly fromSec: number;
  readonly toSec: number;
  readonly sourceFromSec: number;
  readonly sourceToSec: number;
  readonly speed: number;
  readonly mirrored: boolean;
  readonly turnedDeg: 0 | 90 | 180 | 270;
  readonly tiltDeg: number;
  readonly partOfSource: FrameBox;
  readonly partOfCopy: FrameBox;
  readonly covered: readonly FrameBox[];
}

export type SharedSound = Pick<SharedPart, "source" | "fromSec" | "toSec" | "sourceFromSec" | "sourceToSec" | "speed">;

export interface Edit extends Clip {
  readonly kind: string;
  /** The clip that the edit is of; others may be in it too. */
  readonly of: string;
  readonly picture: readonly SharedPart[];
  readonly sound: readonly SharedSound[];
}

export interface Material {
  readonly format: "witnessmark-copies-material-v1";
  readonly sources: readonly Clip[];
  readonly edits: readonly Edit[];
  readonly lookAlikes: readonly Clip[];
}

export const TRUTH = "truth.json";

export function readMaterial(folder: string): Material {
  const material = JSON.parse(readFileSync(join(folder, TRUTH), "utf8")) as Material;
  if (material.format !== "witnessmark-copies-material-v1") {
    throw new Error(`${folder}/${TRUTH}: expected format witnessmark-copies-material-v1; found ${JSON.stringify(material.format)}`);
  }
  return material;
}

export const WHOLE: FrameBox = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };

/** A box of a frame of `width` x `height` in millionths. */
export const boxOf = (x: number, y: number, w: number, h: number, width: number, height: number): FrameBox => ({
  x: Math.round((x / width) * 1e6),
  y: Math.round((y / height) * 1e6),
  width: Math.round((w / width) * 1e6),
  height: Math.round((h / height) * 1e6),
});
