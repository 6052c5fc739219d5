/** The origins of one cell: who stands at the end of each way, what is folded under them, and how many they are. */
import type { CaseClaim, ClaimCase } from "../claim-case.ts";
import { isBoundOnly } from "../derive/time-days.ts";
import type { Resolved } from "../derive/resolve-origins.ts";
import { folded } from "../derive/words.ts";
import type { Origin } from "./origin-report-types.ts";
import type { ExhibitOf } from "./weigh-support.ts";

export interface CellOrigins {
  readonly origins: readonly Origin[];
  readonly onlyDerived: readonly CaseClaim[];
}

/** `circleAt`: place of a circle of claims in the report. */
export function originsIn(
  cell: readonly CaseClaim[],
  resolve: (claim: CaseClaim) => Resolved,
  { sources }: Pick<ClaimCase, "sources">,
  exhibitOf: ExhibitOf,
  circleAt: (members: readonly CaseClaim[]) => number | null,
): CellOrigins {
  const labels = new Map(sources.map(({ id, label }) => [id, label]));
  const inCell = new Set(cell.map(({ id }) => id));
  const groups = new Map<string, { readonly first: CaseClaim[]; readonly derived: CaseClaim[]; circle: readonly CaseClaim[] | null }>();
  const groupAt = (key: string) => {
    const group = groups.get(key) ?? { first: [], derived: [], circle: null };
    groups.set(key, group);
    return group;
  };
  const onlyDerived: CaseClaim[] = [];
  for (const claim of cell) {
    const { roots, circles } = resolve(claim);
    let told = false;
    for (const root of roots.filter(({ id }) => inCell.has(id))) {
      const group = groupAt(voiceOf(root).key);
      const list = root.id === claim.id ? group.first : group.derived;
      if (!list.includes(claim)) list.push(claim);
      told = true;
    }
    for (const circle of circles.filter((members) => members.some(({ id }) => inCell.has(id)))) {
      const group = groupAt(`circle ${circle[0]?.id}`);
      group.circle = circle;
      (circle.includes(claim) ? group.first : group.derived).push(claim);
      told = true;
    }
    if (!told) onlyDerived.push(claim);
  }
  const origins = [...groups.values()].flatMap(({ first, derived, circle }): Origin[] => {
    const [one] = first;
    if (one === undefined) return [];
    const voice = voiceOf(one);
    const source = circle === null ? voice.source : "unknown";
    return [
      {
        source,
        label: circle !== null ? "unknown" : source === "unknown" ? voice.words : (labels.get(source) ?? voice.words),
        claims: first.map(({ id }) => id),
        derived: derived.filter((claim) => !first.includes(claim)).map(({ id }) => id),
        through: [...new Set(first.flatMap((claim) => passedOnBy(claim, voice.source)))],
        says: [...new Set(first.map(({ statement }) => statement.polarity))],
        boundOnly:
          first.some(isTime) && first.filter(isTime).every(({ statement: { value } }) => value.is === "time" && isBoundOnly(value)),
        bases: [...new Set(first.map(({ statement }) => statement.basis))],
        exhibits: [...new Set(first.flatMap(({ statement }) => statement.restsOn.map(exhibitOf)))],
        circle: circle === null ? null : circleAt(circle),
      },
    ];
  });
  return { origins, onlyDerived };
}

function isTime({ statement }: CaseClaim): boolean {
  return statement.value.is === "time";
}

interface Voice {
  readonly key: string;
  readonly source: Origin["source"];
  readonly words: string;
}

/** Who says it innermost. Unknown ones are told apart by whose text they speak in: nobody knows whether two are one. */
function voiceOf({ statement: { speakers }, publisher }: CaseClaim): Voice {
  const inner = speakers.at(-1);
  const source = inner === undefined ? publisher.source : inner.source;
  const words = inner === undefined ? publisher.label : inner.words;
  if (source !== "unknown") return { key: source, source, words };
  const outer = [publisher.source === "unknown" ? publisher.label : publisher.source, ...speakers.slice(0, -1).map((one) => one.words)];
  return { key: `unknown ${inner === undefined ? "text" : outer.map(folded).join(" > ")} ${folded(words)}`, source, words };
}

function passedOnBy({ statement: { speakers }, publisher }: CaseClaim, inner: Origin["source"]): string[] {
  if (speakers.length === 0) return [];
  const outlet = publisher.source !== "unknown" && publisher.source === inner ? [] : [publisher.label];
  return [...outlet, ...speakers.slice(0, -1).map(({ words }) => words)];
}
