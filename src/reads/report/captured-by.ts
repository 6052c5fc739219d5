/** Who filmed, posted or gave an item, as far as somebody stated it and nobody took it back: accounts and sources by what lists call them. */
import type { ItemId } from "../../core/item/item.ts";
import type { CustodyAnswer } from "../../core/report/report-item.ts";
import type { AttributionRole } from "../../core/source/account.ts";
import type { CaseReader } from "../case-reader.ts";

const roles: { readonly [role in AttributionRole]: string } = {
  "filmed-by": "Filmed by",
  "posted-by": "Posted by",
  "re-posted-by": "Posted again by",
  "given-by": "Given by",
};

export async function capturedBy(
  { views: { db } }: CaseReader,
  item: ItemId,
  labelOf: (person: string) => string,
): Promise<{ readonly filmed: CustodyAnswer[]; readonly others: CustodyAnswer[] }> {
  const rows = await db
    .selectFrom("attribution")
    .select(["role", "account", "source", "basis", "by", "seq"])
    .where("item", "=", Number(item.slice(1)))
    .where("standing", "=", "stated")
    .orderBy("seq")
    .execute();
  const told = await Promise.all(
    rows.map(async ({ role, account, source, basis, by, seq }) => {
      const handle = await db
        .selectFrom("account_handle")
        .select(["handle", "display_name"])
        .where("account", "=", account)
        .orderBy("latest", "desc")
        .executeTakeFirst();
      const label = await db.selectFrom("source").select("label").where("id", "=", source).executeTakeFirst();
      const called = handle?.handle ?? handle?.display_name;
      const who = [
        ...(account === 0 ? [] : [`account a${account}${called === null || called === undefined ? "" : ` (${called})`}`]),
        ...(source === 0 ? [] : [`source s${source}${label?.label === null || label === undefined ? "" : ` (${label.label})`}`]),
      ];
      const text = `${roles[role]} ${who.join(", ") || "somebody who is not named"}, as ${labelOf(by)} stated${basis === null ? "; on what that rests is withheld" : `: ${basis}`}`;
      return { role, answer: { text, line: seq } };
    }),
  );
  const answersOf = (is: boolean) => told.filter(({ role }) => (role === "filmed-by") === is).map(({ answer }) => answer);
  return { filmed: answersOf(true), others: answersOf(false) };
}
