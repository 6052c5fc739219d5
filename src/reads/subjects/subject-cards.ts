/** Cards of subjects, states, shots and pair sheets: what a ground needs to say where in its item it is. */
import type { SceneVerdict } from "../../core/scene/scene.ts";
import type { CaseReader } from "../case-reader.ts";
import { itemId } from "../item-row.ts";
import type { CardReader } from "../records/card-readers.ts";
import { stateWords } from "./state-words.ts";
import { statedState } from "./subject-rows.ts";

const numbersOf = (names: readonly string[]): number[] => names.map((name) => Number(name.replace(/^[a-zA-Z]+/u, "")));
/** Empty words stand for a reason that this copy withholds. */
const reasonOf = (withdrawn: string | null): string | null => (withdrawn === "" ? "withheld" : withdrawn);

const subjects: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("subject").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, item, known, description, seq, withdrawn }) => [
    `P${id}`,
    {
      title: `P${id}, ${known === "seen" ? "seen" : "spoken of, not seen"} in i${item}: ${description ?? "withheld"}`,
      ...{ seq, withdrawn: reasonOf(withdrawn), address: `/subjects/P${id}`, item: itemId(item) },
    },
  ]);
};

const states: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("subject_state").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map((row) => [
    `st${row.id}`,
    {
      title: `P${row.subject} in i${row.item}: ${stateWords(statedState(row).facts)}`,
      ...{ seq: row.seq, withdrawn: reasonOf(row.withdrawn), address: `/subjects/P${row.subject}`, item: itemId(row.item) },
      ...{ atS: row.from_s, ...(row.to_s === row.from_s ? {} : { toS: row.to_s }) },
    },
  ]);
};

const shots: CardReader = async ({ views: { db } }, names) => {
  const rows = await db.selectFrom("shot").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, item, at_s, plus_minus_s, channel, words, seq, withdrawn }) => [
    `sh${id}`,
    {
      title: `called a shot, ${channel.replaceAll("-", " ")} in i${item}, give or take ${plus_minus_s} s: ${words ?? "withheld"}`,
      ...{ seq, withdrawn: reasonOf(withdrawn), address: `/subjects?item=i${item}`, item: itemId(item), atS: at_s },
    },
  ]);
};

const says: { readonly [verdict in SceneVerdict]: string } = {
  same: "the same scene",
  "not-same": "not the same scene",
  "cannot-tell": "cannot be told whether the same scene",
};

const pairs: CardReader = async ({ views: { db } }: CaseReader, names) => {
  const rows = await db.selectFrom("scene_pair").selectAll().where("id", "in", numbersOf(names)).execute();
  return rows.map(({ id, a, b, verdict, reason, seq, withdrawn }) => [
    `sp${id}`,
    {
      title: `i${a} and i${b}, ${says[verdict]}: ${reason ?? "withheld"}`,
      ...{ seq, withdrawn: reasonOf(withdrawn), address: `/subjects/sp${id}` },
    },
  ]);
};

export const subjectCardReaders = { subject: subjects, subjectState: states, shot: shots, scenePair: pairs } as const;
