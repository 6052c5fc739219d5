/** Reads signs on an item's pictures in a child: a folder of its own, no network where the system grants that, limits on memory and silence. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { SignReader, SignsRead } from "../../core/recogniser/sign-reader.port.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { namingRoom, shortOfRoom, watchRoom } from "../scratch-room.ts";
import { startChild } from "../start-child.ts";
import { OcrLine, type OcrRequest } from "./ocr-contract.ts";

const childScript = fileURLToPath(new URL("ocr-child.ts", import.meta.url));
/** A picture takes four minutes at most; a seek in a long file is slow on a slow disk. */
const silenceMs = 600_000;

export function createSignReader({
  scratch = tmpdir(),
  ffmpeg = "ffmpeg",
  ffprobe = "ffprobe",
}: { readonly scratch?: string; readonly ffmpeg?: string; readonly ffprobe?: string } = {}): SignReader {
  return {
    async read(request, { signal, onProgress }) {
      const folder = await mkdtemp(join(scratch, "witnessmark-signs-")).catch(namingRoom);
      const room = watchRoom(folder);
      try {
        const asked: OcrRequest = { ...request, folder, ffmpeg, ffprobe, parent: process.pid };
        const child = startChild({ script: childScript, folder, prefix: findIsolation().prefix, request: asked });
        const signs: SignsRead["signs"][number][] = [];
        let notRead: string | undefined;
        await listenToChild(child, { name: "signs", signal, silenceMs }, (said) => {
          const line = OcrLine.parse(said);
          if (line.type === "progress") onProgress(line.done, line.of);
          else if (line.type === "sign") signs.push(line.sign);
          else if (line.type === "refused") throw new CaseError(line.code, line.message);
          else ({ notRead } = line);
          return line.type === "end";
        }).catch(async (error: unknown) => {
          throw (await room.wasShort()) ? shortOfRoom(error) : error;
        });
        return signal.aborted || notRead === undefined ? undefined : { signs, notRead };
      } finally {
        room.stop();
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
