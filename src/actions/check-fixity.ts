/** Hashes every object again, and says in the ledger what was found. A check that was stopped says nothing. */
import type { Cancellation } from "../core/cancel/cancellation.ts";
import type { EntryDraft } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { LedgerReader } from "../core/ledger/ledger.port.ts";
import { objectsExpected } from "../formats/case-folder/objects-expected.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseWriter } from "./case-writer.ts";

export interface FixityFound {
  readonly objects: number;
  readonly intact: number;
  readonly altered: readonly Digest[];
  readonly missing: readonly Digest[];
  readonly outcome: "complete" | "stopped";
}

export interface CheckFixityPorts {
  readonly writer: CaseWriter;
  readonly ledger: LedgerReader;
  /** Hashes all objects that are there; `expected` are those that should be. */
  readonly hashAll: (
    expected: ReadonlySet<Digest>,
    o: { signal: Cancellation; onProgress: (objects: number) => void },
  ) => Promise<FixityFound>;
  /** Objects that no line names. */
  readonly orphans: () => Promise<readonly Digest[]>;
}

/** Digests in one line, which holds less than 64 KiB; more go on in the next line with the same counts. */
const digestsPerLine = 700;

export async function checkFixity(
  ports: CheckFixityPorts,
  viewer: Viewer,
  o: { signal: Cancellation; onProgress: (objects: number) => void },
): Promise<FixityFound & { readonly line: number | null; readonly unnamed: readonly Digest[] }> {
  demand(viewer, "append");
  const found = await ports.hashAll(await objectsExpected(ports.ledger.read()), o);
  if (found.outcome === "stopped") return { ...found, line: null, unnamed: [] };
  const { objects, intact } = found;
  // Before the line of this check, which names what is altered.
  const unnamed = await ports.orphans();
  const wrong = [
    ...found.altered.map((digest) => ({ digest, as: "altered" as const })),
    ...found.missing.map((digest) => ({ digest, as: "missing" as const })),
  ];
  const drafts: EntryDraft[] = [];
  for (let at = 0; at === 0 || at < wrong.length; at += digestsPerLine) {
    const part = wrong.slice(at, at + digestsPerLine);
    const of = (as: "altered" | "missing") => part.filter((one) => one.as === as).map(({ digest }) => digest);
    drafts.push({ kind: "fixity.checked", data: { objects, intact, altered: of("altered"), missing: of("missing") } });
  }
  const lines = await ports.writer.append(() => drafts);
  return { ...found, line: lines[0]?.head.seq ?? null, unnamed };
}
