/** Ids of records that entries make: a letter or two for the sort and a number counted from 1 in its case, never used again. */
import { z } from "zod";

const number = z.string().regex(/^[1-9][0-9]*$/);

/** Letters in use. `i` items, `o` observations and `c` collections are counted apart. */
export const recordLetters = {
  source: "s",
  account: "a",
  event: "e",
  eventLink: "l",
  hypothesis: "h",
  bearing: "b",
  place: "p",
  time: "t",
  sheetImport: "m",
  loggedSearch: "q",
  savedSearch: "v",
  receipt: "r",
  inference: "n",
  claim: "k",
  derivation: "d",
  assumption: "u",
  exhibit: "x",
  identification: "g",
  reply: "y",
  syncMark: "j",
  tier: "w",
  question: "qn",
  finding: "f",
  blind: "z",
  task: "tk",
  comment: "cm",
  subject: "P",
  subjectState: "st",
  samePerson: "sj",
  shot: "sh",
  vehicle: "V",
  sceneThing: "O",
  scenePair: "sp",
  elementSheet: "es",
  redaction: "rm",
  edition: "ed",
} as const;
export type RecordLetter = (typeof recordLetters)[keyof typeof recordLetters];
export type RecordId<L extends RecordLetter> = `${L}${string}`;

/** Schema of the ids of one sort: `recordId("e")` takes "e1", "e12". */
export function recordId<L extends RecordLetter>(letter: L) {
  return z.templateLiteral([letter, number]);
}
