/** What the gazetteers cost: the bundled one when it is first asked and ever after, a file of many places when it is imported, a name in both. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { join } from "node:path";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure, megabytes } from "./figure.ts";
import { runChild, type Took } from "./measure.ts";

type Asked = Required<Took> & { readonly nameS: number; readonly spellingS: number };
type Imported = Required<Took> & { readonly places: number; readonly indexBytes: number };

const parts = "do mi tri vka bu cha lo za ro pe ne so ka ho ri ly ma va no se lo kra sno bil rod vysh ve".split(" ");
const cyrillic: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdehiklmnoprstuvyz"].map((letter, at) => [letter, "абцдехіклмнопрстувиз"[at] as string]),
);

export async function gazetteerFigures({ folder, quick, say }: BenchPlace): Promise<Figure[]> {
  const data = join(folder, "data");
  say("the bundled gazetteer, asked for the first time and again");
  const first = await runChild<Asked>("gazetteer-child.ts", [data]);
  const again = await runChild<Asked>("gazetteer-child.ts", [data]);
  const sizes = quick ? [20_000, 100_000] : [200_000, 1_000_000];
  const taken: Imported[] = [];
  for (const [at, count] of sizes.entries()) {
    const file = join(folder, `${["UA", "RU"][at]}.txt`);
    await writeRows(file, count);
    say(`importing ${count} places`);
    taken.push(await runChild<Imported>("gazetteer-child.ts", [data, file]));
  }
  const [small, large] = taken as [Imported, Imported];
  say("names in all of them");
  const all = await runChild<Asked>("gazetteer-child.ts", [data]);
  const count = (n: number) => n.toLocaleString("en");
  const places = `${count(171_075 + small.places + large.places)} places`;
  return [
    timed("the bundled gazetteer, asked for the first time on a machine", first, "makes its index: once a version"),
    timed("the bundled gazetteer, first name of a process", again, "opens the index"),
    figure(
      "largest memory of that process",
      "-",
      again.peakBytes / 1e6,
      megabytes(again.peakBytes),
      { atMost: 250 },
      "resident, with the program itself",
    ),
    timed(
      `importing ${count(large.places)} places`,
      large,
      `${((large.cpuS / large.places) * 1e6).toFixed(0)} s a million of processor time`,
    ),
    figure(
      "largest memory of an import",
      `${count(small.places)} places: ${megabytes(small.peakBytes)}`,
      large.peakBytes / 1e6,
      megabytes(large.peakBytes),
      { atMost: 600 },
      `${count(large.places)} places`,
    ),
    figure(
      "its index",
      "-",
      large.indexBytes / 1e6,
      megabytes(large.indexBytes),
      undefined,
      `${Math.round(large.indexBytes / large.places)} bytes a place`,
    ),
    figure(
      `a name, in ${places}`,
      `in the bundled ones: ${(again.nameS * 1000).toFixed(1)} ms`,
      all.nameS,
      `${(all.nameS * 1000).toFixed(1)} ms`,
      { atMost: 0.1 },
      "median of 15",
    ),
    figure(
      `a name with near spellings, in ${places}`,
      `in the bundled ones: ${(again.spellingS * 1000).toFixed(0)} ms`,
      all.spellingS,
      `${(all.spellingS * 1000).toFixed(0)} ms`,
      { atMost: 1 },
      "median of 15; every key within two letters",
    ),
  ];
}

function timed(name: string, { wallS, cpuS, peakBytes }: Required<Took>, note: string): Figure {
  const detail = `processor ${cpuS.toFixed(2)} s; largest memory ${megabytes(peakBytes)}; ${note}`;
  return figure(name, "-", wallS, `${wallS.toFixed(2)} s`, undefined, detail);
}

/** Names of two to four syllables, half of them also in Cyrillic: every key is met by many. */
async function writeRows(file: string, count: number): Promise<void> {
  const out = createWriteStream(file);
  let state = 12_345;
  const next = (below: number) => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) % below;
  for (let id = 1; id <= count; id++) {
    const name = Array.from({ length: 2 + next(3) }, () => parts[next(parts.length)]).join("");
    const alternates = next(2) === 0 ? "" : [...name].map((letter) => cyrillic[letter] ?? letter).join("");
    const cells = [
      id,
      name,
      name,
      alternates,
      44 + next(800_000) / 1e5,
      22 + next(1_800_000) / 1e5,
      "P",
      "PPL",
      "UA",
      "",
      "13",
      "3208",
      "",
      "",
      next(3) * 700,
      "",
      150,
      "Europe/Kyiv",
      "2024-05-01",
    ];
    if (!out.write(`${cells.join("\t")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}
