/** Tokens of a real local authority and of third parties: what holds, what does not, and what no flipped bit can change. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import fc from "fast-check";
import { fixturesFolder, needs } from "../../scripts/testing/needs.ts";
import { checkToken, type TokenFound } from "../../src/formats/timestamp/check-token.ts";
import { readToken } from "../../src/formats/timestamp/read-token.ts";
import { nonceOfRequest, writeTimestampRequest } from "../../src/formats/timestamp/timestamp-request.ts";
import { type Authority, type AuthorityKind, makeAuthority } from "./authority.ts";

const note = Buffer.from("witnessmark.case/00000000000000000000000000000001\n7\nsha256:00\n2024-09-14T13:00:00Z\n");

/** All that a token can mean, as one text. */
const meaning = (found: TokenFound) => JSON.stringify(found);

describe("tokens by third parties", { skip: needs({ fixtures: "rfc3161" }) }, () => {
  const read = (name: string) => readFileSync(join(fixturesFolder("rfc3161"), "tests/data/timestamping", name));

  it("holds at its own time, though its certificate has expired since", async () => {
    const found = await checkToken({ token: read("valid_timestamp.tsr"), chain: undefined, note: read("message.txt") }, crypto);
    assert.equal(found.holds, true, found.why);
    assert.equal(found.genTime, "2025-03-11T10:43:58Z");
    assert.equal(found.authority, "TrustID Timestamp Authority, IdenTrust, US");
    assert.equal(found.serial, "40019584cddc0108ae76ad8f30d833a3");
    assert.equal(found.chain, "not given");
    assert.equal(found.why, "The signature holds; the authority is not known: no chain was given.");
  });

  it("holds, with its accuracy, and does not lead to a root that another authority has", async () => {
    const folder = mkdtempSync(join(tmpdir(), "witnessmark-tsa-"));
    try {
      const chain = readFileSync(makeAuthority(join(folder, "other"), { key: "ec" }).chain);
      const found = await checkToken({ token: read("self_signed.tsr"), chain, note: read("message.txt") }, crypto);
      assert.deepEqual([found.holds, found.accuracy, found.chain], [true, 0.5, "does not lead to it"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("does not hold over other bytes", async () => {
    const found = await checkToken({ token: read("valid_timestamp.tsr"), chain: undefined, note }, crypto);
    assert.equal(found.holds, false);
    assert.match(found.why, /hash of other bytes/);
  });
});

describe("tokens by a local authority", { skip: needs({ programs: ["openssl"] }) }, () => {
  let folder: string;
  let made = 0;
  const stamp = (authority: Authority, bytes: Uint8Array = note) => {
    const request = join(folder, `${++made}.tsq`);
    writeFileSync(request, writeTimestampRequest(createHash("sha256").update(bytes).digest(), randomBytes(16)));
    return { request, token: authority.answer(request, join(folder, `${made}.tsr`)), chain: readFileSync(authority.chain) };
  };
  const authority = (kind: AuthorityKind = {}) => makeAuthority(join(folder, `authority-${++made}`), kind);
  before(() => (folder = mkdtempSync(join(tmpdir(), "witnessmark-tsa-"))));
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const kind of [
    {},
    { intermediate: true },
    { key: "ec" },
    { key: "ec-p521", digest: "sha512" },
    { digest: "sha384" },
  ] satisfies AuthorityKind[]) {
    it(`holds and leads to the root that was given: ${JSON.stringify(kind)}`, async () => {
      const { token, chain, request } = stamp(authority(kind));
      const found = await checkToken({ token, chain, note }, crypto);
      assert.deepEqual([found.holds, found.chain], [true, "leads to the given root"], found.why);
      assert.equal(found.accuracy, 1.5);
      assert.equal(found.policy, "1.3.6.1.4.1.99999.1");
      assert.equal(found.authority, "Synthetic Time Stamps, Synthetic Authority, XX");
      assert.equal(found.nonce, nonceOfRequest(readFileSync(request)));
      assert.ok(Math.abs(Date.parse(found.genTime) - Date.now()) < 600_000);
    });
  }

  it("takes the chain as DER, as PKCS #7 and as PEM with words between", async () => {
    const one = authority({ intermediate: true });
    const { token } = stamp(one);
    const der = ["root.pem", "middle.pem"].map((name) =>
      execFileSync("openssl", ["x509", "-in", join(one.folder, name), "-outform", "DER"]),
    );
    const pkcs7 = execFileSync("openssl", ["crl2pkcs7", "-nocrl", "-certfile", one.chain, "-outform", "DER"]);
    const pkcs7Pem = execFileSync("openssl", ["crl2pkcs7", "-nocrl", "-certfile", one.chain]);
    const pem = Buffer.from(`subject of the root\n${readFileSync(one.chain, "utf8")}the end\n`);
    for (const chain of [Buffer.concat(der), pkcs7, pkcs7Pem, pem]) {
      assert.equal((await checkToken({ token, chain, note }, crypto)).chain, "leads to the given root");
    }
  });

  it("agrees with openssl on tokens that it made, and on bytes that they do not stamp", async () => {
    const one = authority();
    const { token, chain } = stamp(one);
    const tokenFile = join(folder, "agree.tsr");
    const noteFile = join(folder, "agree.note");
    writeFileSync(tokenFile, token);
    for (const bytes of [note, Buffer.concat([note, Buffer.from("x")])]) {
      writeFileSync(noteFile, bytes);
      let openssl = true;
      try {
        execFileSync("openssl", ["ts", "-verify", "-data", noteFile, "-in", tokenFile, "-CAfile", one.chain], { stdio: "pipe" });
      } catch {
        openssl = false;
      }
      assert.equal((await checkToken({ token, chain, note: bytes }, crypto)).holds, openssl);
    }
  });

  it("does not lead to a root when the intermediate is missing, or when the chain ends before a root", async () => {
    const one = authority({ intermediate: true });
    const request = stamp(one).request;
    // Without certificates of its own in the token, only the chain given can lead anywhere.
    const bare = readFileSync(join(one.folder, "ts.cnf"), "utf8").replace("certs = ./chain.pem\n", "");
    writeFileSync(join(one.folder, "ts.cnf"), bare);
    const token = one.answer(request, join(folder, "bare.tsr"));
    const rootOnly = await checkToken({ token, chain: readFileSync(join(one.folder, "root.pem")), note }, crypto);
    assert.deepEqual([rootOnly.holds, rootOnly.chain], [true, "does not lead to it"]);
    const middleOnly = await checkToken({ token, chain: readFileSync(join(one.folder, "middle.pem")), note }, crypto);
    assert.equal(middleOnly.chain, "does not lead to it");
    assert.match(middleOnly.why, /holds no root/);
  });

  it("knows the signer by the hash that it signed: another certificate of the same key cannot stand in", async () => {
    const one = authority();
    const { token, chain } = stamp(one);
    const der = execFileSync(
      "openssl",
      "x509 -req -in tsa.csr -CA root.pem -CAkey root.key -days 9 -extfile extensions.cnf -extensions tsa -outform DER".split(" "),
      { cwd: one.folder, stdio: ["ignore", "pipe", "ignore"] },
    );
    const right = execFileSync("openssl", ["x509", "-in", join(one.folder, "tsa.pem"), "-outform", "DER"]);
    assert.ok(token.includes(right), "the token carries the certificate that signed");
    const found = await checkToken({ token, chain: Buffer.concat([der, right]), note }, crypto);
    assert.equal(found.holds, true, "another certificate of the same key beside it changes nothing");
    const without = await checkToken({ token: withoutCertificates(one), chain: der, note }, crypto);
    assert.equal(without.holds, false);
    assert.match(without.why, /found none that it names/);
    assert.equal((await checkToken({ token, chain, note }, crypto)).holds, true);
  });

  /** Without certReq no certificate is sent along. */
  function withoutCertificates(one: Authority): Buffer {
    const plain = join(folder, `plain-${++made}.tsq`);
    writeFileSync(plain, execFileSync("openssl", ["ts", "-query", "-sha256", "-digest", createHash("sha256").update(note).digest("hex")]));
    return one.answer(plain, `${plain}.tsr`);
  }

  it("finds the signer's certificate in the chain when the token carries none", async () => {
    const one = authority();
    const token = withoutCertificates(one);
    const chain = Buffer.concat([readFileSync(one.chain), readFileSync(join(one.folder, "tsa.pem"))]);
    assert.equal((await checkToken({ token, chain, note }, crypto)).chain, "leads to the given root");
    assert.equal((await checkToken({ token, chain: undefined, note }, crypto)).holds, false);
  });

  it("says that an authority refused, and never takes other bytes for a token", async () => {
    const one = authority();
    const sha1 = join(folder, "sha1.tsq");
    writeFileSync(sha1, execFileSync("openssl", ["ts", "-query", "-sha1", "-digest", "00".repeat(20)]));
    const refusal = one.answer(sha1, join(folder, "refusal.tsr"));
    assert.match((await checkToken({ token: refusal, chain: undefined, note }, crypto)).why, /a refusal/);
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (token) => {
        assert.equal((await checkToken({ token, chain: undefined, note }, crypto)).holds, false);
        assert.equal((await checkToken({ token: stamped.token, chain: token, note }, crypto)).chain, "does not lead to it");
      }),
      { numRuns: 200 },
    );
  });
  let stamped: ReturnType<typeof stamp>;
  before(() => (stamped = stamp(authority({ intermediate: true }))));

  it("any flipped bit breaks it, weakens it, or leaves what it means as it was", async () => {
    const { token, chain } = stamped;
    const right = await checkToken({ token, chain, note }, crypto);
    const counts = { broken: 0, weaker: 0, same: 0 };
    // One bit of every byte; which one is new each run, so that runs add up to all eight.
    for (let at = 0; at < token.length; at++) {
      const flipped = new Uint8Array(token);
      flipped[at] = (flipped[at] as number) ^ (1 << Math.floor(Math.random() * 8));
      const found = await checkToken({ token: flipped, chain, note }, crypto);
      if (!found.holds) counts.broken++;
      else if (meaning(found) === meaning(right)) counts.same++;
      else {
        assert.equal(found.chain, "does not lead to it", `byte ${at} changed what the token means: ${meaning(found)}`);
        assert.equal(meaning({ ...found, chain: right.chain, why: right.why }), meaning(right));
        counts.weaker++;
      }
    }
    assert.ok(counts.broken > token.length / 3, JSON.stringify(counts));
    console.log(`# flipped bits of a token of ${token.length} bytes: ${JSON.stringify(counts)}`);
  });

  describe("signed by somebody whose certificate does not fit", () => {
    let one: Authority;
    let info: Uint8Array;
    before(() => {
      one = authority();
      info = readToken(stamp(one).token).info;
    });
    const check = (...forged: Parameters<Authority["forge"]> extends [unknown, ...infer Rest] ? Rest : never) =>
      checkToken({ token: one.forge(info, ...forged), chain: readFileSync(one.chain), note }, crypto);

    it("holds when everything fits, also with other spellings of the signer and the signature", async () => {
      for (const options of [[], ["-cades", "-keyid"], ["-cades", "-keyopt", "rsa_padding_mode:pss"], ["-cades", "-md", "sha512"]]) {
        const found = await check({}, options);
        assert.deepEqual([found.holds, found.chain], [true, "leads to the given root"], `${options.join(" ")}: ${found.why}`);
      }
    });

    for (const [name, certificate, options, said] of [
      ["is for servers", { purpose: "critical,serverAuth" }, [], /found another purpose/],
      ["is for time stamping and more", { purpose: "critical,timeStamping,codeSigning" }, [], /found another purpose/],
      ["says its purpose without weight", { purpose: "timeStamping" }, [], /found another purpose/],
      ["may not sign", { usage: "critical,keyEncipherment" }, [], /may not/],
      ["had ended before the token's time", { until: "20240101000000Z" }, [], /expected a certificate valid at/],
      ["began after the token's time", { from: "20440101000000Z" }, [], /expected a certificate valid at/],
      ["is not named in what was signed", {}, ["-outform", "DER"], /ESSCertID/],
      ["signs with SHA-1", {}, ["-cades", "-md", "sha1"], /digest that still holds/],
    ] as const) {
      it(`does not hold when the certificate ${name}`, async () => {
        const found = await check(certificate, options);
        assert.equal(found.holds, false);
        assert.match(found.why, said);
      });
    }

    it("does not hold when the signed content is no time stamp", async () => {
      const token = one.forge(Buffer.from("Synthetic words"), {});
      assert.equal((await checkToken({ token, chain: undefined, note }, crypto)).holds, false);
    });
  });

  it("lets the request say nothing but a hash, in the form that openssl reads", () => {
    const { request } = stamped;
    const text = execFileSync("openssl", ["ts", "-query", "-in", request, "-text"]).toString();
    assert.match(text, /Hash Algorithm: sha256/);
    assert.match(text, /Certificate required: yes/);
    assert.equal(/Nonce: 0x([0-9A-F]+)/.exec(text)?.[1]?.toLowerCase(), nonceOfRequest(readFileSync(request)));
  });
});
