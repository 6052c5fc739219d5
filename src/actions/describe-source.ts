/**
 * Makes a source, or describes one anew. Who a protected source is goes to the private store alone, before the line that names
 * its seal; the label is what everybody who works on the case may read.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { OpenedValue } from "../core/entry/entry.ts";
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

export interface SourceDescription {
  /** Undefined for a new one. */
  readonly source: SourceId | undefined;
  readonly sort: SourceSort;
  readonly label: string;
  readonly about: string | null;
  /** Restricted: a name, a way to reach the person. */
  readonly identity: { readonly words: string } | "none" | "as-before";
  /** Demanded for a change. */
  readonly reason: string | null;
}

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
  const { opens, seal, sealOrNull } = createSealing(ports.writer);
  const identity = typeof said.identity === "string" ? said.identity : ports.writer.seal(said.identity.words);
  if (typeof identity !== "string") await ports.keepRestricted([identity.opened]);
  const words = { label: seal(said.label), about: sealOrNull(said.about), reason: sealOrNull(said.reason) };
  let id = said.source ?? "s1";
  const [line] = await ports.writer.append((numbers) => {
    id = said.source ?? numbers.next("s");
    const restricted = typeof identity === "string" ? identity : identity.sealed;
    return [{ kind: "source.described", data: { source: id, sort: said.sort, ...words, identity: restricted }, opens }];
  });
  return { id, seq: line?.head.seq ?? 0 };
}
