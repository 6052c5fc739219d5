/** Words of a phrase that are no part of a clause: given back, with what is known of why. */

export interface LeftOver {
  readonly text: string;
  readonly span: readonly [start: number, end: number];
  /** Null where the words are simply not understood, or say nothing of a place. */
  readonly why: string | null;
}

const reasons: readonly (readonly [RegExp, (match: string) => string])[] = [
  [
    /\b(?:north|south|east|west)[-\s]by[-\s](?:north|south|east|west)\b/i,
    (words) => `"${words}" is a point of the compass of thirty-two: up to sixteen are read`,
  ],
  [/\b(?:leagues?|versts?|furlongs?|blocks?|paces|stone['’]s throw|rifle shot)\b/i, (words) => `"${words}" has no fixed length`],
  [
    /\b(?:bearing|azimuth|heading)\b|°|\bdegrees?\b/i,
    () => "a bearing in degrees is read with a distance and a place to measure from alone",
  ],
  [/-?\b[0-9]{1,3}\.[0-9]{3,}/, (words) => `"${words}" may be a coordinate: give it as a point`],
  [/(?:^|[\s(])[-−–]\s?[0-9][0-9.,]*/, (words) => `"${words.trim()}" is below 0`],
  [/\bkm\s?[0-9]|\b[0-9]+(?:st|nd|rd|th)\s+kilomet/i, () => "a kilometre post is not read: where its count begins is not known"],
  [
    /\b(?:minutes?|hours?|days?)['’]?\b/i,
    (words) => `"${words}": no way of travelling is named that has a speed here (on foot, by bicycle, by car)`,
  ],
  [/\bbetween\b[^.;]*,[^.;]*\band\b/i, () => "between more than two places is not read"],
  [/\b(?:not|never|nor)\b/i, () => "says where it is not"],
  [
    /\b[0-9][0-9.,]*\s?(?:km|mi|miles?|m|kilomet(?:re|er)s?|met(?:re|er)s?|yards?|feet|ft)\b/i,
    (words) => `"${words}" is no distance between two places on the Earth, or it is not said from where`,
  ],
];

/** Stretches of words between the spans of clauses. `joins`: the words between two clauses that were read as joining them. */
export function leftOvers(phrase: string, spans: readonly (readonly [number, number])[], joins: (gap: string) => boolean): LeftOver[] {
  const found: LeftOver[] = [];
  let from = 0;
  for (const [i, [start, end]] of [...spans, [phrase.length, phrase.length] as const].entries()) {
    const gap = phrase.slice(from, start);
    const words = /[\p{L}\p{N}][\s\S]*[\p{L}\p{M}\p{N}]|[\p{L}\p{N}]/u.exec(gap);
    if (words !== null && !(i > 0 && i < spans.length && joins(gap))) {
      const sign = /[-−–]$/.test(gap.slice(0, words.index)) ? 1 : 0;
      const at = from + words.index - sign;
      const text = phrase.slice(at, from + words.index + words[0].length);
      const why = reasons.flatMap(([pattern, say]) => {
        const match = pattern.exec(text);
        return match === null ? [] : [say(match[0])];
      });
      found.push({ text, span: [at, at + text.length], why: why.length === 0 ? null : why.join("; ") });
    }
    from = end;
  }
  return found;
}
