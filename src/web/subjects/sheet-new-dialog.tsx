/** Begins an element sheet on an event: every cell says that nothing is shown yet. */
import { useState } from "react";
import type { ElementListRow } from "../../api/elements.ts";
import { EventId } from "../../core/event/event.ts";
import { newSheet } from "../../reason/element/new-sheet.ts";
import { elementApi } from "../api-client/element-api.ts";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

interface SheetNewDialogProps {
  readonly lists: readonly ElementListRow[];
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function SheetNewDialog({ lists, onClose, onMade }: SheetNewDialogProps) {
  const events = (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const [typed, setTyped] = useState<string>();
  const [name, setName] = useState(lists[0]?.name ?? "");
  const list = lists.find((one) => one.name === name);
  const event = EventId.safeParse(typed ?? events[0]?.id).data;
  const writing = useWriting(
    () => {
      const { version, ...of } = list as ElementListRow;
      return elementApi.write({ elements: { name: of.name, version }, event: event as EventId, document: newSheet({ ...of, version }) });
    },
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onMade(id);
    },
  );
  return (
    <WritingDialog
      title={t("elements.new")}
      writing={writing}
      write={list === undefined || event === undefined ? undefined : () => writing.mutate(undefined)}
      onClose={onClose}
    >
      <p className="quiet small">{t("elements.how")}</p>
      <label className="label">
        <span>{t("elements.list")}</span>
        <select className="field" data-autofocus value={name} onChange={(change) => setName(change.target.value)}>
          {lists.map((one) => (
            <option key={one.name} value={one.name}>
              {`${one.article}: ${one.title}`}
            </option>
          ))}
        </select>
      </label>
      <label className="label">
        <span>{t("elements.event")}</span>
        <select className="field" value={event ?? ""} onChange={(change) => setTyped(change.target.value)}>
          {events.length === 0 ? <option value="">{t("elements.events-none")}</option> : null}
          {events.map(({ id, title }) => (
            <option key={id} value={id}>
              {`${id} · ${title.slice(0, 80)}`}
            </option>
          ))}
        </select>
      </label>
    </WritingDialog>
  );
}
