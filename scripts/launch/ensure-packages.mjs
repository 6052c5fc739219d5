/** The locked packages, from the npm registry, without running any of their scripts. Later starts call no npm. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inClone } from "./paths.mjs";
import { runChild } from "./run-child.mjs";
import { SetupError } from "./setup-error.mjs";

export async function ensurePackages() {
  await ensureLocked(inClone(), "packages");
}

/** Installs what a folder's lock file names, when its stamp does not say that this was done. */
export async function ensureLocked(folder, what) {
  const stamp = `${folder}/node_modules/.witnessmark-lock`;
  const wanted = createHash("sha256")
    .update(readFileSync(`${folder}/package-lock.json`))
    .digest("hex");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  console.error(`Setting up: the locked ${what} from the npm registry (once).`);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const code = await runChild(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  }).catch((error) => {
    throw new SetupError(`npm: expected it beside Node; found none (${error.code}).`);
  });
  if (code !== 0) throw new SetupError(`npm ci ended with ${code}. The lines above say why; the packages come from the npm registry.`, 1);
  writeFileSync(stamp, wanted);
}
