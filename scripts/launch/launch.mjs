/** Which command needs what, and in which order it is set up. */
import { ensureNode } from "./ensure-node.mjs";
import { ensurePackages } from "./ensure-packages.mjs";
import { ensurePages } from "./ensure-pages.mjs";
import { ensureProgram } from "./ensure-program.mjs";
import { ensurePrograms } from "./ensure-programs.mjs";
import { ensureSample } from "./ensure-sample.mjs";
import { withSetupLock } from "./setup-lock.mjs";
import { SetupError } from "./setup-error.mjs";
import { inClone } from "./paths.mjs";
import { runChild } from "./run-child.mjs";

/** Commands that open media. The others do without ffmpeg. */
const opensMedia = new Set(["demo", "open", "add", "serve", "hash", "match", "find", "sync", "transcribe", "read-signs", "bench"]);
/** Commands that show or hand out a page. */
const usesPages = new Set(["demo", "open", "serve", "seal", "bench"]);

/** Resolves with the exit code: of the setup when it cannot go on, else of the program. */
export async function launch(argv) {
  const yes = argv.includes("--yes");
  const [command, ...rest] = argv.filter((word) => word !== "--yes");
  let node;
  let program;
  let sample;
  try {
    ({ node, program, sample } = await withSetupLock(async () => {
      await ensurePackages();
      const node24 = await ensureNode();
      if (opensMedia.has(command)) await ensurePrograms(["ffmpeg", "ffprobe"], { yes });
      if (usesPages.has(command)) await ensurePages(node24);
      // The bench starts what it measures from the sources.
      const built = command === "bench" ? undefined : await ensureProgram(node24);
      return { node: node24, program: built, sample: command === "demo" ? await ensureSample(node24) : undefined };
    }));
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`witnessmark: ${error.message}`);
    return error.exitCode;
  }
  // What Node makes of our scripts is kept between starts.
  // Syncs of small files wait for the disk one per thread: with 16 in place of 4, those of 20,000 files take half the time.
  const settings = { UV_THREADPOOL_SIZE: "16", MALLOC_ARENA_MAX: "2" };
  const env = { ...settings, ...process.env, NODE_COMPILE_CACHE: inClone("node_modules", ".cache", "witnessmark") };
  // Young memory is kept small, in every thread: a million messages were taken in with 428 MB at most in place of 684.
  const flags = ["--disable-warning=ExperimentalWarning", "--max-semi-space-size=8"];
  const start = (script, args) => runChild(node, [...flags, script, ...args], { env });
  if (command === "bench") return start(inClone("scripts/bench/run.ts"), rest);
  const args = command === "demo" ? ["open", sample, "--case", inClone("sample-case"), ...rest] : argv.filter((word) => word !== "--yes");
  return start(program, args);
}
