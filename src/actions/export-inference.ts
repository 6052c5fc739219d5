/**
 * Writes what a reasoner found of a place out for other programs. The answer is worked out here, from the problem; the case is not
 * changed by it. Where an item that it rests on may not be published, it goes out only once a person has said that they know.
 */
import { encodeUtf8 } from "../core/bytes/utf8.ts";
import { CaseError } from "../core/case/case-error.ts";
import type { ItemId } from "../core/item/item.ts";
import type { MapFeature } from "../core/place/map-feature.ts";
import { writeGeoJson } from "../formats/geojson/write-geojson.ts";
import { writeKml } from "../formats/kml/write-kml.ts";
import { writeKmz } from "../formats/kml/write-kmz.ts";
import { demand } from "../policy/demand.ts";
import type { Viewer } from "../policy/viewer.ts";
import { answerCamera } from "../reason/camera/answer-camera.ts";
import { CameraProblem } from "../reason/camera/camera-problem.ts";
import { answerPlace } from "../reason/place/answer-place.ts";
import { PlaceProblem } from "../reason/place/place-problem.ts";
import { ProblemUnreadable } from "../reason/problem/problem-unreadable.ts";
import type { MapFormat } from "./export-map.ts";
import { cameraFeatures, placeFeatures } from "./inference-features.ts";

export interface InferenceExportWanted {
  readonly format: MapFormat;
  readonly sort: "place" | "camera";
  readonly problem: unknown;
  /** "n3", or "new". */
  readonly record: string;
  readonly title: string;
  readonly items: readonly ItemId[];
  /** A person was told of the conditions and goes on. */
  readonly confirmed: boolean;
}

export interface InferenceExportPorts {
  readonly caseId: string;
  readonly head: () => string;
  /** Of these items, those that may not be published. */
  readonly refused: (items: readonly ItemId[]) => Promise<readonly { readonly item: ItemId; readonly why: string }[]>;
}

/** Throws CaseError INPUT_INVALID naming the field, when nothing is found, or when conditions refuse and nobody confirmed. */
export async function exportInference(
  { caseId, head, refused }: InferenceExportPorts,
  viewer: Viewer,
  wanted: InferenceExportWanted,
): Promise<{ bytes: Uint8Array; count: number }> {
  demand(viewer, "read");
  const against = await refused(wanted.items);
  if (against.length > 0 && !wanted.confirmed)
    throw new CaseError(
      "INPUT_INVALID",
      `export of ${wanted.record}: expected a confirmation, since items may not be published; found none for ${against.map(({ item }) => item).join(", ")}`,
    );
  const features = featuresOf(wanted);
  if (features.length === 0) throw new CaseError("INPUT_INVALID", `export of ${wanted.record}: expected an area or a place; found none`);
  const about = { caseId, head: head() };
  const text = wanted.format === "geojson" ? writeGeoJson(features, about) : writeKml(features, about, wanted.title);
  return { bytes: wanted.format === "kmz" ? writeKmz(text) : encodeUtf8(text), count: features.length };
}

function featuresOf({ sort, problem, record, title }: InferenceExportWanted): MapFeature[] {
  const written = { record, title };
  try {
    if (sort === "camera") return cameraFeatures(answerCamera(read(CameraProblem.safeParse(problem), record)), written);
    const place = read(PlaceProblem.safeParse(problem), record);
    return placeFeatures(place, answerPlace(place), written);
  } catch (error) {
    if (!(error instanceof ProblemUnreadable)) throw error;
    throw new CaseError("INPUT_INVALID", `export of ${record}: ${error.message}`, { cause: error });
  }
}

interface Read<P> {
  readonly success: boolean;
  readonly data?: P;
  readonly error?: { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
}

function read<P>({ data, error }: Read<P>, record: string): P {
  if (data !== undefined) return data;
  const [issue] = error?.issues ?? [];
  throw new CaseError(
    "INPUT_INVALID",
    `export of ${record}: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? "expected another shape"}`,
  );
}
