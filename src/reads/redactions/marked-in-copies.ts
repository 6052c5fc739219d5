/**
 * What is marked in copies of an item and bare in the item itself: the same seconds by the shared stretches that nobody rejected, the
 * same place where it is known how one picture lies in the other. What the item does not hold of a mark, and what cannot be told, is said.
 */
import type { PictureSegment, SoundSegment } from "../../core/copies/segment-match.ts";
import type { ItemId } from "../../core/item/item.ts";
import { RedactionMark, type RedactionId, type RedactionReason } from "../../core/redaction/redaction.ts";
import type { Shot } from "../../core/redaction/stretch-standing.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { leftOver } from "../../policy/stretches.ts";
import { judgementsByPair, objectIs } from "../../reason/copies/arrange-copies.ts";
import { decisionOf, segmentJudged } from "../../reason/copies/judged-pairs.ts";
import { acrossOf, bareOf, type MarkAcross, markAcross, type SegmentAcross } from "../../reason/copies/mark-across.ts";
import type { CaseReader } from "../case-reader.ts";
import { type ComparedPair, type CopyCase, copyCase } from "../copies/copy-case.ts";
import { itemId } from "../item-row.ts";
import type { ItemRedaction } from "./redaction-of.ts";

export interface MarkedInCopy {
  /** The copy in which it is marked. */
  readonly item: ItemId;
  readonly redaction: RedactionId;
  readonly cause: RedactionReason;
  readonly subject: SubjectId | null;
  readonly what: "box" | "sound";
  /** Whether a person accepted that the two share this, or nobody judged it yet; "same-bytes": they are one file. */
  readonly match: "accepted" | "not-judged" | "same-bytes";
  readonly across: readonly MarkAcross[];
  /** Of those seconds of this item, what its own marks leave bare. */
  readonly bare: readonly Shot[];
  /** Seconds of the mark, on the copy's clock, of which this item was found to hold nothing. */
  readonly notHere: readonly Shot[];
}

/** Those alone of which something is bare, or of which it cannot be told. */
export async function markedInCopies(reader: CaseReader, layer: ItemRedaction): Promise<MarkedInCopy[]> {
  const found = await copyCase(reader);
  const others = otherItems(found, layer);
  if (others.size === 0) return [];
  const rows = await reader.views.db
    .selectFrom("redaction")
    .select(["id", "item", "mark_json", "cause", "subject"])
    .where(
      "item",
      "in",
      [...others.keys()].map((item) => Number(item.slice(1))),
    )
    .where("withdrawn", "is", null)
    .orderBy("id")
    .execute();
  const own = ownSorts(layer);
  return rows.flatMap((row): MarkedInCopy[] => {
    if (row.mark_json === null) return [];
    const mark = RedactionMark.parse(JSON.parse(row.mark_json));
    const { what } = mark.sort;
    const item = itemId(row.item);
    const { match, segments } = others.get(item)?.[what] ?? { match: "not-judged", segments: [] };
    const across = markAcross(mark, segments);
    const bare = once(across.flatMap((one) => (what === "box" ? bareOf(one, own.boxes) : leftOver([one], own.sounds))));
    if (bare.length === 0) return [];
    return [
      {
        ...{ item, redaction: `rm${row.id}`, cause: row.cause as RedactionReason, subject: row.subject as SubjectId | null, what, match },
        ...{ across, bare: bare.map(({ fromS, toS }) => ({ fromS, toS })) },
        notHere: leftOver(
          [mark.sort],
          segments.map(({ of }) => ({ fromS: of.fromSec, toS: of.toSec })),
        ).map(({ fromS, toS }) => ({ fromS, toS })),
      },
    ];
  });
}

interface Shared {
  readonly match: MarkedInCopy["match"];
  readonly segments: readonly SegmentAcross[];
}

type SharedByChannel = { readonly [what in RedactionMark["sort"]["what"]]: Shared };

function otherItems(found: CopyCase, { item, object }: ItemRedaction): Map<ItemId, SharedByChannel> {
  const others = new Map<ItemId, SharedByChannel>();
  if (object === null) return others;
  for (const pair of found.pairsOf(new Set([object]))) {
    const { a, b } = pair.comparison;
    const other = a === object ? b : a;
    const shared = sharedOf(found, pair, other === a);
    for (const one of found.itemsOf(other)) others.set(one, shared);
  }
  // One file under two numbers is compared with nothing: all of it is the same.
  for (const twin of found.itemsOf(object)) if (twin !== item) others.set(twin, { box: oneFile, sound: oneFile });
  return others;
}

const always = { fromSec: -1e9, toSec: 1e9 };
const frame = { x: 0, y: 0, width: 1_000_000, height: 1_000_000 };
const oneFile: Shared = {
  match: "same-bytes",
  segments: [
    {
      ...{ of: always, on: always, speed: 1, boundsErrorS: 0 },
      picture: { mirrored: false, turnedDeg: 0, tiltDeg: 0, partOfA: frame, partOfB: frame, ofIsA: true },
    },
  ],
};

function sharedOf({ material }: CopyCase, { comparison }: ComparedPair, ofIsA: boolean): SharedByChannel {
  const { a, b, picture, sound } = comparison;
  const judgements = judgementsByPair(material)(a, b);
  const ofPair = decisionOf(judgements.filter(({ part }) => part.of === "pair"));
  const firstIsA = objectIs(material.items, a);
  const channel = (name: "picture" | "sound", segments: readonly (PictureSegment | SoundSegment)[]): Shared => {
    const decided = segments.map((_, index) =>
      decisionOf(
        judgements.filter((one) => {
          const on = segmentJudged(one, comparison, firstIsA);
          return on !== null && on !== "none" && on.channel === name && on.index === index;
        }),
      ),
    );
    const left = segments.flatMap((segment, index) =>
      ofPair === "rejected" || decided[index] === "rejected"
        ? []
        : [{ segment, accepted: ofPair === "accepted" || decided[index] === "accepted" }],
    );
    return {
      match: left.length > 0 && left.every(({ accepted }) => accepted) ? "accepted" : "not-judged",
      segments: left.map(({ segment }) => acrossOf(segment, ofIsA)),
    };
  };
  return {
    box: channel("picture", picture.state === "compared" ? picture.segments : []),
    sound: channel("sound", sound.state === "compared" ? sound.segments : []),
  };
}

function ownSorts({ marks }: ItemRedaction) {
  const sorts = marks.flatMap(({ mark, withdrawn }) => (withdrawn !== undefined || mark === "withheld" ? [] : [mark.sort]));
  return {
    boxes: sorts.flatMap((sort) => (sort.what === "box" ? [sort] : [])),
    sounds: sorts.flatMap((sort) => (sort.what === "sound" ? [sort] : [])),
  };
}

function once(bare: readonly Shot[]): Shot[] {
  const sorted = bare.toSorted((a, b) => a.fromS - b.fromS);
  const merged: Shot[] = [];
  for (const one of sorted) {
    const last = merged.at(-1);
    if (last !== undefined && one.fromS <= last.toS) merged[merged.length - 1] = { fromS: last.fromS, toS: Math.max(last.toS, one.toS) };
    else merged.push({ fromS: one.fromS, toS: one.toS });
  }
  return merged;
}
