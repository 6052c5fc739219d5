/** The private store under kill -9: the file before or the file after, never less than was reported. */
import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { openPrivateStore } from "../../src/keep/private-store.ts";

const child = fileURLToPath(new URL("./replace-private-child.ts", import.meta.url));

test("a kill -9 while it is replaced loses nothing that was reported", async () => {
  const place = mkdtempSync(join(tmpdir(), "witnessmark-private-"));
  try {
    for (let round = 0; round < 3; round++) {
      const reported: string[] = [];
      const putting = fork(child, [place, "correct horse"], {
        execArgv: ["--disable-warning=ExperimentalWarning"],
        stdio: ["ignore", "ignore", "inherit", "ipc"],
      });
      await new Promise<void>((resolve) => {
        putting.on("message", (sealed) => {
          reported.push(String(sealed));
          // Somewhere in the next replacement: most of it is the work factor, the rest is the writing.
          setTimeout(() => putting.kill("SIGKILL"), Math.random() * 1500);
        });
        putting.on("close", () => resolve());
      });
      const held = new Set<string>((await openPrivateStore(place, "correct horse")).list());
      assert.ok(reported.length > 0);
      for (const sealed of reported) assert.ok(held.has(sealed), `round ${round}`);
    }
  } finally {
    rmSync(place, { recursive: true });
  }
});
