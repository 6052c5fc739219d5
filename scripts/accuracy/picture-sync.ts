/**
 * How often the offset of two videos by light and movement is given, and how often what is given is wrong, on scenes with known truth.
 * Usage: node scripts/accuracy/picture-sync.ts [--scenes N] [--from N] [--write]; --write puts the table into docs/method/sync-picture.md.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { measurePicture } from "../../src/analyse/sync-picture/measure-picture.ts";
import { pictureKinds, pictureScene, type PictureScene } from "./picture-sync-scenes.ts";

/** What counts as wrong, seconds: as `wrong` of a measurement does. */
const wrongS = 0.05;

export interface KindScore {
  readonly kind: string;
  readonly scenes: number;
  readonly right: number;
  readonly wrong: number;
  /** Of those that are right: how many lie within the error that is stated. */
  readonly held: number;
  readonly refused: Readonly<Record<string, number>>;
}

export function scoreKind(kind: string, from: number, count: number): KindScore {
  const refused: Record<string, number> = {};
  let [right, wrong, held] = [0, 0, 0];
  for (let number = from; number < from + count; number++) {
    const scene: PictureScene = pictureScene(kind, number);
    const measurement = measurePicture(scene.a, scene.b);
    if (measurement.state === "refused") {
      refused[measurement.reason] = (refused[measurement.reason] ?? 0) + 1;
      continue;
    }
    const { offsetS, plusMinusS } = measurement.offset;
    const off = Math.min(Number.POSITIVE_INFINITY, ...scene.offsetsS.map((truth) => Math.abs(truth - offsetS)));
    if (off > wrongS) wrong++;
    else right++;
    if (off <= plusMinusS) held++;
  }
  return { kind, scenes: count, right, wrong, held, refused };
}

function tableOf(scores: readonly KindScore[]): string {
  const rows = scores.map(({ kind, scenes, right, wrong, held, refused }) => {
    const words = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`);
    return `| ${kind} | ${scenes} | ${right} | ${right === 0 ? "" : `${((100 * held) / right).toFixed(0)} %`} | ${wrong} | ${words.join(", ")} |`;
  });
  return ["| scenes | pairs | right | within +- | wrong | refused |", "|---|---|---|---|---|---|", ...rows].join("\n");
}

if (import.meta.main) {
  const option = (name: string, otherwise: number) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : Number(process.argv[at + 1]);
  };
  const scores = Object.keys(pictureKinds).map((kind) => scoreKind(kind, option("--from", 0), option("--scenes", 200)));
  const table = tableOf(scores);
  console.log(table);
  if (process.argv.includes("--write")) {
    const page = join(import.meta.dirname, "../../docs/method/sync-picture.md");
    const text = readFileSync(page, "utf8");
    writeFileSync(
      page,
      text.replace(/(<!-- figures -->\n)[^]*?(<!-- end -->)/, (_, before: string, after: string) => `${before}\n${table}\n\n${after}`),
    );
  }
}
