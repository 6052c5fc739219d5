/** The gazetteers of this machine, with the places of the map extracts that a person imported. */
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import type { ExtractFacts } from "../core/map-extract/extract-facts.ts";
import type { MapExtracts } from "../core/map-extract/map-extract.port.ts";
import { namesOfPlace, populationOf } from "../core/map-extract/place-names.ts";
import { dataFolder } from "../keep/data-folder.ts";
import { createGazetteerStore, type OtherPlaces } from "../keep/gazetteer/gazetteer-store.ts";
import { createExtractStore } from "../keep/map-extract-store.ts";

export function machineGazetteers(folder: string = dataFolder()): GazetteerStore {
  const extracts = createExtractStore(folder);
  return createGazetteerStore({
    dataFolder: folder,
    today: () => new Date().toISOString().slice(0, 10),
    others: async () => (await extracts.list()).map((facts) => placesOf(extracts, facts)),
  });
}

function placesOf(extracts: MapExtracts, facts: ExtractFacts): OtherPlaces {
  const { id, name, of, credit } = facts;
  return {
    id,
    async fill(writer) {
      const extract = await extracts.open(id);
      try {
        let number = 0;
        for (const { id: ref, tags, lat, lon, radiusKm } of extract.places()) {
          const names = namesOfPlace(tags);
          if (names === undefined) continue;
          writer.place(++number, {
            ...{ ref: ref.slice(0, 400), lat, lon, radiusKm: Math.min(500, radiusKm) },
            ...names,
            kind: tags.get("place")?.slice(0, 100) ?? "unknown",
            country: "",
            admin: ["addr:region", "addr:district"].flatMap((key) => tags.get(key)?.slice(0, 200) || []),
            population: populationOf(tags),
          });
        }
      } finally {
        extract.close();
      }
      return {
        sort: "extract",
        gazetteer: `map extract ${name}`,
        version: id,
        date: of.at === "unknown" ? "unknown" : of.at.slice(0, 10),
        floor: "none stated: every named place of the extract",
        licence: credit,
        importedOn: facts.imported.slice(0, 10),
        alternateNames: "",
      };
    },
  };
}
