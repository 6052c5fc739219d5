/** `kill -9` in the middle of an archive: the next start goes on, and every member is an item once. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { needs } from "../../scripts/testing/needs.ts";
import { makeZip, type ZipEntry } from "../readers/make-zip.ts";
import { main } from "../support/program.ts";
const members = 2000;

describe("the program killed while it unpacks", { skip: needs({ programs: ["ffmpeg", "ffprobe"] }) }, () => {
  let folder: string;
  let kept: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "witnessmark-unpack-killed-"));
    kept = join(folder, "case");
    mkdirSync(join(folder, "in"));
    const entries = Array.from({ length: members }, (_, i): ZipEntry => ({
      name: `notes/${i}.bin`,
      bytes: Uint8Array.of(0, i & 255, i >> 8, 7),
      method: i % 2 === 0 ? 8 : 0,
    }));
    writeFileSync(join(folder, "in", "many.zip"), makeZip(entries));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const start = () => {
    const env = { ...process.env, WITNESSMARK_CONFIG: join(folder, "config"), HOME: folder };
    const args = ["--disable-warning=ExperimentalWarning", main, "add", kept, join(folder, "in")];
    return spawn(process.execPath, args, { env, cwd: folder, stdio: "ignore" });
  };
  const places = (): string[] => {
    const path = join(kept, "ledger.jsonl");
    if (!existsSync(path)) return [];
    // The last line may be half there.
    const lines = readFileSync(path, "utf8").split("\n").slice(0, -1);
    return lines.flatMap((line) => {
      const { body } = JSON.parse(line) as { body: { kind: string; data: { where?: string } } };
      return body.kind === "item.unpacked" ? [body.data.where ?? ""] : [];
    });
  };

  it("each member becomes an item once, whenever it was", async () => {
    let kills = 0;
    for (let more = 1; places().length < members; more += 400) {
      const child = start();
      await until(() => places().length >= Math.min(members, more) || child.exitCode !== null);
      await kill(child);
      kills++;
      const found = places();
      assert.equal(new Set(found).size, found.length, "a place was unpacked twice");
    }
    assert.ok(kills >= 2, `it was killed ${kills} times`);
    assert.equal(places().length, members);
  });
});

async function kill(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once("close", resolve));
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await ended;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; tries < 12_000; tries++) {
    if (isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  assert.fail("expected it to come about; it did not");
}
