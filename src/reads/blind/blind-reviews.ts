/** Blind reviews of the case, from their lines: they are few, and nothing of them is kept a second time. */
import { hash } from "node:crypto";
import { afterLine, type BlindReview, type BlindReviews, noBlindReviews } from "../../core/blind/blind-review.ts";
import type { CaseId, EntryBody, EntryKind } from "../../core/entry/entry.ts";
import type { Sealed } from "../../core/entry/sealed.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { Answerers } from "../../reason/agreement/independence.ts";
import type { CaseReader } from "../case-reader.ts";
import { enrolledKeys } from "../findings/enrolled-keys.ts";
import { type BlindStanding, blindStanding, type Hashing } from "./blind-standing.ts";
import { changedSince, questionsAsked } from "./question-as-of.ts";

const kinds: readonly EntryKind[] = [
  "blind.assigned",
  "blind.packet-written",
  "answer.sealed",
  "answer.revealed",
  "blind.resolved",
  "blind.ended",
];

export interface BlindLines {
  readonly reviews: BlindReviews;
  /** Judged by these lines, and by what the question asks now. */
  standingOf(review: BlindReview): BlindStanding;
  /** What a sealed value of these lines says here; "withheld" where this copy does not hold it. */
  said(sealed: Sealed): string;
}

export async function blindReviews(reader: CaseReader): Promise<BlindLines> {
  const { db } = reader.views;
  const rows = await db.selectFrom("entry").select(["seq", "body", "open"]).where("kind", "in", kinds).orderBy("seq").execute();
  let reviews = noBlindReviews;
  const open = new Map<string, unknown>();
  for (const row of rows) {
    for (const [digest, value] of Object.entries(JSON.parse(row.open) as { readonly [digest: string]: unknown })) open.set(digest, value);
    if (row.body !== null) reviews = afterLine(reviews, row.seq, JSON.parse(row.body) as EntryBody);
  }
  const hashing: Hashing = { sha256, caseId: await caseIdOf(db), answerers: await answerersOf(reader.views) };
  const asked = await questionsAsked(reader, Number.MAX_SAFE_INTEGER);
  return {
    reviews,
    standingOf: (review) => blindStanding(review, hashing, changedSince(asked.get(review.question) ?? [], review)),
    said: ({ sealed }) => (typeof open.get(sealed) === "string" ? (open.get(sealed) as string) : "withheld"),
  };
}

const sha256 = (bytes: Uint8Array): Uint8Array => hash("sha256", bytes, "buffer");

/** A copy without its first line has none: no commitment of it opens, and nothing in it counts as agreement. */
async function caseIdOf(db: CaseReader["views"]["db"]): Promise<CaseId> {
  const row = await db.selectFrom("entry").select("body").where("seq", "=", 1).executeTakeFirst();
  const body = JSON.parse(row?.body ?? "null") as EntryBody | null;
  return body?.kind === "case.opened" ? body.data.caseId : "";
}

/** Also keys that were replaced or revoked since, and all people who name a key as theirs. */
async function answerersOf(views: CaseReader["views"]): Promise<Answerers> {
  const people = new Map<Digest, Set<PersonId>>();
  for (const { person, key } of await enrolledKeys(views)) people.set(key, (people.get(key) ?? new Set()).add(person));
  return people;
}
