/** The child's side: reads one request, runs one analyser, says the answer. Everything foreign happens in here. */
import { isatty } from "node:tty";
import { text } from "node:stream/consumers";
import { canonicalJson, type Json } from "../core/json/canonical-json.ts";
import { type ChildLine, ChildRequest, type Made, type Making } from "./child-contract.ts";
import { endWithParent } from "./end-with-parent.ts";

/** Loaded one by one: a reader runs without the rights that a decoder needs. */
const analysers: Readonly<Record<ChildRequest["analyser"], () => Promise<(making: Making) => Promise<Made>>>> = {
  probe: async () => (await import("./probe/probe.ts")).probe,
  poster: async () => (await import("./poster/poster.ts")).poster,
  filmstrip: async () => (await import("./filmstrip/filmstrip.ts")).filmstrip,
  waveform: async () => (await import("./waveform/waveform.ts")).waveform,
  proxy: async () => (await import("./proxy/proxy.ts")).proxy,
  "frame-print": async () => (await import("./frame-print/frame-print.ts")).framePrint,
  "sound-print": async () => (await import("./sound-print/sound-print.ts")).soundPrint,
  "sound-events": async () => (await import("./sound-events/sound-events.ts")).soundEvents,
  "sync-sound": async () => (await import("./sync-measure/sync-features.ts")).syncSound,
  "sync-picture": async () => (await import("./sync-measure/sync-features.ts")).syncPicture,
  "telegram-export": async () => (await import("./reading/read-telegram-export.ts")).telegramExport,
  article: async () => (await import("./reading/read-article.ts")).article,
  whatsapp: async () => (await import("./reading/read-whatsapp.ts")).whatsapp,
  "x-posts": async () => (await import("./reading/read-x-posts.ts")).xPosts,
  "yt-dlp": async () => (await import("./reading/read-yt-dlp.ts")).ytDlp,
  "telegram-html": async () => (await import("./reading/read-telegram-html.ts")).telegramHtml,
  "e-mail": async () => (await import("./reading/read-e-mail.ts")).eMail,
  unpack: async () => (await import("./reading/unpack.ts")).unpack,
  "map-file": async () => (await import("./reading/read-map-file.ts")).mapFile,
  sheet: async () => (await import("./reading/read-sheet.ts")).sheet,
};

if (isatty(0)) throw new Error("this program is started by another one, with a request on its standard input");
const request = ChildRequest.parse(JSON.parse(await text(process.stdin)));
endWithParent(request.parent, request.folder);
const say = (line: ChildLine) => process.stdout.write(`${JSON.stringify(line)}\n`);
const analyse = await analysers[request.analyser]();
const made = await analyse({ ...request, onProgress: (done) => say({ type: "progress", done: Math.min(1, Math.max(0, done)) }) });
if (made.state === "failed") say({ type: "failed", failure: made.failure });
else say({ type: "done", result: JSON.parse(canonicalJson(made.result as Json)) as never, files: [...made.files] });
