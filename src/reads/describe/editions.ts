/** Entries of editions, their register and corrections, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { editionKinds } from "../../core/entry/kinds/editions.ts";

type Kind = keyof typeof editionKinds;

export function describeEditionEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "edition.sealed": {
      const { edition, version, sort, findings, objects, withheld } = body.data;
      const of = findings.map(({ finding }) => finding).join(", ");
      return `${sort === "court" ? "Court" : "Public"} edition ${edition}, version ${version}, of ${of} was sealed: ${objects} objects, ${withheld} withheld.`;
    }
    case "edition.disclosed":
      return `Edition ${body.data.edition}, version ${body.data.version}, went to ${said(body.data.to)}: ${said(body.data.why)}`;
    case "disclosure.acknowledged":
      return `What went out in line ${body.data.disclosed} arrived${body.data.at === undefined ? "" : ` at ${body.data.at}`}: ${said(body.data.statement)}`;
    case "key-point.confirmed":
      return `For a public edition of ${body.data.finding}, version ${body.data.version}, these words of a key point were confirmed: ${said(body.data.text)}`;
    case "correction.issued":
      return `A correction was issued that concerns ${body.data.concerns.map(({ edition, version }) => `${edition} version ${version}`).join(", ")}.`;
  }
}
