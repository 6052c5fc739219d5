/**
 * Erases what one line says: body, salt and opened values go, its head stays, and a signed entry says that it was so. The
 * entry comes first, as with objects. Bytes that the line names stay: they are erased as objects.
 */
import { CaseError } from "../core/case/case-error.ts";
import type { EntryKind } from "../core/entry/entry.ts";
import { demandNoHold, type Hold } from "../policy/conditions.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";
import { demandTwoPeople, type Erasure, type KnowsPeople } from "./erasure.ts";

export interface EraseEntryPorts extends KnowsPeople {
  readonly writer: CaseWriter;
  /** What line `seq` is; "withheld" when its words are gone already, undefined when there is no such line. */
  readonly kindOf: (seq: number) => Promise<EntryKind | "withheld" | undefined>;
  /** A legal hold on what the line is about. */
  readonly holdOnLine: (seq: number) => Promise<Hold | undefined>;
  /** Restricted values of the line; opening them may ask for a passphrase, so it comes before anything is said or done. */
  readonly restrictedIn: (seq: number) => Promise<{ remove(): Promise<void> }>;
  readonly reduceToHead: (seq: number) => Promise<void>;
  /** Makes the read model anew, without a trace of what is gone. */
  readonly forget: () => Promise<void>;
}

/** Others rest on these: without them, signatures and erasures could not be told from forgeries and losses. */
const neverErased: ReadonlySet<string> = new Set<EntryKind>([
  "case.opened",
  "key.enrolled",
  "key.replaced",
  "key.revoked",
  "object.erased",
  "entry.erased",
]);

export async function eraseEntry(ports: EraseEntryPorts, viewer: Viewer, seq: number, erasure: Erasure): Promise<{ line: number }> {
  demand(viewer, "erase");
  await demandTwoPeople(ports, viewer, erasure);
  const kind = await ports.kindOf(seq);
  if (kind === undefined) throw new CaseError("INPUT_INVALID", `ledger line ${seq}: expected a line of this case; found none`);
  if (kind === "withheld")
    throw new CaseError("INPUT_INVALID", `ledger line ${seq}: expected a line that says something; found its head alone`);
  if (neverErased.has(kind)) {
    throw new CaseError("NOT_ALLOWED", `ledger line ${seq}: expected a line that no other rests on; found ${kind}`);
  }
  demandNoHold(await ports.holdOnLine(seq));
  const restricted = await ports.restrictedIn(seq);
  const [first, second] = erasure.authorisedBy;
  const lines = await ports.writer.append(() => [
    { kind: "entry.erased", data: { seq, reason: erasure.reason, authorisedBy: [first, second] } },
  ]);
  await restricted.remove();
  await ports.reduceToHead(seq);
  await ports.forget();
  return { line: lines[0]?.head.seq ?? 0 };
}
