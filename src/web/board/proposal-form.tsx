/** Every field of a claim, with words chosen in the text or typed as they stand there. What it says is checked while it is typed. */
import { type ReactNode, useEffect, useState } from "react";
import type { EventRow } from "../../api/events.ts";
import type { SourceRow } from "../../api/sources.ts";
import { Aspect, Basis, type ClaimId, type ClaimStatement, HedgeSort, Polarity, Speaker } from "../../core/claim/claim.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { type EventId, EventSort } from "../../core/event/event.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { type ClaimDraft, copied, readByRules, readDraft } from "./proposal-draft.ts";
import { ChoiceField, CopiedField, SelectedButton, WordField } from "./proposal-fields.tsx";
import { ValueFields } from "./proposal-value-fields.tsx";
import { eventWords, sortWords } from "./proposal-words.ts";

export interface EditedClaim {
  readonly span: TextSpan;
  readonly quote: string;
  readonly statement: ClaimStatement;
  readonly event: EventId | "unassigned";
  readonly reason: string;
}

interface ProposalFormProps {
  readonly start: ClaimDraft;
  readonly startEvent: EventId | "unassigned";
  /** A claim that is stated again: then a reason is asked for. */
  readonly restates: ClaimId | undefined;
  readonly isNew: boolean;
  readonly setting: Pick<SourceText, "published" | "zone">;
  readonly events: readonly EventRow[];
  readonly sources: readonly SourceRow[];
  /** Words selected in the text, in this claim's part; undefined while none are. */
  readonly selected: () => TextSpan | undefined;
  readonly onDone: (claim: EditedClaim) => void;
  readonly onCancel: () => void;
}

export function ProposalForm(props: ProposalFormProps) {
  const { start, restates, isNew, setting, events, sources, selected } = props;
  const [draft, setDraft] = useState(start);
  const [event, setEvent] = useState(props.startEvent);
  const [reason, setReason] = useState("");
  const set = (change: Partial<ClaimDraft>): void => setDraft((before) => ({ ...before, ...change }));
  const select = (take: (span: TextSpan, words: string) => Partial<ClaimDraft>) => (): void => {
    const span = selected();
    if (span !== undefined) set(take(span, draft.text.slice(span.start, span.end)));
  };
  const read = readDraft(draft);
  const typed = draft.part.sort === "typed";
  const lacks = restates !== undefined && reason.trim() === "";
  return (
    <form
      className="form-stack proposal-form"
      aria-label={
        isNew ? t("claims.form.new") : restates === undefined ? t("claims.form.edit") : t("claims.form.restate", { claim: restates })
      }
      onSubmit={(submit) => {
        submit.preventDefault();
        if (read.state === "read" && !lacks) props.onDone({ ...read, event, reason: reason.trim() });
      }}
    >
      <h2>
        {isNew ? t("claims.form.new") : restates === undefined ? t("claims.form.edit") : t("claims.form.restate", { claim: restates })}
      </h2>
      <p className="quiet small">{t(typed ? "claims.form.typed-hint" : "claims.form.hint")}</p>
      {typed ? null : <SelectedNow text={draft.text} selected={selected} />}
      {typed ? <TypedQuote draft={draft} set={set} /> : <QuotePart draft={draft} onSelected={select((quote) => ({ quote }))} />}
      <div className="claim-row">
        <ChoiceField
          label={t("claims.form.aspect")}
          value={draft.aspect}
          options={Aspect.options}
          says={(one) => t(`claims.aspect.${one}`)}
          onChange={(aspect) => set({ aspect })}
        />
        <ChoiceField
          label={t("claims.form.polarity")}
          value={draft.polarity}
          options={Polarity.options}
          says={(one) => t(`claims.polarity.${one}`)}
          onChange={(polarity) => set({ polarity, isUnknown: polarity === "open" })}
        />
      </div>
      <CopiedField
        focus={!typed}
        label={t("claims.form.words")}
        value={draft.value}
        missing={t("claims.form.not-in-quote")}
        onType={(words) => set({ value: copied(draft, words) })}
        onSelected={select((span, words) => ({ value: { span, words } }))}
      />
      {draft.isUnknown ? (
        <p className="small quiet">{t("claims.form.unknown-value")}</p>
      ) : (
        <ValueFields
          draft={draft}
          day={setting.published === "unknown" ? "2000-01-01" : setting.published.earliest.slice(0, 10)}
          set={set}
          onRead={() => setDraft(readByRules(draft, setting))}
        />
      )}
      <HedgeFields draft={draft} set={set} select={select} />
      <SpeakerFields draft={draft} set={set} select={select} sources={sources} />
      <div className="claim-row">
        <ChoiceField
          label={t("claims.form.basis")}
          value={draft.basis}
          options={Basis.options}
          says={(one) => t(`claims.basis.${one}`)}
          onChange={(basis) => set(basis === "unstated" ? { basis, basisWords: "" } : { basis })}
        />
        {draft.basis === "unstated" ? null : (
          <CopiedField
            label={t("claims.form.basis-words")}
            value={copied(draft, draft.basisWords, "text")}
            missing={t("claims.form.not-in-text")}
            onType={(basisWords) => set({ basisWords })}
            onSelected={select((_span, basisWords) => ({ basisWords }))}
          />
        )}
      </div>
      <ChoiceField
        label={t("claims.form.event-sort")}
        value={draft.eventSort}
        options={[...EventSort.options, "unclear"]}
        says={sortWords}
        onChange={(eventSort) => set({ eventSort })}
      />
      <label className="label">
        <span>{t("claims.form.event")}</span>
        <select className="field" value={event} onChange={(change) => setEvent(change.target.value as EventId | "unassigned")}>
          <option value="unassigned">{t("claims.proposal.unassigned")}</option>
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {eventWords({ id, title })}
            </option>
          ))}
        </select>
      </label>
      <WordField label={t("claims.form.rests-on")} value={draft.restsOn} onChange={(restsOn) => set({ restsOn })} />
      {restates === undefined ? null : <WordField label={t("claims.form.reason")} value={reason} onChange={setReason} />}
      <p className="small tone-conflict" role="status">
        {read.state === "refused" && read.fault !== "" ? t("claims.form.fault", { fault: read.fault }) : ""}
      </p>
      <div className="proposal-acts">
        <button type="submit" className="button is-main" disabled={read.state !== "read" || lacks}>
          {t(isNew || restates !== undefined ? "claims.form.state" : "claims.form.accept")}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {t("claims.form.cancel")}
        </button>
      </div>
    </form>
  );
}

