/** Where cameras stood, for what sound needs to reach them: by a kept answer of the camera reasoner about the item, else by a stated place that it was filmed from. */
import { z } from "zod";
import type { Digest } from "../../core/hash/digest.ts";
import type { ItemId } from "../../core/item/item.ts";
import { wayBetween, wrap } from "../../core/place/geodesic.ts";
import type { Region } from "../../core/place/region.ts";
import { boundsOf, centreOf } from "../../core/place/region-geometry.ts";
import type { Spot } from "../../reason/sync/sync-problem.ts";
import { type CaseReader, readJson } from "../case-reader.ts";
import { listStatements } from "../list-statements.ts";
import type { LeftOutOfPlan } from "./sync-rows.ts";

export interface PlanCameras {
  readonly cameras: ReadonlyMap<ItemId, Spot>;
  readonly leftOut: readonly LeftOutOfPlan[];
}

export async function planCameras(reader: CaseReader, items: ReadonlySet<ItemId>): Promise<PlanCameras> {
  const cameras = new Map<ItemId, Spot>();
  const leftOut: LeftOutOfPlan[] = [];
  const take = (of: string, item: ItemId, found: Spot | string) => {
    if (typeof found === "string") leftOut.push({ what: "position", of, why: found });
    else if (cameras.has(item)) leftOut.push({ what: "position", of, why: `${item} has a position by what was kept or stated later` });
    else cameras.set(item, found);
  };
  for (const { id, about, answer } of await keptCameras(reader)) if (items.has(about)) take(id, about, await positionOf(reader, answer));
  const { places } = await listStatements(reader);
  for (const { id, about, standing, claim } of places.toSorted((one, other) => other.seq - one.seq)) {
    const item = about as ItemId;
    if (!items.has(item) || standing !== "stated") continue;
    if (claim === "withheld") take(id, item, "this copy does not say it");
    else if (claim.means === "filmed-from") take(id, item, claim.region === "unknown" ? "nobody says where it is" : spotOf(claim.region));
  }
  return { cameras, leftOut };
}

/** Newest first. */
async function keptCameras({ views: { db } }: CaseReader) {
  const rows = await db
    .selectFrom("inference")
    .select(["id", "about", "answer"])
    .where("sort", "=", "camera")
    .where("state", "=", "answered")
    .where("withdrawn", "is", null)
    .where("about", "like", "i%")
    .orderBy("seq", "desc")
    .execute();
  return rows.map(({ id, about, answer }) => ({ id: `n${id}`, about: about as ItemId, answer: answer as Digest }));
}

/** Of an answer of the camera reasoner, what is asked for here. */
const Answered = z.looseObject({
  state: z.enum(["position", "several", "line", "nothing"]),
  solutions: z.array(z.looseObject({ lat: z.number(), lon: z.number(), ellipse: z.looseObject({ majorM: z.number() }) })),
});

async function positionOf(reader: CaseReader, answer: Digest): Promise<Spot | string> {
  if (!(await reader.vault.has(answer))) return "this copy does not hold it";
  const read = Answered.safeParse(await readJson(reader.vault, answer)).data;
  const [only, ...others] = read?.solutions ?? [];
  if (read?.state !== "position" || only === undefined || others.length > 0) return "it leaves more than one position";
  return { lat: only.lat, lon: only.lon, radiusM: only.ellipse.majorM };
}

/** Wider than this it says nothing of how far sound went. */
const widestM = 1_000_000;

function spotOf(region: Region): Spot | string {
  if (region.shape === "path") return "it is a way, and no place";
  const centre = centreOf(region);
  const { south, north, west, east } = boundsOf(region);
  const corners = [south, north].flatMap((lat) => [west, east].map((lon) => ({ lat, lon })));
  const radiusM = region.shape === "circle" ? region.radiusM : Math.max(...corners.map((corner) => wayBetween(centre, corner).metres));
  return radiusM > widestM ? "it is too wide an area" : { lat: centre.lat, lon: wrap(centre.lon), radiusM };
}
