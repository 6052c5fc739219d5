/** What a line about an item says was done, in words of a report; without what is sealed in it. */
import type { EntryKind } from "../../core/entry/entry.ts";
import type { ReadLine } from "./entry-lines.ts";

/** Lines by which somebody made something of an item that is not its bytes, or covered a part of it. */
const made: { readonly [kind in EntryKind]?: string } = {
  "redaction.marked": "marked a part to be covered in public copies",
  "redaction.withdrawn": "took such a mark back",
  "stretch.viewed": "looked at a stretch whole, for what is not covered",
  "text.viewed": "read its words whole, for what is not covered",
  "protection.overridden": "answers for something that is shown although it is protected",
  "tier.written": "wrote down what is said or written in it",
  "tier.reviewed": "read such words against the recording",
  "tier.withdrawn": "took such words back",
};

const other: { readonly [kind in EntryKind]?: string } = {
  "item.collected": "brought it into the case",
  "item.known": "met the same bytes once more",
  "item.unpacked": "took it out of what it came in",
  "item.attributed": "stated who filmed, posted or gave it",
  "item.assessed": "assessed it",
  "conditions.stated": "stated what may be done with it",
  "observation.made": "observed something in it",
  "observation.withdrawn": "took an observation back",
  "bearing.stated": "stated what it bears on an event",
  "claim.stated": "noted what it claims",
  "time.stated": "stated a time for it",
  "place.stated": "stated a place for it",
  "subject-state.stated": "described a person in it",
  "link.noted": "noted it as a link",
  "capture.recorded": "had a program capture it",
  "fixity.checked": "had all bytes checked",
  "object.erased": "erased its bytes",
};

export type Act = "made" | "other";

/** Words of a kind that nobody wrote words for are its own: "scene pair judged". */
export function actWords({ kind }: Pick<ReadLine<EntryKind>, "kind">): { readonly act: Act; readonly words: string } {
  const words = made[kind];
  if (words !== undefined) return { act: "made", words };
  return { act: "other", words: other[kind] ?? `wrote a line "${kind.replace(/[.-]/g, " ")}" about it` };
}
