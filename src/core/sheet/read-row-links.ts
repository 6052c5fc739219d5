/**
 * The links of a row: of its columns about links, and of any cell that is nothing but a link. An address among the words of
 * another column, or in a formula that somebody left there, stays words: no item is made of it. Maps are places, not material.
 */
import type { NormalisedLink } from "../link/link.ts";
import { normaliseUrl } from "../link/normalise-url.ts";
import { readMapAddress } from "../place/read-map-address.ts";
import type { ColumnRole } from "./header-meaning.ts";

/** A link behind a cell, which its words do not show; from the clipboard's HTML. */
export interface HiddenLink {
  /** Counted from 0. */
  readonly column: number;
  readonly href: string;
}

export type LinkCell =
  | { readonly state: "links"; readonly links: readonly NormalisedLink[] }
  | { readonly state: "refused"; readonly reason: string }
  | { readonly state: "none" };

/** In a link column one without http:// counts, and other words are a fault; a source may be a link among words. */
export function linksOfCell(cell: string, hidden: string | undefined, role: ColumnRole): LinkCell {
  const expected = role === "link";
  const words = cell.trim();
  const parts = expected ? words.split(/[\s,;|]*\s[\s,;|]*/u).filter((part) => part !== "") : addressesIn(words, role);
  const read = parts.map((part) => normaliseUrl(part));
  const links = read.flatMap((one) => (one.state === "link" && readMapAddress(one.link.normalised) === undefined ? [one.link] : []));
  const behind = hidden === undefined ? undefined : normaliseUrl(hidden);
  if (
    links.length === 0 &&
    behind?.state === "link" &&
    /^https?:/iu.test(hidden ?? "") &&
    readMapAddress(behind.link.normalised) === undefined
  )
    links.push(behind.link);
  if (links.length > 0) return { state: "links", links };
  const refused = read.find((one) => one.state === "refused");
  return expected && refused !== undefined ? refused : { state: "none" };
}

function addressesIn(words: string, role: ColumnRole): readonly string[] {
  if (/^https?:\/\/\S+$/iu.test(words)) return [words];
  const about = role === "source" || role === "archive-link";
  return about && !/^'*[=＝]/u.test(words) ? (words.match(/https?:\/\/[^\s<>"]+/giu) ?? []) : [];
}

/** The link that stands for the row: of its link columns; else a cell that is nothing but a link; else its source's; else an archive's. */
export function chosenLink(
  cells: readonly { readonly role: ColumnRole; readonly cell: string; readonly read: LinkCell }[],
): NormalisedLink | undefined {
  const first = (fits: (of: (typeof cells)[number]) => boolean) => {
    const found = cells.find((of) => of.read.state === "links" && fits(of))?.read;
    return found?.state === "links" ? found.links[0] : undefined;
  };
  const material = ({ role }: { role: ColumnRole }) => role !== "archive-link" && role !== "coordinates";
  return (
    first(({ role }) => role === "link") ??
    first((of) => material(of) && /^\S+$/u.test(of.cell.trim())) ??
    first(material) ??
    first(({ role }) => role === "archive-link")
  );
}
