/** What is said to a reader that has gone is lost; the work is not. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createDesk } from "../support/run-witnessmark.ts";
import { main } from "../support/program.ts";

test("a seal whose output nobody reads is finished and ends well", async (t) => {
  const desk = createDesk();
  t.after(() => desk.close());
  const material = join(desk.folder, "material");
  mkdirSync(material);
  writeFileSync(join(material, "one.txt"), "Synthetic: one line.\n");
  assert.equal((await desk.run("add", join(desk.folder, "case"), material)).code, 0);
  const pack = join(desk.folder, "pack");
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", main, "seal", join(desk.folder, "case"), "--out", pack], {
    env: { ...process.env, WITNESSMARK_CONFIG: join(desk.folder, "config") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise((resolve) => child.on("close", resolve));
  assert.equal(code, 0, said);
  assert.ok(existsSync(join(pack, "seal.txt")));
  assert.equal((await desk.run("verify", pack)).code, 0);
});
