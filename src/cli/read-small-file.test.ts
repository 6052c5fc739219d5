import assert from "node:assert/strict";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { CaseError } from "../core/case/case-error.ts";
import { readSmallFile } from "./read-small-file.ts";

test("a file that a person names is read when it is a small file, and else refused by name", async (t) => {
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-small-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const [small, large] = [join(folder, "token.tsr"), join(folder, "film.mp4")];
  writeFileSync(small, "synthetic");
  writeFileSync(large, "");
  truncateSync(large, (4 << 20) + 1);
  assert.equal(Buffer.from(await readSmallFile(small)).toString(), "synthetic");
  for (const [path, said] of [
    [large, /at most 4194304 bytes; found 4194305/],
    [folder, /expected a file; found something else/],
    // Reading from it would never end.
    ["/dev/zero", /expected a file; found something else/],
    [join(folder, "none"), /found ENOENT/],
  ] as const) {
    await assert.rejects(readSmallFile(path), (error) => {
      assert.ok(error instanceof CaseError && error.code === "INPUT_INVALID", String(error));
      assert.match(error.message, said);
      return true;
    });
  }
});
