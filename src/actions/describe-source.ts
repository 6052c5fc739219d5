/**
 * Makes a source, or describes one anew. Who a protected source is goes to the private store alone, before the line that names
 * its seal; the label is what everybody who works on the case may read.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { OpenedValue, Sealed } from "../core/entry/entry.ts";
import type { SourceId, SourceSort } from "../core/source/source.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandSource, type KnowsSources } from "./demand-sources.ts";
import { createSealing } from "./sealing.ts";

export interface DescribeSourcePorts extends Pick<KnowsSources, "hasSource"> {
  readonly writer: CaseWriter;
  /** Keeps values in the private store, durably when it resolves. Asked for only when there is something to keep. */
  readonly keepRestricted: (values: readonly OpenedValue[]) => Promise<void>;
}

/** Words for the private store, or what becomes of those that are kept. */
export type RestrictedWords = { readonly words: string } | "none" | "as-before";

export interface SourceDescription {
  /** Undefined for a new one. */
  readonly source: SourceId | undefined;
  readonly sort: SourceSort;
  readonly label: string;
  readonly about: string | null;
  /** Restricted: a name, a way to reach the person. */
  readonly identity: RestrictedWords;
  /** Notes that help to weigh what it says; "unknown" while nobody can say. */
  readonly access: string;
  readonly motive: string;
  readonly history: string;
  /** Restricted: what could put somebody at risk. */
  readonly restricted: RestrictedWords;
  /** Demanded for a change. */
  readonly reason: string | null;
}

type Kept = Sealed | "none" | "as-before";

/** Throws CaseError INPUT_INVALID, PASSPHRASE_WRONG. */
export async function describeSource(
  ports: DescribeSourcePorts,
  viewer: Viewer,
  said: SourceDescription,
): Promise<{ id: SourceId; seq: number }> {
  demand(viewer, "append");
  if (said.source !== undefined) {
    await demandSource(ports, said.source);
    if (said.reason === null) throw new CaseError("INPUT_INVALID", `source ${said.source}: expected the reason for the change; found none`);
  }
  if (said.source === undefined && said.identity === "as-before")
    throw new CaseError("INPUT_INVALID", "a new source: expected an identity or none; found one as before");
  const { opens, seal, sealOrNull, sealOrUnknown } = createSealing(ports.writer);
  const sealRestricted = (one: RestrictedWords) => (typeof one === "string" ? one : ports.writer.seal(one.words));
  const restricted = [sealRestricted(said.identity), sealRestricted(said.restricted)] as const;
  const kept = restricted.flatMap((one) => (typeof one === "string" ? [] : [one.opened]));
  // The words first: a line must not name what nothing opens.
  if (kept.length > 0) await ports.keepRestricted(kept);
  const [identity, note] = restricted.map((one) => (typeof one === "string" ? one : one.sealed)) as [Kept, Kept];
  const words = { label: seal(said.label), about: sealOrNull(said.about), reason: sealOrNull(said.reason) };
  const notes = { access: sealOrUnknown(said.access), motive: sealOrUnknown(said.motive), history: sealOrUnknown(said.history) };
  let id = said.source ?? "s1";
  const [line] = await ports.writer.append((numbers) => {
    id = said.source ?? numbers.next("s");
    return [{ kind: "source.described", data: { source: id, sort: said.sort, ...words, ...notes, identity, restricted: note }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
