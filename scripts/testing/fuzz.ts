/**
 * Fuzzes every parser of ours: `--seconds N` each (60), seventeen at a time, `--only WORD` for one, `--seed N` and `--run N` to
 * meet an input again. Findings are written beside the log, and small ones printed, so that they outlive the machine.
 */
import { createHash } from "node:crypto";
import { appendFileSync, globSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { type Finding, type FuzzRun, runTarget } from "../../test/fuzz/run-target.ts";

/** Targets fuzzed at the same time. */
const lanes = 17;
/** Longest input that is printed with its finding. */
const printedBytes = 3000;

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    only: { type: "string" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    run: { type: "string", default: "0" },
    out: { type: "string" },
    "require-all": { type: "boolean", default: false },
  },
});
const [seed, seconds, first] = [Number(values.seed), Number(values.seconds), Number(values.run)];
const folder = values.out ?? mkdtempSync(join(tmpdir(), "witnessmark-fuzz-"));
mkdirSync(folder, { recursive: true });
const targets = fileURLToPath(new URL("../../test/fuzz/targets", import.meta.url));
const files = globSync("*.ts", { cwd: targets })
  .filter((name) => values.only === undefined || name.includes(values.only))
  .sort();

const say = (line: string) => {
  console.log(line);
  appendFileSync(join(folder, "fuzz.log"), `${line}\n`);
};
say(`fuzzing ${files.length} parsers for ${seconds} s each, seed ${seed}`);
const done: FuzzRun[] = [];
const waiting = [...files];
await Promise.all(Array.from({ length: lanes }, work));
const findings = done.reduce((sum, { findings: found }) => sum + found.length, 0);
const notRun = done.filter((run) => run.notRun !== undefined);
const inputs = done.reduce((sum, { runs }) => sum + runs, 0);
say(
  `\n${done.length - notRun.length} parsers, ${inputs} inputs, ${findings} findings${notRun.length > 0 ? `, ${notRun.length} not run` : ""}`,
);
if (findings > 0) say(`inputs and log: ${folder}`);
process.exitCode = findings > 0 || files.length === 0 || (values["require-all"] && notRun.length > 0) ? 1 : 0;

async function work(): Promise<void> {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const run = await runTarget(pathToFileURL(join(targets, file)).href, { seed, seconds, first });
    done.push(run);
    tell(run);
  }
}

function tell({ name, runs, slowestMs, grownMb, findings: found, notRun: why }: FuzzRun): void {
  if (why !== undefined) return say(`not run  ${name}: ${why}`);
  const rate = `${runs} inputs, slowest ${Math.round(slowestMs)} ms, ${Math.max(0, Math.round(grownMb))} MB kept`;
  say(`${found.length === 0 ? "ok" : "FOUND"}  ${name.padEnd(18)} ${rate}`);
  for (const one of found) tellFinding(name, one);
}

function tellFinding(name: string, { sort, run, input, said }: Finding): void {
  const path = join(folder, `${name}-${createHash("sha256").update(input).digest("hex").slice(0, 12)}.bin`);
  writeFileSync(path, input);
  say(`  ${sort}, input ${run} of seed ${seed} (${input.length} bytes, ${path})`);
  say(`  ${said.split("\n").slice(0, 6).join("\n  ")}`);
  if (input.length > 0 && input.length <= printedBytes) say(`  base64: ${Buffer.from(input).toString("base64")}`);
}
