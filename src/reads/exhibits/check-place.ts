/** Holds one picture beside a text against events: its words, the lists of places, and where else in the case it was seen. */
import type { Gazetteer } from "../../core/gazetteer/gazetteer.port.ts";
import type { ItemId } from "../../core/item/item.ts";
import { boundOf } from "../../reason/copies/earliest-upload.ts";
import { captionDays } from "../../reason/exhibit/caption-days.ts";
import { checkExhibit } from "../../reason/exhibit/check-exhibit.ts";
import type { ComparedEvent, EarlierSighting, ExhibitCheck } from "../../reason/exhibit/mismatch.ts";
import type { CaseReader } from "../case-reader.ts";
import { copyCase } from "../copies/copy-case.ts";
import { sourceWords } from "../copies/upload-words.ts";
import type { ExhibitPlace } from "./exhibit-places.ts";
import { placesNamed } from "./name-lookup.ts";

export async function checkPlace(
  reader: CaseReader,
  gazetteer: Gazetteer,
  { words, item, published }: Pick<ExhibitPlace, "words" | "item" | "published">,
  events: readonly ComparedEvent[],
): Promise<ExhibitCheck> {
  return checkExhibit(
    {
      words,
      places: await placesNamed(gazetteer, words),
      days: captionDays(words, published === "unknown" ? "unknown" : { earliest: published.earliest, latest: published.latest }),
      sightings: item === null ? [] : await sightingsOf(reader, item),
      publishedFrom: published === "unknown" ? "unknown" : published.earliest,
    },
    events,
  );
}

/** Of the picture and of its copies, whatever says when they were out. */
async function sightingsOf(reader: CaseReader, item: ItemId): Promise<EarlierSighting[]> {
  const found = await copyCase(reader);
  const items = new Set([item, ...found.groupsOf(item).flatMap((group) => group.items)]);
  return found.material.uploads
    .filter((upload) => items.has(upload.item))
    .flatMap((upload) => {
      const bound = boundOf(upload);
      return bound === undefined ? [] : [{ item: upload.item, by: sourceWords(upload.by), atOrBefore: bound.atOrBefore }];
    });
}
