/** Describes a thing in a scene, or changes what is said of it, with the reason. */
import { useState } from "react";
import type { SceneObjectRow } from "../../api/scenes.ts";
import { sceneApi } from "../api-client/scene-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

interface ObjectDialogProps {
  readonly object?: SceneObjectRow;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function ObjectDialog({ object, onClose, onMade }: ObjectDialogProps) {
  const [sort, setSort] = useState<"vehicle" | "other">("vehicle");
  const [description, setDescription] = useState(object?.description ?? "");
  const [reason, setReason] = useState("");
  const ready = description.trim() !== "" && (object === undefined || reason.trim() !== "");
  const writing = useWriting(
    () =>
      sceneApi.describe({
        ...(object === undefined ? {} : { object: object.id }),
        sort,
        description: description.trim(),
        reason: reason.trim(),
      }),
    ({ id }) => t("events.written", { id }),
    ({ id }) => {
      onClose();
      onMade(id);
    },
  );
  return (
    <WritingDialog
      title={object === undefined ? t("scenes.new-object") : t("scenes.change-object", { id: object.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      {object === undefined ? (
        <label className="label">
          <span>{t("scenes.object-sort")}</span>
          <select className="field" value={sort} onChange={(event) => setSort(event.target.value as "vehicle" | "other")}>
            {(["vehicle", "other"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`scenes.sort.${one}`)}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <label className="label">
        <span>{t("scenes.object-description")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={description}
          maxLength={5000}
          onChange={(event) => setDescription(event.target.value)}
        />
      </label>
      {object === undefined ? null : (
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
    </WritingDialog>
  );
}
