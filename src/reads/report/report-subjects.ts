/** Persons in the material of an edition, by neutral labels, with what is seen of them when. */
import type { ItemId } from "../../core/item/item.ts";
import type { ReportSubject } from "../../core/report/report-item.ts";
import { SubjectStateFacts } from "../../core/subject/subject-state.ts";
import type { CaseReader } from "../case-reader.ts";
import { linesOfKinds } from "./entry-lines.ts";

export async function reportSubjects(reader: CaseReader, items: ReadonlySet<ItemId>): Promise<ReportSubject[]> {
  const lines = await linesOfKinds(reader, ["subject.described", "subject.withdrawn", "subject-state.stated", "subject-state.withdrawn"]);
  const described = new Map<string, Extract<(typeof lines)[number], { kind: "subject.described" }>>();
  const states = new Map<string, Extract<(typeof lines)[number], { kind: "subject-state.stated" }>>();
  for (const line of lines) {
    if (line.kind === "subject.described") described.set(line.data.subject, line);
    else if (line.kind === "subject.withdrawn") described.delete(line.data.subject);
    else if (line.kind === "subject-state.stated") states.set(line.data.state, line);
    else states.delete(line.data.state);
  }
  return [...described.values()]
    .filter(({ data }) => items.has(data.item))
    .map(({ data, said }) => ({
      ...{ subject: data.subject, known: data.known, description: said(data.description) },
      roleAsClaimed: data.roleAsClaimed === null ? null : said(data.roleAsClaimed.words),
      protection: data.protection.map(({ sort }) => sort),
      states: [...states.values()]
        .filter((state) => state.data.subject === data.subject && items.has(state.data.item))
        .map((state) => ({
          ...{ record: state.data.state, item: state.data.item, fromS: state.data.fromS, toS: state.data.toS },
          says: factsWords(state.opened(state.data.facts)),
        })),
    }));
}

function factsWords(value: unknown): string {
  const { data } = SubjectStateFacts.safeParse(value);
  return data === undefined ? "withheld" : data.facts.map(({ fact, standing }) => `${fact}: ${standing}`).join(", ");
}
