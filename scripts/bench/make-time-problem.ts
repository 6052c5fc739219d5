/** Networks of statements about times that can all hold: true moments first, then what people would say of them. */
import { randomStream } from "../sample/random.ts";
import type { TimeProblem, TimeStatement } from "../../src/reason/time/time-problem.ts";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const first = Date.UTC(2022, 1, 24);
const days = 60;

/** Orders, rounded distances, days with a day to either side, bounds from above and hours of daylight, as in cases. */
export function makeTimeProblem(events: number, statements: number): TimeProblem {
  const random = randomStream(20_220_330, "times");
  const truth = Array.from({ length: events }, () => first + random() * days * dayMs);
  const any = () => Math.floor(random() * events);
  const at = (event: number) => truth[event] as number;
  const made: TimeStatement[] = [];
  while (made.length < statements) {
    const [a, b] = [any(), any()];
    if (a === b) continue;
    const [one, other] = [`e${a}`, `e${b}`];
    const id = `s${made.length}`;
    const sort = random();
    if (sort < 0.4) {
      made.push(at(a) < at(b) ? { id, kind: "order", before: one, after: other } : { id, kind: "order", before: other, after: one });
    } else if (sort < 0.6) {
      const hours = Math.round((at(b) - at(a)) / hourMs / 12) * 12;
      made.push({ id, kind: "offset", from: one, to: other, hours, plusMinusHours: 12 });
    } else if (sort < 0.8) {
      made.push({ id, kind: "within", event: one, day: instant(at(a)).slice(0, 10), plusMinusDays: 1, zone: "Europe/Kyiv" });
    } else if (sort < 0.9) made.push({ id, kind: "bound", event: one, notAfter: instant(at(a) + random() * 5 * dayMs) });
    else if (isLight(at(a))) made.push({ id, kind: "sun", event: one, place: { lat: 50.465, lon: 30.185 }, sun: "daylight" });
  }
  return { events: truth.map((_, i) => `e${i}`), horizon: ["2022-02-20", "2022-04-30"], zones: [], statements: made };
}

/** The same network with one bound moved by so many minutes. */
export function withBoundMoved(problem: TimeProblem, minutes: number): TimeProblem {
  let moved = false;
  const statements = problem.statements.map((one) => {
    if (moved || one.kind !== "bound" || one.notAfter === undefined) return one;
    moved = true;
    return { ...one, notAfter: instant(Date.parse(one.notAfter) + minutes * 60_000) };
  });
  return { ...problem, statements };
}

const instant = (at: number): string => new Date(Math.round(at / 1000) * 1000).toISOString().replace(".000Z", "Z");

/** Surely light, at any time of those months. */
function isLight(at: number): boolean {
  const hour = ((at + 2 * hourMs) % dayMs) / hourMs;
  return hour > 7 && hour < 17;
}
