/** Lines that state: events and what bears on them, times and places, claims and what comes from what, inferences. */
import { Identification } from "../../core/identification/identification.ts";
import { noteNotCitable } from "./citability.ts";
import type { Building, LineReaders, Resting } from "./case-lines.ts";
import { citesIn } from "./cites-in.ts";

export const statementLines: LineReaders = {
  "event.described": ({ event }, on) => on.state(event, []),
  "event.withdrawn": ({ event }, on) => on.withdraw(event),
  "events.linked": ({ link, from, to }, on) =>
    on.state(
      link,
      [from, to].map((event) => ({ on: event, how: "joins" })),
    ),
  "events.unlinked": ({ link }, on) => on.withdraw(link),
  "hypothesis.described": ({ hypothesis, question, standing }, on) => {
    const before = on.notes.get(`standing of ${hypothesis}`);
    // Whoever answered that sort of question before did not weigh it, or not as one that is alive.
    if (before === undefined || (before !== "alive" && standing === "alive")) on.change(`hypotheses ${question}`, "changed");
    on.notes.set(`standing of ${hypothesis}`, standing);
    on.state(hypothesis, []);
    if (standing === "rejected") on.change(hypothesis, "rejected");
  },
  "bearing.stated": ({ bearing, item, on: record, sort }, on, { seq }) => {
    on.state(bearing, [
      { on: item, how: "taken-from" },
      { on: record, how: "about" },
    ]);
    on.bear(record, { on: bearing, how: "borne-by" });
    // It says what it said; but whoever cites it as evidence did not know this.
    if (sort === "against") on.change(`${record} against`, "spoken-against");
    if (sort === "none") noteNotCitable(on, { item, line: seq, isAgainst: (event) => event === record });
  },
  "bearing.withdrawn": ({ bearing }, on) => on.withdraw(bearing),
  "place.stated": ({ place, about, standing, from }, on) => stated(on, place, about, standing, from?.item),
  "time.stated": ({ time, about, standing, from }, on) => stated(on, time, about, standing, from?.item),

  "source.described": ({ source }, on) => on.state(source, []),
  // Every source starts at F and every claim at 6: the first grade is another one too, and mostly the only one.
  "source.graded": ({ source }, on) => {
    on.change(source, "graded");
    for (const item of itemsFrom(on, source)) changeSourceOf(on, item, "graded");
  },
  "item.attributed": ({ items, source, standing }, on) => {
    if (source === "unknown") return;
    const from = itemsFrom(on, source);
    for (const item of items) {
      if (standing === "stated") from.add(item);
      else from.delete(item);
      changeSourceOf(on, item, "changed");
    }
  },

  "claim.stated": ({ claim, text: { item, part, reading } }, on) => {
    on.notes.set(`claims of ${item}`, claimsOf(on, item).add(claim));
    on.state(claim, [
      { on: item, how: "taken-from" },
      ...(reading === null ? [] : [{ on: `${item} reading ${reading}`, how: "read-from" as const }]),
      ...(part.sort === "tier" ? [{ on: part.tier, how: "read-from" as const }] : []),
    ]);
  },
  "claim.withdrawn": ({ claim }, on) => on.withdraw(claim),
  "claim.graded": ({ claim }, on) => on.change(claim, "graded"),
  "derivation.stated": ({ derivation, derived, from, standing }, on) => {
    const before = on.notes.get(`standing of ${derivation}`);
    on.notes.set(`standing of ${derivation}`, standing);
    on.notes.set(`derived of ${derivation}`, derived);
    on.state(
      derivation,
      [derived, from].map((end) => ({ on: end, how: "derives" })),
    );
    // Whoever counted it as an origin of its own counted something else than there is now.
    if (standing === "confirmed" || before === "confirmed") on.change(derived, "derivation-changed");
  },
  "derivation.withdrawn": ({ derivation }, on) => {
    const [derived, standing] = [on.notes.get(`derived of ${derivation}`), on.notes.get(`standing of ${derivation}`)];
    if (typeof derived === "string" && standing === "confirmed") on.change(derived, "derivation-changed");
    on.withdraw(derivation);
  },
  "assumption.made": ({ assumption }, on) => on.state(assumption, []),
  "assumption.withdrawn": ({ assumption }, on) => on.withdraw(assumption),

  "exhibit.described": ({ exhibit, beside, shown, shows }, on, { seq }) => {
    if (shown.is === "item") {
      const events: readonly string[] = shows.is === "event" ? shows.events : [];
      noteNotCitable(on, { item: shown.item, line: seq, isAgainst: (event) => !events.includes(event) });
    }
    on.state(exhibit, [
      { on: beside, how: "shown-by" },
      ...(shown.is === "item" ? [{ on: shown.item, how: "shown-by" as const }] : []),
      ...citesIn(shows).map((cited): Resting => ({ on: cited, how: "about" })),
    ]);
  },
  "exhibit.withdrawn": ({ exhibit }, on) => on.withdraw(exhibit),
  "identification.made": ({ identification, item, event, what }, on, line) => {
    const said = Identification.safeParse(line.opened(what)).data;
    const cited = said === undefined ? [] : [...said.seen, ...said.unit.speech].flatMap(({ observations }) => observations);
    const claims = said?.unit.assertions.flatMap(({ claim }) => claim ?? []) ?? [];
    on.state(identification, [
      { on: item, how: "taken-from" },
      { on: `${item} probe`, how: "read-from" },
      ...(event === "unassigned" ? [] : [{ on: event, how: "about" as const }]),
      ...[...new Set<string>([...cited, ...claims])].map((one): Resting => ({ on: one, how: "cites" })),
    ]);
  },
  "identification.withdrawn": ({ identification }, on) => on.withdraw(identification),

  "inference.kept": ({ inference, sort, about, items, problem }, on) => {
    const cited = citesIn(on.document(problem));
    if (sort === "sync") on.notes.set(`clocks of ${inference}`, new Set<string>(items));
    on.state(inference, [
      ...(about === null ? [] : [{ on: about, how: "about" as const }]),
      ...items.map((item): Resting => ({ on: item, how: "worked-from" })),
      ...(sort === "time" ? [] : items.map((item): Resting => ({ on: `${item} probe`, how: "read-from" }))),
      ...cited.filter((one) => one !== inference).map((one): Resting => ({ on: one, how: "worked-from" })),
      ...(sort === "sync" ? [{ on: `clocks of ${inference}`, how: "worked-from" as const }] : []),
    ]);
  },
  "inference.withdrawn": ({ inference }, on) => on.withdraw(inference),
};

function itemsFrom({ notes }: Building, source: string): Set<string> {
  const known = (notes.get(`items of ${source}`) as Set<string> | undefined) ?? new Set<string>();
  notes.set(`items of ${source}`, known);
  return known;
}

function claimsOf({ notes }: Building, item: string): Set<string> {
  return (notes.get(`claims of ${item}`) as Set<string> | undefined) ?? new Set<string>();
}

/** Told to whoever cites the item or a claim in it as evidence. That the claim stands in the text, it says as before. */
function changeSourceOf(on: Building, item: string, how: "graded" | "changed"): void {
  for (const record of [item, ...claimsOf(on, item)]) on.change(`${record} source`, how);
}

function stated(on: Building, name: string, about: string, standing: string, item: string | undefined): void {
  // A candidate is no judgement yet.
  if (standing === "candidate") return on.state(name, []);
  on.state(name, [
    { on: about, how: "about" },
    ...(item === undefined || item === about ? [] : [{ on: item, how: "taken-from" as const }]),
  ]);
  if (standing === "rejected") on.withdraw(name);
  return undefined;
}
