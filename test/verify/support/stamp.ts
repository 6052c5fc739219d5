/** A time stamp by a real local authority over a checkpoint, kept as the program keeps it. Needs openssl. */
import { execFileSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Digest } from "../../../src/core/hash/digest.ts";
import { checkToken } from "../../../src/formats/timestamp/check-token.ts";
import type { TokenCrypto } from "../../../src/formats/timestamp/token-crypto.ts";
import { makeAuthority } from "../../timestamp/authority.ts";
import type { HistoryBuilder } from "./history-builder.ts";

/** `folder` is one of the test's own. */
export async function stamp(
  history: HistoryBuilder,
  checkpoint: { note: string; digest: Digest },
  folder: string,
  o: { chain: boolean; intermediate?: boolean },
): Promise<void> {
  const authority = makeAuthority(join(folder, "authority"), { key: "ec", intermediate: o.intermediate ?? false });
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync("openssl", ["ts", ...args], { stdio: "ignore" });
  writeFileSync(at("note"), checkpoint.note);
  openssl("-query", "-data", at("note"), "-sha256", "-cert", "-out", at("query"));
  authority.answer(at("query"), at("answer"));
  openssl("-reply", "-in", at("answer"), "-token_out", "-out", at("token"));
  const token = readFileSync(at("token"));
  const chain = o.chain ? readFileSync(authority.chain) : undefined;
  const found = await checkToken({ token, chain, note: Buffer.from(checkpoint.note) }, webcrypto as TokenCrypto);
  const object = history.keep(token);
  const name = `${checkpoint.digest.slice(7)}-${object.slice(7, 23)}`;
  history.tokens.set(`${name}.tst`, token);
  if (chain !== undefined) history.tokens.set(`${name}.pem`, chain);
  await history.append("timestamp.recorded", {
    checkpoint: checkpoint.digest,
    token: object,
    chain: chain === undefined ? null : history.keep(chain),
    genTime: found.genTime,
    authority: found.authority,
  });
}
