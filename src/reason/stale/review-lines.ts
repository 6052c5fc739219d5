/** Lines that judge: copies, persons and scenes, element sheets, findings, editions. What somebody kept is no longer stale. */
import { EditionPlan } from "../../core/edition/edition.ts";
import { ElementSheetDocument } from "../../core/element/element-sheet.ts";
import { FindingDocument } from "../../core/finding/finding.ts";
import { SubjectStateFacts } from "../../core/subject/subject-state.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { Building, LineReaders, Resting } from "./case-lines.ts";
import { citesIn } from "./cites-in.ts";
import type { RestsHow } from "./stale-graph.ts";

export const reviewLines: LineReaders = {
  "match.judged": ({ a, b, part }, on, { seq }) =>
    judgedAnew(on, `match ${[a, b].toSorted().join(" ")} ${JSON.stringify(part)}`, seq, [a, b]),
  "match.judgement-withdrawn": ({ judged }, on) => on.withdraw(`line ${judged}`),
  "upload.judged": ({ item, by }, on, { seq }) => judgedAnew(on, `upload ${item} ${JSON.stringify(by)}`, seq, [item]),
  "upload.judgement-withdrawn": ({ judged }, on) => on.withdraw(`line ${judged}`),
  "judgements.kept": ({ lines }, on, { body }) => {
    for (const line of lines) on.keep(line, body.by);
  },

  "subject.described": ({ subject, item, spokenOf, roleAsClaimed, protection }, on) => {
    const [before, now] = [on.notes.get(`protection of ${subject}`) as readonly string[] | undefined, protection.map(({ sort }) => sort)];
    on.notes.set(`protection of ${subject}`, now);
    if (now.some((sort) => before?.includes(sort) !== true)) on.change(`marks of ${item}`, "protected-anew");
    on.state(subject, [
      { on: item, how: "taken-from" },
      ...(roleAsClaimed === null ? [] : [{ on: roleAsClaimed.claim, how: "cites" as const }]),
      ...citesIn({ cites: Object.values(spokenOf ?? {}) }).map((one): Resting => ({ on: one, how: "cites" })),
    ]);
  },
  "subject.withdrawn": ({ subject }, on) => on.withdraw(subject),
  "subject-state.stated": ({ state, subject, item, facts }, on, line) => {
    const named = SubjectStateFacts.safeParse(line.opened(facts)).data?.observations ?? [];
    on.state(state, [
      { on: subject, how: "about" },
      { on: item, how: "taken-from" },
      { on: `${item} probe`, how: "read-from" },
      ...named.map((one): Resting => ({ on: one, how: "cites" })),
    ]);
  },
  "subject-state.withdrawn": ({ state }, on) => on.withdraw(state),
  "same-person.judged": ({ judgement, a, b }, on) => on.state(judgement, compared(a, b)),
  "same-person.withdrawn": ({ judgement }, on) => on.withdraw(judgement),
  "shot.counted": ({ shot, item, basis }, on) =>
    on.state(shot, [
      { on: item, how: "taken-from" },
      ...(basis.by === "sudden-sound" ? [{ on: `${item} sound-events`, how: "read-from" as const }] : []),
      ...citesIn(basis).map((one): Resting => ({ on: one, how: "cites" })),
    ]),
  "shot.withdrawn": ({ shot }, on) => on.withdraw(shot),
  "scene-object.described": ({ object }, on) => on.state(object, []),
  "scene-object.withdrawn": ({ object }, on) => on.withdraw(object),
  "scene-pair.judged": ({ pair, a, b, sheet }, on) => {
    const named = citesIn(on.document(sheet)).filter((one) => one !== a && one !== b);
    const clocks = [a, b].map((item): Resting => ({ on: `${item} probe`, how: "read-from" }));
    on.state(pair, [...compared(a, b), ...clocks, ...named.map((one): Resting => ({ on: one, how: "cites" }))]);
  },
  "scene-pair.withdrawn": ({ pair }, on) => on.withdraw(pair),
  "element-sheet.written": ({ sheet, event, document }, on) => {
    const cells = ElementSheetDocument.safeParse(on.document(document)).data?.cells ?? [];
    const grounds = cells.flatMap((cell) => cell.grounds.flatMap(({ ground }) => restsOnGround(ground, "cell")));
    on.state(sheet, [{ on: event, how: "about" }, ...grounds]);
  },
  "element-sheet.withdrawn": ({ sheet }, on) => on.withdraw(sheet),

  "question.asked": ({ question, sort, event }, on) => {
    on.notes.set(`sort of ${question}`, sort);
    on.notes.set(`event of ${question}`, event);
    on.state(question, []);
  },
  "question.withdrawn": ({ question }, on) => on.withdraw(question),
  // Somebody else's answer, that whoever answered before could not hold theirs against.
  "blind.assigned": ({ blind, question }, on) => void on.notes.set(`question of ${blind}`, question),
  "answer.revealed": ({ blind }, on) => {
    const question = on.notes.get(`question of ${blind}`);
    if (typeof question === "string") on.change(question, "judged-anew");
  },
  "finding.written": ({ finding, question, document }, on) =>
    on.state(finding, [
      { on: question, how: "answers" },
      { on: `hypotheses ${String(on.notes.get(`sort of ${question}`))}`, how: "hypothesis" },
      ...restsOfFinding(on.document(document)),
    ]),
  "finding.reviewed": ({ finding, verdict }, on) => {
    if (verdict === "returns") on.change(finding, "disagreed-with");
  },
  "finding.withdrawn": ({ finding }, on) => on.withdraw(finding),

  // Marks are rested on by editions that went out with them, and rest on nothing themselves.
  "redaction.marked": ({ redaction, item }, on) => {
    if (!on.notes.has(`item of ${redaction}`)) on.change(`marks of ${item}`, "protected-anew");
    on.notes.set(`item of ${redaction}`, item);
    on.state(redaction, []);
  },
  "redaction.withdrawn": ({ redaction }, on) => on.withdraw(redaction),
  "edition.sealed": ({ edition, findings, plan }, on) =>
    on.state(edition, [...findings.map(({ finding }): Resting => ({ on: finding, how: "holds" })), ...marksOf(on, on.document(plan))]),
  // Whoever has the packs was told.
  "correction.issued": ({ concerns }, on) => {
    for (const { edition } of concerns) on.keepNow(edition);
  },
};

