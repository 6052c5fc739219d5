/**
 * Makes an account of a channel that a reader found, and attributes the items that its posts carry: posted by it, or re-posted
 * where the post says that it forwards. When the channel's id has an account already, that one is taken. Who filmed stays open.
 */
import type { EntryDraft } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import type { AccountId, SeenInterval } from "../core/source/account.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { attributionDrafts } from "./attribute-items.ts";
import { accountDraft, type AccountPorts } from "./describe-account.ts";
import { handleDraft } from "./observe-handle.ts";
import { createSealing } from "./sealing.ts";

/** A channel as an export states it. */
export interface FoundChannel {
  readonly platform: string;
  /** "unknown" where the export names its owner by nothing. */
  readonly platformId: string | "unknown";
  /** The account that was made of it before. */
  readonly account: AccountId | null;
  readonly displayName: string;
  readonly basis: string;
  /** First and last post of it in the export. */
  readonly seen: SeenInterval;
  readonly posted: readonly ItemId[];
  readonly rePosted: readonly ItemId[];
}

/** Throws CaseError NOT_ALLOWED, CASE_READ_ONLY. */
export async function accountFromChannel(
  ports: AccountPorts,
  viewer: Viewer,
  channel: FoundChannel,
): Promise<{ id: AccountId; seq: number }> {
  demand(viewer, "append");
  const { platform, platformId, displayName, basis, seen } = channel;
  let id: AccountId = "a1";
  const lines = await ports.writer.append(async (numbers) => {
    const before = platformId === "unknown" ? (channel.account ?? undefined) : await ports.accountOf(platform, platformId);
    id = before ?? numbers.next("a");
    const said = { platform, platformId, url: "unknown", source: "unknown", about: null } as const;
    // Such an export gives the name shown and no handle.
    const named = { handle: "unknown", displayName, seen, basis };
    const of = { account: id, source: "unknown", basis, standing: "stated" } as const;
    return [
      ...(before === undefined ? [accountDraft(createSealing(ports.writer), id, said)] : []),
      handleDraft(createSealing(ports.writer), id, named),
      ...attributionDrafts(ports.writer, { ...of, items: channel.posted, role: "posted-by" }),
      ...attributionDrafts(ports.writer, { ...of, items: channel.rePosted, role: "re-posted-by" }),
    ] satisfies EntryDraft[];
  });
  return { id, seq: lines.at(-1)?.head.seq ?? 0 };
}
