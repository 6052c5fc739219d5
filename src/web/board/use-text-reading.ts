/** One text that is read: what is put forward, which proposal is looked at, what its marks are, and what each decision does. */
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { AssistantAnswer } from "../../api/assistant.ts";
import type { ClaimRow } from "../../api/claims.ts";
import type { ClaimText } from "../../core/claim/claim-text.ts";
import type { ClaimId } from "../../core/claim/claim.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { EventId, EventSort } from "../../core/event/event.ts";
import { claimRulesVersion } from "../../reason/claim-text/proposal.ts";
import { useCase } from "../api-client/case-queries.ts";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { useClaimsOfItem, useRejections } from "./claim-queries.ts";
import { type ClaimDraft, draftOf, emptyDraft } from "./proposal-draft.ts";
import type { EditedClaim } from "./proposal-form.tsx";
import { keyOfProposal, nextOpen, type OfferedClaim, partKey, type ProposedBy, type ProposalRow, rowsOf } from "./proposal-rows.ts";
import { currentMarks, standingMarks } from "./text-marks-of.ts";
import type { ReadableText } from "./text-queries.ts";
import { selectedWords, trimmedSpan } from "./text-selection.ts";
import { useTextZone } from "./text-zone.ts";
import { useDecisions } from "./use-decisions.ts";
import { type Proposing, useProposals } from "./use-proposals.ts";

/** What the form works on: a proposal, a claim that is stated again, or neither. */
export interface Editing {
  readonly draft: ClaimDraft;
  readonly event: EventId | "unassigned";
  readonly row?: ProposalRow;
  readonly claim?: ClaimRow;
}

export type TextReading = ReturnType<typeof useTextReading>;

export function useTextReading(readable: ReadableText, chosen: ClaimId | undefined) {
  const { item } = readable;
  const [zone, setZone] = useTextZone(useCase().data?.caseId, item);
  const text: SourceText = useMemo(() => ({ ...readable.text, zone: zone?.zone ?? readable.text.zone }), [readable.text, zone]);
  const proposing = useProposals(text);
  const claims = useClaimsOfItem(item).data?.claims;
  const rejections = useRejections(item).data?.rejections;
  const decisions = useDecisions();
  const [answer, setAnswer] = useState<AssistantAnswer>();
  const [cursor, setCursor] = useState<string>();
  /** Whether a person has moved on: until then the claim of the address is looked at, and the focus stays where it is. */
  const [moved, setMoved] = useState(false);
  const [editing, setEditing] = useState<Editing>();
  const [chosenEvents, setChosenEvents] = useState<ReadonlyMap<string, EventId | "unassigned">>(new Map());
  const [remembered, setRemembered] = useState<ReadonlyMap<EventSort, EventId>>(new Map());
  const field = useRef<HTMLDivElement>(null);
  const selected = useSelected(text, field);

  const { proposals } = proposing;
  const { decided } = decisions;
  const offered = useMemo(() => offeredBy(proposals, answer), [proposals, answer]);
  const standing = useMemo(() => (claims ?? []).filter(({ withdrawn }) => withdrawn === undefined), [claims]);
  const rows = useMemo(
    () => rowsOf(offered, { text, claims: standing, rejections: rejections ?? [], decided }),
    [offered, text, standing, rejections, decided],
  );
  const waiting = useMemo(() => rows.filter(({ status }) => status === "open"), [rows]);
  const current = useMemo(() => waiting.find(({ key }) => key === cursor) ?? waiting[0], [waiting, cursor]);
  const known = useMemo(() => knownToRules(proposals, answer), [proposals, answer]);
  const marks = useMemo(() => standingMarks(text, standing, rows, chosen), [text, standing, rows, chosen]);
  const shown = useMemo(() => (current === undefined ? [] : currentMarks(text, current)), [text, current]);
  const look = useMemo(() => {
    const claim = standing.find(({ id }) => id === chosen);
    if (!moved) return claim === undefined ? undefined : placeOf(text, claim.text.part, claim.span);
    return current === undefined ? undefined : placeOf(text, current.proposal.part, current.proposal.span);
  }, [text, moved, standing, chosen, current]);
  useEffect(() => {
    if (moved && waiting.length === 0) announce(t("claims.proposals.all-done"));
  }, [moved, waiting.length]);

  const readingOf = (part: ClaimText["part"]) =>
    part.sort === "tier" ? (readable.tiers.find(({ tier }) => tier === part.tier)?.reading ?? readable.reading) : readable.reading;
  const textOf = (part: ClaimText["part"]): ClaimText => ({ item, part, reading: part.sort === "typed" ? null : readingOf(part) });
  const partOf = (part: ClaimText["part"]) => text.parts.find((one) => partKey(one.part) === partKey(part));
  const eventFor = (row: ProposalRow): EventId | "unassigned" => {
    const { eventSort } = row.proposal.statement;
    return chosenEvents.get(row.key) ?? (eventSort === "unclear" ? undefined : remembered.get(eventSort)) ?? "unassigned";
  };
  const move = (key: string | undefined): void => {
    setMoved(true);
    setCursor(key);
  };
  const accept = (row: ProposalRow, edited?: EditedClaim): void => {
    const { part, span, quote, statement } = row.proposal;
    const proposal = { span, quote, statement };
    const said = edited ?? { ...proposal, event: eventFor(row) };
    // The reason for the zone goes with every claim that was read by it.
    const reason = statement.aspect === "when" && zone !== undefined ? t("claims.texts.zone-reason", { ...zone }) : "";
    move(nextOpen(rows, row.key, 1));
    decisions.accept(row.key, {
      ...{ text: textOf(part), span: said.span, quote: said.quote, statement: said.statement, event: said.event },
      ...{ proposed: row.by, proposal, reason },
    });
  };

  return {
    ...{ item, text, zone, setZone, proposing, rows, waiting, current, claims: standing, remembered, decisions, editing, field },
    ...{ marks, shown, look, moved, answer, setAnswer, known, eventFor, move, accept },
    step: (by: 1 | -1): void => move(nextOpen(rows, current?.key, by)),
    reject(row: ProposalRow): void {
      move(nextOpen(rows, row.key, 1));
      decisions.reject(row, textOf(row.proposal.part));
    },
    undo(): void {
      const key = decisions.undo(t("claims.proposals.undo-reason"));
      if (key === undefined) return;
      announce(t("claims.proposals.undone"));
      move(key);
    },
    chooseEvent({ key, proposal: { statement } }: ProposalRow, event: EventId | "unassigned"): void {
      const { eventSort } = statement;
      setChosenEvents((before) => new Map(before).set(key, event));
      if (eventSort !== "unclear" && event !== "unassigned") setRemembered((before) => new Map(before).set(eventSort, event));
    },
    forgetEvent: (sort: EventSort): void => setRemembered((before) => new Map([...before].filter(([one]) => one !== sort))),
    edit(row: ProposalRow): void {
      const part = partOf(row.proposal.part);
      if (part !== undefined) setEditing({ draft: draftOf(row.proposal, part.text), event: eventFor(row), row });
    },
    restate(claim: ClaimRow): void {
      const { part } = claim.text;
      const held = part.sort === "typed" ? claim.quote : partOf(part)?.text;
      if (held === undefined || claim.statement === "withheld") return;
      setEditing({ draft: draftOf({ part, span: claim.span, statement: claim.statement }, held), event: claim.event, claim });
    },
    byHand(): void {
      // Without selected words, the quote is chosen in the form: beside a text that can be read, nothing is typed.
      const words = selected();
      const part = words?.part ?? (current === undefined ? undefined : partOf(current.proposal.part)) ?? text.parts[0];
      if (part !== undefined) setEditing({ draft: emptyDraft(part.part, part.text, words?.span), event: "unassigned" });
    },
    done(edited: EditedClaim): void {
      setEditing(undefined);
      if (editing === undefined) return;
      const { draft, row, claim } = editing;
      if (row !== undefined) return accept(row, edited);
      const proposed: ProposedBy = claim?.proposed ?? { by: "person" };
      const stated = { text: claim?.text ?? textOf(draft.part), ...edited, proposed };
      return decisions.state(claim === undefined ? stated : { ...stated, claim: claim.id });
    },
    cancel: (): void => setEditing(undefined),
    /** In the part that the draft is of. */
    selectedFor(draft: ClaimDraft): TextSpan | undefined {
      const words = selected();
      return words !== undefined && partKey(words.part.part) === partKey(draft.part) ? words.span : undefined;
    },
    selected,
  };
}

