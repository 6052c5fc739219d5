/** Days that the words beside a picture name, held against the time of an event. Whose clock they are by is not known: fourteen hours either way. */
import { type ComparedEvent, type ExhibitCheck, type ExhibitMaterial, exhibitRules, type Mismatch } from "./mismatch.ts";

const hour = 3_600_000;

export function dateMismatches({ days }: ExhibitMaterial, events: readonly ComparedEvent[]): ExhibitCheck {
  const notCompared =
    days.length === 0
      ? []
      : events
          .filter(({ time }) => time === "unknown")
          .map(({ id }) => `${id}: no time is stated for it, so the days named are held against nothing`);
  const mismatches = events.flatMap((event): Mismatch[] => {
    const { id, time } = event;
    if (time === "unknown" || days.length === 0) return [];
    const [from, to] = [Date.parse(time.earliest), Date.parse(time.latest)];
    const open = (reading: { from: string | null; to: string | null }) => {
      const start = reading.from === null ? -Infinity : Date.parse(`${reading.from}T00:00:00Z`) - exhibitRules.zoneHours * hour;
      const end = reading.to === null ? Infinity : Date.parse(`${reading.to}T00:00:00Z`) + (24 + exhibitRules.zoneHours) * hour;
      return start <= to && from <= end;
    };
    // A caption may name the day of the picture and another: only where none of its days reaches the event is there a mismatch.
    if (days.some(({ readings }) => readings.some(open))) return [];
    return days.slice(0, 1).map(({ words, start, end, at, readings }) => ({
      key: `caption-date:${id}:${words}:${time.earliest}/${time.latest}`.slice(0, 400),
      sort: "caption-date",
      words: { at, text: words, start, end },
      event: id,
      says: `the ${at} names ${words}, and ${id} is stated to have happened at another time`,
      notProven: "The day may be that of the caption or of another event: this does not say when the picture was taken.",
      figures: [
        { what: "read as", value: readings.map(dayWords).join(" or ") },
        { what: `time of ${id}`, value: time.earliest === time.latest ? time.earliest : `${time.earliest} to ${time.latest}` },
        { what: "allowed for an unknown clock", value: `${exhibitRules.zoneHours} h either way` },
      ],
    }));
  });
  return { mismatches, notCompared };
}

function dayWords({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === null) return `${to ?? "any day"} or earlier`;
  if (to === null) return `${from} or later`;
  return from === to ? from : `${from} to ${to}`;
}
