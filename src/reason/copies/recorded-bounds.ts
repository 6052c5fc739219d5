/**
 * Bounds that lines recorded. One holds for a group as long as the upload it names is joined to the group's content by the matches
 * that stood when it was recorded, less what a person rejected since: material that went, or a comparison that finds it no more,
 * does not take it away.
 */
import type { RecordedMatch } from "../../core/copies/reopening.ts";
import type { ItemId } from "../../core/item/item.ts";
import { groupCopies, type PictureEdge } from "./copy-groups.ts";
import type { Upload } from "./earliest-upload.ts";
import { remainingSegments, type MatchJudgement } from "./judged-pairs.ts";

export interface RecordedBound {
  /** Line that recorded it. */
  readonly line: number;
  readonly upload: Upload;
  /** As it then stood; empty where this copy withholds it. */
  readonly members: readonly ItemId[];
  readonly matches: readonly RecordedMatch[];
}

/**
 * For the copies of a group, recorded uploads that bound its content. `edges`: the matches as they are now; a recorded match of two
 * copies that are a pair now says nothing beside that. Copies go by their bytes, which outlive the material.
 */
export function recordedUploads(
  recorded: readonly RecordedBound[],
  now: { readonly edges: readonly PictureEdge[]; readonly isPair: (a: string, b: string) => boolean },
  on: { readonly bytesOf: (item: ItemId) => string; readonly judgementsOf: (a: string, b: string) => readonly MatchJudgement[] },
): (members: readonly string[]) => Upload[] {
  const gone = new Map<string, PictureEdge>();
  for (const { matches } of recorded) {
    for (const match of matches) {
      const [a, b] = [on.bytesOf(match.a), on.bytesOf(match.b)];
      const segments =
        a === b || now.isPair(a, b) ? [] : remainingSegments(match.segments, on.judgementsOf(a, b), (item) => on.bytesOf(item) === a);
      if (segments.length > 0) gone.set(`${a} ${b}`, { a, b, segments });
    }
  }
  const groups = gone.size === 0 ? [] : groupCopies([...now.edges, ...gone.values()]).map(({ members }) => new Set(members));
  return (members) => {
    // What is one content now is one content with what went, too: a group lies whole within those that it was a part of.
    const own = new Set([...members, ...groups.filter((group) => members.every((copy) => group.has(copy))).flatMap((group) => [...group])]);
    return recorded.filter(({ upload }) => own.has(on.bytesOf(upload.item))).map(({ upload }) => upload);
  };
}
