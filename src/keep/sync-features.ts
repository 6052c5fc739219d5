/**
 * What was read of recordings for measuring, a file each beside the other derived answers of the same bytes:
 * `derived/analyses/ab/<object>/sync-sound-<version>.features`. It goes when the object is erased.
 */
import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CaseError } from "../core/case/case-error.ts";
import { type Digest, objectPathOf } from "../core/hash/digest.ts";
import type { SyncFeatureStore } from "../core/sync/feature-store.port.ts";
import type { SyncChannel } from "../core/sync/pair-measurement.ts";
import { codeOf, namedFailure } from "./durable.ts";

const plainVersion = /^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$/;

export function openSyncFeatures(folder: string, { readOnly }: { readonly readOnly: boolean }): SyncFeatureStore {
  const placeOf = (object: Digest, channel: SyncChannel, version: string) => {
    if (!plainVersion.test(version)) throw new RangeError(`derived: expected a version such as "1"; found ${JSON.stringify(version)}`);
    return join(folder, "derived", "analyses", objectPathOf(object), `sync-${channel}-${version}.features`);
  };
  return {
    async find(object, channel, version) {
      const place = placeOf(object, channel, version);
      try {
        return (await stat(place)).isFile() ? place : undefined;
      } catch (error) {
        if (codeOf(error) === "ENOENT") return undefined;
        throw namedFailure(error, "derived/");
      }
    },
    async keep(object, channel, version, path) {
      if (readOnly) throw new CaseError("CASE_READ_ONLY", "derived/: expected a case open for writing; found one open for reading");
      const place = placeOf(object, channel, version);
      const fresh = `${place}.${randomBytes(4).toString("hex")}.tmp`;
      try {
        await mkdir(dirname(place), { recursive: true });
        // Never renamed straight in: the file may lie on another disk, and what lies under its name must be whole.
        await copyFile(path, fresh, constants.COPYFILE_EXCL);
        await rename(fresh, place);
        await rm(path, { force: true });
        return place;
      } catch (error) {
        await rm(fresh, { force: true });
        throw namedFailure(error, "derived/");
      }
    },
  };
}
