/** "After a lorry hit a pillar", "while they were clearing the yard": a clause that says when, by another event. */
import type { TimeReading } from "../../core/claim/claim-value.ts";
import type { Clauses } from "./clauses.ts";
import type { Act } from "./find-acts.ts";
import { formOf } from "./languages/en-forms.ts";
import type { FoundValue } from "./found-value.ts";
import { overlaps, type Range, type Reading } from "./reading.ts";

type Relation = Extract<TimeReading, { kind: "order" }>["relation"];

const relations: Readonly<Record<string, Relation>> = {
  after: "after",
  "as soon as": "after",
  before: "before",
  when: "during",
  while: "during",
  as: "during",
  "by the time": "before",
  until: "before",
  "після того як": "after",
  "після того": "after",
  "перед тим як": "before",
  коли: "during",
  поки: "during",
  "после того как": "after",
  "перед тем как": "before",
  когда: "during",
  пока: "during",
};

export function findOrders(
  reading: Reading,
  clauses: Clauses,
  times: readonly Range[],
  closed: (token: number) => boolean,
  lasting: readonly { readonly range: Range; readonly hours: number; readonly half: number }[],
): readonly FoundValue[] {
  const found: FoundValue[] = [];
  for (const mark of reading.marks("clauseOpener")) {
    const opener = reading.words(mark).toLowerCase();
    const relation = relations[opener];
    if (relation === undefined || closed(mark.from)) continue;
    const to = clauseEnd(reading, clauses, mark.to);
    const length = relation === "during" ? undefined : lasting.find((one) => one.range.to === mark.from);
    const range = { from: length?.range.from ?? mark.from, to };
    const told =
      clauses.acts.some((act: Act) => act.word.noun !== true && act.from >= mark.to && act.from < to) ||
      Array.from({ length: to - mark.to - 1 }, (_, nth) => mark.to + 1 + nth).some(
        (at) => reading.key(at) === "struck" || formOf(reading.key(at))?.form === "third",
      );
    if (!told) continue;
    if (opener === "as" && reading.at("determiner", mark.to) === undefined && reading.at("pronoun", mark.to) === undefined) continue;
    if (
      times.some((time) => overlaps(time, { from: mark.from, to: mark.to })) ||
      /^(?:how|of|about|on|day|night|morning|such|known|described|quoted|just)$/.test(reading.key(mark.from - 1))
    )
      continue;
    const span = reading.span(range);
    const of = reading.words({ from: mark.to, to });
    const words = reading.text.slice(span.start, span.end);
    found.push({
      aspect: "when",
      value: {
        is: "time",
        words,
        readings: [
          length === undefined
            ? { kind: "order", relation, of }
            : {
                kind: "offset",
                hours: relation === "before" ? -length.hours : length.hours,
                plusMinusHours: length.half,
                from: "event",
                of,
              },
        ],
      },
      span,
      range,
      at: Math.max(0, mark.from - 1),
    });
  }
  return found;
}

/** Hours of a unit of time, by the names that numbers are read with. */
export function unitHours(unit: string): number | undefined {
  const hours: Readonly<Record<string, number>> = { minutes: 1 / 60, hours: 1, days: 24, weeks: 168 };
  return hours[unit];
}

function clauseEnd(reading: Reading, clauses: Clauses, from: number): number {
  const clause = clauses.of[from];
  let at = from;
  while (at < reading.tokens.length && clauses.of[at] === clause && !/^[,;.:!?”"»]$/.test(reading.key(at))) at++;
  return at;
}
