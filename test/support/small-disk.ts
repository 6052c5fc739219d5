/** Whether this system lets a test mount a small disk of its own. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { needs } from "../../scripts/testing/needs.ts";

/** The reason why not, or false. */
export function cannotMount(): string | false {
  const missing = needs({ programs: ["mount", "umount"] });
  if (missing !== false) return missing;
  const folder = mkdtempSync(join(tmpdir(), "witnessmark-mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", folder], { stdio: "ignore" });
  if (status === 0) execFileSync("umount", [folder]);
  rmSync(folder, { recursive: true });
  return status === 0 ? false : "needs the right to mount a small disk";
}
