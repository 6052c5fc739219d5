/** Keeping against `cp` and `sync`, hashing against openssl and sha256sum. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, timeFigure } from "./figure.ts";
import { inTurns, runChild, timeShell, type Took } from "./measure.ts";
import { arithmeticLimit } from "./openssl-speed.ts";
import { writeLargeFile, writeManyFiles } from "./write-material.ts";

const MIB = 1024 * 1024;

export async function keepFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const largeBytes = (quick ? 128 : 1024) * MIB;
  const files = quick ? 2000 : 20_000;
  const large = join(folder, "large");
  const small = join(folder, "small");
  await timeShell(`mkdir -p '${large}' '${small}'`, folder);
  const file = join(large, "synthetic.bin");
  writeLargeFile(file, largeBytes);
  writeManyFiles(small, files, 4096);

  say(`hashing ${largeBytes / MIB} MiB`);
  const hashing = () => runChild<Took>("hash-child.ts", [file]);
  const againstLimit = await inTurns(quick ? 3 : 5, hashing, () => arithmeticLimit(largeBytes));
  const readingThenHashing = async (): Promise<Took> => {
    const [read, hashed] = [await runChild<Took>("read-child.ts", [file]), await arithmeticLimit(largeBytes)];
    return { wallS: read.wallS + hashed.wallS, cpuS: read.cpuS + hashed.cpuS };
  };
  const againstReading = await inTurns(3, hashing, readingThenHashing);
  const againstSha256sum = await inTurns(3, hashing, () => timeShell(`sha256sum '${file}'`, folder));
  say(`keeping one file of ${largeBytes / MIB} MiB`);
  const one = await inTurns(
    3,
    () => keep(folder, large),
    () => copy(folder, large),
  );
  say(`keeping ${files} files of 4 KiB`);
  const many = await inTurns(
    3,
    () => keep(folder, small),
    () => copy(folder, small),
  );

  const warm = "source in the page cache";
  return [
    timeFigure({
      name: `keep one file of ${largeBytes / MIB} MiB: write, fsync, SHA-256, line`,
      beside: "`cp -r` + `sync -f`",
      rounds: one,
      target: { atMost: 1.15 },
      note: warm,
    }),
    timeFigure({
      name: "hash a file, as fast as",
      beside: "`openssl speed -evp sha256`",
      rounds: againstLimit,
      target: { atLeast: 0.8 },
      speed: true,
      by: "cpuS",
      note: warm,
    }),
    timeFigure({
      name: "hash a file, as fast as reading it and",
      beside: "`openssl speed -evp sha256`",
      rounds: againstReading,
      speed: true,
      by: "cpuS",
      note: `${warm}; the same reads without hashing, added: what no reader of files can do without`,
    }),
    timeFigure({
      name: "hash a file, times as fast as",
      beside: "`sha256sum`",
      rounds: againstSha256sum,
      target: { atLeast: 3 },
      speed: true,
      by: "cpuS",
      note: warm,
    }),
    timeFigure({ name: `keep ${files} files of 4 KiB`, beside: "`cp -r` + `sync -f`", rounds: many, target: { atMost: 2 }, note: warm }),
  ];
}

/** What others left unwritten is written first: it would be counted by whoever syncs next. */
async function settled(folder: string, ...leftovers: string[]): Promise<void> {
  for (const path of leftovers) rmSync(path, { recursive: true, force: true });
  await timeShell(`sync -f '${folder}'`, folder);
}

async function keep(folder: string, source: string): Promise<Took> {
  const [path, config] = [join(folder, "case"), join(folder, "config")];
  await settled(folder, path, config);
  const took = await runChild<Took & { collected: number }>("keep-child.ts", [path, config, source]);
  if (took.collected === 0) throw new Error(`expected files of ${source} in the case; found none`);
  rmSync(path, { recursive: true });
  return took;
}

async function copy(folder: string, source: string): Promise<Took> {
  const copied = join(folder, "copied");
  await settled(folder, copied);
  const took = await timeShell(`cp -r '${source}' '${copied}'; sync -f '${copied}'`, folder);
  rmSync(copied, { recursive: true });
  return took;
}
