/** Entries of the redaction layer, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { redactionKinds } from "../../core/entry/kinds/redactions.ts";
import { counted } from "../../core/text/counted.ts";

type Kind = keyof typeof redactionKinds;

export function describeRedactionEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  switch (body.kind) {
    case "redaction.marked": {
      const { redaction, item, cause, reason } = body.data;
      return `${redaction} covers something in ${item} (${cause})${reason === null ? "." : `. Changed: ${said(reason)}`}`;
    }
    case "redaction.withdrawn":
      return `${body.data.redaction} was withdrawn: ${said(body.data.reason)}`;
    case "stretch.viewed": {
      const { item, fromS, toS, note } = body.data;
      return `${item} was looked at whole from ${fromS} s to ${toS} s: nothing in it is unmarked${note === null ? "." : `: ${said(note)}`}`;
    }
    case "text.viewed": {
      const { item, texts, note } = body.data;
      const which = texts.map((one) =>
        one.in === "tier" ? one.tier : one.posts === null ? "its text" : counted(one.posts.length, "post"),
      );
      return `Words of ${item} were read whole (${which.join(", ")}): nothing in them is unmarked${note === null ? "." : `: ${said(note)}`}`;
    }
    case "protection.overridden": {
      const { item, subject, redaction, reason } = body.data;
      return `${subject ?? redaction ?? "What is marked"} in ${item} may be shown all the same: ${said(reason)}`;
    }
    case "regions.detected": {
      const { item, program, frames, regions } = body.data;
      return `${program} looked at ${frames} pictures of ${item} and took ${regions} regions for something to cover: a machine's draft.`;
    }
    case "region.left": {
      const { item, run, regions, what, reason } = body.data;
      return `${regions.length} regions that a program found in ${item} (line ${run}) stay as they are: ${said(what)}. ${said(reason)}`;
    }
  }
}
