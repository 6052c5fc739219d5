/** Moments that people marked in several recordings, newest first, with what was taken back. */
import { demand } from "../../policy/demand.ts";
import type { Viewer } from "../../policy/viewer.ts";
import type { CaseReader } from "../case-reader.ts";
import { syncCase } from "./sync-case.ts";
import type { SyncMarkRow } from "./sync-rows.ts";

export async function listSyncMarks(reader: CaseReader, viewer: Viewer): Promise<SyncMarkRow[]> {
  demand(viewer, "read");
  return [...(await syncCase(reader)).marks];
}
