/** The gazetteers of a machine: the one that comes with the program, those that a person imported, and the places of map extracts. */
import type { Cancellation } from "../cancel/cancellation.ts";
import type { Gazetteer } from "./gazetteer.port.ts";
import type { GazetteerAsked } from "./gazetteer-place.ts";

export interface GazetteerListed extends GazetteerAsked {
  /** "bundled", "imported" or "extract". */
  readonly sort: "bundled" | "imported" | "extract";
  /** Bytes of the index on the disk; 0 where it is held in memory or not made yet. */
  readonly indexBytes: number;
  /** Day of the import; empty for the bundled one. */
  readonly importedOn: string;
  /** The file with further names that was read along, by its name and SHA-256; empty where there was none. */
  readonly alternateNames: string;
}

export interface ImportControl {
  readonly signal: Cancellation;
  /** Share of the bytes read, and what is being done. */
  readonly onProgress: (share: number, doing: string) => void;
}

export interface GazetteerStore extends Gazetteer {
  list(): Promise<readonly GazetteerListed[]>;
  /**
   * Reads a GeoNames file (also zipped), and with it a file of further names where one is given. Nothing is there until all of it
   * is. Throws CaseError INPUT_INVALID naming line and column; undefined when it was stopped.
   */
  import(file: string, alternateNames: string | undefined, control: ImportControl): Promise<GazetteerListed | undefined>;
  /** By the name of its file, or the beginning of its SHA-256. Throws CaseError INPUT_INVALID where none or several are meant. */
  remove(wanted: string): Promise<GazetteerListed>;
}
