/** Notes links that somebody pasted or typed: each becomes an item that is known and not held. Nothing is fetched. */
import type { RiskOfRemoval } from "../core/conditions/assessment.ts";
import type { EntryData, EntryDraft } from "../core/entry/entry.ts";
import type { ItemId, ItemName } from "../core/item/item.ts";
import type { NormalisedLink } from "../core/link/link.ts";
import { normaliseUrl } from "../core/link/normalise-url.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface NoteLinksPorts {
  readonly writer: CaseWriter;
  /** The item of a link that is noted already, by its normalised spelling. */
  readonly linkStanding: (normalised: string) => Promise<ItemId | undefined>;
}

export type NotedLink =
  | { readonly given: string; readonly state: "noted" | "already-there"; readonly item: ItemId; readonly link: NormalisedLink }
  | { readonly given: string; readonly state: "refused"; readonly reason: string };

/** One append: a hundred pasted links are one sync. The answer keeps the order of `given`. */
export async function noteLinks(
  { writer, linkStanding }: NoteLinksPorts,
  viewer: Viewer,
  { given, riskOfRemoval }: { given: readonly string[]; riskOfRemoval: RiskOfRemoval },
): Promise<NotedLink[]> {
  demand(viewer, "append");
  let answers: NotedLink[] = [];
  await writer.append(async (numbers) => {
    answers = [];
    const fresh = new Map<string, ItemId>();
    const drafts: EntryDraft[] = [];
    for (const text of given) {
      const read = normaliseUrl(text);
      if (read.state === "refused") {
        answers.push({ given: text, state: "refused", reason: read.reason });
        continue;
      }
      const { link } = read;
      const standing = fresh.get(link.normalised) ?? (await linkStanding(link.normalised));
      const item = standing ?? numbers.item();
      answers.push({ given: text, state: standing === undefined ? "noted" : "already-there", item, link });
      if (standing !== undefined) continue;
      fresh.set(link.normalised, item);
      drafts.push(linkNotedDraft(writer, { item, link, riskOfRemoval, from: "typed" }));
    }
    return drafts;
  });
  return answers;
}

/** For whoever notes a link of their own material, such as a row of a sheet. */
export function linkNotedDraft(
  writer: Pick<CaseWriter, "seal">,
  {
    item,
    link,
    riskOfRemoval,
    from,
  }: { item: ItemId; link: NormalisedLink; riskOfRemoval: RiskOfRemoval; from: EntryData<"link.noted">["from"] },
): EntryDraft {
  const name = writer.seal({ encoding: "utf-8", path: shortened(link.shown) } satisfies ItemName);
  const url = writer.seal({ given: link.verbatim, normalised: link.normalised });
  return {
    kind: "link.noted",
    data: { item, name: name.sealed, url: url.sealed, riskOfRemoval, from },
    opens: [name.opened, url.opened],
  };
}

/** A name is for lists; the link itself stands beside it in full. */
const longestName = 500;

function shortened(text: string): string {
  const signs = [...text];
  return signs.length <= longestName ? text : `${signs.slice(0, longestName).join("")}…`;
}