/** Which words a button would take. */
function SelectedNow({ text, selected }: { readonly text: string; readonly selected: () => TextSpan | undefined }) {
  const [span, setSpan] = useState(selected);
  useEffect(() => {
    const follow = (): void => setSpan(selected());
    document.addEventListener("selectionchange", follow);
    return () => document.removeEventListener("selectionchange", follow);
  });
  if (span === undefined) return <p className="quiet small">{t("claims.form.nothing-selected")}</p>;
  return (
    <p className="small" dir="auto">
      <IsolatedText text={t("claims.form.selected", { words: text.slice(span.start, span.end).slice(0, 200) })} />
    </p>
  );
}

type Set = (change: Partial<ClaimDraft>) => void;
type Select = (take: (span: TextSpan, words: string) => Partial<ClaimDraft>) => () => void;

function QuotePart({ draft, onSelected }: { readonly draft: ClaimDraft; readonly onSelected: () => void }) {
  return (
    <div className="copied-field">
      <div className="label">
        <span>{t("claims.form.quote")}</span>
        {draft.quote === undefined ? (
          <p className="small tone-narrower">{t("claims.form.quote-missing")}</p>
        ) : (
          <blockquote className="proposal-quote" dir="auto">
            <IsolatedText text={draft.text.slice(draft.quote.start, draft.quote.end)} />
          </blockquote>
        )}
      </div>
      <SelectedButton field={t("claims.form.quote")} onSelected={onSelected} />
    </div>
  );
}

/** What is typed is the text, and all of it the quote. */
function TypedQuote({ draft, set }: { readonly draft: ClaimDraft; readonly set: Set }) {
  return (
    <label className="label">
      <span>{t("claims.form.typed-words")}</span>
      <textarea
        className="field"
        dir="auto"
        autoFocus
        value={draft.text}
        maxLength={50_000}
        onChange={({ target: { value: text } }) => {
          const next = { ...draft, text, quote: text === "" ? undefined : { start: 0, end: text.length } };
          set({ ...next, value: copied(next, draft.value.words) });
        }}
      />
    </label>
  );
}

function Group({
  legend,
  add,
  onAdd,
  children,
}: {
  readonly legend: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly children: ReactNode;
}) {
  return (
    <fieldset className="claim-group">
      <legend>{legend}</legend>
      {children}
      <button type="button" className="button" onClick={onAdd}>
        {add}
      </button>
    </fieldset>
  );
}

