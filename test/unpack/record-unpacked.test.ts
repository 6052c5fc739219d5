/** Members on their way into a case: in groups, each place once, whatever stops it; what was erased stays out. */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createReadStream, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { AnalysisAnswer } from "../../src/core/analysis/analysis.ts";
import type { Digest } from "../../src/core/hash/digest.ts";
import type { ItemId } from "../../src/core/item/item.ts";
import type { Member } from "../../src/core/unpacking/member.ts";
import { writeMemberLine } from "../../src/core/unpacking/members-file.ts";
import { type CaseWriter, createCaseWriter } from "../../src/actions/case-writer.ts";
import { recordAnalysis } from "../../src/actions/record-analysis.ts";
import { type CaseFolder, createCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { random, sha256 } from "../../src/keep/sha256.ts";
import { knownPlaces, nextNumbers } from "../../src/reads/case-index.ts";
import type { CaseReader } from "../../src/reads/case-reader.ts";
import { openViews, type Views } from "../../src/views/open-views.ts";
import { unpackingPorts } from "../../src/wiring/unpacking-ports.ts";

const members = 2000;
/** Every hundredth could not be unpacked. */
const isLeftOut = (i: number) => i % 100 === 99;
const bytesOf = (i: number) => Uint8Array.from([i & 255, i >> 8, ...Buffer.from(`member ${i}`)]);

describe("members of an archive", () => {
  let folder: string;
  let kept: CaseFolder;
  let views: Views;
  let writer: CaseWriter;
  let container: Digest;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-unpacked-"));
    const config = join(folder, "config");
    const identity = await loadOrCreateIdentity(config, { name: "Test Person" });
    const clock = { now: () => new Date().toISOString() };
    kept = await createCaseFolder({
      ...{ path: join(folder, "case"), identity, clock, configFolder: config },
      program: "witnessmark test",
      title: "Synthetic case",
    });
    const { ledger, vault } = kept;
    views = await openViews({ file: join(folder, "case", "derived", "views.sqlite"), ledger, vault, sha256 });
    const reader = { views } as CaseReader;
    writer = createCaseWriter({
      ...{ ledger, sha256, random },
      project: (lines) => views.apply(lines),
      next: await nextNumbers(reader),
      onAppended: () => undefined,
    });
    const staged = await vault.stage(once(Buffer.from("the archive itself")));
    await vault.commit([staged]);
    container = staged.digest;
    const [from, machine, name] = ["/in", "here", { encoding: "utf-8", path: "box.zip" }].map((value) => writer.seal(value));
    if (from === undefined || machine === undefined || name === undefined) throw new Error("unreachable");
    await writer.append((numbers) => [
      {
        kind: "collection.started",
        data: { collection: "c1", method: "folder", from: from.sealed, machine: machine.sealed, program: "test", clockSource: "system" },
        opens: [from.opened, machine.opened],
      },
      {
        kind: "item.collected",
        data: {
          ...{
            item: numbers.item(),
            collection: "c1",
            name: name.sealed,
            object: container,
            size: staged.size,
            fileWrittenAt: "unknown" as const,
          },
          ...{ capturedAt: clock.now(), assessment: "urgent-path-not-assessed" as const },
        },
        opens: [name.opened],
      },
    ]);
  });
  after(async () => {
    await views.close();
    await kept.close();
    rmSync(folder, { recursive: true });
  });

  /** What the queue does with the answer of the reader. */
  const record = (answer: AnalysisAnswer, signal?: AbortSignal, item: ItemId = "i1") => {
    const { ledger, vault, derived } = kept;
    const reader = { views } as CaseReader;
    const ports = {
      ...{ writer, ledger, vault, derived },
      readFile: (path: string) => createReadStream(path),
      knownPlaces: (item: number) => knownPlaces(reader, item),
      unpacking: unpackingPorts(reader),
    };
    return recordAnalysis(ports, { person: kept.person, readOnly: false }, { item, object: container }, answer, signal);
  };
  const places = async () => {
    const rows = await views.db.selectFrom("item").select(["unpacked_where", "stated_where"]).where("number", ">", 1).execute();
    return rows.map((row) => row.unpacked_where ?? row.stated_where ?? "");
  };

  it("are recorded group by group until the work is stopped, and gone on with, each place once", async () => {
    const answer = answerWith(folder, container);
    let rounds = 0;
    for (; rounds < 50; rounds++) {
      const done = await record(answer, AbortSignal.abort());
      const found = await places();
      assert.equal(new Set(found).size, found.length, "a place stands twice");
      if (done) break;
      assert.equal((await views.db.selectFrom("analysis").selectAll().execute()).length, 0, "a stopped reading counts as not done");
    }
    assert.ok(rounds > 2, `it ended after ${rounds} stops`);
    assert.equal((await places()).length, members);
    const held = await views.db
      .selectFrom("item")
      .select(["number", "path", "object", "depth"])
      .where("unpacked_from", "=", 1)
      .where("held", "=", 1)
      .orderBy("number")
      .execute();
    assert.equal(held.length, members - members / 100);
    assert.deepEqual([held[0]?.path, held[0]?.object, held[0]?.depth], ["box.zip/f/0.bin", digestOf(bytesOf(0)), 1]);
    const known = await views.db.selectFrom("item").select(["name", "stated_reason"]).where("stated_by", "=", 1).executeTakeFirst();
    assert.deepEqual({ ...known }, { name: "box.zip/f/99.bin", stated_reason: "not unpacked: it is encrypted" });
    assert.ok(await kept.vault.has(digestOf(bytesOf(1998))));
  });

  it("are not recorded again by the same reading, nor by one of another version", async () => {
    const before = (await places()).length;
    assert.equal(await record(answerWith(folder, container, "2")), true);
    assert.equal((await places()).length, before);
  });

  it("that two people erased do not come back out of the archive", async () => {
    const erased = digestOf(bytesOf(5));
    await writer.append(() => [{ kind: "object.erased", data: { object: erased, reason: "asked for", authorisedBy: ["p1", "p2"] } }]);
    await kept.vault.erase(erased);
    // Another archive with the same members.
    assert.equal(await record(answerWith(folder, container), undefined, "i2"), true);
    assert.equal(await kept.vault.has(erased), false);
    const known = await views.db
      .selectFrom("item")
      .select(["name", "stated_reason"])
      .where("stated_where", "=", "member 6")
      .where("stated_by", "=", 2)
      .executeTakeFirst();
    assert.equal(known?.name, "box.zip/f/0.bin/member 6");
    assert.match(known?.stated_reason ?? "", /erased from the case by line \d+/);
  });
});

