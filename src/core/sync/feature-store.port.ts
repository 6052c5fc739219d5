/** What was read of recordings for measuring, kept beside a case by their bytes: measuring that was stopped goes on without reading them again. May be deleted at any time. */
import type { Digest } from "../hash/digest.ts";
import type { SyncChannel } from "./pair-measurement.ts";

export interface SyncFeatureStore {
  /** Absolute path of what was kept; undefined where there is nothing. */
  find(object: Digest, channel: SyncChannel, version: string): Promise<string | undefined>;
  /** Moves the file in, whole or not at all, and says where it lies now. */
  keep(object: Digest, channel: SyncChannel, version: string, path: string): Promise<string>;
}
