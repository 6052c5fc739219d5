/**
 * Instants at which material was posted, published or sent, as the case holds them: stated of items and events, and of posts that
 * carry an item. What is known no finer than the step is no secret.
 */
import { postingMeanings } from "../../core/edition/posting-time.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";
import { carryingPosts } from "./carrying-posts.ts";

/** Milliseconds since 1970. Withdrawn ones too: they stay true. */
export async function postingInstants(reader: CaseReader, stepS: number): Promise<number[]> {
  const claims = await postingClaims(reader);
  const exact = claims.filter(({ earliest, latest }) => Date.parse(latest) - Date.parse(earliest) < stepS * 1000);
  return [...new Set(exact.flatMap(({ earliest, latest }) => [Date.parse(earliest), Date.parse(latest)]))];
}

/** Where those times were read, as far as that names a message and a file: "result.json message 12 date_unixtime" and "result.json". */
export async function postingBases(reader: CaseReader): Promise<string[]> {
  const bases = new Set((await postingClaims(reader)).map(({ basis }) => basis));
  return [...bases].flatMap((basis) => [
    ...(/\d/u.test(basis) && basis.trim().split(/\s+/u).length >= 3 ? [basis] : []),
    ...(basis.match(/[\p{L}\p{N}_-]+\.(?:json|html?|txt|csv|xml|zip|eml|mbox|pdf)\b/giu) ?? []),
  ]);
}

async function postingClaims(reader: CaseReader): Promise<TimeClaim[]> {
  const stated = (await linesOfKinds(reader, ["time.stated", "event.described"])).flatMap((line) => {
    const sealed = line.kind === "time.stated" ? line.data.claim : line.data.time;
    return sealed === "unknown" ? [] : [line.opened(sealed)];
  });
  const posted: unknown[] = [];
  for await (const { posted: at, edited, timeOfId } of carryingPosts(reader)) posted.push(at, edited, timeOfId);
  return [...stated, ...posted].flatMap((one) => TimeClaim.safeParse(one).data ?? []).filter(({ means }) => postingMeanings.has(means));
}