function RemoveButton({ what, onRemove }: { readonly what: string; readonly onRemove: () => void }) {
  return (
    <button type="button" className="button is-bare" aria-label={t("claims.form.remove", { what })} onClick={onRemove}>
      ×
    </button>
  );
}

function HedgeFields({ draft, set, select }: { readonly draft: ClaimDraft; readonly set: Set; readonly select: Select }) {
  const { hedges } = draft;
  const change = (at: number, next: Partial<(typeof hedges)[number]>) =>
    hedges.map((hedge, place) => (place === at ? { ...hedge, ...next } : hedge));
  return (
    <Group
      legend={t("claims.form.hedges")}
      add={t("claims.form.add-hedge")}
      onAdd={() => set({ hedges: [...hedges, { words: "", span: undefined, sort: "approximate" }] })}
    >
      {hedges.map((hedge, place) => {
        const at = place + 1;
        return (
          <div key={place} className="claim-listed">
            <CopiedField
              label={t("claims.form.hedge", { at })}
              value={hedge}
              missing={t("claims.form.not-in-quote")}
              onType={(words) => set({ hedges: change(place, copied(draft, words)) })}
              onSelected={select((span, words) => ({ hedges: change(place, { span, words }) }))}
            />
            <div className="claim-listed-head">
              <ChoiceField
                label={t("claims.form.hedge-sort", { at })}
                value={hedge.sort}
                options={HedgeSort.options}
                says={(sort) => t(`claims.hedge.${sort}`)}
                onChange={(sort) => set({ hedges: change(place, { sort }) })}
              />
              <RemoveButton what={t("claims.form.hedge", { at })} onRemove={() => set({ hedges: hedges.toSpliced(place, 1) })} />
            </div>
          </div>
        );
      })}
    </Group>
  );
}

interface SpeakerFieldsProps {
  readonly draft: ClaimDraft;
  readonly set: Set;
  readonly select: Select;
  readonly sources: readonly SourceRow[];
}

function SpeakerFields({ draft, set, select, sources }: SpeakerFieldsProps) {
  const { speakers } = draft;
  const change = (at: number, next: Partial<(typeof speakers)[number]>) =>
    speakers.map((speaker, place) => (place === at ? { ...speaker, ...next } : speaker));
  const blank = { words: "", span: undefined, who: "unknown", says: "", direct: false, source: "unknown" } as const;
  return (
    <Group legend={t("claims.form.speakers")} add={t("claims.form.add-speaker")} onAdd={() => set({ speakers: [...speakers, blank] })}>
      {speakers.map((speaker, place) => {
        const at = place + 1;
        return (
          <div key={place} className="claim-listed">
            <CopiedField
              label={t("claims.form.speaker", { at })}
              value={speaker}
              missing={t("claims.form.not-in-text")}
              onType={(words) => set({ speakers: change(place, copied(draft, words, "text")) })}
              onSelected={select((span, words) => ({ speakers: change(place, { span, words }) }))}
            />
            <div className="claim-row">
              <ChoiceField
                label={t("claims.form.speaker-who", { at })}
                value={speaker.who}
                options={Speaker.shape.who.options}
                says={(who) => t(`claims.who.${who}`)}
                onChange={(who) => set({ speakers: change(place, { who }) })}
              />
              <WordField
                short
                label={t("claims.form.speaker-says", { at })}
                value={speaker.says}
                onChange={(says) => set({ speakers: change(place, { says }) })}
              />
            </div>
            <label className="label">
              <span>{t("claims.form.speaker-source", { at })}</span>
              <select
                className="field"
                value={speaker.source}
                onChange={(event) => set({ speakers: change(place, { source: event.target.value as Speaker["source"] }) })}
              >
                <option value="unknown">{t("claims.form.source-unknown")}</option>
                {sources.map(({ id, label }) => (
                  <option key={id} value={id}>
                    {label}
                  </option>
                ))}
              </select>
            </label>
            <div className="claim-listed-head">
              <label className="check">
                <input
                  type="checkbox"
                  checked={speaker.direct}
                  onChange={(event) => set({ speakers: change(place, { direct: event.target.checked }) })}
                />{" "}
                {t("claims.form.direct", { at })}
              </label>
              <RemoveButton what={t("claims.form.speaker", { at })} onRemove={() => set({ speakers: speakers.toSpliced(place, 1) })} />
            </div>
          </div>
        );
      })}
    </Group>
  );
}
