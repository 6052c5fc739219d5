/** Kills a program again and again on cases of its own, in two lanes, until so many kills were made; and tells where they fell. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestContext } from "node:test";

export interface Ended {
  readonly killed: boolean;
  readonly lastStage: string;
}

export interface Killing<Material, Run extends Ended> {
  readonly kills: number;
  /** One case is killed so often; then it is let to its end. */
  readonly killsPerCase: number;
  /** Steps at each of which some kill must fall. */
  readonly stages: readonly string[];
  /** What the work is done on, in a folder that is empty. */
  readonly prepare: (base: string, seed: number) => Material;
  /** Works, and is killed in the manner of this turn; says whether at a named step. */
  readonly kill: (base: string, turn: number) => Promise<{ readonly run: Run; readonly at: "step" | "any moment" }>;
  /** Works without a kill. */
  readonly end: (base: string) => Promise<Run>;
  /** What must hold after any run, with the lines that were reported done by this and earlier ones. */
  readonly check: (base: string, run: Run, reported: ReadonlyMap<number, string>) => Promise<void>;
  /** What must hold when the work came to its end. */
  readonly checkEnd: (base: string, run: Run, material: Material) => Promise<void>;
  /** A case on which the work came to its end in spite of a turn's kill is not killed further. */
  readonly endsEarly?: boolean;
}

/** `done`: lines that a run reported done, by seq. */
export async function killInLanes<Material, Run extends Ended & { readonly done: ReadonlyMap<number, string> }>(
  t: TestContext,
  o: Killing<Material, Run>,
): Promise<void> {
  const counts = new Map<string, number>();
  let [killed, turns] = [0, 0];

  async function oneCase(base: string, seed: number): Promise<void> {
    const material = o.prepare(base, seed);
    const reported = new Map<number, string>();
    const took = async (run: Run) => {
      for (const [seq, head] of run.done) reported.set(seq, head);
      await o.check(base, run, reported);
    };
    for (let i = 0; i < o.killsPerCase && killed < o.kills; i++) {
      const { run, at } = await o.kill(base, turns++);
      if (run.killed) {
        killed++;
        const where = `${at === "step" ? "step" : "any moment, last step"} ${run.lastStage}`;
        counts.set(where, (counts.get(where) ?? 0) + 1);
      }
      await took(run);
      if (!run.killed && o.endsEarly === true) break;
    }
    const last = await o.end(base);
    assert.equal(last.killed, false);
    await took(last);
    await o.checkEnd(base, last, material);
  }

  async function lane(number: number): Promise<void> {
    for (let round = 0; killed < o.kills; round++) {
      const base = mkdtempSync(join(tmpdir(), "witnessmark-kill-"));
      try {
        await oneCase(base, 1000 * number + round);
      } finally {
        rmSync(base, { recursive: true, force: true });
      }
    }
  }

  await Promise.all([lane(1), lane(2)]);
  for (const [stage, count] of [...counts].sort()) t.diagnostic(`${String(count).padStart(3)} kills at ${stage}`);
  t.diagnostic(`${killed} kills in all`);
  assert.ok(killed >= o.kills);
  for (const stage of o.stages) assert.ok(counts.has(`step ${stage}`), `no kill at ${stage}`);
}
