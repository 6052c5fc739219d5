/** Entries about tiers of speech and of written words, in a sentence each. A draft is credited to no person. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { tierKinds } from "../../core/entry/kinds/tiers.ts";
import type { TierMaking } from "../../core/tier/tier.ts";
import { countIds } from "../../core/tier/segment-ranges.ts";

type Kind = keyof typeof tierKinds;

/** `drafts`: segments of that version that are still a machine's; undefined where this copy cannot tell. */
export function describeTierEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string, drafts?: number): string {
  switch (body.kind) {
    case "tier.written": {
      const { tier, version, item, sort, language, from, made, changed, reason } = body.data;
      const how = made.by === "person" ? "by hand" : made.by === "import" ? broughtIn(made) : `by ${made.name} ${made.version}`;
      const of = from === null ? "" : ` from ${from.tier} version ${from.version}`;
      const why = reason === null ? "" : ` Changed: ${said(reason)}`;
      return `Tier ${tier} (${sort}, ${language}) of ${item}, version ${version}${of}, written ${how}: ${segments(countIds(changed))} new or changed${draftsOf(drafts)}.${why}`;
    }
    case "tier.reviewed": {
      const { tier, version, segments: read, verdict, note } = body.data;
      const more = note === null ? "." : `: ${said(note)}`;
      return `${segments(countIds(read))} of tier ${tier}, version ${version}, read against the recording by a second person, who ${verdict}${more}`;
    }
    case "tier.review-withdrawn":
      return `The review of a tier in line ${body.data.reviewed} was withdrawn: ${said(body.data.reason)}`;
    case "tier.withdrawn":
      return `Tier ${body.data.tier} was withdrawn: ${said(body.data.reason)}`;
  }
}

/** A file's own words are not told from a program's by its format alone. */
function broughtIn({ format, writtenBy, program }: Extract<TierMaking, { by: "import" }>): string {
  if (writtenBy !== "program" && format !== "whisper-json") return `from ${format}`;
  return `from ${format} by a program${program === undefined ? "" : ` (${program})`}, whose draft it is`;
}

function draftsOf(drafts: number | undefined): string {
  if (drafts === undefined) return ", whether a machine's draft or not is withheld";
  return drafts === 0 ? "" : `, ${segments(drafts)} still a machine's draft`;
}

function segments(count: number): string {
  return count === 1 ? "1 segment" : `${count} segments`;
}
