/** Finding copies among so many posts: processor time and memory, and how both grow. */
import type { BenchPlace } from "../bench-place.ts";
import { type Figure, figure } from "../figure.ts";
import { runChild } from "../measure.ts";

interface Took {
  readonly posts: number;
  readonly joinedTexts: number;
  readonly cpuSec: number;
  readonly longestStepMs: number;
  readonly moreMemoryMb: number;
}

export async function textCopiesFigures({ quick, say }: BenchPlace): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const posts of quick ? [10_000] : [100_000, 1_000_000]) {
    say(`copies among ${posts} posts`);
    const took = await runChild<Took>("text-copies-child.ts", [String(posts)]);
    const detail = `${took.joinedTexts} texts hang together; ${took.moreMemoryMb} MB more memory; others wait at most ${took.longestStepMs} ms`;
    figures.push(figure(`copies among ${posts} posts`, "-", took.cpuSec, `${took.cpuSec} s of processor`, undefined, detail));
  }
  return figures;
}
