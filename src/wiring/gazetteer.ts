/** The gazetteers of this machine, with the places of the map extracts that a person imported. */
import type { GazetteerStore } from "../core/gazetteer/gazetteer-store.port.ts";
import { dataFolder } from "../keep/data-folder.ts";
import { createGazetteerStore } from "../keep/gazetteer/gazetteer-store.ts";

export function machineGazetteers(): GazetteerStore {
  return createGazetteerStore({
    dataFolder: dataFolder(),
    today: () => new Date().toISOString().slice(0, 10),
    others: () => Promise.resolve([]),
  });
}
