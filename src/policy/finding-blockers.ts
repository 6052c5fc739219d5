/** Blockers of findings: signed by an author, approved by somebody else, on grounds that still stand. The same for both editions. */
import type { EditionFacts, FindingFacts } from "./edition-facts.ts";
import type { Blocker } from "./edition-rules.ts";

export function findingBlockers(facts: EditionFacts): Blocker[] {
  return [
    ...facts.findings.flatMap(standing),
    ...facts.findings.flatMap((one): Blocker[] =>
      facts.plan.sort === "court" || !one.guessable
        ? []
        : [
            {
              code: "document-guessable",
              what: `${one.finding}, version ${one.version}`,
              why: "It was written before documents had a salt: with its hash, which a public edition shows, the exact place can be found by trying.",
              who: "its author",
              how: "Write its next version, sign it, and have it reviewed.",
            },
          ],
    ),
    ...facts.withdrawnGrounds.map(({ record, finding }): Blocker => ({
      code: "ground-withdrawn",
      what: `${record}, cited by ${finding}`,
      why: "It was taken back.",
      who: `an author of ${finding}`,
      how: "Write a version that does not rest on it, sign it, and have it reviewed.",
    })),
    ...facts.draftQuotes.map(({ record, finding, why }): Blocker => ({
      code: "draft-quoted",
      what: `${record}, quoted by ${finding}`,
      why,
      who: "a second person who understands the language",
      how: "Read the segments against the recording and agree or correct them.",
    })),
  ];
}

function standing(one: FindingFacts): Blocker[] {
  const what = `${one.finding}, version ${one.version}`;
  const blockers: Blocker[] = [];
  const add = (code: Blocker["code"], why: string, who: string, how: string) => blockers.push({ code, what, why, who, how });
  if (one.withdrawn) add("finding-withdrawn", "It was taken back.", "its author", "Leave it out, or write it again.");
  if (one.laterVersion !== null)
    add(
      "not-the-last-version",
      `Version ${one.laterVersion} is later.`,
      "whoever writes the edition",
      `Take version ${one.laterVersion}, once it is signed and approved.`,
    );
  if (!one.signedBy.some((person) => one.authors.includes(person)))
    add("not-signed", "No author answers for this version.", "one of its authors", "Sign it, when its evidence against is filled in.");
  const second = one.approvedBy.filter((person) => !one.authors.includes(person) && !one.signedBy.includes(person));
  if (second.length === 0 && one.approvedBy.length > 0)
    add(
      "approved-by-author",
      "Who approved it wrote or signed it too.",
      "somebody who wrote none of it",
      "Read it and approve or return it.",
    );
  else if (second.length === 0)
    add("not-approved", "No second person approved this version.", "somebody who wrote none of it", "Read it and approve or return it.");
  if (one.returnedBy.length > 0)
    add("returned", "A second person returned it.", "its author and that person", "Answer what was asked in a new version.");
  for (const { line, why } of one.stale)
    add(
      "stale-grounds",
      `Line ${line} came after it was signed: ${why}`,
      "its author and a second person",
      "Look at it again; sign and approve it as it stands now.",
    );
  for (const { line, why } of one.hypotheses)
    add(
      "hypothesis-since",
      `Line ${line} came after it was approved: ${why}`,
      "whoever reviews it, by approving it again; or whoever looked at it again, with a reason",
      "Read it with the hypothesis as it is now, and approve it again, write its next version, or say why it holds all the same.",
    );
  for (const why of one.blindOpen)
    add(
      "blind-review-open",
      why,
      "the people asked in the blind review",
      "Reveal and compare the answers, and resolve what disagrees or keep the minority view.",
    );
  return blockers;
}
