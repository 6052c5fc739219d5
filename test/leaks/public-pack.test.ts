/** The ledger of a public edition: the chain stays whole and checkable, and nothing that it keeps back is in any byte of the pack. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it, type TestContext } from "node:test";
import { keepsBody } from "../../src/policy/public-lines.ts";
import { digestOfBytes, random, sha256 } from "../../src/keep/sha256.ts";
import { toHex } from "../../src/core/bytes/hex.ts";
import { commitToOriginal, openingsHold } from "../../src/core/edition/original-commitment.ts";
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { filesBelow, HistoryBuilder, newSigner } from "../verify/support/history-builder.ts";

function place(t: TestContext): string {
  const base = mkdtempSync(join(tmpdir(), "witnessmark-public-pack-"));
  t.after(() => rmSync(base, { recursive: true, force: true }));
  return base;
}

async function caseOfTwo() {
  const history = await HistoryBuilder.begun();
  const second = newSigner();
  await history.enrol("p2", second, "Second Person", {});
  const document = history.keep('{"statement":"written in the case alone"}');
  const note = history.seal("A note on a neighbour");
  await history.append("finding.written", { finding: "f1", version: 1, question: "qn1", document, reason: null });
  await history.append("finding.signed", { finding: "f1", version: 1, document });
  await history.append(
    "finding.reviewed",
    { finding: "f1", version: 1, document, verdict: "approves", note: note.sealed },
    { by: "p2", signer: second, opens: [note.opened] },
  );
  await history.append("stretch.viewed", {
    item: "i4",
    object: history.objects.keys().next().value as "sha256:0",
    fromS: 0,
    toS: 2,
    marks: [],
    note: null,
  });
  await history.checkpoint();
  return { history, second };
}

const publicLines = (says: (words: string) => boolean = () => false) => ({
  names: true,
  lines: new Map<number, string>(),
  publicLines: (body: Parameters<typeof keepsBody>[0]) => keepsBody(body, says, () => false),
});

it("a public pack verifies, and holds no name, no file name, no note and no hash of what was collected", async (t) => {
  const out = join(place(t), "pack");
  const { history } = await caseOfTwo();
  const written = await history.writePack(out, { withholding: publicLines() });
  const report = await verifyPath(out, { expect: written.head });
  assert.equal(report.verdict, "verifies", JSON.stringify(report.findings));
  const bytes = Buffer.concat([...filesBelow(out).values()].map((file) => Buffer.from(file))).toString("latin1");
  const originals = [...history.objects.keys()].slice(0, 2);
  for (const secret of [
    "Test Person",
    "Second Person",
    "/home/somebody",
    "laptop-7",
    "material/one",
    "A note on",
    ...originals.map((one) => one.slice(7)),
  ])
    assert.ok(!bytes.includes(secret), secret);
  for (const kept of ["finding.signed", "finding.reviewed", "checkpoint.made", "key.enrolled"]) assert.ok(bytes.includes(kept), kept);
  assert.ok(!bytes.includes("stretch.viewed") && !bytes.includes("item.collected"));
  assert.equal(written.objects, 0);
});

it("lines of documents that a hash gives away are bare, and so are corrections, with their texts", async (t) => {
  const out = join(place(t), "pack");
  const { history } = await caseOfTwo();
  const text = history.keep("Correction: it was beside the mill of Ana Marshwarden.");
  await history.append("correction.issued", { concerns: [{ edition: "ed1", version: 1 }], text, because: [2] });
  await history.writePack(out, {
    withholding: {
      ...publicLines(),
      publicLines: (body) =>
        keepsBody(
          body,
          () => false,
          () => true,
        ),
    },
  });
  assert.equal((await verifyPath(out)).verdict, "verifies");
  const bytes = Buffer.concat([...filesBelow(out).values()].map((file) => Buffer.from(file))).toString("latin1");
  for (const gone of ["finding.signed", "finding.reviewed", "correction.issued", "Marshwarden"]) assert.ok(!bytes.includes(gone), gone);
});

it("the list of what is withheld gives every line the same reason", async (t) => {
  const out = join(place(t), "pack");
  const { history } = await caseOfTwo();
  history.reduce(5);
  await history.writePack(out, { withholding: publicLines() });
  const list = JSON.parse(Buffer.from(filesBelow(out).get("data/withheld.json") as Uint8Array).toString()) as {
    lines: { category: string; reason: string; seq: number }[];
  };
  assert.deepEqual(
    [...new Set(list.lines.map(({ category, reason }) => `${category}: ${reason}`))],
    ["edition: kept back by a public edition"],
  );
  assert.ok(
    list.lines.some(({ seq }) => seq === 5),
    "a line that was bare already is listed too",
  );
});

it("a reason for a revoked key that says what is withheld goes, and the pack still verifies", async (t) => {
  const base = place(t);
  const { history, second } = await caseOfTwo();
  const reason = "left after what happened at the bridge";
  await history.append("key.revoked", { person: "p2", key: second.id, reason }, { by: "p2", signer: second });
  const says = (words: string) => words.includes("bridge");
  const out = join(base, "pack");
  await history.writePack(out, { withholding: publicLines(says) });
  assert.equal((await verifyPath(out)).verdict, "verifies");
  assert.ok(!Buffer.from(filesBelow(out).get("data/ledger.jsonl") as Uint8Array).includes("bridge"));
});

it("what an edition adds lies in the pack under its manifests, and an edition that is refused leaves nothing", async (t) => {
  const base = place(t);
  const { history } = await caseOfTwo();
  const edition = { files: [{ path: "report.html", bytes: Buffer.from("<p>Report</p>") }], tags: [] };
  await history.writePack(join(base, "pack"), { withholding: publicLines(), edition });
  const files = filesBelow(join(base, "pack"));
  assert.ok(files.has("data/edition/report.html"));
  assert.ok(Buffer.from(files.get("manifest-sha256.txt") as Uint8Array).includes("data/edition/report.html"));
  const examine = async (folder: string) => {
    assert.ok(readdirSync(folder).includes("seal.txt"), "it is whole when it is looked at");
    throw new Error("a leak");
  };
  await assert.rejects(history.writePack(join(base, "other"), { withholding: publicLines(), edition: { ...edition, examine } }), /a leak/);
  assert.deepEqual(readdirSync(base), ["pack"]);
  await assert.rejects(
    history.writePack(join(base, "third"), { edition: { files: [{ path: "../out", bytes: Buffer.from("") }], tags: [] } }),
    { code: "PATH_REFUSED" },
  );
});

it("a commitment to an original opens with its salt alone, for its own case and item", () => {
  const object = digestOfBytes(Buffer.from("an original"));
  const salt = toHex(random(32));
  const one = { caseId: "0".repeat(32), item: "i3" as const, object, salt };
  const commitment = commitToOriginal(sha256, one);
  const commitments = { v: 1 as const, caseId: one.caseId, originals: [{ item: one.item, commitment }] };
  const openings = { v: 1 as const, caseId: one.caseId, originals: [{ item: one.item, object, salt }] };
  assert.ok(openingsHold(sha256, commitments, openings));
  for (const wrong of [{ item: "i4" as const }, { salt: "0".repeat(64) }, { object: digestOfBytes(Buffer.from("another")) }])
    assert.ok(!openingsHold(sha256, commitments, { ...openings, originals: [{ ...openings.originals[0], ...wrong } as never] }));
  // The vector of docs/format/v1.
  const vector = {
    caseId: "000102030405060708090a0b0c0d0e0f",
    item: "i1" as const,
    object: `sha256:${"ab".repeat(32)}` as const,
    salt: "cd".repeat(32),
  };
  assert.equal(commitToOriginal(sha256, vector), "sha256:9261b7f95730656761695890ed15249e34c221e8879d2a1649e6c70ac9f71566");
});
