/** One text and what is put forward of it, side by side, or in turns where there is no room; a key a proposal. */
import { useState } from "react";
import type { ClaimId } from "../../core/claim/claim.ts";
import { useEvents } from "../events/event-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { useSources } from "../sources/source-queries.ts";
import { t } from "../words/t.ts";
import { AssistantPanel } from "./assistant-panel.tsx";
import { ProposalCard } from "./proposal-card.tsx";
import { ProposalForm } from "./proposal-form.tsx";
import { DecidedLists, WaitingList } from "./proposal-list.tsx";
import { textKeys } from "./text-keys.ts";
import { addressOfText } from "./text-list.tsx";
import type { ReadableText } from "./text-queries.ts";
import { HowFar, Legend, Pages, Remembered, Turns, Unread } from "./text-reader-parts.tsx";
import { TextSetting } from "./text-setting.tsx";
import { TextView } from "./text-view.tsx";
import { type Editing, type TextReading, useTextReading } from "./use-text-reading.ts";

interface TextReaderProps {
  readonly readable: ReadableText;
  readonly claim: ClaimId | undefined;
  readonly narrow: boolean;
  readonly readOnly: boolean;
}

export function TextReader({ readable, claim, narrow, readOnly }: TextReaderProps) {
  const reading = useTextReading(readable, claim);
  const [view, setView] = useState<"text" | "proposals">(claim === undefined ? "proposals" : "text");
  const { item, text, current, editing } = reading;
  const onCurrent = (act: (row: NonNullable<typeof current>) => void) => () => {
    if (current !== undefined) act(current);
  };
  useKeys(
    textKeys,
    {
      next: () => reading.step(1),
      previous: () => reading.step(-1),
      ...(readOnly
        ? {}
        : {
            accept: onCurrent((row) => reading.accept(row)),
            edit: onCurrent(reading.edit),
            reject: onCurrent(reading.reject),
            undo: reading.undo,
            byHand: reading.byHand,
            event: () => document.querySelector<HTMLElement>("[data-event-choice]")?.focus(),
          }),
    },
    { enabled: editing === undefined },
  );
  const textSide = (
    <section className="texts-middle" aria-label={t("claims.texts.tab-text")}>
      <TextSetting
        item={item}
        published={text.published}
        publisher={readable.publisher}
        zone={reading.zone}
        readOnly={readOnly}
        onZone={reading.setZone}
      />
      <Legend />
      <Pages readable={readable} />
      <TextView
        text={text}
        roles={readable.roles}
        marks={reading.marks}
        current={reading.shown}
        look={reading.look}
        field={reading.field}
      />
    </section>
  );
  const proposalSide = (
    <section className="texts-side" aria-label={t("claims.proposals.title")}>
      {editing === undefined ? (
        <Proposals reading={reading} chosen={claim} narrow={narrow} readOnly={readOnly} />
      ) : (
        <EditingForm reading={reading} editing={editing} />
      )}
    </section>
  );
  return (
    <div className="texts-reader">
      <h2 className="texts-title" dir="auto">
        <Link to={`/items/${item}`}>{item}</Link> <IsolatedText text={readable.name} />
      </h2>
      {narrow ? (
        <Turns view={view} waiting={reading.waiting.length} onView={setView} text={textSide} proposals={proposalSide} />
      ) : (
        <>
          {textSide}
          {proposalSide}
        </>
      )}
    </div>
  );
}

interface ProposalsProps {
  readonly reading: TextReading;
  readonly chosen: ClaimId | undefined;
  readonly narrow: boolean;
  readonly readOnly: boolean;
}

function Proposals({ reading, chosen, narrow, readOnly }: ProposalsProps) {
  const { item, text, proposing, rows, waiting, current, decisions, claims } = reading;
  const events = useEventsThatStand();
  return (
    <>
      <div className="proposal-top">
        <h2>{t("claims.proposals.title")}</h2>
        <span className="quiet">{t("claims.proposals.waiting", { count: waiting.length })}</span>
        {readOnly ? null : (
          <button type="button" className="button" onMouseDown={(event) => event.preventDefault()} onClick={reading.byHand}>
            {t("claims.proposals.by-hand")} <kbd aria-hidden="true">N</kbd>
          </button>
        )}
      </div>
      <p className="quiet small">{t("claims.proposals.only-accepted")}</p>
      <HowFar proposing={proposing} />
      {decisions.error === undefined ? null : <ErrorNotice error={decisions.error} />}
      <Remembered remembered={reading.remembered} onForget={reading.forgetEvent} />
      {proposing.state === "done" && rows.length === 0 ? <p className="claims-empty">{t("claims.proposals.none")}</p> : null}
      {rows.length > 0 && waiting.length === 0 ? <p>{t("claims.proposals.all-done")}</p> : null}
      <WaitingList
        rows={rows}
        current={current?.key}
        onChoose={reading.move}
        card={
          current === undefined ? null : (
            <ProposalCard
              row={current}
              at={waiting.indexOf(current) + 1}
              count={waiting.length}
              event={reading.eventFor(current)}
              events={events}
              readOnly={readOnly}
              showQuote={narrow}
              takeFocus={reading.moved}
              onEvent={(event) => reading.chooseEvent(current, event)}
              onAccept={() => reading.accept(current)}
              onEdit={() => reading.edit(current)}
              onReject={() => reading.reject(current)}
            />
          )
        }
      />
      <DecidedLists
        claims={claims}
        rows={rows}
        chosen={chosen}
        addressOf={(claim) => addressOfText(item, claim)}
        readOnly={readOnly}
        onRestate={reading.restate}
        onRestore={(row) => {
          if (row.rejection !== undefined) decisions.restore(row.key, row.rejection.seq);
        }}
      />
      <Unread unread={proposing.unread} />
      <AssistantPanel
        item={item}
        readOnly={readOnly}
        whole={text.parts
          .map(({ part, text: words }) => ({ part, span: { start: 0, end: words.length } }))
          .filter(({ span }) => span.end > 0)}
        selected={() => {
          const words = reading.selected();
          return words === undefined ? undefined : [{ part: words.part.part, span: words.span }];
        }}
        answer={reading.answer}
        known={reading.known}
        onAnswer={reading.setAnswer}
      />
      <p className="quiet small">{t("claims.proposals.keys")}</p>
    </>
  );
}

function EditingForm({ reading, editing }: { readonly reading: TextReading; readonly editing: Editing }) {
  const events = useEventsThatStand();
  const sources = useSources().data?.sources ?? [];
  return (
    <ProposalForm
      start={editing.draft}
      startEvent={editing.event}
      restates={editing.claim?.id}
      isNew={editing.row === undefined && editing.claim === undefined}
      setting={reading.text}
      events={events}
      sources={sources}
      selected={() => reading.selectedFor(editing.draft)}
      onDone={reading.done}
      onCancel={reading.cancel}
    />
  );
}

function useEventsThatStand() {
  return (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
}
