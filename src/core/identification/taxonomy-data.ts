/** The taxonomy that this version of the program holds. Its version is written into every identification. */
import type { Taxonomy } from "./taxonomy.ts";
import { features } from "./taxonomy-features.ts";
import { markings } from "./taxonomy-markings.ts";
import { vehicles } from "./taxonomy-vehicles.ts";

export const taxonomy: Taxonomy = { version: "1.0.0", features, nodes: vehicles, markings };
