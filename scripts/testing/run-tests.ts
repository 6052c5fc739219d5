/**
 * Runs the test files, prints each file as it ends, then what failed and what was not run, then one line with the counts. A file of
 * browser tests that failed beside others is run once more by itself: what passes then is told as unsteady, with what it said first.
 */
import { globSync } from "node:fs";
import { run } from "node:test";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const patterns = ["src/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.ts"];
/** Longest time for one file, milliseconds. The crash tests are the slow ones. */
const fileLimit = 10 * 60 * 1000;
/** Files at the same time. The tests start browsers and encoders of their own. */
const concurrency = 2;

const builtChildren = new URL("built-children.mjs", import.meta.url).href;
const execArgv = [
  "--disable-warning=ExperimentalWarning",
  ...(process.env["WITNESSMARK_TEST_PROGRAM"] === undefined ? [] : ["--import", builtChildren]),
];

interface Ended {
  readonly name: string;
  readonly file: string;
  readonly why: string;
}

const requireAll = process.argv.includes("--require-all");
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));
const files = globSync(patterns, { cwd: root })
  .sort()
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .map((file) => `${root}${file}`);

interface Outcome {
  readonly failed: Ended[];
  readonly notRun: Ended[];
  passed: number;
}

const place = (file: string | undefined) => (file === undefined ? "?" : relative(root, file));

// Test files and the commands they start load the same sources hundreds of times: with what Node makes of them kept, three
// files of commands take 39 s of processor time in place of 67.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules", ".cache", "witnessmark");

/** A file's own line, and a suite's, say only what their tests say. */
const isContainer = (data: { details?: { type?: string | undefined }; name: string; file?: string | undefined }) =>
  data.details?.type === "suite" || data.name === data.file || data.name === place(data.file);

async function runFiles(some: readonly string[], atOnce: number): Promise<Outcome> {
  const failed: Ended[] = [];
  const notRun: Ended[] = [];
  let passed = 0;
  const events = run({ files: [...some], concurrency: atOnce, timeout: fileLimit, execArgv });
  events.on("test:pass", (data) => {
    if (data.skip !== undefined && data.skip !== false) {
      notRun.push({ name: data.name, file: place(data.file), why: typeof data.skip === "string" ? data.skip : "no reason given" });
    } else if (!isContainer(data)) {
      passed++;
    }
  });
  events.on("test:fail", (data) => {
    const cause = data.details.error.cause;
    // A suite that fails because a test in it failed says nothing new.
    if (data.details.type === "suite" && /subtest/.test(String(cause))) return;
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause ?? data.details.error.message);
    failed.push({ name: data.name, file: place(data.file), why });
    console.log(`  FAILED ${place(data.file)}: ${data.name}`);
  });
  events.on("test:stdout", (data) => process.stdout.write(data.message));
  events.on("test:stderr", (data) => process.stderr.write(data.message));
  // Counted by the runner itself: a test may be written in another file than the one that was started.
  events.on("test:summary", ({ file, counts, duration_ms }) => {
    if (file === undefined) return;
    const { passed: p, skipped: s, tests, todo } = counts;
    const f = tests - p - s - todo;
    const parts = [
      `${p} passed`,
      ...(f > 0 ? [`${f} failed`] : []),
      ...(s > 0 ? [`${s} not run`] : []),
      `${Math.round(duration_ms / 1000)} s`,
    ];
    console.log(`${f > 0 ? "not ok" : "ok"}  ${place(file)}  ${parts.join(", ")}`);
  });
  await new Promise<void>((resolve) => events.on("end", resolve).resume());
  return { failed, notRun, passed };
}

/** More files than this do not fail by chance. */
const mostUnsteady = 4;

const first = await runFiles(files, concurrency);
const failedWeb = [...new Set(first.failed.map(({ file }) => file))].filter((file) => file.startsWith("test/web/"));
const again = failedWeb.length > mostUnsteady ? [] : failedWeb.map((file) => join(root, file));
if (again.length > 0) console.log(`\n${again.length} files of browser tests once more, each by itself:`);
const second: Outcome = again.length > 0 ? await runFiles(again, 1) : { failed: [], notRun: [], passed: 0 };
const isAgain = ({ file }: Ended) => again.includes(join(root, file));
const unsteady = first.failed.filter((one) => isAgain(one) && !second.failed.some(({ file }) => file === one.file));
const failed = [...first.failed.filter((one) => !isAgain(one)), ...second.failed];
const { notRun } = first;
const passed = first.passed + unsteady.length;

if (unsteady.length > 0) console.log("\nUnsteady: failed beside others, passed by itself. To be mended:");
for (const { name, file, why } of unsteady) console.log(`  ${file}: ${name}\n${why}`);
for (const { name, file, why } of failed) console.log(`\nFAILED ${file}: ${name}\n${why}`);
if (notRun.length > 0) console.log("\nNot run:");
for (const { name, file, why } of notRun) console.log(`  ${file}: ${name}: ${why}`);
if (files.length === 0 || passed === 0) console.log(`\nexpected tests to run; found ${files.length} files and ${passed} that passed`);
console.log(
  `\n${passed} passed, ${failed.length} failed, ${notRun.length} skipped${unsteady.length > 0 ? `, ${unsteady.length} of those passed unsteady` : ""}`,
);
process.exitCode = failed.length > 0 || passed === 0 || (requireAll && notRun.length > 0) ? 1 : 0;
