/** Keeps a document as an object of the case: canonical JSON and LF, durable when this resolves. */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import type { Digest } from "../core/hash/digest.ts";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import { once } from "./once.ts";

export async function keepJsonDocument(vault: Pick<Vault, "stage" | "commit">, document: object): Promise<Digest> {
  const plain = JSON.parse(JSON.stringify(document)) as Json;
  const staged = await vault.stage(once(encodeUtf8(`${canonicalJson(plain)}\n`)));
  await vault.commit([staged]);
  return staged.digest;
}
