/** Routes of the map, the timeline and the files that go out of them. */
import { CaseMap, type MapExportRequest, MapFileDetail, MapFiles, NotPublishable } from "../../api/map.ts";
import { ask } from "./ask.ts";
import { askFile } from "./ask-file.ts";

export const mapApi = {
  map: (signal?: AbortSignal) => ask(CaseMap, "/api/map", { signal }),
  files: (signal?: AbortSignal) => ask(MapFiles, "/api/map/files", { signal }),
  file: (id: string, signal?: AbortSignal) => ask(MapFileDetail, `/api/map/files/${id}`, { signal }),
  notPublishable: (signal?: AbortSignal) => ask(NotPublishable, "/api/map/not-publishable", { signal }),
  /** Throws ApiError. */
  exportPlaces: (body: MapExportRequest) => askFile("/api/map/export", body),
} as const;
