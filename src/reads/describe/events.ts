/** Entries about events, hypotheses, bearings, and the places and times that people state, in a sentence each. */
import type { EntryBodyOf, Sealed } from "../../core/entry/entry.ts";
import type { eventKinds } from "../../core/entry/kinds/events.ts";
import type { placeKinds } from "../../core/entry/kinds/places.ts";

type Kind = keyof typeof eventKinds | keyof typeof placeKinds;

const relationWords = {
  before: "is before",
  "led-to": "led to",
  "part-of": "is part of",
  during: "is during",
  "filming-of": "is the filming of",
  "posting-of": "is the posting of",
  other: "is linked to",
} as const;

/** `said`: what a seal says in this copy. */
export function describeEventEntry(body: { [K in Kind]: EntryBodyOf<K> }[Kind], said: (sealed: Sealed) => string): string {
  const because = (reason: Sealed | null): string => (reason === null ? "" : ` Because: ${said(reason)}`);
  switch (body.kind) {
    case "event.described":
      return `Event ${body.data.event} (${body.data.sort}) described: ${said(body.data.title)}.${because(body.data.reason)}`;
    case "event.withdrawn":
      return `Event ${body.data.event} was withdrawn: ${said(body.data.reason)}`;
    case "events.linked":
      return `${body.data.from} ${relationWords[body.data.relation]} ${body.data.to} (${body.data.link}): ${said(body.data.basis)}`;
    case "events.unlinked":
      return `Link ${body.data.link} was taken back: ${said(body.data.reason)}`;
    case "hypothesis.described": {
      const { hypothesis, question, standing, statement, reason } = body.data;
      return `Hypothesis ${hypothesis} (${question}, ${standing}): ${said(statement)}.${because(reason)}`;
    }
    case "bearing.stated":
      return `${body.data.item} on ${body.data.on}: ${body.data.sort} (${body.data.bearing}). ${said(body.data.reason)}`;
    case "bearing.withdrawn":
      return `Bearing ${body.data.bearing} was withdrawn: ${said(body.data.reason)}`;
    case "place.stated":
      return `Place ${body.data.place} of ${body.data.about}, ${body.data.standing}.${because(body.data.reason)}`;
    case "time.stated":
      return `Time ${body.data.time} of ${body.data.about}, ${body.data.standing}.${because(body.data.reason)}`;
  }
}
