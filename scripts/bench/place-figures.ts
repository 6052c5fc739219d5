/** How long a slider of the place bench waits for its answer: phrases that are answered again after one rule changed. */
import { answerPlace } from "../../src/reason/place/answer-place.ts";
import { PlaceProblem } from "../../src/reason/place/place-problem.ts";
import type { BenchPlace } from "./bench-place.ts";
import { type Figure, figure } from "./figure.ts";
import { median } from "./measure.ts";

const town = { Bucha: [{ lat: 50.5464, lon: 30.235 }], Kyiv: [{ lat: 50.4501, lon: 30.5234 }], Irpin: [{ lat: 50.5218, lon: 30.2506 }] };
const village = {
  Dmytrivka: [
    { lat: 50.45306, lon: 30.19056 },
    { lat: 50.45914, lon: 30.17027 },
  ],
};
const row = (north: number, east: number) => Array.from({ length: 20 }, (_, i) => ({ lat: north + i * 0.3, lon: east + i * 0.2 }));

const phrases: readonly { readonly name: string; readonly text: string; readonly anchors: unknown; readonly atMostS?: number }[] = [
  {
    name: "four clauses, 12 parses",
    text: "just north of the village of Dmytrivka, around 7 miles southwest of Bucha, between Irpin and Dmytrivka, 20 km west of Kyiv",
    anchors: { ...town, ...village },
    atMostS: 0.1,
  },
  {
    name: "four clauses that leave nothing: misses and looser readings too",
    text: "just north of the village of Dmytrivka, 3 miles southwest of Bucha, between Irpin and Dmytrivka, 20 km west of Kyiv",
    anchors: { ...town, ...village },
    atMostS: 0.1,
  },
  { name: "one clause", text: "around 7 miles southwest of Bucha", anchors: town, atMostS: 0.1 },
  {
    name: "two names of 20 namesakes each",
    text: "around 7 miles southwest of Bucha, near Dmytrivka",
    anchors: { Bucha: row(50.5, 30.2), Dmytrivka: row(50.45, 30.1) },
  },
];

const rounds = 15;

export async function placeFigures({ say }: BenchPlace): Promise<Figure[]> {
  return phrases.map(({ name, text, anchors, atMostS }) => {
    say(`place: ${name}`);
    const took = Array.from({ length: rounds }, (_, i) => {
      const problem = PlaceProblem.parse({
        text,
        anchors,
        rules: { sideOf: { halfWidthDeg: 45, maxKm: 3 + i / 10 }, around: 1 + i / 100 },
      });
      const before = process.cpuUsage();
      const at = performance.now();
      answerPlace(problem);
      const { user, system } = process.cpuUsage(before);
      return { wallS: (performance.now() - at) / 1000, cpuS: (user + system) / 1e6 };
    });
    // The first answer also compiles: a slider is moved more than once.
    const warm = took.slice(3);
    const cpu = median(warm.map(({ cpuS }) => cpuS));
    const wall = median(warm.map(({ wallS }) => wallS));
    const first = took[0]?.cpuS ?? 0;
    const detail = `processor, middle of ${warm.length}; by the clock ${(wall * 1000).toFixed(0)} ms; the first answer ${(first * 1000).toFixed(0)} ms`;
    const target = atMostS === undefined ? undefined : { atMost: atMostS };
    return figure(`a place phrase answered again: ${name}`, "alone, seconds", cpu, cpu.toFixed(3), target, detail);
  });
}
