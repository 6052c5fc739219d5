/** Shapes of files that the person added, drawn under the records of the case. */
import type { Region } from "../../core/place/region.ts";

export interface LayerShape {
  readonly key: string;
  readonly name: string;
  readonly region: Region;
}
