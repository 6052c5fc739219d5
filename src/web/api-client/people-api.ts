/** Who the people of the case are, and what to call them on the screen. */
import { useQuery } from "@tanstack/react-query";
import { PeopleAnswer, type PersonRow } from "../../api/people.ts";
import { t } from "../words/t.ts";
import { ask } from "./ask.ts";
import { queryKeys } from "./query-keys.ts";

/** Stale with every record of the case: somebody may have enrolled. */
export function usePeople() {
  return useQuery({ queryKey: [...queryKeys.records, "people"], queryFn: ({ signal }) => ask(PeopleAnswer, "/api/people", { signal }) });
}

/** "Anna (p2)"; the id alone where this copy withholds the name. Show it isolated: a name may hold marks of direction. */
export function personWords(people: readonly PersonRow[] | undefined, person: string): string {
  const name = people?.find((row) => row.person === person)?.name ?? null;
  return name === null ? person : t("people.named", { name, person });
}
