/** Entries about several recordings on one clock, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { syncKinds } from "../../core/entry/kinds/sync.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof syncKinds;

export function describeSyncEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "sync.measured": {
      const { items, measured, refused, unread } = body.data;
      const failed = unread.map(({ item, channel }) => ` The ${channel} of ${item} could not be read.`);
      return `Offsets between ${countOf(items)} were measured, each with each: ${measured} found, ${refused} refused.${failed.join("")}`;
    }
    case "sync-mark.made": {
      const { mark, sort, points, text, reason } = body.data;
      const words = said(text);
      const why = reason === null ? "" : ` Changed: ${said(reason)}`;
      const joined = points.map(({ item, channel, atS, plusMinusS }) => `${item} at ${atS} s (${channel}, +- ${plusMinusS} s)`).join(", ");
      return `Sync mark ${mark} (${sort}) joins ${joined}${words === "" ? "." : `: ${words}`}${why}`;
    }
    case "sync-mark.withdrawn":
      return `Sync mark ${body.data.mark} was withdrawn: ${said(body.data.reason)}`;
    case "sync-pair.judged": {
      const { a, b, verdict, reason } = body.data;
      return `The offset between ${a} and ${b} was ${verdict}: ${said(reason)}`;
    }
    case "sync-pair.judgement-withdrawn":
      return `The judgement of an offset in line ${body.data.judged} was withdrawn: ${said(body.data.reason)}`;
  }
}