function digestOf(bytes: Uint8Array): Digest {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

function answerWith(folder: string, container: Digest, version = "1"): AnalysisAnswer {
  const parts: Uint8Array[] = [];
  const lines: string[] = [];
  let start = 0;
  for (let i = 0; i < members; i++) {
    const where = `member ${i + 1}`;
    const path = `f/${i}.bin`;
    if (isLeftOut(i)) {
      lines.push(writeMemberLine({ state: "left-out", where, path, reason: "it is encrypted" }));
      continue;
    }
    const bytes = bytesOf(i);
    const member: Member = { state: "unpacked", where, path, size: bytes.length, start, sha256: digestOf(bytes), written: "unknown" };
    lines.push(writeMemberLine(member));
    parts.push(bytes);
    start += bytes.length;
  }
  writeFileSync(join(folder, "members.jsonl"), lines.join(""));
  writeFileSync(join(folder, "members.bin"), Buffer.concat(parts));
  const counts = { members, unpacked: members - members / 100, leftOut: members / 100, bytes: start };
  return {
    state: "done",
    ground: { analyser: "unpack", version, parameters: {}, inputs: [container], decoder: "none" },
    result: {
      ...{ kind: "container", format: "zip", membersFile: "members.jsonl", bytesFile: "members.bin", counts },
      ...{ cannotTell: [], traps: [], faults: [] },
    },
    files: [
      { name: "members.jsonl", mediaType: "application/jsonl", path: join(folder, "members.jsonl") },
      { name: "members.bin", mediaType: "application/octet-stream", path: join(folder, "members.bin") },
    ],
  };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
