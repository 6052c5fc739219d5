/** Says who posted, re-posted, gave or filmed items, and on what basis; or takes that back. No role follows from another. */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountId, AttributionRole } from "../core/source/account.ts";
import type { SourceId } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandItems, type KnowsItems } from "./demand-items.ts";
import { demandAccount, demandSource, type KnowsSources } from "./demand-sources.ts";
import { createSealing } from "./sealing.ts";

/** Items named by one line: at seven digits each it stays well under what a line may hold. */
const itemsPerLine = 4000;

export interface NewAttribution {
  readonly items: readonly ItemId[];
  readonly role: AttributionRole;
  readonly account: AccountId | "unknown";
  readonly source: SourceId | "unknown";
  readonly basis: string;
  readonly standing: "stated" | "withdrawn";
}

/** Throws CaseError ITEM_UNKNOWN, INPUT_INVALID. */
export async function attributeItems(
  ports: { writer: CaseWriter } & KnowsItems & KnowsSources,
  viewer: Viewer,
  attribution: NewAttribution,
): Promise<{ seq: number }> {
  demand(viewer, "append");
  const { account, source, items } = attribution;
  if (account === "unknown" && source === "unknown")
    throw new CaseError("INPUT_INVALID", "attributing: expected an account or a source; found neither");
  if (account !== "unknown" && (attribution.role === "given-by" || attribution.role === "filmed-by") && source === "unknown")
    throw new CaseError("INPUT_INVALID", `attributing ${attribution.role}: expected a source; found an account alone, which only posts`);
  await demandItems(ports, items);
  await demandAccount(ports, account);
  await demandSource(ports, source);
  const lines = await ports.writer.append(() => attributionDrafts(ports.writer, attribution));
  return { seq: lines.at(-1)?.head.seq ?? 0 };
}

export function attributionDrafts(writer: Pick<CaseWriter, "seal">, { items, basis, ...of }: NewAttribution): EntryDraft[] {
  const drafts: EntryDraft[] = [];
  for (let from = 0; from < items.length; from += itemsPerLine) {
    const { opens, seal } = createSealing(writer);
    const data = { items: items.slice(from, from + itemsPerLine), ...of, basis: seal(basis) };
    drafts.push({ kind: "item.attributed", data, opens });
  }
  return drafts;
}
