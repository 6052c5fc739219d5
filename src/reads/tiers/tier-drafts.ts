/** How many segments of the versions that these lines wrote are a machine's draft: their documents know it, the lines do not. */
import type { CaseReader } from "../case-reader.ts";

/** By line; none of lines that wrote no tier, and of versions that this copy does not hold. */
export async function tierDrafts({ views: { db } }: CaseReader, lines: readonly { readonly seq: number }[]): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  // SQLite takes so many values in a statement at once.
  for (let at = 0; at < lines.length; at += 500) {
    const seqs = lines.slice(at, at + 500).map(({ seq }) => seq);
    const rows = await db.selectFrom("tier_version").select(["seq", "drafts"]).where("seq", "in", seqs).execute();
    for (const { seq, drafts } of rows) if (drafts !== null) found.set(seq, drafts);
  }
  return found;
}
