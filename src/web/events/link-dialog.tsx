/** Links an event to another that is there. What would make one precede itself is refused by the case, with the loop in words. */
import { useState } from "react";
import type { EventRow } from "../../api/events.ts";
import type { EventId } from "../../core/event/event.ts";
import type { EventRelation } from "../../core/event/event-link.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { useEvents, useWriting } from "./event-queries.ts";
import { relations, sortWords } from "./record-words.ts";

export function LinkDialog({ event, onClose }: { event: EventRow; onClose: () => void }) {
  const events = useEvents().data?.events.filter(({ id, withdrawn }) => id !== event.id && withdrawn === undefined) ?? [];
  const [relation, setRelation] = useState<EventRelation>("before");
  const [other, setOther] = useState("");
  const [basis, setBasis] = useState("");
  const ready = other !== "" && basis.trim() !== "";
  const writing = useWriting(
    () => eventsApi.link({ from: event.id, to: other as EventId, relation, basis: basis.trim() }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  return (
    <WritingDialog title={t("links.add")} writing={writing} write={ready ? () => writing.mutate(undefined) : undefined} onClose={onClose}>
      <div className="claim-row">
        <label className="label">
          <span>{t("links.relation")}</span>
          <select
            className="field"
            data-autofocus
            value={relation}
            onChange={(change) => setRelation(change.target.value as EventRelation)}
          >
            {relations.map((option) => (
              <option key={option} value={option}>
                {t(`relation.${option}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("links.other")}</span>
          <select className="field" value={other} onChange={(change) => setOther(change.target.value)}>
            <option value="">{t("links.choose")}</option>
            {events.map((option) => (
              <option key={option.id} value={option.id}>
                {`${option.id} ${sortWords(option)}: ${option.title}`}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label className="label">
        <span>{t("links.basis")}</span>
        <textarea dir="auto" className="field" value={basis} maxLength={5000} onChange={(change) => setBasis(change.target.value)} />
      </label>
    </WritingDialog>
  );
}
