/** Prints every frame of FILE into FOLDER with so many decoder threads, as the analyser's child does. */
import { framePrint } from "../../../src/analyse/frame-print/frame-print.ts";

const [file, folder, threads] = process.argv.slice(2);
if (file === undefined || folder === undefined || threads === undefined) throw new Error("print-child: expected FILE FOLDER THREADS");
const made = await framePrint({
  ...{ analyser: "frame-print", object: file, folder, nameHint: "clip.mp4", parameters: { threads: Number(threads) } },
  ...{ ffmpeg: "ffmpeg", ffprobe: "ffprobe", onProgress: () => undefined },
});
if (made.state === "failed") throw new Error(made.failure.message);