/** The marks that lay over what an edition shows covered, and that there were no others. Nothing where this copy does not hold its plan. */
function marksOf(on: Building, document: unknown): Resting[] {
  const covered = new Set<string>(
    EditionPlan.safeParse(document).data?.items.flatMap(({ item, as, stills }) =>
      as === "redacted" || stills.some(({ redacted }) => redacted) ? [item] : [],
    ),
  );
  const marks = on.standing("rm").filter((mark) => covered.has(on.notes.get(`item of ${mark}`) as string));
  return [...marks, ...[...covered].map((item) => `marks of ${item}`)].map((one) => ({ on: one, how: "holds" }));
}

/** What a version of a finding rests on, by its document. Nothing where this copy does not hold it. */
export function restsOfFinding(document: unknown): Resting[] {
  const said = FindingDocument.safeParse(document).data;
  if (said === undefined) return [];
  return [
    ...said.evidenceFor.flatMap((ground) => restsOnGround(ground, "evidence-for")),
    ...said.evidenceAgainst.flatMap((ground) => restsOnGround(ground, "evidence-against")),
    ...said.hypotheses.map(({ hypothesis }): Resting => ({ on: hypothesis, how: "hypothesis" })),
  ];
}

/** The record as it stood at the line that was cited, or the line itself; and that its words were not erased. */
export function restsOnGround({ record, line, at, segments }: Ground, how: RestsHow): Resting[] {
  const lineItself: Resting = { on: `line ${line}`, how, line };
  if (record === null) return [lineItself];
  const part = segments === null || segments.length === 0 ? record : `${record} segments ${segments.join(" ")}`;
  const frames: Resting[] = /^i[0-9]/.test(record) && at !== null ? [{ on: `${record} probe`, how, line }] : [];
  const against: Resting[] = /^[eh][0-9]/.test(record) ? [{ on: `${record} against`, how, line }] : [];
  const source: Resting[] = /^[ik][0-9]/.test(record) ? [{ on: `${record} source`, how, line }] : [];
  return [{ on: part, how, line }, ...frames, ...against, ...source, lineItself];
}

function compared(a: string, b: string): Resting[] {
  return [a, b].map((one) => ({ on: one, how: "compares" }));
}

function judgedAnew(on: Building, what: string, seq: number, items: readonly string[]): void {
  const earlier = on.notes.get(what);
  if (typeof earlier === "string") {
    on.change(earlier, "judged-anew");
    on.withdraw(earlier);
  }
  on.notes.set(what, `line ${seq}`);
  on.state(
    `line ${seq}`,
    items.map((item) => ({ on: item, how: "compares" })),
  );
}
