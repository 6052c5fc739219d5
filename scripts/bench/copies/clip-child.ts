/**
 * One of several that print clips or compare pairs, so that both processors work: a job a line on standard input, an answer a
 * line on standard output, in order.
 */
import { createInterface } from "node:readline";
import { matchLandmarked } from "../../../src/analyse/segment-match/match-pictures.ts";
import { landmarked, type LandmarkedPrints } from "../../../src/analyse/segment-match/landmark-sets.ts";
import type { PairSign, PictureSegment } from "../../../src/core/copies/segment-match.ts";
import { printFrames, readFramePrints } from "./clip-prints.ts";

export type ClipJob =
  | { readonly verb: "print"; readonly path: string; readonly kept: string }
  | { readonly verb: "match"; readonly a: string; readonly b: string };

export type ClipAnswer =
  | { readonly state: "printed" }
  | { readonly state: "matched"; readonly ms: number; readonly segments: readonly PictureSegment[]; readonly signs: readonly PairSign[] }
  | { readonly state: "failed"; readonly why: string };

/** Prints made ready; those used longest ago go first. */
const ready = new Map<string, LandmarkedPrints>();
const mostReady = 250;

function readyOf(kept: string): LandmarkedPrints {
  const prints = ready.get(kept) ?? landmarked(readFramePrints(kept));
  ready.delete(kept);
  ready.set(kept, prints);
  if (ready.size > mostReady) for (const oldest of [...ready.keys()].slice(0, 1)) ready.delete(oldest);
  return prints;
}

async function answer(job: ClipJob): Promise<ClipAnswer> {
  if (job.verb === "print") {
    await printFrames(job.path, job.kept);
    return { state: "printed" };
  }
  const [a, b] = [readyOf(job.a), readyOf(job.b)];
  const began = performance.now();
  const { segments, signs } = matchLandmarked(a, b);
  return { state: "matched", ms: performance.now() - began, segments, signs };
}

if (import.meta.main) {
  for await (const line of createInterface({ input: process.stdin })) {
    const told = await answer(JSON.parse(line) as ClipJob).catch((error: unknown): ClipAnswer => ({ state: "failed", why: String(error) }));
    process.stdout.write(`${JSON.stringify(told)}\n`);
  }
}
