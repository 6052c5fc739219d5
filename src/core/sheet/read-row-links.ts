/** The links of a row: those of its link columns first, then any cell that is one or holds one. Maps are places, not material. */
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

/** `expected`: the column is said to hold links, so one without http:// counts, and other words are a fault. */
export function linksOfCell(cell: string, hidden: string | undefined, expected: boolean): LinkCell {
  const words = cell.trim();
  const parts = expected
    ? words.split(/[\s,;|]*\s[\s,;|]*/u).filter((part) => part !== "")
    : (words.match(/https?:\/\/[^\s<>"]+/giu) ?? []);
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

/** The link that stands for the row: of its link columns; else a cell that is nothing but a link; else one in its words; else an archive's. */
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
