/** Lines of the case that say anything about judgements, parsed once and added to as the ledger grows. */
import type { EntryBody, Sealed } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { CaseLine } from "../../reason/stale/case-lines.ts";
import { kindsRead } from "../../reason/stale/build-graph.ts";
import { type CaseReader, readJson } from "../case-reader.ts";

interface Held {
  readonly upTo: number;
  readonly lines: readonly CaseLine[];
}

const held = new WeakMap<CaseReader["views"], Held>();

export async function staleLines({ views }: CaseReader): Promise<readonly CaseLine[]> {
  const upTo = views.head()?.seq ?? 0;
  const before = held.get(views);
  if (before?.upTo === upTo) return before.lines;
  // The words of an earlier line may be gone since: then nothing is kept of what was read.
  const erased = await views.db
    .selectFrom("entry")
    .select("seq")
    .where("kind", "=", "entry.erased")
    .where("seq", ">", before?.upTo ?? 0)
    .execute();
  const from = erased.length > 0 ? undefined : before;
  const rows = await views.db
    .selectFrom("entry")
    .select(["seq", "body", "open"])
    .where("kind", "in", kindsRead)
    .where("body", "is not", null)
    .where("seq", ">", from?.upTo ?? 0)
    .where("seq", "<=", upTo)
    .orderBy("seq")
    .execute();
  const lines = [...(from?.lines ?? []), ...rows.map((row) => caseLine(row))];
  held.set(views, { upTo, lines });
  return lines;
}

function caseLine({ seq, body, open }: { seq: number; body: string | null; open: string }): CaseLine {
  return {
    seq,
    body: JSON.parse(body as string) as EntryBody,
    opened: ({ sealed }: Sealed) => (JSON.parse(open) as { readonly [digest: string]: unknown })[sealed],
  };
}

/** Documents of judgements as they were stated last. An earlier one is rested on by nothing. */
export function documentsNamed(lines: readonly CaseLine[]): Digest[] {
  const last = new Map<string, Digest>();
  for (const { body } of lines) {
    if (body.kind === "inference.kept") last.set(body.data.inference, body.data.problem);
    if (body.kind === "finding.written") last.set(body.data.finding, body.data.document);
    if (body.kind === "element-sheet.written") last.set(body.data.sheet, body.data.document);
    if (body.kind === "edition.sealed") last.set(body.data.edition, body.data.plan);
    if (body.kind === "scene-pair.judged") last.set(body.data.pair, body.data.sheet);
  }
  return [...new Set(last.values())];
}

const mostDocuments = 5000;
const documents = new WeakMap<CaseReader["views"], Map<Digest, unknown>>();

/** Parsed; those that this copy does not hold are left out. An object never says anything else, so it is read once. */
export async function readDocuments(reader: CaseReader, wanted: readonly Digest[]): Promise<ReadonlyMap<Digest, unknown>> {
  const known = documents.get(reader.views) ?? new Map<Digest, unknown>();
  documents.set(reader.views, known);
  for (const digest of wanted) {
    if (known.has(digest) || !(await reader.vault.has(digest))) continue;
    known.set(digest, await readJson(reader.vault, digest));
  }
  if (known.size > mostDocuments) documents.delete(reader.views);
  return known;
}
