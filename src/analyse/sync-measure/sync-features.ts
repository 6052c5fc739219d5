/** The analysers that read what offsets are measured from: one file beside an answer that says no more than what was left unread. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { failed, type Made, type Making } from "../child-contract.ts";
import { encodePictureFeatures, pictureFeaturesFileName } from "../sync-picture/picture-features.ts";
import { readPictureFeatures } from "../sync-picture/read-picture-features.ts";
import { encodeSoundFeatures } from "../sync-sound/features-file.ts";
import { soundFeaturesOf } from "../sync-sound/features-of-file.ts";

const soundFeaturesFileName = "sync-sound.features";

export async function syncSound({ object, folder, ffmpeg, ffprobe, onProgress }: Making): Promise<Made> {
  try {
    const features = await soundFeaturesOf({ path: object, ffmpeg, ffprobe }, { onProgress });
    if (features === "no-sound") return failed("no-stream", "sync-sound: expected a sound stream; found none");
    await writeFile(join(folder, soundFeaturesFileName), encodeSoundFeatures(features));
    return {
      state: "done",
      result: { durationSec: features.durationS, notRead: features.notRead },
      files: [{ name: soundFeaturesFileName, mediaType: "application/octet-stream" }],
    };
  } catch (error) {
    // What a file's own bytes bring about is said in such words; anything else is a fault of ours.
    if (!(error instanceof Error) || !error.message.startsWith("sync-sound:")) throw error;
    return failed(error.message.includes("on this machine") ? "program-missing" : "not-media", error.message);
  }
}

export async function syncPicture(making: Making): Promise<Made> {
  const features = await readPictureFeatures(making);
  if ("state" in features) return features;
  await writeFile(join(making.folder, pictureFeaturesFileName), encodePictureFeatures(features));
  return {
    state: "done",
    result: { frames: features.timeSec.length, notRead: features.notRead },
    files: [{ name: pictureFeaturesFileName, mediaType: "application/octet-stream" }],
  };
}
