/** Links, searches and receipts, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { linkKinds } from "../../core/entry/kinds/links.ts";
import type { receiptKinds } from "../../core/entry/kinds/receipts.ts";
import type { searchKinds } from "../../core/entry/kinds/searches.ts";
import { publicAddress } from "../../core/link/public-address.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof linkKinds | keyof typeof searchKinds | keyof typeof receiptKinds;

/** `said`: what a seal says in this copy. */
export function describeLinkEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "link.noted":
      return `${body.data.item} is known by its link and not held: ${publicAddress(said(body.data.name)).address}. Risk of removal: ${body.data.riskOfRemoval}.`;
    case "link.risk-stated":
      return `Risk of removal ${body.data.riskOfRemoval} stated for ${countOf(body.data.items)}.`;
    case "link.check-planned": {
      const { about, everyDays } = body.data;
      const of = about === "high-risk" ? "every link of high risk" : countOf(about);
      return everyDays === "never"
        ? `The source of ${of} is no longer due for checks.`
        : `The source of ${of} is to be checked every ${everyDays} days.`;
    }
    case "link.checked": {
      const { item, outcome, how, statement } = body.data;
      const words = statement === null ? "" : ` ${said(statement)}`;
      return `The source of ${item} was checked ${how === "by-hand" ? "by hand" : "by the person's own program"}: ${outcomeWords[outcome]}.${words}`;
    }
    case "capture.recorded": {
      const { item, items, how, outcome, program } = body.data;
      const by = how === "by-hand" || program === null ? "by hand" : `with ${program.name} ${program.version}`;
      return `${item} was captured ${by}: ${outcome}, ${items.length === 0 ? "nothing kept" : `kept as ${countOf(items)}`}.`;
    }
    case "search.logged": {
      const { search, query, place, hits, kept } = body.data;
      return `Search ${search} was logged: "${said(query)}" at ${said(place)}, ${hits} hits seen, ${kept.length} kept.`;
    }
    case "receipt.given":
      return `Receipt ${body.data.receipt} was given for ${countOf(body.data.items)}.`;
  }
}

const outcomeWords = {
  there: "there",
  gone: "gone",
  changed: "there, and changed",
  "login-needed": "to be seen only after logging in",
  unreachable: "not reached",
  unknown: "it could not be told",
} as const;
