/** A disk that is full in the middle of an import: it is said, nothing of the extract is kept, and it goes well once there is room. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, it } from "node:test";
import { denseBlob, headerBlob, type MadeNode } from "../../scripts/testing/write-osm-pbf.ts";
import { CaseError } from "../../src/core/case/case-error.ts";
import { mapExtractsOf } from "../../src/wiring/map-extract-ports.ts";
import { cannotMount } from "../support/small-disk.ts";

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };

describe("importing a map extract onto a full disk", { skip: cannotMount() }, () => {
  it("names the disk, keeps nothing, and works once there is room", async (t) => {
    const disk = mkdtempSync(join(tmpdir(), "witnessmark-disk-"));
    const files = mkdtempSync(join(tmpdir(), "witnessmark-file-"));
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", disk]);
    t.after(() => {
      execFileSync("umount", ["-l", disk]);
      for (const folder of [disk, files]) rmSync(folder, { recursive: true });
    });
    const blobs = Array.from({ length: 10 }, (_, n) =>
      denseBlob(
        Array.from({ length: 4000 }, (__, k): MadeNode => ({
          id: n * 4000 + k + 1,
          lon: -20 + k / 1e5,
          lat: 48 + n / 1e5,
          tags: { natural: "tree" },
        })),
      ),
    );
    const path = join(files, "trees.osm.pbf");
    writeFileSync(path, Buffer.concat([headerBlob(), ...blobs]));
    const extracts = mapExtractsOf(join(disk, "data"));
    await assert.rejects(extracts.importFile({ path }, quiet), (error) => error instanceof CaseError && error.code === "DISK_FULL");
    assert.deepEqual(readdirSync(join(disk, "data", "extracts")), ["lock.sqlite"]);
    execFileSync("mount", ["-o", "remount,size=64m", disk]);
    assert.equal((await extracts.importFile({ path }, quiet))?.facts.holds.points, 40_000);
  });
});
