/** Verifying against the arithmetic limit and, where WITNESSMARK_BAGIT names its bagit.py, against bagit-python. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { BenchPlace } from "./bench-place.ts";
import { figure, type Figure, timeFigure } from "./figure.ts";
import { inTurns, runChild, timeShell, type Took } from "./measure.ts";
import { arithmeticLimit } from "./openssl-speed.ts";
import { writeManyFiles } from "./write-material.ts";

const run = promisify(execFile);
const OBJECT_BYTES = 64 * 1024;
const TAMPERED = 7;

interface Verified extends Required<Took> {
  readonly verdict: string;
  readonly objects: { readonly intact: number };
  readonly findings: readonly { readonly code: string; readonly path?: string }[];
}

export async function verifyFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const count = quick ? 2000 : 20_000;
  const [source, path, config] = [join(folder, "source"), join(folder, "case"), join(folder, "config")];
  mkdirSync(source);
  writeManyFiles(source, count, OBJECT_BYTES);
  await runChild("keep-child.ts", [path, config, source]);
  rmSync(source, { recursive: true });

  say(`verifying ${count} objects of 64 KiB`);
  const rounds = await inTurns(
    quick ? 3 : 5,
    () => verifyIntact(path, count),
    () => arithmeticLimit(count * OBJECT_BYTES),
  );
  const note = "page cache warm; checks the whole history too, on one thread";
  const figures = [
    timeFigure({
      name: `verify a case of ${count} objects of 64 KiB`,
      beside: "arithmetic limit: bytes by `openssl speed`",
      rounds,
      target: { atMost: 1.6 },
      note,
    }),
  ];
  const bagit = process.env["WITNESSMARK_BAGIT"];
  if (bagit !== undefined && bagit !== "") {
    say("verifying its pack, and the same by bagit-python");
    figures.push(await besideBagit(folder, path, bagit));
  } else say("bagit-python is not given: WITNESSMARK_BAGIT names its bagit.py");
  say("naming altered, missing and added objects");
  figures.push(await naming(path));
  return figures;
}

async function verifyIntact(path: string, count: number): Promise<Took> {
  const verified = await runChild<Verified>("verify-child.ts", [path]);
  if (verified.verdict !== "verifies" || verified.objects.intact !== count) {
    throw new Error(`expected ${count} intact objects; found ${verified.objects.intact}, verdict ${verified.verdict}`);
  }
  return verified;
}

async function besideBagit(folder: string, path: string, bagit: string): Promise<Figure> {
  const pack = join(folder, "pack");
  const main = join(import.meta.dirname, "../../src/main.ts");
  await run(process.execPath, [...process.execArgv, main, "seal", path, "--out", pack], {
    env: { ...process.env, WITNESSMARK_CONFIG: join(folder, "config") },
  });
  const ours = () => runChild<Verified>("verify-child.ts", [pack]);
  const rounds = await inTurns(3, ours, () => timeShell(`python3 '${bagit}' --validate --processes 1 '${pack}' 2>/dev/null`, folder));
  rmSync(pack, { recursive: true });
  return timeFigure({ name: "verify the pack of that case", beside: "bagit-python, one process", rounds, target: { atMost: 1 } });
}

/** Alters, removes and adds a few objects and counts how many of them verifying names. */
async function naming(path: string): Promise<Figure> {
  const objects = join(path, "objects");
  const all = readdirSync(objects, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const spread = (i: number) => all[Math.floor((i * all.length) / (2 * TAMPERED))] as string;
  const altered = Array.from({ length: TAMPERED }, (_, i) => spread(2 * i));
  const missing = Array.from({ length: TAMPERED }, (_, i) => spread(2 * i + 1));
  const added = Array.from({ length: TAMPERED }, (_, i) => join(path, "objects", "00", "0".repeat(63) + i.toString(16)));
  for (const file of altered) {
    const bytes = readFileSync(file);
    rmSync(file);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, bytes);
  }
  for (const file of missing) rmSync(file);
  mkdirSync(join(path, "objects", "00"), { recursive: true });
  for (const file of added) appendFileSync(file, "added");
  const { findings } = await runChild<Verified>("verify-child.ts", [path]);
  const named = (files: readonly string[], code: string) =>
    files.filter((file) =>
      findings.some((f) => f.code === code && f.path !== undefined && file.endsWith(f.path.split(/[:/]/).at(-1) ?? "?")),
    ).length;
  const counts = [named(altered, "object-altered"), named(missing, "object-missing")];
  const strange = added.filter((file) =>
    findings.some((f) => f.path !== undefined && file.endsWith(f.path.split(/[:/]/).at(-1) ?? "?")),
  ).length;
  const total = counts.reduce((a, b) => a + b, strange);
  return figure(
    "files named out of those altered, missing and added",
    `${3 * TAMPERED} tampered with`,
    total,
    String(total),
    { atLeast: 3 * TAMPERED },
    `altered ${counts[0]}, missing ${counts[1]}, added ${strange}`,
  );
}
