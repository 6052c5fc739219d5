/**
 * The redaction layer of an item: marks with their documents, which shots a second person looked at whole and whether that still
 * counts, and what may be shown all the same. What counts is worked out here and never taken from a line.
 */
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { PersonId } from "../../core/key/key.ts";
import { type OverrideFault, overrideFault } from "../../core/redaction/override-standing.ts";
import { isViewed, type LayerStanding, type Shot, type StretchFault, stretchFault } from "../../core/redaction/stretch-standing.ts";
import { RedactionMark, type RedactionId, type RedactionReason } from "../../core/redaction/redaction.ts";
import type { SubjectId } from "../../core/subject/subject.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { describedIn, overrideGround } from "./described-in.ts";
import { shotsOf } from "./shots-of.ts";

interface Said {
  readonly line: number;
  readonly by: PersonId;
  readonly byName: string;
  readonly at: string;
}

export interface MarkOf extends Said {
  readonly redaction: RedactionId;
  readonly document: Digest;
  readonly mark: RedactionMark | "withheld";
  readonly cause: RedactionReason;
  readonly subject: SubjectId | null;
  /** Why it was changed. */
  readonly reason: string | null;
  /** Everybody who made some version of it or took it back. */
  readonly makers: readonly PersonId[];
  /** Whether it was made on the bytes that the item has now. */
  readonly sameBytes: boolean;
  readonly withdrawn?: string;
}

export interface StretchOf extends Said, Shot {
  readonly note: string | null;
  /** Null: it counts. */
  readonly fault: StretchFault | null;
}

export interface OverrideOf extends Said {
  readonly subject: SubjectId | null;
  readonly redaction: RedactionId | null;
  readonly reason: string;
  /** Null: it counts. */
  readonly fault: OverrideFault | null;
}

export interface ItemRedaction {
  readonly item: ItemId;
  readonly kind: "video" | "picture" | "sound" | "other";
  readonly object: Digest | null;
  /** Withdrawn ones come along, marked. */
  readonly marks: readonly MarkOf[];
  readonly stretches: readonly StretchOf[];
  readonly overrides: readonly OverrideOf[];
  /** "cuts": as the picture was found to change; "whole": nothing is known of cuts, and all of it counts as one; "unknown": nor of its length, and nothing counts. */
  readonly shotsBy: "cuts" | "whole" | "unknown";
  readonly shots: readonly (Shot & { readonly viewed: boolean })[];
  /** Every shot was looked at by somebody who made no mark, on these bytes and these marks. */
  readonly viewedWhole: boolean;
}

const kinds: ReadonlySet<string> = new Set(["video", "picture", "sound"]);

export async function redactionOf(reader: CaseReader, viewer: Viewer, item: ItemId): Promise<ItemRedaction> {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(item.slice(1));
  const row = await db
    .selectFrom("item")
    .select(["object", "kind", "held"])
    .where("number", "=", number)
    .where("undone", "is", null)
    .executeTakeFirst();
  const object = (row?.object ?? null) as Digest | null;
  const nameOf = await peopleNames(reader);
  const said = ({ at, by }: { at: string; by: string }, line: number): Said => ({ line, by: by as PersonId, byName: nameOf(by), at });
  // Marks on words are of another layer (`words-of.ts`). Of what cannot be read nobody can tell.
  const rows = db
    .selectFrom("redaction")
    .selectAll()
    .where("item", "=", number)
    .where((eb) => eb.or([eb("words", "=", 0), eb("words", "is", null)]));
  const marks = (await rows.orderBy("id").execute()).map((one): MarkOf => ({
    ...said(one, one.seq),
    ...{ redaction: `rm${one.id}`, document: one.mark as Digest, cause: one.cause as RedactionReason, reason: one.reason },
    mark: one.mark_json === null ? "withheld" : RedactionMark.parse(JSON.parse(one.mark_json)),
    subject: one.subject as SubjectId | null,
    makers: JSON.parse(one.makers_json) as PersonId[],
    sameBytes: one.object === object,
    ...(one.withdrawn === null ? {} : { withdrawn: one.withdrawn === "" ? "withheld" : one.withdrawn }),
  }));
  const standing = marks.filter(({ withdrawn }) => withdrawn === undefined);
  const layer: LayerStanding = {
    standing: standing.map(({ line, mark }) => ({ line, readable: mark !== "withheld" })),
    makers: marks.flatMap(({ makers }) => makers),
  };
  const viewed = await db.selectFrom("stretch_viewed").selectAll().where("item", "=", number).orderBy("line").execute();
  const stretches = viewed.map((one): StretchOf => {
    const own = { object: one.object as Digest, marks: JSON.parse(one.marks_json) as number[], by: one.by as PersonId };
    return { ...said(one, one.line), fromS: one.from_s, toS: one.to_s, note: one.note, fault: stretchFault(own, object, layer) };
  });
  const overridden = await db.selectFrom("protection_override").selectAll().where("item", "=", number).orderBy("line").execute();
  const described = await describedIn(reader, overridden);
  const ground = await overrideGround(reader, number, object !== null && row?.held === 1);
  const counted = stretches.filter(({ fault }) => fault === null);
  const { by: shotsBy, shots } = await shotsOf(reader, item);
  const seen = shots.map((shot) => ({ ...shot, viewed: isViewed(shot, counted) }));
  return {
    item,
    kind: kinds.has(row?.kind ?? "") ? (row?.kind as ItemRedaction["kind"]) : "other",
    ...{ object, marks, stretches, shotsBy, shots: seen },
    overrides: overridden.map((one): OverrideOf => {
      const about = { subject: one.subject as SubjectId | null, redaction: one.redaction as RedactionId | null };
      const given = { ...about, by: one.by as PersonId, line: one.line };
      const fault = overrideFault(given, described, ground);
      return { ...said(one, one.line), ...about, reason: one.reason ?? "withheld", fault };
    }),
    viewedWhole: seen.length > 0 && seen.every((shot) => shot.viewed),
  };
}
