/**
 * Map extracts that a person imported: what lies in a box, by its tags. An extract holds what volunteers had mapped on its day and
 * nothing else: what is not in it is not thereby known to be absent on the ground.
 */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { ExtractBox, ExtractFacts } from "./extract-facts.ts";
import type { ExtractShape } from "./extract-shape.ts";
import type { TagsOf, TagTest } from "./tag-test.ts";

export interface ExtractFeature {
  /** As the map names it: "node/12", "way/5", "relation/7"; of a file without such names, where it stood: "features[3]". */
  readonly id: string;
  readonly tags: TagsOf;
  readonly shape: ExtractShape;
}

/** A named settlement or part of one (key "place"), for gazetteers. */
export interface ExtractPlace {
  readonly id: string;
  readonly tags: TagsOf;
  /** Of an area or a line, the middle of its box. */
  readonly lat: number;
  readonly lon: number;
  /** Half the longer side of its box, kilometres; 0 for a point. */
  readonly radiusKm: number;
}

export interface MapExtract {
  readonly facts: ExtractFacts;
  /** Things whose own box meets the box and whose tags pass, each once. */
  features(test: TagTest, box: ExtractBox): Iterable<ExtractFeature>;
  /** Every place with a name; some hundred thousand for a country. */
  places(): Iterable<ExtractPlace>;
  /** Places of which one name (name, name:uk, old_name, ...) is this one, by the folding of core/search/fold-text. */
  placesNamed(name: string): Iterable<ExtractPlace>;
  close(): void;
}

export interface MapExtracts {
  /** By name. */
  list(): Promise<readonly ExtractFacts[]>;
  /** By name or id; without either, the only one there is. Throws CaseError INPUT_INVALID that lists what there is. */
  open(wanted?: string): Promise<MapExtract>;
}

/** Bringing extracts in and taking them away. */
export interface ExtractImports extends MapExtracts {
  /**
   * Undefined when it was stopped: nothing of it is kept then. An extract of the same file that is there already is given back.
   * Throws CaseError INPUT_INVALID, CASE_IN_USE, DISK_FULL, SOURCE_CHANGED_WHILE_READ.
   */
  importFile(
    wanted: { readonly path: string; readonly name?: string | undefined },
    control: { readonly signal: Cancellation; readonly onProgress: (done: number, doing: "hashing" | "reading" | "sorting") => void },
  ): Promise<{ readonly facts: ExtractFacts; readonly before: boolean } | undefined>;
  /** By name or id. Throws CaseError INPUT_INVALID, CASE_IN_USE. */
  remove(wanted: string): Promise<ExtractFacts>;
}
