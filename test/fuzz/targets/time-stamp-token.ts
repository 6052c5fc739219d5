/** An RFC 3161 token: the answer is a finding in words, and no changed token is said to hold for bytes that it does not stamp. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkToken } from "../../../src/formats/timestamp/check-token.ts";
import { makeAuthority } from "../../timestamp/authority.ts";
import { bytesOf, type FuzzTarget } from "../fuzz-target.ts";

const note = bytesOf("the note that was stamped\n");

export const target: FuzzTarget = {
  name: "time-stamp-token",
  programs: ["openssl"],
  seeds() {
    const folder = mkdtempSync(join(tmpdir(), "witnessmark-fuzz-token-"));
    try {
      const authority = makeAuthority(join(folder, "authority"), { key: "ec", intermediate: true });
      const at = (name: string) => join(folder, name);
      writeFileSync(at("note"), note);
      execFileSync("openssl", ["ts", "-query", "-data", at("note"), "-sha256", "-cert", "-out", at("request")], { stdio: "pipe" });
      return [new Uint8Array(authority.answer(at("request"), at("response"))), new Uint8Array(readFileSync(authority.chain))];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  dictionary: [
    ...[
      [0x30, 0x80],
      [0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
      [0x30, 0x82],
      [0xa0, 0x80],
      [0, 0],
      [0x06, 0x0a],
      [0x04, 0x81],
      [0x24, 0x80],
      [0x18, 0x0f],
      [0x02, 0x01, 0xff],
      [0x1f, 0xff, 0xff],
    ].map((list) => Uint8Array.from(list)),
    "-----BEGIN CERTIFICATE-----",
    "-----END CERTIFICATE-----",
    "99991231235959Z",
    "20240230000000Z",
  ],
  async run(bytes) {
    const crypto = webcrypto as Parameters<typeof checkToken>[1];
    const other = await checkToken({ token: bytes, chain: undefined, note: bytesOf("another note") }, crypto);
    assert.equal(other.holds, false);
    // The same bytes as a chain: certificates are read from outside too.
    await checkToken({ token: bytes, chain: bytes, note }, crypto);
  },
};
