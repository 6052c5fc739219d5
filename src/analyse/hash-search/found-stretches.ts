/** Hits of many frames as stretches of the items that they were found in: most frames first. */
import { type FoundStretch, type FramesIn, stretchGapSec } from "../../core/copies/frame-search.port.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { HashAnswer } from "./hash-search.ts";
import { pictureForms } from "./picture-forms.ts";

interface Hit {
  readonly fromSec: number;
  readonly toSec: number;
  readonly frame: number;
  readonly whole: boolean;
  readonly distance: number;
}

export interface Asked {
  /** Frame that each answer is for; the first `whole` of them are of whole pictures. */
  readonly frames: readonly number[];
  readonly whole: number;
  readonly times: Float64Array;
}

export function foundStretches(answers: readonly HashAnswer[], asked: Asked): FramesIn[] {
  const hits = new Map<Digest, Hit[][]>();
  for (const [query, answer] of answers.entries()) {
    if (answer.state !== "searched") continue;
    for (const [form, found] of answer.hits.entries())
      for (const { source, plane, fromSec, toSec, leastDistance } of found) {
        const forms = hits.get(source) ?? pictureForms.map((): Hit[] => []);
        hits.set(source, forms);
        const whole = query < asked.whole && plane === "whole";
        forms[form]?.push({ fromSec, toSec, frame: asked.frames[query] ?? 0, whole, distance: leastDistance });
      }
  }
  const found = [...hits].map(([object, forms]): FramesIn => {
    const stretches = forms.flatMap((own, form) => stretchesOf(own, form, asked.times)).toSorted(mostFirst);
    return {
      object,
      asked: new Set(forms.flat().map(({ frame }) => frame)).size,
      leastDistance: Math.min(...stretches.map(({ leastDistance }) => leastDistance)),
      stretches,
    };
  });
  return found.toSorted((a, b) => b.asked - a.asked || a.leastDistance - b.leastDistance || (a.object < b.object ? -1 : 1));
}

function stretchesOf(hits: readonly Hit[], form: number, times: Float64Array): FoundStretch[] {
  const groups: { toSec: number; readonly hits: Hit[] }[] = [];
  for (const hit of hits.toSorted((a, b) => a.fromSec - b.fromSec)) {
    const last = groups.at(-1);
    if (last === undefined || hit.fromSec > last.toSec + stretchGapSec) groups.push({ toSec: hit.toSec, hits: [hit] });
    else {
      last.toSec = Math.max(last.toSec, hit.toSec);
      last.hits.push(hit);
    }
  }
  return groups.map(({ toSec, hits: own }) => {
    const least = (value: (hit: Hit) => number) => own.reduce((so, hit) => Math.min(so, value(hit)), Infinity);
    return {
      fromSec: own[0]?.fromSec ?? 0,
      toSec,
      askedFromSec: least(({ frame }) => times[frame] ?? 0),
      askedToSec: -least(({ frame }) => -(times[frame] ?? 0)),
      ...(pictureForms[form] ?? { mirrored: false, turnedDeg: 0 }),
      part: own.some(({ whole }) => whole) ? ("whole" as const) : ("content" as const),
      asked: new Set(own.map(({ frame }) => frame)).size,
      leastDistance: least(({ distance }) => distance),
    };
  });
}

const mostFirst = (a: FoundStretch, b: FoundStretch): number =>
  b.asked - a.asked || a.leastDistance - b.leastDistance || a.fromSec - b.fromSec;
