/**
 * Marks that were worn or painted, by day and source. A mark says what was worn; both sides have used the same kit, captured
 * vehicles and, as a source below reports, the other side's colour.
 */
import type { Marking } from "./taxonomy.ts";
import { sources as from } from "./taxonomy-sources.ts";

const invasion = "2022-02-24";
const ukrainian = "Ukrainian forces";
const russian = "Russian forces";

export const markings: readonly Marking[] = [
  {
    key: "band-blue",
    label: "blue band or tape",
    sort: "band",
    meanings: [
      { usedBy: ukrainian, from: invasion, to: null, source: from.bandsApril2022, note: "yellow was used beside it" },
      {
        usedBy: russian,
        from: "2025-03-01",
        to: "2025-03-31",
        source: from.blueAsDeception,
        note: "said to have been worn to deceive, in the Kursk region",
      },
    ],
  },
  {
    key: "band-yellow",
    label: "yellow band or tape",
    sort: "band",
    meanings: [{ usedBy: ukrainian, from: invasion, to: null, source: from.tapeMarch2022, note: null }],
  },
  {
    key: "band-green",
    label: "green band or tape",
    sort: "band",
    meanings: [
      { usedBy: ukrainian, from: "2022-10-01", to: null, source: from.bandsOctober2022, note: "colours change with the operation" },
    ],
  },
  {
    key: "band-white",
    label: "white band or tape",
    sort: "band",
    meanings: [
      { usedBy: russian, from: invasion, to: null, source: from.tapeMarch2022, note: null },
      {
        usedBy: "civilians in places that Russian forces held",
        from: invasion,
        to: "2022-04-06",
        source: from.bandsApril2022,
        note: "bodies with white cloth or tape on the arm; how it came there is in dispute",
      },
    ],
  },
  {
    key: "band-red",
    label: "red band or tape",
    sort: "band",
    meanings: [
      { usedBy: russian, from: invasion, to: null, source: from.tapeMarch2022, note: null },
      {
        usedBy: "Belarusian forces",
        from: invasion,
        to: null,
        source: from.bandsOctober2022,
        note: "seen in February, March and October 2022",
      },
    ],
  },
  {
    key: "flag-ukraine",
    label: "flag of Ukraine, as a patch or painted",
    sort: "flag",
    meanings: [
      { usedBy: ukrainian, from: "1992-01-28", to: null, source: from.flagUkraine, note: "the flag of a state: others show it too" },
    ],
  },
  {
    key: "letter-z",
    label: "letter Z",
    sort: "painted",
    meanings: [{ usedBy: russian, from: invasion, to: null, source: from.letters2022, note: "common in the south and east" }],
  },
  {
    key: "letter-v",
    label: "letter V",
    sort: "painted",
    meanings: [{ usedBy: russian, from: invasion, to: null, source: from.letters2022, note: "seen in the north" }],
  },
  {
    key: "letter-o",
    label: "letter O or a circle",
    sort: "painted",
    meanings: [{ usedBy: russian, from: invasion, to: null, source: from.letters2022, note: null }],
  },
  {
    key: "triangle-white",
    label: "white triangle",
    sort: "painted",
    meanings: [
      { usedBy: russian, from: "2022-02-22", to: null, source: from.shapes2022, note: "around a letter; its meaning was unconfirmed" },
      { usedBy: ukrainian, from: "2024-06-01", to: null, source: from.triangle2024, note: null },
      {
        usedBy: "forces in occupied Mariupol",
        from: "2024-08-06",
        to: null,
        source: from.triangleCopied,
        note: "copies of the Ukrainian mark",
      },
    ],
  },
];
