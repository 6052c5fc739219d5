/**
 * One of several that print clips or compare pairs, so that both processors work: a job a line on standard input, an answer a
 * line on standard output, in order.
 */
import { createInterface } from "node:readline";
import { comparableOf, type Comparable } from "../../../src/analyse/copies/comparable.ts";
import { comparePair } from "../../../src/analyse/copies/compare-pair.ts";
import type { PairSign, PictureSegment, SoundSegment } from "../../../src/core/copies/segment-match.ts";
import { Digest } from "../../../src/core/hash/digest.ts";
import { printClip, type Kept } from "./clip-prints.ts";

export type ClipJob =
  { readonly verb: "print"; readonly path: string; readonly kept: Kept } | { readonly verb: "match"; readonly a: Kept; readonly b: Kept };

export interface Matched {
  readonly state: "matched";
  readonly ms: number;
  readonly picture: readonly PictureSegment[];
  readonly sound: readonly SoundSegment[];
  readonly signs: readonly PairSign[];
}

export type ClipAnswer = { readonly state: "printed" } | Matched | { readonly state: "failed"; readonly why: string };

/** Prints made ready; those used longest ago go first. */
const ready = new Map<string, Comparable>();
const mostReady = 300;

function readyOf({ frames, sound }: Kept): Comparable {
  const made = ready.get(frames) ?? comparableOf({ framePrints: frames, soundPrints: sound });
  ready.delete(frames);
  ready.set(frames, made);
  const [oldest] = ready.keys();
  if (ready.size > mostReady && oldest !== undefined) ready.delete(oldest);
  return made;
}

/** Comparing asks for the names of two objects and only hands them back. */
const [nameA, nameB] = ["0", "1"].map((sign) => Digest.parse(`sha256:${sign.repeat(64)}`)) as [Digest, Digest];

async function answer(job: ClipJob): Promise<ClipAnswer> {
  if (job.verb === "print") {
    await printClip(job.path, job.kept);
    return { state: "printed" };
  }
  const [a, b] = [readyOf(job.a), readyOf(job.b)];
  const began = performance.now();
  const { picture, sound, signs } = comparePair({ object: nameA, made: a }, { object: nameB, made: b }, { picture: true, sound: true });
  return {
    state: "matched",
    ms: performance.now() - began,
    picture: picture.state === "compared" ? picture.segments : [],
    sound: sound.state === "compared" ? sound.segments : [],
    signs,
  };
}

if (import.meta.main) {
  for await (const line of createInterface({ input: process.stdin })) {
    const told = await answer(JSON.parse(line) as ClipJob).catch((error: unknown): ClipAnswer => ({ state: "failed", why: String(error) }));
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
}
