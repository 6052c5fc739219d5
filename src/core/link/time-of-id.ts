/** Times that platforms put into the numbers of posts. They hold whatever a page shows, and say when the number was made. */
import type { TimeClaim } from "../time/time-claim.ts";

/** X's numbers carry milliseconds since this instant from the change of 4 November 2010 on; smaller ones were counted. */
const xEpochMs = 1_288_834_974_657n;
const firstTimedX = 29_700_000_000n;

export function timeOfXPost(id: string): TimeClaim | undefined {
  const number = numberOf(id);
  if (number === undefined || number < firstTimedX) return undefined;
  return claim(id, Number((number >> 22n) + xEpochMs), 0, "the number of the X post (its upper bits are milliseconds)");
}

/** TikTok's numbers carry seconds in their upper 32 bits. The number is made when the upload begins. */
export function timeOfTikTokVideo(id: string): TimeClaim | undefined {
  const number = numberOf(id);
  if (number === undefined || id.length < 18) return undefined;
  return claim(id, Number(number >> 32n) * 1000, 999, "the number of the TikTok video (its upper 32 bits are seconds)");
}

function claim(id: string, from: number, width: number, basis: string): TimeClaim | undefined {
  // 2100: a number beyond is no number of a post.
  if (from > 4_102_444_800_000) return undefined;
  const earliest = new Date(from).toISOString();
  return { means: "posted", verbatim: id, earliest, latest: new Date(from + width).toISOString(), zone: { state: "utc" }, basis };
}

function numberOf(id: string): bigint | undefined {
  return /^[1-9][0-9]{0,19}$/.test(id) && BigInt(id) < 1n << 63n ? BigInt(id) : undefined;
}
