/** Pictures of the case that stand beside texts, described and not yet described, each with what stands against its showing an event. */
import { setImmediate } from "node:timers/promises";
import type { EventId } from "../../core/event/event.ts";
import type { Gazetteer } from "../../core/gazetteer/gazetteer.port.ts";
import type { ItemId } from "../../core/item/item.ts";
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyItems } from "../copies/list-copy-groups.ts";
import { peopleNames } from "../people-names.ts";
import { checkPlace } from "./check-place.ts";
import { comparedEvents } from "./compared-events.ts";
import { type ExhibitPlace, exhibitPlaces } from "./exhibit-places.ts";

/** A picture is held against so many events at most, the first of the case, and always against those that it is said to show. */
const mostEvents = 30;

export async function listExhibits(
  reader: CaseReader,
  viewer: Viewer,
  gazetteer: Gazetteer,
  {
    from,
    limit,
    beside,
    only,
  }: { from: number; limit: number; beside?: ItemId | undefined; only?: "undescribed" | "described" | undefined },
) {
  demand(viewer, "read");
  const all = await exhibitPlaces(reader, { beside });
  const described = all.filter(({ record }) => record?.withdrawn === null).length;
  const wanted = only === undefined ? all : all.filter(({ record }) => (record?.withdrawn === null) === (only === "described"));
  const page = wanted.slice(from, from + limit);
  const nameOf = await peopleNames(reader);
  const items = await copyItems(reader, [...new Set(page.flatMap(({ beside: text, item }) => [text, ...(item === null ? [] : [item])]))]);
  const events = await comparedEvents(reader);
  const exhibits = [];
  for (const place of page) {
    // A hundred captions may name places of many namesakes each: others are answered in between.
    await setImmediate();
    const { record } = place;
    const stands = record !== null && record.withdrawn === null;
    const shown: readonly EventId[] = stands && record.shows.is === "event" ? record.shows.events : [];
    const against = new Set([...shown, ...[...events.keys()].slice(0, mostEvents)]);
    const { mismatches, notCompared } = await checkPlace(
      reader,
      gazetteer,
      place,
      [...against].flatMap((event) => events.get(event) ?? []),
    );
    const answers = new Map(stands ? record.answers.map(({ mismatch, reason }) => [mismatch, reason]) : []);
    exhibits.push({
      key: keyOf(place),
      id: stands ? record.id : null,
      beside: { item: place.beside, name: items.get(place.beside)?.name ?? "withheld" },
      shown: place.shown,
      item: place.item === null ? null : (items.get(place.item) ?? null),
      pointsAt: place.pointsAt,
      words: { ...place.words },
      captionTyped: place.captionTyped,
      shows: stands ? record.shows : ("undescribed" as const),
      bearsOn: [...shown],
      mismatches: mismatches.map(({ figures, words, ...mismatch }) => ({
        ...mismatch,
        words: words === null ? null : { ...words },
        figures: figures.map((figure) => ({ ...figure })),
        answer: answers.get(mismatch.key) ?? null,
      })),
      notCompared: [...notCompared],
      said:
        record === null
          ? null
          : { reason: record.reason, withdrawn: record.withdrawn, at: record.at, byName: nameOf(record.by), seq: record.seq },
    });
  }
  return { exhibits, total: wanted.length, described, undescribed: all.length - described };
}

function keyOf({ beside, shown }: ExhibitPlace): string {
  return `${beside}:${shown.is === "picture" ? shown.picture : shown.item}`;
}
