/**
 * Whether ways of sound may be why something does not fit: two cameras hear one sound apart by as much as it takes from one to the other, which
 * no error of a measurement holds. A pair is called wrong only when neither its own way nor those of the others, all in the worst direction,
 * reach as far as it misses, and when it is still named with pairs of sound as vague as their ways. A list likewise. What misses by more than
 * ways and is named no longer is one of several: ways of sound make some of what spoke against it say nothing.
 */
import { findMisfits, type Suspects } from "./find-misfits.ts";
import type { Fit, Row } from "./least-squares.ts";
import { againstFit, againstOthers, type Network } from "./network.ts";

/** Ways add up and do not average out: so much wider, and by the least factor of two loops, the root of the sum of squares holds four of them. */
const widenedBy = 1.4;

export interface Misfitting {
  readonly network: Network;
  readonly rows: readonly Row[];
  /** Without the outliers. */
  readonly fit: Fit;
  readonly factor: number;
  readonly outliers: ReadonlySet<number>;
  readonly oneOf: readonly Suspects[];
  /** Of every edge what its way of sound may leave, seconds. */
  readonly ways: readonly number[];
}

export interface SoundExplains {
  /** Outliers that need not be wrong. */
  readonly outliers: ReadonlySet<number>;
  /** Lists that some outliers belong to, which are none. */
  readonly doubted: readonly Suspects[];
  /** Of each list. */
  readonly lists: readonly boolean[];
}

export function soundExplains(misfitting: Misfitting): SoundExplains {
  const { network, factor, outliers, oneOf, ways } = misfitting;
  if (ways.every((way) => way === 0)) return { outliers: new Set(), doubted: [], lists: oneOf.map(() => false) };
  const far = (number: number) => missesBeyondWays(misfitting, number);
  const wrong = [...outliers].filter(far);
  const missing = oneOf.map(({ edges }) => edges.some(far));
  if (wrong.length === 0 && !missing.includes(true)) return { outliers, doubted: [], lists: missing.map(() => true) };
  const vague = {
    ...network,
    edges: network.edges.map((edge, number) => ({ ...edge, error: edge.error + widenedBy * (ways[number] as number) })),
  };
  const still = findMisfits(vague, factor);
  const named = new Set(still.outliers);
  const doubted = new Set(wrong.flatMap((number) => still.oneOf.filter(({ edges }) => edges.includes(number))));
  return {
    outliers: new Set([...outliers].filter((number) => !wrong.includes(number) || !named.has(number))),
    doubted: [...doubted],
    lists: oneOf.map(({ edges }, at) => {
      const list = new Set(edges);
      const holds =
        still.outliers.some((number) => list.has(number)) || still.oneOf.some((one) => one.edges.every((each) => list.has(each)));
      return !(missing[at] === true && holds);
    }),
  };
}

/** What is left of an edge against the others is more than its limit, its own way and what ways move the others by. */
function missesBeyondWays({ rows, fit, factor, outliers, ways }: Misfitting, number: number): boolean {
  const row = rows[number] as Row;
  const isOut = outliers.has(number);
  const against = isOut ? againstFit(fit, row) : againstOthers(fit, row);
  if (against === undefined) return false;
  const left = Math.abs(against.value) - against.error * factor - (ways[number] as number);
  if (left <= 0) return false;
  const share = isOut ? 1 : 1 - fit.variance(row) / row.error ** 2;
  let moved = 0;
  for (const [other, way] of ways.entries()) {
    if (way === 0 || other === number || outliers.has(other)) continue;
    const one = rows[other] as Row;
    moved += (way * Math.abs(fit.covariance(row, one))) / (one.error ** 2 * share);
    if (moved >= left) return false;
  }
  return true;
}
