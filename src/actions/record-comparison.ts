/**
 * Keeps what a comparison of prints found: an object of pairs, a line each, and the entry that names it. Last of all the entry:
 * without it, the comparison is still to do.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { PairComparison } from "../core/copies/segment-match.ts";
import type { EntryData } from "../core/entry/entry.ts";
import type { ItemId } from "../core/item/item.ts";
import { writeRecordLine } from "../core/json/records-file.ts";
import type { ByteStream } from "../core/vault/vault.port.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CopyPorts } from "./copy-ports.ts";

export interface Comparison {
  readonly items: readonly ItemId[];
  readonly upTo: number;
  readonly versions: EntryData<"copies.compared">["versions"];
  /** As they come: a case of copies of one clip has more pairs than memory should hold. What it throws, this throws, and nothing is recorded; so it does for what is no comparison. */
  readonly pairs: AsyncIterable<PairComparison>;
}

/** How many pairs there were. */
export async function recordComparison(
  { writer, vault }: Pick<CopyPorts, "writer" | "vault">,
  viewer: Viewer,
  { items, upTo, versions, pairs }: Comparison,
): Promise<number> {
  demand(viewer, "append");
  const coming = pairs[Symbol.asyncIterator]();
  const first = await coming.next();
  let count = 0;
  async function* lines(): ByteStream {
    for (let next = first; next.done !== true; next = await coming.next()) {
      count++;
      // What is kept must be read again: a comparison that cannot be would be made for ever.
      yield encodeUtf8(writeRecordLine(PairComparison.parse(next.value)));
    }
  }
  const staged = first.done === true ? undefined : await vault.stage(lines());
  if (staged !== undefined) await vault.commit([staged]);
  const result = staged?.digest ?? null;
  await writer.append(() => [{ kind: "copies.compared", data: { items: [...items], upTo, versions, result, pairs: count } }]);
  return count;
}
