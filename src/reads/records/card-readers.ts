/** How the card of a record is read from its table, by sort. Sorts that are missing here are read from their lines. */
import { ObservationTarget } from "../../core/observation/observation.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { RecordSort } from "../../core/review/record-sort.ts";
import { TextPart } from "../../core/claim/claim-text.ts";
import type { CaseReader } from "../case-reader.ts";
import { subjectCardReaders } from "../subjects/subject-cards.ts";
import { itemId } from "../item-row.ts";
import { type FrameClock, frameClock } from "../report/frame-seconds.ts";
import type { RecordCard } from "./record-card.ts";

/** `seq`: of the line that made it or changed it last, as its table says. */
export type CardBody = Omit<RecordCard, "record" | "sort" | "line"> & { readonly seq: number };

export type CardReader = (reader: CaseReader, names: readonly RecordName[]) => Promise<Iterable<readonly [RecordName, CardBody]>>;

const numbersOf = (names: readonly RecordName[]): number[] => names.map((name) => Number(name.replace(/^[a-zA-Z]+/, "")));
/** Empty words stand for a reason that this copy withholds. */
const reasonOf = (withdrawn: string | null): string | null => (withdrawn === "" ? "withheld" : withdrawn);

const items: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("item").select(["number", "name", "seq", "undone"]).where("number", "in", numbersOf(names)).execute();
  return rows.map(({ number, name, seq, undone }) => [
    `i${number}`,
    {
      ...{ title: name ?? "name withheld", seq, address: `/items/i${number}`, item: itemId(number) },
      withdrawn: undone === null ? null : `the import that made it was taken back in line ${undone}`,
    },
  ]);
};

const observations: CardReader = async (reader, names) => {
  const rows = await reader.views.db.selectFrom("observation").selectAll().where("id", "in", numbersOf(names)).execute();
  const clock = caseClock(reader);
  return Promise.all(
    rows.map(async (row): Promise<readonly [RecordName, CardBody]> => {
      const { range } = ObservationTarget.parse(JSON.parse(row.target_json));
      const stored = (pts: number, { num, den }: { readonly num: number; readonly den: number }): number => (pts * num) / den;
      // Item time honours the edit list, which stored time stamps do not; they stand in where this copy holds no table of frames.
      const [atS, toS] =
        range === undefined
          ? []
          : [
              (await clock.secondsOf(`i${row.item}`, range.startFrame)) ?? stored(range.startPts, range.timeBase),
              (await clock.secondsOf(`i${row.item}`, range.endFrame)) ?? stored(range.endPts, range.timeBase),
            ];
      return [
        `o${row.id}`,
        {
          ...{ title: row.text ?? "withheld", seq: row.seq, withdrawn: reasonOf(row.withdrawn), item: itemId(row.item) },
          address: range === undefined ? `/items/i${row.item}` : `/items/i${row.item}?frame=${range.startFrame}`,
          ...(atS === undefined ? {} : { atS }),
          ...(toS === undefined || toS === atS ? {} : { toS }),
        },
      ];
    }),
  );
};

const clocks = new WeakMap<CaseReader["views"], { head: string; clock: FrameClock }>();

/** Tables of frames are read once for each head of the ledger. */
function caseClock(reader: CaseReader): FrameClock {
  const head = reader.views.head()?.head ?? "none";
  const before = clocks.get(reader.views);
  if (before?.head === head) return before.clock;
  const clock = frameClock(reader);
  clocks.set(reader.views, { head, clock });
  return clock;
}

const inferences: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("inference").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map((row) => {
    const of = JSON.parse(row.items_json) as string[];
    const bench = row.sort === "place" || row.sort === "camera" ? "place" : "time";
    return [
      `n${row.id}`,
      {
        ...{ title: `${row.title ?? "withheld"} (${row.sort})`, seq: row.seq, withdrawn: reasonOf(row.withdrawn) },
        address: row.sort === "sync" ? "/sync" : `/${bench}/n${row.id}`,
        ...(of.length === 1 ? { item: itemId(Number(of[0]?.slice(1))) } : {}),
      },
    ];
  });
};

const claims: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("claim").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map((row) => {
    const part = TextPart.safeParse(JSON.parse(row.part_json)).data;
    return [
      `k${row.id}`,
      {
        ...{ title: row.quote ?? "withheld", seq: row.seq, withdrawn: reasonOf(row.withdrawn), item: itemId(row.item) },
        address: part === undefined ? "/claims" : `/claims?claim=k${row.id}`,
      },
    ];
  });
};

const events: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("event").select(["id", "title", "seq", "withdrawn"]).where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, title, seq, withdrawn }) => [
    `e${id}`,
    { title: title ?? "withheld", seq, withdrawn: reasonOf(withdrawn), address: `/events/e${id}` },
  ]);
};

const hypotheses: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("hypothesis").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, statement, standing, seq }) => [
    `h${id}`,
    { title: `${statement ?? "withheld"} (${standing})`, seq, withdrawn: null, address: `/events/h${id}` },
  ]);
};

const tiers: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("tier").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, item, sort, language, version, seq, withdrawn }) => [
    `w${id}`,
    {
      ...{ title: `${sort} of i${item}, ${language}, version ${version}`, seq, withdrawn: reasonOf(withdrawn), item: itemId(item) },
      address: `/speech/i${item}?tier=w${id}`,
    },
  ]);
};

const exhibits: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("exhibit").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, beside, item, caption, seq, withdrawn }) => [
    `x${id}`,
    {
      title: `${item === null ? "a picture" : `i${item}`} beside i${beside}${caption === null ? "" : `: ${caption}`}`,
      ...{ seq, withdrawn: reasonOf(withdrawn), address: "/claims?part=exhibits", item: itemId(item ?? beside) },
    },
  ]);
};

const sources: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("source").select(["id", "label", "seq"]).where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, label, seq }) => [`s${id}`, { title: label ?? "withheld", seq, withdrawn: null, address: `/sources/s${id}` }]);
};

export const cardReaders: { readonly [S in RecordSort]?: CardReader } = {
  item: items,
  observation: observations,
  inference: inferences,
  claim: claims,
  event: events,
  hypothesis: hypotheses,
  tier: tiers,
  exhibit: exhibits,
  source: sources,
  ...subjectCardReaders,
};
