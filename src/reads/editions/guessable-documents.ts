/**
 * Documents of findings and plans of editions whose hashes stand in lines that a public edition would show, and that have no salt: all
 * of such a document but the exact place is in the public report, so trying places finds the one that gives the hash.
 */
import { z } from "zod";
import type { Digest } from "../../core/hash/digest.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

const Salted = z.object({ salt: z.string().regex(/^[0-9a-f]{64}$/) });

/** With those that this copy does not hold: nobody here can say that they have one. */
export async function guessableDocuments(reader: CaseReader): Promise<ReadonlySet<Digest>> {
  const lines = await linesOfKinds(reader, ["finding.written", "finding.signed", "finding.reviewed", "edition.sealed"]);
  const named = lines.flatMap((line) =>
    line.kind === "edition.sealed" ? [line.data.plan, ...line.data.findings.map(({ document }) => document)] : [line.data.document],
  );
  const guessable = new Set<Digest>();
  for (const document of new Set(named)) {
    const isSalted = (await reader.vault.has(document)) && Salted.safeParse(await readJson(reader.vault, document)).success;
    if (!isSalted) guessable.add(document);
  }
  return guessable;
}
