/** What the schema cannot say of a sync problem: ids used once, clips that are there, offsets that agree with their moment. */
import { ProblemUnreadable } from "../problem/problem-unreadable.ts";
import type { SyncProblem } from "./sync-problem.ts";

/** Offset and moment are written by the same hand; so far they may differ by rounding. */
const roundingS = 1e-5;

/** Throws ProblemUnreadable, naming the field. */
export function checkProblem({ clips, pairs, refused = [], times = [], sounds = [] }: SyncProblem): void {
  const clip = new Map(once(clips, "clips").map((one) => [one.id, one]));
  const sound = new Set(once(sounds, "sounds").map(({ id }) => id));
  once(pairs, "pairs");
  once(times, "times");
  const demandClip = (id: string, where: string): void => {
    if (!clip.has(id)) throw new ProblemUnreadable(where, `expected one of the clips; found ${JSON.stringify(id)}`);
  };
  for (const [at, { startS, endS }] of clips.entries())
    if (endS < startS) throw new ProblemUnreadable(`clips.${at}.endS`, `expected it not before startS; found ${endS} and ${startS}`);
  for (const [at, one] of [...pairs.entries(), ...refused.entries()]) {
    const where = "reason" in one ? `refused.${at}` : `pairs.${at}`;
    demandClip(one.a, `${where}.a`);
    demandClip(one.b, `${where}.b`);
    if (one.a === one.b) throw new ProblemUnreadable(`${where}.b`, `expected another clip than a; found ${JSON.stringify(one.b)} again`);
  }
  for (const [at, { a, b, offsetS, at: moment, rate, travel }] of pairs.entries()) {
    const where = `pairs.${at}`;
    if (moment !== undefined && Math.abs(moment.a - moment.b - offsetS) > roundingS)
      throw new ProblemUnreadable(`${where}.at`, `expected a - b to be the offset ${offsetS}; found ${moment.a - moment.b}`);
    if (rate !== undefined && moment === undefined)
      throw new ProblemUnreadable(`${where}.at`, "expected the moment at which the offset holds, since a rate is given; found none");
    if (travel?.by !== "places") continue;
    if (!sound.has(travel.sound))
      throw new ProblemUnreadable(`${where}.travel.sound`, `expected one of the sounds; found ${JSON.stringify(travel.sound)}`);
    for (const id of [a, b])
      if (clip.get(id)?.camera === undefined)
        throw new ProblemUnreadable(`${where}.travel`, `expected the place of the camera of ${JSON.stringify(id)}; found none`);
  }
  for (const [at, { clip: id, notBefore, notAfter }] of times.entries()) {
    demandClip(id, `times.${at}.clip`);
    if (notBefore === undefined && notAfter === undefined)
      throw new ProblemUnreadable(`times.${at}`, "expected notBefore, notAfter or both; found neither");
    for (const [name, value] of [["notBefore", notBefore] as const, ["notAfter", notAfter] as const])
      if (value !== undefined && Number.isNaN(Date.parse(value)))
        throw new ProblemUnreadable(`times.${at}.${name}`, `expected an instant that there is; found ${value}`);
    if (notBefore !== undefined && notAfter !== undefined && Date.parse(notAfter) < Date.parse(notBefore))
      throw new ProblemUnreadable(`times.${at}.notAfter`, "expected it not before notBefore; found it earlier");
  }
}

function once<T extends { readonly id: string }>(list: readonly T[], name: string): readonly T[] {
  const seen = new Set<string>();
  for (const [at, { id }] of list.entries()) {
    if (seen.has(id)) throw new ProblemUnreadable(`${name}.${at}.id`, `expected each id once; found ${JSON.stringify(id)} again`);
    seen.add(id);
  }
  return list;
}
