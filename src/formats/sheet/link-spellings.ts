/** Links of a sheet or list that differ as written and are one by the rules of core/link: their rows are named, and none is left out. */
import { normaliseUrl } from "../../core/link/normalise-url.ts";
import { ownCopy } from "../reading-log/own-copy.ts";
import type { SheetLog } from "./sheet-log.ts";

/** Different links that are remembered; some 200 MB. */
const mostRemembered = 500_000;

/** `where`: the row that the links stand in. */
export type NoteLinks = (links: readonly string[], where: string) => void;

export function createLinkSpellings(log: SheetLog, most = mostRemembered): NoteLinks {
  const seen = new Map<string, { readonly verbatim: string; readonly where: string }>();
  return (links, where) => {
    for (const verbatim of links) {
      const read = normaliseUrl(verbatim);
      if (read.state !== "link") continue;
      const { normalised } = read.link;
      const first = seen.get(normalised);
      if (first !== undefined) {
        if (first.verbatim !== verbatim)
          log.trap("link-two-spellings", first.where === where ? `${where}, twice` : `${first.where} and ${where}`);
      } else if (seen.size < most) seen.set(ownCopy(normalised), { verbatim: ownCopy(verbatim), where });
      else log.trap("links-not-compared", where);
    }
  };
}
