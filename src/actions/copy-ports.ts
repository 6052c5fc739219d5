/** What actions on copies must know of the case, and how a list of re-opened judgements is kept. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { Reopening, Reopens } from "../core/copies/reopening.ts";
import type { ItemId } from "../core/item/item.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CopyMaterial } from "../reason/copies/arrange-copies.ts";
import type { BoundMove } from "../reason/copies/bound-move.ts";
import type { CaseWriter } from "./case-writer.ts";
import type { KnowsItems } from "./demand-items.ts";
import { once } from "./once.ts";

export interface CopyPorts extends KnowsItems {
  readonly writer: CaseWriter;
  readonly vault: Pick<Vault, "stage" | "commit">;
  readonly copies: {
    /** Of a judgement's line: what it was on, whether it stands, and what the material is without it. */
    judgement(line: number): Promise<CopyJudgement | undefined>;
    /** Whether two items are in a compared pair, or the same bytes. */
    isPair(a: ItemId, b: ItemId): Promise<boolean>;
    /** Lines that are to be looked at again and that nobody looked at since. */
    reopened(): Promise<ReadonlySet<number>>;
    /** Bounds that no line records yet. */
    moves(): Promise<readonly BoundMove[]>;
    /** What a change of judgements would re-open; undefined where it moves no bound. */
    reopenedBy(change: (material: CopyMaterial) => CopyMaterial): Promise<Reopening | undefined>;
  };
}

export interface CopyJudgement {
  readonly on: "match" | "upload";
  readonly stands: boolean;
  without(material: CopyMaterial): CopyMaterial;
}

/** Durable when this resolves. */
export async function keepReopening({ vault }: Pick<CopyPorts, "vault">, reopening: Reopening): Promise<Reopens> {
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(reopening as unknown as Json)}\n`)));
  await vault.commit([staged]);
  return { count: reopening.judgements.length, list: staged.digest };
}

export async function reopensOf(ports: CopyPorts, change: (material: CopyMaterial) => CopyMaterial): Promise<Reopens | null> {
  const reopening = await ports.copies.reopenedBy(change);
  return reopening === undefined ? null : keepReopening(ports, reopening);
}
