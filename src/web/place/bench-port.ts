/** What the parts of the place bench (phrase, candidates, camera, features, coordinates) share: where they look, and what they hand each other. */
import type { InferenceId } from "../../core/inference/inference.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { Bounds } from "../../core/place/region-geometry.ts";
import type { Position } from "../../core/place/region.ts";
import type { MultiPolygon } from "../../reason/place/polygon.ts";
import type { BenchShape } from "../map/bench-shapes.ts";

export const benchTabs = ["phrase", "candidates", "camera", "features", "coordinates"] as const;
export type BenchTab = (typeof benchTabs)[number];

/** A place that one of the parts arrived at. */
export interface Spot extends Position {
  /** How far off it may be: never a point alone. */
  readonly radiusM: number;
  /** What it rests on, in words. */
  readonly basis: string;
}

export interface BenchPort {
  /** The material in the left pane, and the one kept inference that is open; both as the address says. */
  readonly item: ItemId | undefined;
  chooseItem(item: ItemId | undefined): void;
  readonly inference: InferenceId | undefined;
  /** Where the chosen reading of the phrase holds; null while it says nothing or nothing is left. */
  readonly region: MultiPolygon | null;
  /** What the map shows now; undefined until it was laid out. */
  box(): Bounds | undefined;
  /** Moves the map so that it is in sight. */
  show(what: Position | Bounds): void;
  openTab(tab: BenchTab): void;
  /** Becomes the chosen place of the inference, with its radius. */
  takeSpot(spot: Spot): void;
}

/** What a part draws, and what it does with a press on the map while it wants one. */
export interface MapPart {
  readonly shapes: readonly BenchShape[];
  /** Undefined while a press on the map is not for this part. */
  readonly onPoint?: ((at: Position) => void) | undefined;
  readonly onPressShape?: ((key: string) => void) | undefined;
  readonly onMovePoint?: ((key: string, at: Position, isDone: boolean) => void) | undefined;
  readonly onTurnCone?: ((key: string, headingDeg: number, isDone: boolean) => void) | undefined;
  readonly onRemovePoint?: ((key: string) => void) | undefined;
}
