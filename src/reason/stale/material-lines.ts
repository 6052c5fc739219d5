/** Lines about material and what was read out of it: observations, tiers, clocks, pictures of the ground, what was erased. */
import type { Building, LineReaders, Resting } from "./case-lines.ts";
import type { TierChange } from "./build-graph.ts";

export const materialLines: LineReaders = {
  "observation.made": ({ observation, target }, on) =>
    on.state(observation, [
      { on: target.item, how: "taken-from" },
      ...(target.range === undefined ? [] : [{ on: `${target.item} probe`, how: "read-from" as const }]),
    ]),
  "observation.withdrawn": ({ observation }, on) => on.withdraw(observation),
  "imagery.described": ({ item }, on) => {
    if (on.notes.has(`imagery ${item}`)) on.change(item, "changed");
    on.notes.set(`imagery ${item}`, true);
  },
  "imagery.withdrawn": ({ item }, on) => on.change(item, "withdrawn"),
  "item.collected": ({ item, object }, on) => noteHolder(on, object, item),
  "item.unpacked": ({ item, object }, on) => noteHolder(on, object, item),
  "object.erased": ({ object }, on) => {
    for (const item of (on.notes.get(`holders of ${object}`) ?? []) as string[]) on.change(item, "erased");
  },
  "entry.erased": ({ seq }, on) => on.change(`line ${seq}`, "erased"),

  "tier.written": ({ tier, version, item, from, changed }, on, { seq }) => {
    on.notes.set(`line of ${tier} ${version}`, seq);
    if (version > 1) noteTier(on, tier, { line: seq, how: "changed", ranges: changed });
    const source = from === null ? undefined : (on.notes.get(`line of ${from.tier} ${from.version}`) as number | undefined);
    const written: Resting[] =
      from === null ? [] : [{ on: from.tier, how: "translated-from", ...(source === undefined ? {} : { line: source }) }];
    on.state(tier, [{ on: item, how: "taken-from" }, ...written]);
  },
  "tier.reviewed": ({ tier, segments, verdict }, on, { seq }) => {
    on.state(`line ${seq}`, [{ on: tier, how: "about" }]);
    if (verdict === "agrees") return;
    noteTier(on, tier, { line: seq, how: "disagreed-with", ranges: segments });
    on.change(tier, "disagreed-with");
  },
  "tier.review-withdrawn": ({ reviewed }, on) => on.withdraw(`line ${reviewed}`),
  "tier.withdrawn": ({ tier }, on, { seq }) => {
    noteTier(on, tier, { line: seq, how: "withdrawn", ranges: "all" });
    on.withdraw(tier);
  },

  "sync.measured": ({ items, versions }, on) => {
    const [before, now] = [on.notes.get("sync versions"), JSON.stringify(versions)];
    on.notes.set("sync versions", now);
    const known = (on.notes.get("sync measured") ?? []) as ReadonlySet<string>[];
    // By the same versions a pair says again what it said; one that was never measured says something that no plan was worked from.
    clocksOf(on, items, "measured-anew", (both) => (before !== undefined && before !== now) || isNew(both, known));
    on.notes.set("sync measured", [...known, new Set<string>(items)]);
  },
  "sync-pair.judged": ({ a, b }, on, { seq }) => {
    const pair = `pair ${[a, b].toSorted().join(" ")}`;
    const earlier = on.notes.get(pair);
    if (typeof earlier === "string") on.change(earlier, "judged-anew");
    on.notes.set(pair, `line ${seq}`);
    on.notes.set(`pair of line ${seq}`, [a, b]);
    on.state(
      `line ${seq}`,
      [a, b].map((item) => ({ on: item, how: "compares" })),
    );
    clocksOf(on, [a, b], "judged-anew");
  },
  "sync-pair.judgement-withdrawn": ({ judged }, on) => {
    clocksOf(on, (on.notes.get(`pair of line ${judged}`) ?? []) as string[], "judged-anew");
    on.withdraw(`line ${judged}`);
  },
  "sync-mark.made": ({ mark, points }, on) => {
    const items = [...new Set(points.map(({ item }) => item))];
    on.notes.set(`items of ${mark}`, items);
    on.state(
      mark,
      items.map((item) => ({ on: item, how: "taken-from" })),
    );
    clocksOf(on, items, "changed");
  },
  "sync-mark.withdrawn": ({ mark }, on) => {
    clocksOf(on, (on.notes.get(`items of ${mark}`) ?? []) as string[], "changed");
    on.withdraw(mark);
  },
};

function noteHolder(on: Building, object: string, item: string): void {
  const key = `holders of ${object}`;
  on.notes.set(key, [...((on.notes.get(key) ?? []) as string[]), item]);
}

function noteTier(on: Building, tier: string, change: TierChange): void {
  const key = `changes of ${tier}`;
  on.notes.set(key, [...((on.notes.get(key) ?? []) as TierChange[]), change]);
}

/** Plans that put two of these recordings on one clock were worked out from other measurements, marks or judgements than there are now. */
function clocksOf(
  on: Building,
  items: readonly string[],
  how: "measured-anew" | "judged-anew" | "changed",
  tells: (both: readonly string[]) => boolean = () => true,
): void {
  for (const name of on.standing("n")) {
    const put = on.notes.get(`clocks of ${name}`) as ReadonlySet<string> | undefined;
    const both = put === undefined ? [] : items.filter((item) => put.has(item));
    if (both.length > 1 && tells(both)) on.change(`clocks of ${name}`, how);
  }
}

/** Whether two of these were never measured against each other. */
function isNew(items: readonly string[], measured: readonly ReadonlySet<string>[]): boolean {
  if (measured.some((set) => items.every((item) => set.has(item)))) return false;
  return items.some((a, at) => items.slice(at + 1).some((b) => !measured.some((set) => set.has(a) && set.has(b))));
}
