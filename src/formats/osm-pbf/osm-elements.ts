/** What an OpenStreetMap file is made of, as it comes out of the reader. */

export interface OsmHeader {
  /** Ten-millionths of a degree. */
  readonly box: { readonly south: number; readonly west: number; readonly north: number; readonly east: number } | undefined;
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly writtenBy: string;
  readonly source: string;
  /** Seconds since 1970: the state of the map that the file was cut from. */
  readonly replicatedAt: number | undefined;
}

/** Keys and values in turn; undefined where there are none. */
export type TagList = readonly string[] | undefined;

export interface OsmMember {
  readonly type: "node" | "way" | "relation";
  readonly ref: number;
}

/** Positions are ten-millionths of a degree, whole numbers, on the earth. */
export interface OsmSink {
  header(header: OsmHeader): void;
  node(id: number, lon: number, lat: number, tags: TagList): void;
  /** `places`: longitude and latitude of each corner in turn, where the file gives them with the way. */
  way(id: number, refs: readonly number[], tags: TagList, places: readonly number[] | undefined): void;
  relation(id: number, members: readonly OsmMember[], tags: TagList): void;
}
