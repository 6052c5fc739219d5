/** People of the case and their keys, as the ledger tells it. */
import { hash } from "node:crypto";
import type { EntryBody } from "../core/entry/entry.ts";
import type { Digest } from "../core/hash/digest.ts";
import type { PersonId, PublicKey } from "../core/key/key.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import type { CaseReader } from "./case-reader.ts";

export interface KeyRow {
  readonly person: PersonId;
  readonly name: string;
  readonly key: Digest;
  readonly publicKey: string;
  readonly state: "in-force" | "replaced" | "revoked";
  /** Line that brought it. */
  readonly from: number;
  /** Line that ended it, with its reason; null while it is in force. */
  readonly ended: { readonly line: number; readonly reason: string } | null;
}

/** In the order in which they came. */
export async function listKeys(reader: CaseReader, viewer: Viewer): Promise<KeyRow[]> {
  demand(viewer, "read");
  const { db } = reader.views;
  const names = new Map((await db.selectFrom("person").selectAll().execute()).map(({ id, name }) => [id, name ?? "name withheld"]));
  const rows = await db
    .selectFrom("entry")
    .select(["seq", "body"])
    .where("kind", "in", ["key.enrolled", "key.replaced", "key.revoked"])
    .where("body", "is not", null)
    .orderBy("seq")
    .execute();
  const keys = new Map<Digest, KeyRow>();
  const bring = (person: PersonId, { base64 }: PublicKey, from: number) => {
    const key: Digest = `sha256:${hash("sha256", Buffer.from(base64, "base64"))}`;
    keys.set(key, { person, name: names.get(person) ?? person, key, publicKey: base64, state: "in-force", from, ended: null });
  };
  const end = (key: Digest, state: "replaced" | "revoked", line: number, reason: string) => {
    const row = keys.get(key);
    if (row !== undefined) keys.set(key, { ...row, state, ended: { line, reason } });
  };
  for (const { seq, body: text } of rows) {
    const body = JSON.parse(text as string) as EntryBody;
    if (body.kind === "key.enrolled") bring(body.data.person, body.data.key, seq);
    if (body.kind === "key.replaced") {
      end(body.data.oldKey, "replaced", seq, body.data.reason);
      bring(body.data.person, body.data.key, seq);
    }
    if (body.kind === "key.revoked") end(body.data.key, "revoked", seq, body.data.reason);
  }
  return [...keys.values()];
}
