/** Every key that somebody of the case has or had, with whose it is, by the lines that brought it. */
import { hash } from "node:crypto";
import type { EntryBody } from "../../core/entry/entry.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import type { CaseReader } from "../case-reader.ts";

/** `key`: the SHA-256 of its raw bytes. */
export interface EnrolledKey {
  readonly person: PersonId;
  readonly key: Digest;
}

export async function enrolledKeys({ db }: CaseReader["views"]): Promise<EnrolledKey[]> {
  const rows = await db
    .selectFrom("entry")
    .select("body")
    .where("kind", "in", ["key.enrolled", "key.replaced"])
    .where("body", "is not", null)
    .execute();
  return rows.flatMap(({ body: text }): EnrolledKey[] => {
    const body = JSON.parse(text ?? "null") as EntryBody;
    if (body.kind !== "key.enrolled" && body.kind !== "key.replaced") return [];
    const raw = Buffer.from(body.data.key.base64, "base64");
    return [{ person: body.data.person, key: `sha256:${hash("sha256", raw)}` }];
  });
}
