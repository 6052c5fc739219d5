/** One tier: a version whole, how each of its segments stands now, who reviewed what, and every version there was. */
import { CaseError } from "../../core/case/case-error.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { PersonId } from "../../core/key/key.ts";
import { idsOf, type SegmentRanges } from "../../core/tier/segment-ranges.ts";
import { reviewObstacle } from "../../core/tier/segment-standing.ts";
import { textDirection } from "../../core/tier/text-direction.ts";
import { TierMaking, type TierDocument, type TierId } from "../../core/tier/tier.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { peopleNames } from "../people-names.ts";
import { tierDocument } from "./tier-document.ts";
import { tierFrom, tierRow } from "./tier-row.ts";
import { tierStates } from "./tier-states.ts";

/** Throws CaseError INPUT_INVALID when there is no such tier, or no such version of it. */
export async function getTier(reader: CaseReader, viewer: Viewer, id: TierId, asked?: number) {
  demand(viewer, "read");
  const { db } = reader.views;
  const number = Number(id.slice(1));
  const row = await db.selectFrom("tier").selectAll().where("id", "=", number).executeTakeFirst();
  if (row === undefined) throw new CaseError("INPUT_INVALID", `tier ${id}: expected one of this case; found none of that number`);
  const versions = await db.selectFrom("tier_version").selectAll().where("tier", "=", number).orderBy("version", "desc").execute();
  const version = asked ?? row.version;
  const wanted = versions.find((one) => one.version === version);
  if (wanted === undefined)
    throw new CaseError("INPUT_INVALID", `tier ${id}: expected one of its ${row.version} versions; found ${version}`);
  const document: TierDocument | "withheld" = (await tierDocument(reader, wanted.document)) ?? "withheld";
  const states = await tierStates(reader, row);
  const nameOf = await peopleNames(reader);
  const reviews = await db.selectFrom("tier_review").selectAll().where("tier", "=", number).orderBy("line", "desc").execute();
  const below = await db.selectFrom("tier").select("id").where("from_tier", "=", number).where("withdrawn", "is", null).execute();
  const people = [...states.flatMap(({ writers }) => writers), ...versions.map(({ by }) => by), ...reviews.map(({ by }) => by)];
  return {
    tier: tierRow(row, states, versions, nameOf),
    version,
    document,
    nextSegment: row.next_segment,
    states: states.map((state) => ({
      ...{ id: state.id, standing: state.standing, obstacle: state.obstacle, changedIn: state.changedIn },
      review: reviewObstacle(state, viewer.person),
      writers: [...state.writers],
      direction: textDirection(state.language ?? row.language, state.text ?? ""),
      reviews: [...state.reviews],
    })),
    history: versions.map((one) => ({
      ...{ version: one.version, document: one.document as Digest, from: tierFrom(one), changed: one.changed, drafts: one.drafts },
      made: TierMaking.parse(JSON.parse(one.made_json)),
      ...{ reason: one.reason, at: one.at, by: one.by as PersonId, byName: nameOf(one.by), seq: one.seq },
    })),
    reviews: reviews.map((one) => ({
      ...{ line: one.line, version: one.version, verdict: one.verdict, note: one.note },
      segments: [...idsOf(JSON.parse(one.segments_json) as SegmentRanges)],
      ...(one.withdrawn === null ? {} : { withdrawn: one.withdrawn === "" ? "withheld" : one.withdrawn }),
      ...{ at: one.at, by: one.by as PersonId, byName: nameOf(one.by) },
    })),
    people: Object.fromEntries([...new Set(people)].map((person) => [person, nameOf(person)])),
    writtenFrom: below.map((one): TierId => `w${one.id}`),
  };
}