/** The words that are selected; a click into a field, or the other view on a narrow screen, does not lose them. */
function useSelected(text: SourceText, field: RefObject<HTMLDivElement | null>): () => ReturnType<typeof wordsIn> {
  const last = useRef<ReturnType<typeof wordsIn>>(undefined);
  useEffect(() => {
    last.current = wordsIn(text, field);
    const follow = (): void => {
      const words = wordsIn(text, field);
      const anchor = window.getSelection()?.anchorNode ?? null;
      if (words !== undefined || field.current?.contains(anchor) === true) last.current = words;
    };
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  }, [text, field]);
  // Read anew when asked: the browser tells of a selection late, and not again where the text was only drawn anew.
  return () => (last.current = wordsIn(text, field) ?? last.current);
}

/** Words that are selected in the text, without the spaces around them. */
function wordsIn(text: SourceText, field: RefObject<HTMLDivElement | null>) {
  const words = selectedWords(field.current);
  const part = words === undefined ? undefined : text.parts[words.part];
  if (words === undefined || part === undefined) return undefined;
  const span = trimmedSpan(part.text, words.span);
  return span.end > span.start ? { part, span } : undefined;
}

function offeredBy(proposals: Proposing["proposals"], answer: AssistantAnswer | undefined): OfferedClaim[] {
  const ofRules: ProposedBy = { by: "rules", version: claimRulesVersion };
  const ofAssistant: ProposedBy = { by: "assistant", model: answer?.model ?? "", endpoint: answer?.url ?? "" };
  return [
    ...proposals.map((proposal) => ({ proposal, by: ofRules })),
    ...(answer?.proposals ?? []).map((proposal) => ({ proposal, by: ofAssistant })),
  ];
}

function knownToRules(proposals: Proposing["proposals"], answer: AssistantAnswer | undefined): number {
  const ofRules = new Set(proposals.map(keyOfProposal));
  return (answer?.proposals ?? []).filter((one) => ofRules.has(keyOfProposal(one))).length;
}

function placeOf(text: SourceText, part: ClaimText["part"], span: TextSpan): { part: number; span: TextSpan } | undefined {
  const at = text.parts.findIndex((one) => partKey(one.part) === partKey(part));
  return at < 0 ? undefined : { part: at, span };
}
