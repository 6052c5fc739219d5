/** What the map and the timeline draw: never a place without its area, never a time without its interval. */
import { z } from "zod";
import { EventSort } from "../core/event/event.ts";
import { ItemId } from "../core/item/item.ts";
import { MapFileFeature, MapFileLink } from "../core/place/map-file.ts";
import { MapFeature, ShownStanding } from "../core/place/map-feature.ts";
import { TimeClaim } from "../core/time/time-claim.ts";
import { Trap } from "../core/trap/trap.ts";

export const TimelineRow = z.strictObject({
  record: z.string(),
  sort: z.enum(["event", "item"]),
  title: z.string(),
  eventSort: EventSort.optional(),
  times: z.array(z.strictObject({ id: z.string(), standing: ShownStanding, claim: TimeClaim })).min(1),
});
export type TimelineRow = z.infer<typeof TimelineRow>;

/** Posts of one channel of one export, by day of UTC: what was posted wholly on it, and what may have been. */
export const PostDensity = z.strictObject({
  item: ItemId,
  channel: z.string(),
  name: z.string(),
  total: z.number().int(),
  /** Day since 1970; posts wholly inside; posts whose zone or hour is not known, counted in each day they may be in. */
  days: z.array(z.tuple([z.number().int(), z.number().int(), z.number().int()])),
});
export type PostDensity = z.infer<typeof PostDensity>;

export const CaseMap = z.strictObject({
  features: z.array(MapFeature),
  rows: z.array(TimelineRow),
  posts: z.array(PostDensity),
  leftOut: z.strictObject({
    /** Posts and rows with a place, when there are too many to draw one by one; the grid of the search counts them. */
    placed: z.number().int(),
    bounds: z.strictObject({ south: z.number(), north: z.number(), west: z.number(), east: z.number() }).or(z.null()),
    /** Items with a time that have no row. */
    rows: z.number().int(),
  }),
});
export type CaseMap = z.infer<typeof CaseMap>;

export const MapExportRequest = z.strictObject({
  format: z.enum(["kml", "kmz", "geojson"]),
  /** Ids of places; without them all go out. */
  ids: z.array(z.string().max(100)).max(20_000).optional(),
  standings: z.array(ShownStanding).optional(),
});
export type MapExportRequest = z.infer<typeof MapExportRequest>;

/** Items on the map that may not be published under the conditions that bind them. */
export const NotPublishable = z.strictObject({ items: z.array(ItemId) });
export type NotPublishable = z.infer<typeof NotPublishable>;

export const MapFiles = z.strictObject({ files: z.array(z.strictObject({ item: ItemId, name: z.string(), format: z.string() })) });
export type MapFiles = z.infer<typeof MapFiles>;

/** What a map file of the case says: at most as many places as are drawn. */
export const MapFileDetail = z.strictObject({
  item: ItemId,
  features: z.array(MapFileFeature),
  links: z.array(MapFileLink),
  traps: z.array(Trap),
  faults: z.number().int(),
});
export type MapFileDetail = z.infer<typeof MapFileDetail>;
