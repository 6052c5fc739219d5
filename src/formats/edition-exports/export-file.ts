/** A file that an edition hands over beside its report, for other programs. */
export interface ExportFile {
  /** Below data/edition: "exports/places.geojson". */
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** What it is, in a sentence. */
  readonly says: string;
}
