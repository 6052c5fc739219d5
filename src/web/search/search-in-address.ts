/** What is searched for, kept in the address: a link to a search, and Back, work. What cannot be part of a search is left out, never sent. */
import { SearchQuery } from "../../core/search/search-query.ts";

/** Names in the address, by the member of the query. */
const names = {
  words: "q",
  in: "in",
  kind: "kind",
  source: "source",
  triage: "state",
  level: "level",
  from: "from",
  to: "to",
} as const satisfies { readonly [member in keyof SearchQuery]-?: string };
export type SearchMember = keyof typeof names;

export function searchOf(address: URLSearchParams): SearchQuery {
  const query: Record<string, string> = { words: (address.get("q") ?? "").slice(0, 500) };
  for (const [member, name] of Object.entries(names) as [SearchMember, string][]) {
    const given = address.get(name);
    if (member === "words" || given === null || given === "") continue;
    if (SearchQuery.shape[member].safeParse(given).success) query[member] = given;
  }
  return SearchQuery.parse(query);
}

/** For `setQuery`: the same under the names of the address; undefined takes one away. */
export function inAddress(changes: { readonly [member in SearchMember]?: string | undefined }): Record<string, string | undefined> {
  return Object.fromEntries(
    (Object.entries(changes) as [SearchMember, string | undefined][]).map(([member, value]) => [names[member], value]),
  );
}

/** The screen of this search. */
export function addressOf(query: SearchQuery): string {
  const address = new URLSearchParams();
  for (const [member, name] of Object.entries(names) as [SearchMember, string][]) {
    const value = query[member];
    if (value !== undefined && value !== "") address.set(name, value);
  }
  return `/search${address.size === 0 ? "" : `?${address}`}`;
}

/** Parameters for `/api/search`. */
export function askedOfSearch(query: SearchQuery): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([member, value]) => (value === undefined || value === "" ? [] : [[member, value]])),
  );
}

export function isNarrowed(query: SearchQuery): boolean {
  return Object.entries(query).some(([member, value]) => member !== "words" && value !== undefined);
}
