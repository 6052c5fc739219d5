import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { CaseError } from "../core/case/case-error.ts";
import { sealValue } from "../formats/ledger/seal-value.ts";
import { openPrivateStore } from "./private-store.ts";
import { random, sha256 } from "./sha256.ts";

/** Made by age 1.1.1 (`age --passphrase`), another program by others: what it holds is the one value asked for below. */
const byAge = [
  "YWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IHNjcnlwdCBwcGQyNmlGQzdpUFVuRzhD",
  "M1lJejdRIDE4Cmw3eXlZTERCQitURXZyL2F3TVE1RmU2ekVReFBFRHY1ZDMrcyty",
  "NFFJNDAKLS0tIFFmVDVCL0lFMUs2VVZMUWt6ekRib2FDeW9PTVlxUVlOcTZYVk04",
  "akhveTAKgFN3T/cvtQ661rm9A15ig/ET8R201Pyodk7BpBGNwtBBaUcRPzt107Ut",
  "VJwzrg0/WYVouCnHwaVOtPZMZtMXKP0DF3Dqq8Nl6tjQWD1q7GFzGv7u2xbRNNnM",
  "khHRfDVcZ8x9w7EDBEvSkyWjfvW06jJsEOypZEpb/x28Q3syA4WdznWAYrJAgGid",
  "0dAq7EWGukMBqREIYISO9WlyJRXLmu7UlAWL9PomqjEiIbSnA/eQ8NWDsRLMqnud",
  "yhq2kQ8t7PquTFgcdb25kG0gjNQMTQ0eKNIfL+sGPx1lKAWH3jCVjRSYQJ5GiZZF",
  "dER888W52cbCJRj1CAI3fQ==",
].join("");

let folder: string;
before(() => (folder = mkdtempSync(join(tmpdir(), "witnessmark-private-"))));
after(() => rmSync(folder, { recursive: true, force: true }));
const caseFolder = () => mkdtempSync(join(folder, "case-"));
const wrong = (error: unknown) => error instanceof CaseError && error.code === "PASSPHRASE_WRONG";

test("a file that age itself wrote is read", async () => {
  const place = caseFolder();
  writeFileSync(join(place, "private.age"), Buffer.from(byAge, "base64"));
  const store = await openPrivateStore(place, "a passphrase for a vector");
  const sealed = "sha256:2b0cfdf9828ee992c68ebdd3fa249ac88e97fb76d9501fc990f231eb2babf8b8";
  assert.deepEqual(store.list(), [sealed]);
  assert.equal(store.get(sealed)?.value, "Synthetic words by a synthetic witness.");
  await assert.rejects(openPrivateStore(place, "another passphrase"), wrong);
});

test("values come back with the passphrase, and stand nowhere in the file", async () => {
  const place = caseFolder();
  const value = sealValue(sha256, random, "words of a synthetic witness").opened;
  await (await openPrivateStore(place, "correct horse")).put([value]);
  const bytes = readFileSync(join(place, "private.age"));
  assert.ok(bytes.subarray(0, 21).equals(Buffer.from("age-encryption.org/v1")), "the age format, readable without us");
  assert.ok(!bytes.includes("synthetic witness") && !bytes.includes(value.digest));
  assert.equal(statSync(join(place, "private.age")).mode & 0o777, 0o600);
  const again = await openPrivateStore(place, "correct horse");
  assert.deepEqual(again.get(value.digest), value);
  await again.remove([value.digest]);
  assert.deepEqual((await openPrivateStore(place, "correct horse")).list(), []);
});

test("a wrong passphrase and altered bytes are one clear error, and change nothing", async () => {
  const place = caseFolder();
  await (await openPrivateStore(place, "correct horse")).put([sealValue(sha256, random, "words").opened]);
  await assert.rejects(openPrivateStore(place, "correct house"), wrong);
  const bytes = readFileSync(join(place, "private.age"));
  bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
  writeFileSync(join(place, "private.age"), bytes);
  await assert.rejects(openPrivateStore(place, "correct horse"), wrong);
  assert.deepEqual(readFileSync(join(place, "private.age")), bytes);
});

test("a value that does not open the seal it names is refused", async () => {
  const store = await openPrivateStore(caseFolder(), "correct horse");
  const { opened } = sealValue(sha256, random, "words");
  assert.throws(() => store.put([{ ...opened, value: "other words" }]), /expected a value that opens/);
});
