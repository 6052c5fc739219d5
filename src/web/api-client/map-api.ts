/** Routes of the map, the timeline and the files that go out of them. */
import { CaseMap, type MapExportRequest, MapFileDetail, MapFiles, NotPublishable } from "../../api/map.ts";
import { ErrorAnswer } from "../../api/errors.ts";
import { t } from "../words/t.ts";
import { ApiError } from "./api-error.ts";
import { ask } from "./ask.ts";

export const mapApi = {
  map: (signal?: AbortSignal) => ask(CaseMap, "/api/map", { signal }),
  files: (signal?: AbortSignal) => ask(MapFiles, "/api/map/files", { signal }),
  file: (id: string, signal?: AbortSignal) => ask(MapFileDetail, `/api/map/files/${id}`, { signal }),
  notPublishable: (signal?: AbortSignal) => ask(NotPublishable, "/api/map/not-publishable", { signal }),
  /** Throws ApiError. */
  async exportPlaces(body: MapExportRequest): Promise<Blob> {
    const response = await fetch("/api/map/export", {
      method: "POST",
      credentials: "same-origin",
      cache: "no-store",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (response.ok) return response.blob();
    const error = ErrorAnswer.safeParse(await response.json().catch(() => null));
    throw error.success
      ? new ApiError(error.data.code, response.status, error.data.message)
      : new ApiError("ANSWER_INVALID", response.status, t("error.status", { status: response.status }));
  },
} as const;
