/** What every group of figures is given. */
export interface BenchPlace {
  /** A folder of this run alone, on the disk of the clone. */
  readonly folder: string;
  /** For a first look on a busy machine: about a tenth of the bytes. Targets are meant for the whole. */
  readonly quick: boolean;
  readonly say: (line: string) => void;
}
