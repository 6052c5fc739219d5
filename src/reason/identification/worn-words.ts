/** What marks let one say of who wears or bears them: by whom such marks were used then. */
import type { MeaningsOnDay } from "./marking-meanings.ts";

/** Null where no mark has a meaning on its day. `subject`: a label such as V1 or P2. */
export function borneWords(marks: readonly MeaningsOnDay[], subject: string): string | null {
  const vehicle = subject.startsWith("V");
  const borne = marks.filter(({ sort, usedBy }) => usedBy.length > 0 && (vehicle || sort !== "painted"));
  const [first, ...others] = borne;
  if (first === undefined) return null;
  const users = (mark: MeaningsOnDay) => [...new Set(mark.usedBy.map(({ usedBy }) => usedBy))];
  const shared = users(first).filter((user) => others.every((mark) => users(mark).includes(user)));
  const who = vehicle ? "vehicle bearing marks" : "persons wearing marks";
  const when = [...new Set(borne.map(({ day }) => monthOf(day)))].join(" and ");
  if (shared.length > 0) return `${who} used by ${shared.join(" or by ")} in ${when}`;
  const each = borne.map((mark) => `${mark.label}: used by ${users(mark).join(" or by ")} in ${monthOf(mark.day)}`);
  return `${who} that were used by different sides (${each.join("; ")})`;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function monthOf(day: string): string {
  return `${months[Number(day.slice(5, 7)) - 1] ?? day.slice(5, 7)} ${day.slice(0, 4)}`;
}
