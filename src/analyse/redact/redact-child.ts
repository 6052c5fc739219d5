/** The child's side of rendering and tracking: reads one request, decodes one file, says one answer. Everything foreign happens in here. */
import { text } from "node:stream/consumers";
import { isatty } from "node:tty";
import { endWithParent } from "../end-with-parent.ts";
import { openMedia, type OpenedMedia, signatureOf } from "../ffmpeg/open-media.ts";
import { outFile, RedactRequest, type RedactRequestOf, type RedactSaid, RefusedRender } from "./redact-contract.ts";

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = RedactRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: RedactSaid) => void process.stdout.write(`${JSON.stringify(line)}\n`);
const onProgress = (done: number) => say({ type: "progress", done: Math.min(1, Math.max(0, done)) });
try {
  say(await answer());
} catch (error) {
  if (!(error instanceof RefusedRender)) throw error;
  say({ type: "refused", code: error.code, message: error.message });
}

async function answer(): Promise<RedactSaid> {
  if (request.what === "still") return still(request);
  // Loaded one by one: the library for stills takes longer to start than a short clip to render.
  if (request.what === "track") {
    const { trackBox } = await import("./track-box.ts");
    return { type: "track", made: await trackBox(await opened(), { ...request, onProgress }) };
  }
  const { renderMedia } = await import("./render-media.ts");
  return { type: "media", made: await renderMedia(await opened(), { ...request, onProgress }, outFile.media) };
}

async function still({ atS, ...asked }: RedactRequestOf<"still">): Promise<RedactSaid> {
  const { renderFrame, renderPicture } = await import("./render-still.ts");
  const { signature } = await signatureOf(asked.path);
  const made =
    atS === null || signature?.family === "picture"
      ? await renderPicture(asked.path, asked, outFile.still)
      : await renderFrame(await opened(), atS, asked, outFile.still);
  return { type: "still", made: made };
}

async function opened(): Promise<OpenedMedia> {
  const { path, folder, ffmpeg, ffprobe } = request;
  const { signature } = await signatureOf(path);
  if (signature?.family === "picture") throw new RefusedRender(`expected a recording; found ${signature.says}`);
  const media = await openMedia({ analyser: "proxy", object: path, folder, nameHint: "", parameters: {}, ffmpeg, ffprobe, onProgress });
  if (!("state" in media)) return media;
  const { code, message } = media.failure;
  throw new RefusedRender(message.replace(/^proxy: /, ""), code === "program-missing" ? "PROGRAM_MISSING" : "INPUT_INVALID");
}
