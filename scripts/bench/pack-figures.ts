/**
 * Sealing and verifying packs of growing size, beside what a user would do with stock tools: `cp -r`, `sync` and `sha256sum`, then
 * `sha256sum -c`; and beside bagit-python where WITNESSMARK_BAGIT names its bagit.py. A pack of 10,000 objects and 20 GB is beyond what
 * a shared disk should be asked for: one series grows in objects, one in bytes, and what each unit costs is printed as it grows.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, timeFigure } from "./figure.ts";
import { inTurns, median, type Rounds, runChild, timeShell, type Took } from "./measure.ts";
import { writeLargeFile, writeManyFiles } from "./write-material.ts";

const SMALL = 64 * 1024;
const LARGE = 16 * 1024 * 1024;

interface Size {
  readonly name: string;
  readonly count: number;
  readonly bytes: number;
}

interface Sealed extends Required<Took> {
  readonly objects: number;
}

interface Verified extends Required<Took> {
  readonly verdict: string;
  readonly objects: { readonly intact: number };
}

export async function packFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const scale = quick ? 0.1 : 1;
  const many = [1000, 3000, 10_000].map((count): Size => ({
    name: `${count * scale} objects of 64 KiB`,
    count: count * scale,
    bytes: SMALL,
  }));
  const large = [20, 40, 80].map((count): Size => ({ name: `${count * scale} objects of 16 MiB`, count: count * scale, bytes: LARGE }));
  const bagit = process.env["WITNESSMARK_BAGIT"] ?? "";
  if (bagit === "") say("bagit-python is not given: WITNESSMARK_BAGIT names its bagit.py");
  const figures: Figure[] = [];
  const taken = new Map<Size, { seal: Rounds; verify: Rounds }>();
  for (const size of [...many, ...large]) {
    const isLast = size === many.at(-1) || size === large.at(-1);
    say(`packs of ${size.name}`);
    const rounds = await roundsOf(folder, size, quick ? 1 : 3, bagit);
    taken.set(size, rounds);
    if (!isLast) continue;
    figures.push(
      timeFigure({
        name: `seal ${size.name}`,
        beside: "cp -r, sha256sum of each, sync -f",
        rounds: rounds.seal,
        note: "every file synced before the pack has its name",
      }),
      timeFigure({
        name: `verify that pack`,
        beside: "sha256sum -c of its manifest",
        rounds: rounds.verify,
        note: "the whole history, signatures and seal too",
      }),
    );
    if (rounds.bagSeal !== undefined)
      figures.push(timeFigure({ name: `seal ${size.name}`, beside: "cp -r, bagit.py --sha256", rounds: rounds.bagSeal }));
    if (rounds.bagVerify !== undefined)
      figures.push(
        timeFigure({
          name: "verify that pack",
          beside: "bagit.py --validate, one process",
          rounds: rounds.bagVerify,
          target: { atMost: 1 },
        }),
      );
  }
  figures.push(growth("objects", many, taken, ({ count }) => count, "ms an object", 1000));
  figures.push(growth("bytes", large, taken, ({ count, bytes }) => (count * bytes) / 1e9, "s a gigabyte", 1));
  return figures;
}

async function roundsOf(
  folder: string,
  { count, bytes }: Size,
  rounds: number,
  bagit: string,
): Promise<{ seal: Rounds; verify: Rounds; bagSeal?: Rounds; bagVerify?: Rounds }> {
  const [source, path, config] = [join(folder, "source"), join(folder, "case"), join(folder, "config")];
  mkdirSync(source);
  if (bytes === SMALL) writeManyFiles(source, count, bytes);
  else for (let n = 0; n < count; n++) writeLargeFile(join(source, `synthetic-${n}.bin`), bytes);
  await runChild("keep-child.ts", [path, config, source]);
  rmSync(source, { recursive: true });
  const pack = join(folder, "pack");
  const copy = join(folder, "copy");
  const fresh = async (what: string) => {
    rmSync(what, { recursive: true, force: true });
    // What others left unwritten is not counted against whoever comes next.
    await timeShell("sync -f .", folder);
  };
  // As the launcher sets it.
  const sealOurs = async () => {
    await fresh(pack);
    const sealed = await runChild<Sealed>("seal-child.ts", [path, config, pack], { UV_THREADPOOL_SIZE: "16" });
    // The report of the collection is an object too.
    if (sealed.objects < count) throw new Error(`expected ${count} objects in the pack; found ${sealed.objects}`);
    return sealed;
  };
  const withTools = async () => {
    await fresh(copy);
    return timeShell(
      `cp -r '${path}/objects' '${copy}' && find '${copy}' -type f -print0 | xargs -0 sha256sum > copy.sha256 && sync -f copy.sha256`,
      folder,
    );
  };
  const seal = await inTurns(rounds, sealOurs, withTools);
  const verifyOurs = async () => {
    const verified = await runChild<Verified>("verify-child.ts", [pack]);
    if (verified.verdict !== "verifies") throw new Error(`expected a pack that verifies; found ${verified.verdict}`);
    return verified;
  };
  const verify = await inTurns(rounds, verifyOurs, () => timeShell("sha256sum -c --strict --quiet manifest-sha256.txt", pack));
  const own = `python3 '${bagit}'`;
  const bag = async () => {
    await fresh(copy);
    return timeShell(
      `cp -r '${path}/objects' '${copy}' && ${own} --sha256 --processes 1 '${copy}' 2>/dev/null && sync -f '${copy}'`,
      folder,
    );
  };
  const beside =
    bagit === ""
      ? {}
      : {
          bagSeal: await inTurns(rounds, sealOurs, bag),
          bagVerify: await inTurns(rounds, verifyOurs, () => timeShell(`${own} --validate --processes 1 '${pack}' 2>/dev/null`, folder)),
        };
  for (const made of [path, pack, copy, config]) rmSync(made, { recursive: true, force: true });
  return { seal, verify, ...beside };
}

/** What a unit costs at the largest size over what it costs at the smallest: 1 where time grows as the size does. */
function growth(
  what: string,
  sizes: readonly Size[],
  taken: ReadonlyMap<Size, { readonly seal: Rounds; readonly verify: Rounds }>,
  unitsOf: (size: Size) => number,
  unit: string,
  factor: number,
): Figure {
  const costs = sizes.map((size) => {
    const { seal, verify } = taken.get(size) as { seal: Rounds; verify: Rounds };
    const of = (rounds: Rounds) => (median(rounds.ours.map(({ wallS }) => wallS)) * factor) / unitsOf(size);
    return { seal: of(seal), verify: of(verify) };
  });
  const [first, last] = [costs[0], costs.at(-1)] as [(typeof costs)[number], (typeof costs)[number]];
  const listed = (of: "seal" | "verify") => costs.map((cost) => cost[of].toPrecision(3)).join(", ");
  const ratio = last.seal / first.seal;
  return figure(
    `growth with ${what}: ${sizes.map(({ name }) => name).join("; ")}`,
    "seal at the smallest size, a unit",
    ratio,
    ratio.toFixed(2),
    undefined,
    `${unit}: seal ${listed("seal")}; verify ${listed("verify")}`,
  );
}
