/** When a picture shown with a text may be cited for an event: once a person said that it shows it, and answered what stands against. */
import type { ExhibitShows, SomethingElse } from "./exhibit.ts";

/** One place where an item stands as a picture of a text. */
export interface StandingExhibit {
  /** "x3", or "picture 2 of i1" while nobody described it. */
  readonly name: string;
  readonly shows: ExhibitShows | "undescribed";
  /** What stands against the event and was not answered, in words. */
  readonly open: readonly string[];
}

const elseWords: Readonly<Record<SomethingElse, string>> = {
  "file-picture": "that it is a file picture",
  illustration: "that it is an illustration",
  elsewhere: "that it shows another place",
  earlier: "that it is from an earlier time",
  other: "that it shows something else",
};

/** Why an item that stands so cannot be cited for the event, or undefined. An item that no text shows is no exhibit. */
export function faultOfExhibit(standing: readonly StandingExhibit[], event: string): string | undefined {
  const expected = "expected an item that may be cited for this event; found";
  for (const { name, shows } of standing)
    if (shows !== "undescribed" && shows.is === "something-else")
      return `${expected} ${name}, which says ${elseWords[shows.sort]}. Describe it anew, with a reason, or leave the item out.`;
  const said = standing.some(({ shows }) => shows !== "undescribed" && shows.is === "event" && shows.events.some((one) => one === event));
  const [first] = standing;
  if (first !== undefined && !said) {
    const told = standing.find(({ shows }) => shows !== "undescribed") ?? first;
    const what =
      told.shows === "undescribed"
        ? `${told.name}, of which nobody has said what it shows`
        : told.shows.is === "unknown"
          ? `${told.name}, which says that nobody knows what it shows`
          : `${told.name}, which says that it shows another event`;
    return `${expected} ${what}. A picture beside a text bears on nothing until somebody says what it shows.`;
  }
  const against = standing.find(({ open }) => open.length > 0);
  if (against !== undefined)
    return `${expected} ${against.name}, against which stands, unanswered: ${against.open.join("; ")}. Answer it with a reason, or leave the item out.`;
  return undefined;
}
