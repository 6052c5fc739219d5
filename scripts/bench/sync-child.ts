/** Decodes two files side by side, measures their offset, and prints what that took. Arguments: A B. */
import { soundFeaturesOf } from "../../src/analyse/sync-sound/features-of-file.ts";
import { measureSound } from "../../src/analyse/sync-sound/measure-sound.ts";
import { findProgram } from "../testing/needs.ts";
import { startClock } from "./measure.ts";

const [one, other] = process.argv.slice(2) as [string, string];
const programs = { ffmpeg: findProgram("ffmpeg") ?? "ffmpeg", ffprobe: findProgram("ffprobe") ?? "ffprobe" };
const stop = startClock();
const [a, b] = await Promise.all([one, other].map((path) => soundFeaturesOf({ path, ...programs })));
if (typeof a !== "object" || typeof b !== "object") throw new Error("sync-child: expected two files with sound; found one without");
const measured = measureSound(a, b);
process.stdout.write(`${JSON.stringify({ ...stop(), measured })}\n`);
