/**
 * Versions of tiers: what a line says that it changed against what its document changes. A review counts for words that did not change
 * since; a line that leaves out what it changed would carry it over to other words. Documents that are not here are not compared.
 */
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { EntryBodyOf } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import { faultOfTaking } from "../core/tier/check-tier.ts";
import { holdsId } from "../core/tier/segment-ranges.ts";
import { TierDocument, type TierId } from "../core/tier/tier.ts";
import { tierChanges } from "../core/tier/tier-changes.ts";
import type { Findings } from "./findings.ts";

/** 20,000 segments of a long sentence each, in any script, with room. */
export const tierDocumentBytesAtMost = 64 * 1024 * 1024;

export interface SeenTierVersion {
  readonly line: number;
  readonly data: EntryBodyOf<"tier.written">["data"];
}

interface Before {
  readonly data: SeenTierVersion["data"];
  readonly document: TierDocument | undefined;
  /** Highest id that any version used. */
  readonly used: number;
  /** A version of it may be in a line that is not here. */
  readonly whole: boolean;
}

interface Around {
  /** Whole bytes of an object that lies there intact. */
  bytes(object: Digest): Promise<Uint8Array | undefined>;
  /** Lines are left out here: a version may be in one of them. */
  readonly gaps: boolean;
}

export async function checkTiers(versions: readonly SeenTierVersion[], around: Around, findings: Findings): Promise<void> {
  const newest = new Map<TierId, Before>();
  for (const { line, data } of versions) {
    const before = newest.get(data.tier);
    const against = (text: string): void =>
      findings.against("tier-wrong", `Line ${line}, version ${data.version} of tier ${data.tier}: ${text}.`, { line });
    const next = (before?.data.version ?? 0) + 1;
    const follows = data.version === next;
    if (data.version < next || (!follows && !around.gaps)) against(`expected version ${next}; found version ${data.version}`);
    if (before !== undefined && (before.data.item !== data.item || before.data.sort !== data.sort))
      against(`expected ${before.data.sort} of ${before.data.item}, as it is; found ${data.sort} of ${data.item}`);
    const document = await documentOf(data, around, against);
    const whole = follows && (before?.whole ?? true);
    if (document !== undefined && follows) compare(data, document, before, whole, against);
    const used = document?.segments.reduce((most, { id }) => Math.max(most, id), 0) ?? 0;
    newest.set(data.tier, { data, document, used: Math.max(used, before?.used ?? 0, data.changed.at(-1)?.[1] ?? 0), whole });
  }
}

async function documentOf(
  { document, item, sort, language }: SeenTierVersion["data"],
  { bytes }: Around,
  against: (text: string) => void,
): Promise<TierDocument | undefined> {
  const held = await bytes(document);
  if (held === undefined) return undefined;
  const { data } = TierDocument.safeParse(parsed(held));
  // One of a later format is no fault of the history. Nothing of it counts here, and after it every segment counts as changed.
  if (data === undefined) return undefined;
  if (data.item === item && data.sort === sort && data.language === language) return data;
  against("expected a document of the same item, sort and language as its line; found another");
  return undefined;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodeUtf8(bytes) ?? "");
  } catch {
    return undefined;
  }
}

function compare(
  data: SeenTierVersion["data"],
  document: TierDocument,
  before: Before | undefined,
  whole: boolean,
  against: (text: string) => void,
): void {
  if (before !== undefined && before.document === undefined) return;
  const source = (of: SeenTierVersion["data"]): TierId | null => of.from?.tier ?? null;
  const changes = tierChanges(before?.document && { ...before.document, source: source(before.data) }, {
    ...document,
    source: source(data),
  });
  const untold = changes.filter(({ id, is }) => is !== "removed" && !holdsId(data.changed, id));
  if (untold[0] !== undefined)
    against(`expected its line to name each segment that it changes; found ${untold.length} that it does not, the first ${untold[0].id}`);
  const reused = whole ? changes.find(({ id, is }) => is === "new" && id <= (before?.used ?? 0)) : undefined;
  if (reused !== undefined) against(`segment ${reused.id}: expected an id that was never used for a new segment; found one that was`);
  if (before === undefined && data.made.by !== "program") return;
  const fault = faultOfTaking(data.made, before?.document?.segments ?? [], document.segments);
  if (fault !== undefined) against(fault);
}
