/** Everything that one claim changes of another that it says anew. */
import type { CaseClaim } from "../claim-case.ts";
import type { Change } from "./drift-types.ts";
import { placeChanges } from "./place-changes.ts";
import { isLoose, timeChanges } from "./time-changes.ts";
import { requoted, valueChanges } from "./value-changes.ts";
import { approximationChanges, basisChanges, doubtChanges, polarityChanges, speakerChanges } from "./voice-changes.ts";

/** `was` says it first. The event is not looked at: only a whole case tells whether two are one. */
export function changesOf(was: CaseClaim, became: CaseClaim): Change[] {
  const [first, second] = [was.statement, became.statement];
  return [
    ...polarityChanges(first, second),
    ...whatChanged(was, became),
    ...doubtChanges(first, second),
    ...speakerChanges(was, became),
    ...basisChanges(first, second),
  ];
}

function whatChanged({ statement: was }: CaseClaim, { statement: became }: CaseClaim): Change[] {
  if (was.value.is === "place" && became.value.is === "place") {
    const { changes, approximate } = placeChanges(was.value.words, became.value.words);
    if (approximate === "by-hedges") return [...changes, ...approximationChanges(was, became, [false, false])];
    const hedge: Change[] =
      approximate === "lost" || approximate === "added"
        ? [{ kind: approximate === "lost" ? "hedge-lost" : "hedge-added", was: was.value.words, became: became.value.words }]
        : [];
    return [...changes, ...hedge];
  }
  if (was.value.is === "time" && became.value.is === "time") {
    const changes = timeChanges(was.value, became.value);
    const loose = [isLoose(was.value), isLoose(became.value)] as const;
    // "48 hours" has its rounding in itself, and a limit that fell away is told already.
    const told = changes.some(({ kind }) => kind === "hedge-lost" || kind === "hedge-added");
    return told ? changes : [...changes, ...approximationChanges(was, became, loose)];
  }
  if (was.value.is === "unknown" || became.value.is === "unknown") return [];
  const changes = [
    ...valueChanges(was.value, became.value),
    ...(isDirect(was) && isDirect(became) && was.value.is !== "speech" ? requoted(was.value.words, became.value.words) : []),
  ];
  const told = changes.some(({ kind }) => kind === "hedge-lost" || kind === "hedge-added");
  return told ? changes : [...changes, ...approximationChanges(was, became, [false, false])];
}

/** In the innermost speaker's own words. */
function isDirect({ speakers }: CaseClaim["statement"]): boolean {
  return speakers.at(-1)?.direct === true;
}
