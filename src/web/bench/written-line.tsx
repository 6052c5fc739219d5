/** Who wrote it, when by this machine's clock, and in which entry. People have names only where the case tells them. */
import { useCase } from "../api-client/case-queries.ts";
import { t } from "../words/t.ts";

export function WrittenLine({ by, at, seq }: { by: string; at: string; seq: number }) {
  const person = useCase().data?.person;
  const name = person !== undefined && person.id === by && person.name !== "withheld" ? person.name : by;
  return <>{t("bench.written", { by: name, at, seq: String(seq) })}</>;
}
