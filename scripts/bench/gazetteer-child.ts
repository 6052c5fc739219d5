/** Asks the gazetteers of a data folder, or imports a file into it, in a process of its own, and prints what that took as one line of JSON. */
import { machineGazetteers } from "../../src/wiring/gazetteer.ts";
import { median, startClock } from "./measure.ts";

const [folder, file] = process.argv.slice(2) as [string, string | undefined];
const gazetteers = machineGazetteers(folder);
const near = { lat: 50.5464, lon: 30.235 };
const rounds = 15;

if (file !== undefined) {
  const stop = startClock();
  const made = await gazetteers.import(file, undefined, { signal: new AbortController().signal, onProgress: () => undefined });
  process.stdout.write(`${JSON.stringify({ ...stop(), places: made?.places, indexBytes: made?.indexBytes })}\n`);
} else {
  const stop = startClock();
  await gazetteers.lookup({ name: "Dmytrivka", near });
  const first = stop();
  const ask = async (nearSpellings: "always" | "never") => {
    const took: number[] = [];
    for (let i = 0; i < rounds; i++) {
      const began = performance.now();
      await gazetteers.lookup({ name: i % 2 === 0 ? "Дмитровка" : "Verkhnia Synia", near, nearSpellings });
      took.push(performance.now() - began);
    }
    return median(took) / 1000;
  };
  const [nameS, spellingS] = [await ask("never"), await ask("always")];
  process.stdout.write(`${JSON.stringify({ ...first, peakBytes: stop().peakBytes, nameS, spellingS })}\n`);
}
