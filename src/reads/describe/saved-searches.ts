/** Entries about saved searches, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { savedSearchKinds } from "../../core/entry/kinds/saved-searches.ts";

type Kind = keyof typeof savedSearchKinds;

export function describeSavedSearchEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  return body.kind === "search.saved"
    ? `Search ${body.data.search} was saved as "${said(body.data.name)}".`
    : `The saved search ${body.data.search} was removed.`;
}
