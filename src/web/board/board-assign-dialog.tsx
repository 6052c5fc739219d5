/** Says which event a claim is about, or that it is about none that is known. All else of it stays as it was stated. */
import { useState } from "react";
import type { ClaimRow } from "../../api/claims.ts";
import type { EventId } from "../../core/event/event.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { sortWords } from "../events/record-words.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { BoardQuote } from "./board-quote.tsx";
import { OtherSortNote } from "./other-sort-note.tsx";

export function AssignDialog({ claim, onClose }: { claim: ClaimRow; onClose: () => void }) {
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const [event, setEvent] = useState<EventId | "unassigned">(claim.event);
  const [reason, setReason] = useState("");
  const { statement } = claim;
  const writing = useWriting(
    async () => {
      if (statement === "withheld") return;
      const { id, text, span, quote, proposed } = claim;
      await claimApi.stateClaims({ claims: [{ claim: id, text, span, quote, event, statement, proposed, reason: reason.trim() }] });
    },
    () => t("events.written", { id: claim.id }),
    onClose,
  );
  const ready = event !== claim.event && reason.trim() !== "";
  return (
    <WritingDialog
      title={t("claims.assign-title", { id: claim.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <BoardQuote claim={claim} />
      <label className="label">
        <span>{t("claims.filter.event")}</span>
        <select
          className="field"
          data-autofocus
          value={event}
          onChange={(change) => setEvent(change.target.value as EventId | "unassigned")}
        >
          <option value="unassigned">{t("claims.of-no-event")}</option>
          {events.map((option) => (
            <option key={option.id} value={option.id}>
              {`${option.id} ${sortWords(option)}: ${option.title}`}
            </option>
          ))}
        </select>
      </label>
      <p className="quiet small">{t("claims.assign-how")}</p>
      {statement === "withheld" ? null : (
        <OtherSortNote read={statement.eventSort} assigned={events.find(({ id }) => id === event)?.sort} />
      )}
      <label className="label">
        <span>{t("events.reason")}</span>
        <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(change) => setReason(change.target.value)} />
      </label>
    </WritingDialog>
  );
}
