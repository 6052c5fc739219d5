/** Entries about imagery, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { imageryKinds } from "../../core/entry/kinds/imagery.ts";
import type { Json } from "../../core/json/canonical-json.ts";

type Kind = keyof typeof imageryKinds;

/** `value`: what a sealed value is in this copy. */
export function describeImageryEntry(
  body: { [K in Kind]: EntryBodyOf<K> }[Kind],
  said: (sealed: Sealed) => string,
  value: (sealed: Sealed) => Json | undefined,
): string {
  if (body.kind === "imagery.withdrawn") return `${body.data.item} is no imagery after all: ${said(body.data.reason)}`;
  const { item, provider, licence, taken, placement, reason } = body.data;
  const day = taken === "unknown" ? undefined : (value(taken) as { verbatim?: string } | undefined);
  const when = taken === "unknown" ? "day unknown" : `taken ${day?.verbatim ?? "(withheld)"}`;
  const named = (sealed: Sealed, missing: string): string => (said(sealed) === "" ? missing : said(sealed));
  const lies = placement === null ? "not laid on the map" : "laid on the map";
  const why = reason === null ? "" : ` Changed: ${said(reason)}`;
  return `${item} is imagery: ${named(provider, "provider unknown")}, ${when}, ${named(licence, "licence unknown")}; ${lies}.${why}`;
}
