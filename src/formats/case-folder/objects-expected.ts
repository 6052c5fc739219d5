/** What the lines say that a case holds, without what later lines erased. */
import type { Digest } from "../../core/hash/digest.ts";
import type { LedgerLine } from "../../core/ledger/ledger-line.ts";
import { objectsOfEntry } from "./objects-of-entry.ts";

export async function objectsExpected(lines: AsyncIterable<Pick<LedgerLine, "body">>): Promise<Set<Digest>> {
  const expected = new Set<Digest>();
  for await (const { body } of lines) {
    if (body === undefined) continue;
    for (const object of objectsOfEntry(body).holds) expected.add(object);
    if (body.kind === "object.erased") expected.delete(body.data.object);
  }
  return expected;
}
