/** `npm run fuzz`: sets the machine up as `npm test` does, then fuzzes every parser. Words are handed on: `--seconds 60`. */
import { ensureNode } from "./launch/ensure-node.mjs";
import { ensurePackages } from "./launch/ensure-packages.mjs";
import { inClone } from "./launch/paths.mjs";
import { runChild } from "./launch/run-child.mjs";
import { SetupError } from "./launch/setup-error.mjs";
import { withSetupLock } from "./launch/setup-lock.mjs";

try {
  const node = await withSetupLock(async () => {
    await ensurePackages();
    return ensureNode();
  });
  const args = ["--disable-warning=ExperimentalWarning", inClone("scripts/testing/fuzz.ts"), ...process.argv.slice(2)];
  process.exitCode = await runChild(node, args);
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm run fuzz: ${error.message}`);
  process.exitCode = error.exitCode;
}
