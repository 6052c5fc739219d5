/** A case in memory whose items are called what a test wants to find, and the reader that queries are given. */
import { openViews, type Views } from "../../src/views/open-views.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { LedgerInMemory, sha256 } from "../support/ledger-in-memory.ts";

export const viewer = { person: "p1" as const, readOnly: false };

export function readerOf(views: Views, ledger: LedgerInMemory): CaseReader {
  const derived = { read: async () => undefined } as unknown as CaseReader["derived"];
  return { views, vault: ledger.vault, derived, versionOf: () => "test", underway: () => new Set() };
}

/** Known and not held, so that nothing but the names is there to be found. */
export function nameItem(ledger: LedgerInMemory, number: number, path: string): void {
  const name = ledger.seal({ encoding: "utf-8", path });
  const statedBy = { item: "i1" as const, where: "message 1" };
  ledger.append({ kind: "item.known", data: { item: `i${number}`, name: name.sealed, statedBy, reason: "x" }, opens: [name.opened] });
}

export async function caseOfNames(
  names: readonly string[],
  file = ":memory:",
): Promise<{ ledger: LedgerInMemory; views: Views; reader: CaseReader }> {
  const ledger = new LedgerInMemory();
  for (const [i, path] of names.entries()) nameItem(ledger, i + 1, path);
  const views = await openViews({ file, ledger, vault: ledger.vault, sha256 });
  return { ledger, views, reader: readerOf(views, ledger) };
}
