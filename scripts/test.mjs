/**
 * `npm test`: sets the machine up as `npm start` does, then runs every test. What cannot run for want of a program or
 * a fixture is counted and named; with --require-all that is a failure. Other words filter test files by path.
 */
import { ensureNode } from "./launch/ensure-node.mjs";
import { ensurePackages } from "./launch/ensure-packages.mjs";
import { ensurePages } from "./launch/ensure-pages.mjs";
import { ensureProgram } from "./launch/ensure-program.mjs";
import { ensurePrograms } from "./launch/ensure-programs.mjs";
import { inClone } from "./launch/paths.mjs";
import { runChild } from "./launch/run-child.mjs";
import { SetupError } from "./launch/setup-error.mjs";
import { withSetupLock } from "./launch/setup-lock.mjs";

try {
  const yes = process.argv.includes("--yes");
  const { node, program } = await withSetupLock(async () => {
    await ensurePackages();
    const node24 = await ensureNode();
    await ensurePrograms(["ffmpeg", "ffprobe", "chromium", "openssl", "strace", "tesseract", "age", "pdftotext", "xmllint"], {
      yes,
      optional: true,
    });
    await ensurePages(node24);
    return { node: node24, program: await ensureProgram(node24) };
  });
  const words = process.argv.slice(2).filter((word) => word !== "--yes");
  process.exitCode = await runChild(node, ["--disable-warning=ExperimentalWarning", inClone("scripts/testing/run-tests.ts"), ...words], {
    env: { ...process.env, WITNESSMARK_TEST_PROGRAM: program },
  });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  console.error(`npm test: ${error.message}`);
  process.exitCode = error.exitCode;
}
