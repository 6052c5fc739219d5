/** The child's side of hashing: reads one request, decodes one file, says a line for each picture. Everything foreign happens in here. */
import { isatty } from "node:tty";
import { text } from "node:stream/consumers";
import type { HashSaid } from "../../core/copies/picture-hasher.port.ts";
import { endWithParent } from "../end-with-parent.ts";
import { askFfprobe, type MediaFile } from "../ffmpeg/ask-ffprobe.ts";
import { signatureOf } from "../ffmpeg/open-media.ts";
import { mainVideo } from "../probe/streams.ts";
import { HashChildRequest } from "./hash-contract.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = HashChildRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (said: HashSaid) => void process.stdout.write(`${JSON.stringify(said)}\n`);
await hashFile();

async function hashFile(): Promise<void> {
  const { signature } = await signatureOf(request.path);
  // Loaded one by one: the library for stills takes longer to start than a short clip to hash.
  if (signature?.family === "picture") return (await import("./hash-still.ts")).hashStill(request, signature, say);
  if (signature?.family === "document")
    return say({ type: "refused", code: "not-media", message: `hash: expected a picture or moving pictures; found ${signature.says}` });
  const file: MediaFile = { path: request.path, demuxer: signature?.demuxer, ffmpeg: request.ffmpeg, ffprobe: request.ffprobe };
  const asked = await askFfprobe(file);
  if (asked.state === "failed")
    return say(
      asked.end.missing
        ? { type: "refused", code: "program-missing", message: "hash: expected ffprobe on this machine; found none" }
        : { type: "refused", code: "not-media", message: `hash: expected a media file that can be opened; found: ${asked.end.said}` },
    );
  const video = mainVideo(asked.probed.streams);
  if (video === undefined) return say({ type: "refused", code: "no-stream", message: "hash: expected a picture stream; found none" });
  return (await import("./hash-video.ts")).hashVideo(request, file, video, say);
}
