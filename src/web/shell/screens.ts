/** The screens a person goes to, in the order of the bar at the top and of the palette. A new screen adds its line here. */
import type { Route } from "../router/router.ts";
import type { WordKey } from "../words/t.ts";

export interface ScreenEntry {
  readonly to: string;
  readonly says: WordKey;
  /** Screens of the router during which this entry is the present one. */
  readonly screens: readonly Route["screen"][];
}

export const screenEntries: readonly ScreenEntry[] = [
  { to: "/", says: "nav.desk", screens: ["desk", "paste"] },
  { to: "/search", says: "nav.search", screens: ["search"] },
  { to: "/copies", says: "nav.copies", screens: ["copies"] },
  { to: "/map", says: "nav.map", screens: ["map", "imagery"] },
  { to: "/place", says: "nav.place", screens: ["place"] },
  { to: "/time", says: "nav.time", screens: ["time"] },
  { to: "/sync", says: "nav.sync", screens: ["sync"] },
  { to: "/speech", says: "nav.speech", screens: ["speech"] },
  { to: "/events", says: "nav.events", screens: ["events"] },
  { to: "/claims", says: "nav.claims", screens: ["claims"] },
  { to: "/sources", says: "nav.sources", screens: ["sources"] },
  { to: "/subjects", says: "nav.subjects", screens: ["subjects"] },
  { to: "/review", says: "nav.review", screens: ["review"] },
  { to: "/blind", says: "nav.blind", screens: ["blind"] },
  { to: "/work", says: "nav.work", screens: ["work"] },
  { to: "/handover", says: "nav.handover", screens: ["handover", "redact"] },
  { to: "/inquiry", says: "nav.inquiry", screens: ["inquiry", "capture"] },
  { to: "/custody", says: "nav.custody", screens: ["custody"] },
];
