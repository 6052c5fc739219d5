/** Runs the test files, prints each file as it ends, then what failed and what was not run, then one line with the counts. */
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

const failed: Ended[] = [];
const notRun: Ended[] = [];
let passed = 0;

const place = (file: string | undefined) => (file === undefined ? "?" : relative(root, file));

// Test files and the commands they start load the same sources hundreds of times: with what Node makes of them kept, three
// files of commands take 39 s of processor time in place of 67.
process.env["NODE_COMPILE_CACHE"] ??= join(root, "node_modules", ".cache", "witnessmark");

const events = run({ files, concurrency, timeout: fileLimit, execArgv: ["--disable-warning=ExperimentalWarning"] });
/** A file's own line, and a suite's, say only what their tests say. */
const isContainer = (data: { details?: { type?: string | undefined }; name: string; file?: string | undefined }) =>
  data.details?.type === "suite" || data.name === data.file || data.name === place(data.file);

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

for (const { name, file, why } of failed) console.log(`\nFAILED ${file}: ${name}\n${why}`);
if (notRun.length > 0) console.log("\nNot run:");
for (const { name, file, why } of notRun) console.log(`  ${file}: ${name}: ${why}`);
if (files.length === 0 || passed === 0) console.log(`\nexpected tests to run; found ${files.length} files and ${passed} that passed`);
console.log(`\n${passed} passed, ${failed.length} failed, ${notRun.length} skipped`);
process.exitCode = failed.length > 0 || passed === 0 || (requireAll && notRun.length > 0) ? 1 : 0;
