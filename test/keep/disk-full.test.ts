/** A full disk at every stage: what failed is named, nothing that was kept is lost, and the work goes on once there is room. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { signCheckpoint } from "../../src/formats/checkpoint/checkpoint-note.ts";
import { keepCheckpointNote } from "../../src/keep/checkpoint-store.ts";
import { namedFailure } from "../../src/keep/durable.ts";
import { createCaseFolder } from "../../src/keep/open-case-folder.ts";
import { loadOrCreateIdentity } from "../../src/keep/person-keys.ts";
import { sha256 } from "../../src/keep/sha256.ts";
import { openViews } from "../../src/views/open-views.ts";
import { checkCase } from "../crash/check-case.ts";
import { bytesOf, steadyClock } from "../crash/make-case.ts";
import { cannotMount } from "../support/small-disk.ts";
import { interruptAt, jsonOf, newPlace, type Place, type Ran } from "./run-program.ts";

/** A disk of `kilobytes`; everything of the test but its material lies on it. */
function smallDisk(
  t: TestContext,
  kilobytes: number,
  files = 4000,
): { place: Place; free: () => number; fill: (leave: number) => void; clear: () => void } {
  const disk = mkdtempSync(join(tmpdir(), "witnessmark-disk-"));
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kilobytes}k,nr_inodes=${files}`, "tmpfs", disk]);
  t.after(() => {
    execFileSync("umount", ["-l", disk]);
    rmSync(disk, { recursive: true });
  });
  const place = newPlace(t, disk);
  const free = () => {
    const { bavail, bsize } = statfsSync(disk);
    return bavail * bsize;
  };
  const ballast = join(disk, "ballast");
  return {
    place,
    free,
    fill(leave) {
      const size = free() - leave;
      if (size > 0) writeFileSync(ballast, Buffer.alloc(size), { flag: "a" });
    },
    clear: () => rmSync(ballast, { force: true }),
  };
}

/** Bytes of no known kind, so that reading them makes little of its own. */
function material(t: TestContext, files: { readonly [name: string]: number }): string {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-material-"));
  t.after(() => rmSync(folder, { recursive: true }));
  for (const [name, size] of Object.entries(files))
    writeFileSync(join(folder, name), Buffer.alloc(size, Buffer.from(`\0\xff synthetic ${name}`, "latin1")));
  return folder;
}

const kept = { onSaid: interruptAt(/\d+ collected/), env: { TMPDIR: tmpdir() } };

/** Kept and recorded; whether the reading after it was stopped in time does not matter. */
function assertKept(ran: Ran): void {
  assert.ok(ran.code === 0 || ran.code === 130, `${ran.code} ${ran.err}`);
}

function assertFull(ran: Ran, where: RegExp): void {
  assert.equal(ran.code, 1, `${ran.code} ${ran.err}`);
  assert.match(ran.err, /DISK_FULL/);
  assert.match(ran.err, where);
  assert.doesNotMatch(ran.err, /fault of the program/);
}

describe("a full disk", { skip: cannotMount() }, () => {
  it("while copying in: the files before are kept, the case is intact, and the rest follows once there is room", async (t) => {
    const disk = smallDisk(t, 12 * 1024);
    const from = material(t, { a: 1000, b: 2_000_000, c: 3000, d: 8_000_000, e: 500 });
    disk.fill(6_000_000);
    assertFull(await disk.place.runWith(kept, "add", "case", from), /copying into the case: expected room on the disk; found a full disk/);
    const first = await checkCase(disk.place.at("case"));
    assert.equal(first.collected.length, 3, "a, b and c came before the file that was too much");
    disk.clear();
    const ran = await disk.place.runWith(kept, "add", "case", from, "--json");
    const [added] = jsonOf(ran);
    assert.deepEqual([added?.["collected"], added?.["alreadyHeld"]], [2, 3], ran.err);
    assert.equal((await checkCase(disk.place.at("case"))).collected.length, 5);
  });

  it("while making the case: nothing is taken for a case, and the same command makes it later", async (t) => {
    const disk = smallDisk(t, 3072);
    const from = material(t, { a: 100 });
    for (const leave of [0, 4096, 8192, 12_288, 16_384]) {
      disk.fill(leave);
      const ran = await disk.place.runWith(kept, "add", "case", from);
      assertFull(ran, /expected room on the disk/);
      disk.clear();
    }
    const ran = await disk.place.runWith(kept, "add", "case", from);
    assertKept(ran);
    assert.equal((await checkCase(disk.place.at("case"))).collected.length, 1);
  });

  it("at every few kilobytes of room: each run ends by saying so or by being done, and the case always holds", async (t) => {
    const disk = smallDisk(t, 4 * 1024);
    const names = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`f${i}`, 200 + i]));
    const from = material(t, names);
    const few = material(t, { first: 10 });
    assertKept(await disk.place.runWith(kept, "add", "case", few));
    const seen = new Map<string, number>();
    let done = false;
    for (let leave = 0; !done; leave += 98_304) {
      disk.fill(leave);
      const ran = await disk.place.runWith(kept, "add", "case", from);
      disk.clear();
      done = ran.code !== 1;
      if (!done) {
        assertFull(ran, /expected room on the disk/);
        assert.ok(disk.free() > 0 || leave < 3_000_000, "room is never enough");
        const at = /witnessmark: ([^:]*):/.exec(ran.err)?.[1] ?? "?";
        seen.set(at, (seen.get(at) ?? 0) + 1);
      } else assertKept(ran);
      const { collected } = await checkCase(disk.place.at("case"));
      assert.equal(new Set(collected).size, collected.length, "no file is collected twice");
    }
    for (const [at, count] of seen) t.diagnostic(`${count} times full at: ${at}`);
    assert.equal((await checkCase(disk.place.at("case"))).collected.length, 61);
    const items = jsonOf(await disk.place.run("items", "case", "--json"));
    assert.equal(items.length, 61, "the tables show what the ledger says");
  });

  it("at each step of writing: the step is named, and the same open case goes on once there is room", async (t) => {
    const disk = smallDisk(t, 2048, 200);
    const steady = steadyClock();
    const configFolder = newPlace(t).at("config");
    const identity = await loadOrCreateIdentity(configFolder, { name: "Test Person" });
    const path = disk.place.at("case");
    const folder = await createCaseFolder({ path, title: "Synthetic case", identity, clock: steady, configFolder, program: "test" });
    const views = await openViews({ file: join(path, "derived", "views.sqlite"), ledger: folder.ledger, vault: folder.vault, sha256 });
    const fullAt = async (work: () => Promise<unknown>, where: RegExp) => {
      disk.fill(0);
      await assert.rejects(work, (error) => {
        const named = namedFailure(error, "derived/views.sqlite");
        assert.ok(named instanceof CaseError && named.code === "DISK_FULL", String(error));
        assert.match(named.message, where);
        return true;
      });
      disk.clear();
    };
    const long = {
      kind: "observation.withdrawn" as const,
      data: { observation: "o1" as const, reason: "r".repeat(40_000) },
    };

    await fullAt(() => folder.vault.stage(bytesOf(Buffer.alloc(9000, 1))), /copying into the case/);
    const staged = await folder.vault.stage(bytesOf(Buffer.alloc(9000, 1)));
    await folder.vault.commit([staged]);
    await fullAt(() => folder.ledger.append([long]), /ledger.jsonl/);
    const [line] = await folder.ledger.append([long]);
    await fullAt(() => views.apply([line!]), /derived\/views.sqlite/);
    await views.apply([line!]);
    assert.equal(views.head()?.seq, line!.head.seq);
    const key = { object: staged.digest, analyser: "poster" as const, version: "1" };
    const ground = { analyser: "poster" as const, version: "1", parameters: {}, inputs: [staged.digest], decoder: "none" };
    const answer = { state: "done" as const, ground, result: { text: "t".repeat(20_000) }, files: [] };
    await fullAt(() => folder.derived.write(key, answer), /derived\//);
    assert.equal(await folder.derived.read(key), undefined);
    await folder.derived.write(key, answer);
    assert.equal((await folder.derived.read(key))?.state, "done");
    await fullAt(() => folder.reduceToHead(line!.head.seq), /ledger.jsonl/);
    const at = { caseId: folder.caseId, seq: line!.head.seq, head: line!.headDigest, at: steady.now() };
    const note = await signCheckpoint(sha256, identity.signer, "p1", at);
    await fullAt(() => keepCheckpointNote(path, note), /note/);
    await views.close();
    await folder.close();
    assert.equal((await checkCase(path)).heads.length, line!.head.seq);
  });

  it("without room for one more file name: said the same way", async (t) => {
    const disk = smallDisk(t, 4 * 1024, 60);
    const names = Object.fromEntries(Array.from({ length: 80 }, (_, i) => [`f${i}`, 20 + i]));
    assertFull(await disk.place.runWith(kept, "add", "case", material(t, names)), /expected room on the disk/);
    await checkCase(disk.place.at("case"));
  });

  it("while copying a case: the copy is no case yet, and goes on later", async (t) => {
    const disk = smallDisk(t, 4 * 1024);
    const from = material(t, { a: 700_000, b: 800_000, c: 900_000, d: 600_000 });
    const elsewhere = newPlace(t);
    assertKept(await elsewhere.runWith(kept, "add", "case", from));
    disk.fill(1_800_000);
    const o = { env: { WITNESSMARK_CONFIG: elsewhere.configFolder } };
    assertFull(await disk.place.runWith(o, "copy", elsewhere.at("case"), "copy"), /copying the case/);
    assert.equal((await disk.place.runWith(o, "verify", "copy")).code, 2);
    disk.clear();
    const ran = await disk.place.runWith(o, "copy", elsewhere.at("case"), "copy", "--json");
    assert.equal(ran.code, 0, ran.err);
    const [copied] = jsonOf<{ objects: number; copied: number }>(ran);
    assert.ok((copied?.copied ?? 0) < (copied?.objects ?? 0), "what was copied before is not copied again");
    await checkCase(disk.place.at("copy"));
  });
});

describe("a full disk under the folder for temporary files", { skip: cannotMount() || needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  it("is said of the machine and never of the material, which is read once there is room", async (t) => {
    const disk = smallDisk(t, 3 * 1024);
    const place = newPlace(t);
    const clip = place.at("clip.mp4");
    execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=640x360:d=2", clip]);
    const o = { env: { TMPDIR: disk.place.folder } };
    for (const leave of [0, 20_000]) {
      disk.fill(leave);
      const ran = await place.runWith(o, "add", "case", clip);
      assertFull(ran, /folder for temporary files/);
      disk.clear();
    }
    const analyses = readFileSync(place.at("case", "ledger.jsonl"), "utf8").matchAll(/"outcome":\{"failure"/g);
    assert.equal([...analyses].length, 0, "no line says that the material is broken");
    const [added] = jsonOf(await place.runWith(o, "add", "case", clip, "--json"));
    assert.equal(added?.["failed"], 0);
    assert.ok(Number(added?.["analysed"]) > 0);
  });
});

describe("a limit on the size of files", { skip: needs({ programs: ["prlimit"] }) }, () => {
  it("is named like a full disk, and what fits is kept", async (t) => {
    const place = newPlace(t);
    const from = material(t, { a: 1000, b: 4_000_000 });
    const ran = await place.runWith({ ...kept, prefix: ["prlimit", "--fsize=2000000"] }, "add", "case", from);
    assertFull(ran, /a limit on the size of files \(EFBIG\)/);
    assert.equal((await checkCase(place.at("case"))).collected.length, 1);
    assert.equal(jsonOf(await place.runWith(kept, "add", "case", from, "--json"))[0]?.["collected"], 1);
  });
});
