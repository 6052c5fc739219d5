/** What a pair sheet must be before it may be kept. A verdict for the whole needs marks that carry it, and a state a mark on its thing. */
import type { ItemId } from "../item/item.ts";
import type { FrameMark, ScenePairSheet } from "./scene-pair-sheet.ts";
import type { SceneVerdict } from "./scene.ts";

export interface ScenePair {
  readonly a: ItemId;
  readonly b: ItemId;
  readonly verdict: SceneVerdict;
  readonly reason: string;
  readonly sheet: ScenePairSheet;
}

/** What is wrong with it, as "expected ..; found ..", or undefined. */
export function faultOfPair({ a, b, verdict, reason, sheet }: ScenePair): string | undefined {
  if (a === b) return `expected two items; found ${a} twice`;
  if (reason.trim() === "") return "reason: expected why it is judged so; found no words";
  const numbers = sheet.pairs.map(({ number }) => number);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) return `pair ${twice}: expected each number once; found it twice`;
  for (const pair of sheet.pairs) {
    const fault = faultOfMark("first", pair.a, a) ?? faultOfMark("second", pair.b, b);
    if (fault !== undefined) return `pair ${pair.number}: ${fault}`;
  }
  if (verdict === "same" && !sheet.pairs.some((pair) => pair.verdict === "same"))
    return 'verdict: expected at least one compared pair that is the same, for "same"; found none';
  return faultOfStates(verdict, sheet);
}

function faultOfMark(side: string, { frame, point }: FrameMark, item: ItemId): string | undefined {
  if (frame.item !== item) return `expected the ${side} mark on a frame of ${item}; found one of ${frame.item}`;
  if (point.x < 0 || point.y < 0 || point.x > frame.width || point.y > frame.height)
    return `expected the ${side} mark within ${frame.width} x ${frame.height} pixels; found ${point.x}, ${point.y}`;
  return undefined;
}

function faultOfStates(verdict: SceneVerdict, { pairs, states }: ScenePairSheet): string | undefined {
  for (const { object, words, beganOnce, beganWith, endsOnce, endedWith } of states) {
    const what = `state "${words.slice(0, 60)}" of ${object}`;
    if (verdict !== "same") return `${what}: expected states that both items show only where the scene is the same; found ${verdict}`;
    if (words.trim() === "") return `a state of ${object}: expected what it is, in words; found none`;
    if (!pairs.some((pair) => pair.object === object && pair.verdict === "same"))
      return `${what}: expected a compared pair on ${object} that is the same; found none`;
    const against = pairs.find((pair) => pair.object === object && pair.verdict === "not-same");
    if (against !== undefined)
      return `${what}: expected no compared pair on ${object} that is not the same; found pair ${against.number} (${against.feature}). Say first which thing it is`;
    if (beganWith !== null && !beganOnce) return `${what}: expected an event only for what began once; found ${beganWith}`;
    if (endedWith !== null && !endsOnce) return `${what}: expected an event only for what ends once; found ${endedWith}`;
    if (beganWith !== null && beganWith === endedWith)
      return `${what}: expected two events; found ${beganWith} for its beginning and its end`;
  }
  return undefined;
}
