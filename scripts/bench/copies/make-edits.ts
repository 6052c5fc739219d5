/**
 * `node scripts/bench/copies/make-edits.ts FOLDER [--sources N] [--kinds a,b] [--look-alikes]`: sources, edits and look-alikes with
 * their truth, for judging how copies are found. What is in FOLDER already is not made again. Natural footage is found by
 * WITNESSMARK_FIXTURES and WITNESSMARK_FOOTAGE; without them only drawn clips are made, and that is said.
 */
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { makeSample } from "../../sample/make-sample.ts";
import { editKinds, editName, makeEdit, type EditKind } from "./edits.ts";
import { probeClip } from "./encode.ts";
import { inParallel } from "./in-parallel.ts";
import { lookAlikesOf } from "./look-alikes.ts";
import { sourcesOf, type Place } from "./sources.ts";
import { TRUTH, type Clip, type Edit, type Material } from "./truth.ts";

interface Wanted {
  readonly sources?: number;
  readonly kinds?: readonly EditKind[];
  readonly lookAlikes: boolean;
  /** How many ffmpeg at once. */
  readonly together: number;
}

/** Makes what is missing in `folder` and writes the truth of all of it. */
export async function makeMaterial(
  folder: string,
  place: Omit<Place, "work">,
  wanted: Wanted,
  say: (line: string) => void,
): Promise<Material> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), "witnessmark-edits-"));
  try {
    const all = sourcesOf({ ...place, work });
    const chosen = all.filter((source) => source.write !== null).slice(0, wanted.sources);
    for (const source of all) if (source.write === null) say(`${source.name}: what it is made from is not here`);
    const sources = await inParallel(wanted.together, chosen, async ({ name, half, nature, lookAlike, write }): Promise<Clip> => {
      const file = `sources/${name}.mp4`;
      if (!existsSync(join(folder, file))) say(file);
      await write?.(join(folder, file));
      return { name, file, half, nature, lookAlike, ...(await probeClip(join(folder, file))) };
    });
    const edits = await makeEdits(folder, work, sources, wanted, say);
    const lookAlikes = wanted.lookAlikes
      ? await inParallel(wanted.together, lookAlikesOf({ ...place, work }), async ({ name, half, nature, group, write }): Promise<Clip> => {
          const file = `look-alikes/${name}.mp4`;
          if (!existsSync(join(folder, file))) say(file);
          await write(join(folder, file));
          return { name, file, half, nature, lookAlike: group, ...(await probeClip(join(folder, file))) };
        })
      : [];
    const material: Material = { format: "witnessmark-copies-material-v1", sources, edits, lookAlikes };
    await writeFile(join(folder, `${TRUTH}.part`), `${JSON.stringify(material, null, 1)}\n`);
    await rename(join(folder, `${TRUTH}.part`), join(folder, TRUTH));
    return material;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeEdits(
  folder: string,
  work: string,
  sources: readonly Clip[],
  wanted: Wanted,
  say: (line: string) => void,
): Promise<Edit[]> {
  const kinds = wanted.kinds ?? editKinds;
  const tasks = sources.flatMap((clip) => kinds.map((kind) => ({ clip, kind })));
  return inParallel(wanted.together, tasks, async ({ clip, kind }) => {
    // Within one half: a clip of the reported half must not lie in an edit that thresholds were set on.
    const others = sources.filter((other) => other.half === clip.half && other.name !== clip.name);
    const at = sources.filter((other) => other.half === clip.half).indexOf(clip);
    const [one, two] = [others[at % others.length], others[(at + 1) % others.length]];
    if (one === undefined || two === undefined || one === two)
      throw new Error(`${clip.name}: expected three clips in its half; found fewer`);
    const of = { clip, others: [one, two], folder, work } as const;
    if (!existsSync(join(folder, `copies/${editName(kind, of)}.mp4`))) say(editName(kind, of));
    return makeEdit(kind, of);
  });
}

if (import.meta.main) {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      sources: { type: "string" },
      kinds: { type: "string" },
      "look-alikes": { type: "boolean", default: false },
      together: { type: "string", default: "2" },
    },
  });
  const [folder] = positionals;
  const kinds = values.kinds?.split(",");
  const unknown = kinds?.filter((kind) => !(editKinds as readonly string[]).includes(kind)) ?? [];
  if (folder === undefined || unknown.length > 0) {
    process.stderr.write(`make-edits: expected FOLDER and kinds of ${editKinds.join(", ")}; found ${unknown.join(", ") || "no folder"}\n`);
    process.exit(2);
  }
  const say = (line: string) => process.stderr.write(`make-edits: ${line}\n`);
  const sample = process.env["WITNESSMARK_SAMPLE"] ?? join(resolve(folder), "sample");
  await makeSample(sample, say);
  const place = { fixtures: process.env["WITNESSMARK_FIXTURES"] ?? null, footage: process.env["WITNESSMARK_FOOTAGE"] ?? null, sample };
  const wanted = {
    ...(values.sources === undefined ? {} : { sources: Number(values.sources) }),
    ...(kinds === undefined ? {} : { kinds: kinds as EditKind[] }),
    lookAlikes: values["look-alikes"],
    together: Number(values.together),
  };
  const { sources, edits, lookAlikes } = await makeMaterial(resolve(folder), place, wanted, say);
  say(`${sources.length} sources, ${edits.length} edits, ${lookAlikes.length} look-alikes`);
}
