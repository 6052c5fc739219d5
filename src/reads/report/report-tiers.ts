/** What is said and written in the recordings of an edition, with who wrote it, who read it against the recording, and what is a draft still. */
import type { ItemId } from "../../core/item/item.ts";
import type { ReportTier } from "../../core/report/report-item.ts";
import type { TierMaking } from "../../core/tier/tier.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { getTier } from "../tiers/get-tier.ts";
import { listTiers } from "../tiers/list-tiers.ts";

export async function reportTiers(
  reader: CaseReader,
  viewer: Viewer,
  items: ReadonlySet<ItemId>,
  labelOf: (person: string) => string,
): Promise<ReportTier[]> {
  const { tiers } = await listTiers(reader, viewer);
  const wanted = tiers.filter(({ item, withdrawn }) => items.has(item) && withdrawn === undefined);
  const found: ReportTier[] = [];
  for (const { id } of wanted) {
    const { tier, version, document, states, history, reviews } = await getTier(reader, viewer, id);
    if (document === "withheld") continue;
    const standing = new Map(states.map((state) => [state.id, state]));
    const reviewedBy = reviews
      .filter(({ withdrawn, verdict }) => withdrawn === undefined && verdict === "agrees")
      .map(({ by }) => labelOf(by));
    found.push({
      ...{ tier: id, version, item: tier.item, sort: tier.sort, language: tier.language, from: history[0]?.from?.tier ?? null },
      writers: [...new Set(states.flatMap(({ writers }) => writers).map((person) => labelOf(person)))],
      reviewers: [...new Set(reviewedBy)],
      made: makingWords(history.at(-1)?.made),
      segments: document.segments.map(({ id: segment, startMs, endMs, speaker, text, alternatives }) => ({
        ...{ id: segment, startS: startMs / 1000, endS: endMs / 1000, speaker, text, alternatives },
        draft: standing.get(segment)?.standing === "machine",
        reviewed: standing.get(segment)?.standing === "reviewed",
      })),
    });
  }
  return found;
}

function makingWords(made: TierMaking | undefined): string {
  if (made === undefined) return "not known";
  if (made.by === "person") return "written by a person";
  if (made.by === "program") return `drafted by ${made.name} ${made.version}, model ${made.model}`;
  return `brought in from a ${made.format} file${made.program === undefined ? "" : ` that ${made.program} wrote`}`;
}
