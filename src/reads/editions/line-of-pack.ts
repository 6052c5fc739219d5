/** The line that says that a pack was sealed, by the hash that names it. */
import type { Digest } from "../../core/hash/digest.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "../report/entry-lines.ts";

export async function lineOfPack(reader: CaseReader, manifest: Digest): Promise<number | undefined> {
  const lines = await linesOfKinds(reader, ["edition.sealed", "pack.sealed"]);
  return lines.find(({ data }) => data.manifest === manifest)?.seq;
}
