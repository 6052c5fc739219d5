/**
 * What a reasoner's problem may not rest on: records that were taken back, and for time a judgement of sameness that does not say
 * "same". Only what is the same carries a bound from one item to another.
 */
import type { RecordName } from "../../core/review/ground.ts";
import { sortOfRecord } from "../../core/review/record-sort.ts";
import type { InferenceSort } from "../../core/inference/inference.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { recordCards } from "./record-card.ts";

/** Each as "expected ..; found ..". A name that is none of the case says nothing here. */
export async function citedFaults(
  reader: CaseReader,
  viewer: Viewer,
  sort: InferenceSort,
  names: readonly RecordName[],
): Promise<string[]> {
  const gone = (await recordCards(reader, viewer, names)).flatMap(({ record, withdrawn }) =>
    withdrawn === null ? [] : [`${record}: expected a record that stands; found one that was taken back: ${withdrawn}`],
  );
  if (sort !== "time") return gone;
  const verdicts = await verdictsOf(reader, names);
  return [
    ...gone,
    ...[...verdicts].flatMap(([record, verdict]) =>
      verdict === "same" ? [] : [`${record}: expected a judgement "same", which alone passes a bound on time; found "${verdict}"`],
    ),
  ];
}

async function verdictsOf({ views: { db } }: CaseReader, names: readonly RecordName[]): Promise<ReadonlyMap<RecordName, string>> {
  const numbersOf = (sort: "scenePair" | "samePerson") =>
    names.filter((name) => sortOfRecord(name) === sort).map((name) => Number(name.replace(/^[a-zA-Z]+/, "")));
  const pairs = await db.selectFrom("scene_pair").select(["id", "verdict"]).where("id", "in", numbersOf("scenePair")).execute();
  const people = await db.selectFrom("same_person").select(["id", "verdict"]).where("id", "in", numbersOf("samePerson")).execute();
  return new Map<RecordName, string>([
    ...pairs.map(({ id, verdict }) => [`sp${id}`, verdict] as const),
    ...people.map(({ id, verdict }) => [`sj${id}`, verdict] as const),
  ]);
}
