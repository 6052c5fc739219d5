/** Entries about copies, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { copyKinds } from "../../core/entry/kinds/copies.ts";
import type { Json } from "../../core/json/canonical-json.ts";
import { TimeClaim } from "../../core/time/time-claim.ts";
import { sourceWords } from "../copies/upload-words.ts";
import { countOf } from "./count-of.ts";

type Kind = keyof typeof copyKinds;

/** `said`: what a seal says in this copy; `opened`: its value, undefined where it is withheld. */
export function describeCopyEntry(
  body: { [K in Kind]: EntryBodyOf<K> }[Kind],
  said: (sealed: Sealed) => string,
  opened: (sealed: Sealed) => Json | undefined,
): string {
  switch (body.kind) {
    case "copies.compared": {
      const { items, pairs } = body.data;
      return `${countOf(items)} compared for shared picture and sound: ${pairs === 1 ? "1 pair" : `${pairs} pairs`} found.`;
    }
    case "match.judged": {
      const { a, b, part, verdict, reason, reopens } = body.data;
      const what = part.of === "pair" ? "The match" : part.of === "text" ? "The text match" : `A ${part.channel} match`;
      return `${what} of ${a} and ${b} was ${verdict}: ${said(reason)}${again(reopens)}`;
    }
    case "match.judgement-withdrawn":
      return `The judgement on a match in line ${body.data.judged} was withdrawn: ${said(body.data.reason)}${again(body.data.reopens)}`;
    case "upload.judged": {
      const { item, by, verdict, reason, reopens } = body.data;
      return `The time of posting of ${item} by ${sourceWords(by)} was ${verdict}: ${said(reason)}${again(reopens)}`;
    }
    case "upload.judgement-withdrawn":
      return `The judgement on a time of posting in line ${body.data.judged} was withdrawn: ${said(body.data.reason)}${again(body.data.reopens)}`;
    case "first-upload.moved": {
      const { item, to, from, reopens } = body.data;
      const claim = TimeClaim.safeParse(opened(to.claim)).data;
      const when = claim === undefined ? "(withheld)" : claim.latest;
      const before = from === null ? "none was recorded before" : `before, it was that of ${from.item}`;
      return `Earliest known upload of the copies of ${item}: ${to.item} by ${sourceWords(to.by)}, at or before ${when}; ${before}.${again(reopens)}`;
    }
    case "judgements.kept":
      return `${body.data.lines.length === 1 ? "1 judgement" : `${body.data.lines.length} judgements`} looked at again and kept: ${said(body.data.reason)}`;
  }
}

function again(reopens: { readonly count: number } | null): string {
  if (reopens === null || reopens.count === 0) return "";
  return reopens.count === 1 ? " 1 judgement is to be looked at again." : ` ${reopens.count} judgements are to be looked at again.`;
}
