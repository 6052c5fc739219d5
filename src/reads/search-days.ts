/**
 * How many posts and articles were posted on each day, or in each hour: of those that a search finds, or of all. A time
 * without a zone, or a day without a clock, may reach over several of them: it is counted apart in each that it touches, and
 * wholly in none.
 */
import type { SearchQuery } from "../core/search/search-query.ts";
import { textSorts } from "../core/search/segment.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";
import { searchFacts, secondsOf } from "./search-facts.ts";
import { eachTime } from "./search-filter.ts";
import { matchTexts } from "./search-match.ts";

export interface PostedBins {
  bin: "day" | "hour";
  /** Bins with something in them, earliest first: when each begins, UTC; posts wholly inside; posts that may be. */
  bins: { at: string; within: number; touching: number }[];
  /** Posts and articles counted; those whose words allow no time; those before 1900 or after 2199. */
  counted: number;
  withoutTime: number;
  outside: number;
  /** Other texts found, such as notes and names: they are not posted on a day. */
  others: number;
  counting: "exactly" | "at-most";
}

const seconds = { day: 86_400, hour: 3600 } as const;
const first = secondsOf("1900-01-01T00:00:00Z");
const last = secondsOf("2200-01-01T00:00:00Z");
/** Hours are counted in a stretch no longer than this; beyond it, days. */
const hoursAtMost = 24 * 62;

export async function postedBins(
  reader: CaseReader,
  viewer: Viewer,
  wanted: SearchQuery & { readonly bin?: "day" | "hour" | undefined },
): Promise<PostedBins> {
  demand(viewer, "read");
  const facts = await searchFacts(reader);
  const { matched, unsure } = await matchTexts(reader, wanted.words);
  const from = Math.max(first, wanted.from === undefined ? first : secondsOf(wanted.from));
  const to = Math.min(last - 1, wanted.to === undefined ? last - 1 : secondsOf(wanted.to));
  const bin = wanted.bin === "hour" && (to - from) / seconds.hour <= hoursAtMost ? "hour" : "day";
  const width = seconds[bin];
  const base = Math.floor(from / width);
  const room = Math.max(1, Math.floor(to / width) - base + 1);
  const within = new Uint32Array(room);
  // Differences: a stretch of any length takes two steps.
  const edges = new Int32Array(room + 1);
  const [post, article] = [textSorts.indexOf("post"), textSorts.indexOf("article")];
  const answer = { counted: 0, withoutTime: 0, outside: 0, others: 0 };
  eachTime(matched, facts, wanted, (sort, earliest, latest) => {
    if (sort !== post && sort !== article) {
      answer.others++;
      return;
    }
    if (Number.isNaN(earliest)) {
      answer.withoutTime++;
      return;
    }
    const begin = Math.floor(earliest / width) - base;
    const end = Math.floor(latest / width) - base;
    if (end < 0 || begin >= room) {
      answer.outside++;
      return;
    }
    answer.counted++;
    if (begin === end) (within[begin] as number)++;
    else {
      (edges[Math.max(0, begin)] as number)++;
      (edges[Math.min(room, end + 1)] as number)--;
    }
  });
  const bins: PostedBins["bins"] = [];
  let touching = 0;
  for (let i = 0; i < room; i++) {
    touching += edges[i] as number;
    const inside = within[i] as number;
    if (inside > 0 || touching > 0) bins.push({ at: instantOf((base + i) * width), within: inside, touching });
  }
  return { bin, bins, ...answer, counting: unsure.length === 0 ? "exactly" : "at-most" };
}

function instantOf(at: number): string {
  return new Date(at * 1000).toISOString().replace(".000", "");
}
