/** Where the cameras of the clips stood, as far as the case holds it: kept answers of the camera reasoner, and places that people stated. */
import { useQueries } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import type { Position } from "../../core/place/region.ts";
import type { CameraAnswer } from "../../reason/camera/camera-answer.ts";
import type { CameraProblem } from "../../reason/camera/camera-problem.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { useInferences } from "../solver/inference-queries.ts";

/** A kept answer about one frame of a clip. */
export interface KeptCamera {
  readonly item: ItemId;
  readonly inference: string;
  /** Frame of the clip that it was measured on; undefined for one that does not say. */
  readonly frame: number | undefined;
  readonly answer: CameraAnswer;
}

/** Where a person states that it was filmed from. */
export interface StatedPlace {
  readonly item: ItemId;
  readonly id: string;
  readonly centre: Position;
  readonly radiusM: number;
}

export interface Cameras {
  readonly kept: readonly KeptCamera[];
  readonly stated: readonly StatedPlace[];
  readonly isPending: boolean;
}

export function useCameras(items: readonly ItemId[]): Cameras {
  const listed = useInferences("camera");
  const about = (listed.data?.inferences ?? []).filter(
    (row) => row.withdrawn === undefined && row.state === "answered" && row.items.some((item) => items.includes(item)),
  );
  const answers = useQueries({
    queries: about.map(({ id }) => ({
      queryKey: [...queryKeys.records, "inferences", "one", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => inferenceApi.get(id, signal),
    })),
  });
  const places = useQueries({
    queries: items.map((item) => ({
      queryKey: [...queryKeys.records, item],
      queryFn: ({ signal }: { signal: AbortSignal }) => eventsApi.itemBearings(item, signal),
    })),
  });
  const kept = answers.flatMap(({ data }): KeptCamera[] => {
    const problem = data?.problem as CameraProblem | null | undefined;
    const answer = data?.answer as CameraAnswer | null | undefined;
    const item = problem?.frame.item;
    if (data === undefined || answer == null || item === undefined || !items.includes(item)) return [];
    return [{ item, inference: data.inference.id, frame: problem?.frame.frame, answer }];
  });
  const stated = places.flatMap(({ data }, index): StatedPlace[] =>
    (data?.statements.places ?? []).flatMap(({ id, claim, standing }): StatedPlace[] => {
      if (claim === "withheld" || standing !== "stated" || claim.means !== "filmed-from" || claim.region === "unknown") return [];
      if (claim.region.shape !== "circle") return [];
      return [{ item: items[index] as ItemId, id, centre: claim.region.centre, radiusM: claim.region.radiusM }];
    }),
  );
  return { kept, stated, isPending: listed.isPending || answers.some((one) => one.isPending) || places.some((one) => one.isPending) };
}
