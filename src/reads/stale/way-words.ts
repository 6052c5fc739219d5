/** A way from a judgement down to what changed, in one sentence without its beginning: "cites as evidence for it n1, as of line 9, which .." */
import type { ChangedHow, RestsHow } from "../../reason/stale/stale-graph.ts";
import type { StaleStep } from "./stale-judgements.ts";

/** Followed by the record. */
const restsWords: Readonly<Record<RestsHow, string>> = {
  "evidence-for": "cites as evidence for it",
  "evidence-against": "cites as evidence against it",
  cell: "cites in a cell",
  hypothesis: "speaks to hypothesis",
  answers: "answers",
  "worked-from": "was worked out from",
  "read-from": "was read from what was made of",
  "translated-from": "was written from",
  "taken-from": "was taken from",
  about: "is about",
  "borne-by": "is borne by",
  joins: "joins",
  derives: "derives",
  "shown-by": "rests on what is shown by",
  cites: "cites",
  compares: "compares",
  holds: "holds",
  "first-upload": "rests on the earliest known upload of",
};

const changedWords: Readonly<Record<ChangedHow, string>> = {
  changed: "was stated anew",
  withdrawn: "was withdrawn",
  rejected: "was rejected",
  graded: "was graded otherwise",
  "spoken-against": "has something new that speaks against it",
  "disagreed-with": "was disagreed with by a second person",
  "derivation-changed": "is said to come from somewhere else than before",
  "judged-anew": "was judged anew",
  "analysed-anew": "was analysed anew, and something else came out",
  "measured-anew": "rests on recordings that were measured anew",
  "protected-anew": "has more that is marked, or somebody more who is protected",
  erased: "was erased",
  "first-upload-moved": "has an earlier known upload than before",
};

export function wayWords(path: readonly StaleStep[]): string {
  return path
    .map(({ record, line, why, through }, at) => {
      const last = at === path.length - 1;
      if (last) return `which ${changedWords[why as ChangedHow]} in line ${line}`;
      const by = through.length === 0 ? "" : ` (through ${through.join(", ")})`;
      return `${at === 0 ? "" : "which "}${restsWords[why as RestsHow]} ${record}, as of line ${line}${by}`;
    })
    .join(", ");
}
