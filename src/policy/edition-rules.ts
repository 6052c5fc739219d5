/** What keeps an edition from being handed over. An empty list does not say that it is safe: the leak test comes after it. */
import type { EditionFacts } from "./edition-facts.ts";
import { findingBlockers } from "./finding-blockers.ts";
import { conditionBlockers, materialBlockers, protectionBlockers } from "./item-blockers.ts";
import { coveredWordBlockers } from "./word-blockers.ts";

export type BlockerCode =
  | "no-consent"
  | "embargo"
  | "consent-withdrawn"
  | "not-signed"
  | "not-approved"
  | "approved-by-author"
  | "returned"
  | "finding-withdrawn"
  | "not-the-last-version"
  | "stale-grounds"
  | "hypothesis-since"
  | "blind-review-open"
  | "document-guessable"
  | "ground-withdrawn"
  | "draft-quoted"
  | "key-point-narrower"
  | "key-point-firmer"
  | "key-point-unconfirmed"
  | "mark-unreadable"
  | "excerpt-outside"
  | "why-missing"
  | "protected-not-covered"
  | "not-viewed-whole"
  | "region-unmarked"
  | "detection-unread"
  | "original-in-public"
  | "still-not-redacted"
  | "duration-unknown"
  | "words-loose"
  | "text-not-read"
  | "grid-missing"
  | "tells-length"
  | "identities-unread"
  | "title-says"
  | "words-without-seconds"
  | "changed-meanwhile";

export interface Blocker {
  readonly code: BlockerCode;
  /** What is kept back: "f1", "i3 from 2.0 s to 4.5 s", "P2 in i3". */
  readonly what: string;
  readonly why: string;
  /** Who can lift it. */
  readonly who: string;
  readonly how: string;
}

/** In the order in which a person would go through them: findings, consent, protection, words. */
export function editionBlockers(facts: EditionFacts): Blocker[] {
  return [
    ...findingBlockers(facts),
    ...facts.items.flatMap((item) => [
      ...conditionBlockers(facts, item),
      ...materialBlockers(facts, item),
      ...protectionBlockers(facts, item),
      ...coveredWordBlockers(facts, item),
    ]),
    ...wordBlockers(facts),
  ];
}

function wordBlockers(facts: EditionFacts): Blocker[] {
  const { plan, keyPoints, unconfirmedKeyPoints, titleSays, unreadIdentities, wordsWithoutSeconds } = facts;
  const blockers: Blocker[] = keyPoints.map(({ finding, fault, why }) => ({
    code: fault === "narrower" ? "key-point-narrower" : "key-point-firmer",
    what: `key point of ${finding}`,
    why,
    who: "whoever writes the edition",
    how: fault === "narrower" ? "Say it as widely as its finding does." : "Say it no more firmly than its finding does.",
  }));
  if (plan.sort === "court") return blockers;
  for (const finding of unconfirmedKeyPoints)
    blockers.push({
      code: "key-point-unconfirmed",
      what: `key point of ${finding}`,
      why: "It says something in other words than the statement that was approved, and no second person confirmed these words.",
      who: "a second person: not who makes the edition",
      how: "Read it beside the statement and confirm its words by name, or take the statement as it is.",
    });
  if (plan.gridM === null)
    blockers.push({
      code: "grid-missing",
      what: "places",
      why: "A public edition rounds every place, and no grid is chosen.",
      who: "whoever writes the edition",
      how: "Choose a grid: 1 km hides a house, 10 km a village.",
    });
  for (const { record, item } of wordsWithoutSeconds)
    if (!(plan.clearedWords ?? []).some((one) => one.record === record && one.why.trim() !== ""))
      blockers.push({
        code: "words-without-seconds",
        what: `words of ${record}`,
        why: `Sound of ${item} is covered, and nothing says of which seconds these words are: they may tell what is not to be heard.`,
        who: "whoever makes the edition, by name",
        how: "Read them against the covered stretches and clear them with a reason, or make the record anew with its seconds.",
      });
  if (unreadIdentities.length > 0 && plan.unreadIdentities === undefined)
    blockers.push({
      code: "identities-unread",
      what: `private.age: ${namedOf(unreadIdentities)}`,
      why: "It could not be opened: what it says of them is neither taken out of the texts nor looked for by the leak test.",
      who: "whoever knows the passphrase of private.age; or who makes the edition, by name and with a reason",
      how: "Give the passphrase, or read every text of the edition for them and say why that is enough.",
    });
  for (const label of titleSays)
    blockers.push({
      code: "title-says",
      what: "title of the case",
      why: `It says what the edition withholds (${label}), and stands in line 1, which every pack carries.`,
      who: "nobody, in this case: line 1 cannot change",
      how: "Hand over the court edition, or work on in a case whose title says nothing.",
    });
  return blockers;
}

const mostNamed = 20;

function namedOf(records: readonly string[]): string {
  return `${records.slice(0, mostNamed).join("; ")}${records.length > mostNamed ? ` and ${records.length - mostNamed} more` : ""}`;
}
