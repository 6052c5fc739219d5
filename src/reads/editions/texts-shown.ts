/** Texts whose words go out in a public edition: tiers that its findings cite, with what stands beside them, and what its claims quote. */
import type { TextPart } from "../../core/claim/claim-text.ts";
import type { ItemId } from "../../core/item/item.ts";
import { holdsText, type ReadText } from "../../core/redaction/text-standing.ts";
import type { ReportModel } from "../../core/report/report.ts";
import type { EditionItemFacts } from "../../policy/edition-facts.ts";
import { publicParts } from "../../reason/edition/public-parts.ts";
import type { CaseReader } from "../case-reader.ts";
import type { ItemWords } from "../redactions/words-of.ts";

/** By item; of posts, those that are quoted. */
export interface TextsShown {
  readonly tiers: ReadonlySet<string>;
  readonly posts: ReadonlySet<number>;
  /** Whether something else of its reading is quoted. */
  readonly reading: boolean;
}

const nothing: TextsShown = { tiers: new Set(), posts: new Set(), reading: false };

export async function textsShown({ views: { db } }: CaseReader, model: ReportModel): Promise<ReadonlyMap<ItemId, TextsShown>> {
  const found = new Map<ItemId, { tiers: Set<string>; posts: Set<number>; reading: boolean }>();
  const of = (item: ItemId) => {
    const shown = found.get(item) ?? { tiers: new Set(), posts: new Set(), reading: false };
    found.set(item, shown);
    return shown;
  };
  for (const { item, tier } of publicParts(model).tiers) of(item).tiers.add(tier);
  const named = [...model.records.map(({ name }) => name), ...model.claims.rows.flatMap(({ cells }) => cells.map(({ claim }) => claim))];
  const claims = [...new Set(named.filter((name) => /^k[1-9]\d*$/.test(name)).map((name) => Number(name.slice(1))))];
  const rows = claims.length === 0 ? [] : await db.selectFrom("claim").select(["item", "part_json"]).where("id", "in", claims).execute();
  for (const { item, part_json } of rows) {
    const part = JSON.parse(part_json) as TextPart;
    const shown = of(`i${item}`);
    if (part.sort === "tier") shown.tiers.add(part.tier);
    else if (part.sort === "post") shown.posts.add(part.post);
    else if (part.sort !== "typed") shown.reading = true;
  }
  return found;
}

/** What the rules of editions are asked about the words of an item. */
export function wordFacts({ texts, marks, views }: ItemWords, shown: TextsShown = nothing): EditionItemFacts["words"] {
  const counted = views.filter(({ fault }) => fault === null);
  const readBy = (text: ReadText) => [
    ...new Set(counted.filter((view) => view.texts.some((one) => holdsText(one, text))).map(({ by }) => by)),
  ];
  const tiers = texts.tiers
    .filter(({ tier, withdrawn }) => shown.tiers.has(tier) && !withdrawn)
    .map(({ tier, document }) => ({ what: tier as string, readBy: readBy({ in: "tier", tier, document }) }));
  const { reading } = texts;
  const parts =
    reading === null
      ? []
      : reading.kind === "posts"
        ? [...shown.posts]
            .toSorted((a, b) => a - b)
            .map((post) => ({ what: `post ${post + 1}`, readBy: readBy({ in: "text", reading: reading.reading, posts: [post] }) }))
        : shown.reading
          ? [{ what: "the text", readBy: readBy({ in: "text", reading: reading.reading, posts: null }) }]
          : [];
  return {
    marks: marks.flatMap(({ redaction, anchored, withdrawn }) =>
      withdrawn !== undefined
        ? []
        : [{ redaction, loose: anchored === null ? ("unreadable" as const) : anchored.state === "loose" ? anchored.why : null }],
    ),
    makers: [...new Set(marks.flatMap(({ makers }) => makers))],
    texts: [...tiers, ...parts],
  };
}
