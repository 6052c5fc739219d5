/** Writes pictures for a detector in a child: a folder of its own, no network where the system grants that, limits on memory and silence. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { FramesShown, FrameWriter } from "../../core/detector/detector.port.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { namingRoom, shortOfRoom, watchRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { type FramesAsked, FramesLine } from "./frames-contract.ts";

const childScript = fileURLToPath(new URL("frames-child.ts", import.meta.url));
/** A packet table of ten hours is read without a word. */
const silenceMs = 600_000;

export function createFrameWriter({
  scratch = tmpdir(),
  ffmpeg = "ffmpeg",
  ffprobe = "ffprobe",
}: { readonly scratch?: string; readonly ffmpeg?: string; readonly ffprobe?: string } = {}): FrameWriter {
  return {
    async write({ path, everyS, shots }, { signal, minutes }, use) {
      const folder = await mkdtemp(join(scratch, "witnessmark-frames-")).catch(namingRoom);
      const room = watchRoom(folder);
      try {
        const request: FramesAsked = { path, folder, everyS, shots: [...shots], ffmpeg, ffprobe, parent: process.pid };
        const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, request, listens: true });
        const frames: FramesShown["frames"][number][] = [];
        let ended: Omit<FramesShown, "frames"> | undefined;
        // While a folder is looked at the child has nothing to say.
        const hearing = { name: "pictures", signal, silenceMs: silenceMs + minutes * 60_000 };
        await listenToChild(child, hearing, async (said) => {
          const line = FramesLine.parse(said);
          if (line.type === "refused") throw new CaseError(line.code, line.message);
          if (line.type === "end") {
            ended = { everyS: line.everyS, size: line.size, notLooked: line.notLooked };
            return true;
          }
          const places = new Map(line.frames.map(({ name }, n) => [name, frames.length + n]));
          frames.push(...line.frames.map(({ atS, endS }) => ({ atS, endS })));
          const made = join(folder, line.name);
          await use({ folder: made, places, done: frames.length, of: line.of });
          await rm(made, { recursive: true, force: true });
          child.stdin?.write("next\n");
          return false;
        }).catch(async (error: unknown) => {
          throw (await room.wasShort()) ? shortOfRoom(error) : error;
        });
        return signal.aborted || ended === undefined ? undefined : { ...ended, frames };
      } finally {
        room.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
