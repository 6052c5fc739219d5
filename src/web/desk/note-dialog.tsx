/** A note spares the next person from looking again (METHOD 2, step 17). Ctrl-Enter writes it. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../api-client/api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import type { Row } from "./item-cells.tsx";

export function NoteDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const [text, setText] = useState("");
  const write = useMutation({
    mutationFn: () => api.writeNote(row.id, { text: text.trim() }),
    onSuccess: () => {
      announce(t("note.saved", { number: row.number }));
      onClose();
    },
  });
  const canWrite = text.trim() !== "" && !write.isPending;
  return (
    <Dialog
      title={t("note.title", { number: row.number })}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t("dialog.cancel")}
          </button>
          <button type="submit" form="note-form" className="button is-main" disabled={!canWrite}>
            {t("note.save")}
          </button>
        </>
      }
    >
      <p className="quiet cut">
        <IsolatedText text={row.name} />
      </p>
      <form
        id="note-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (canWrite) write.mutate();
        }}
      >
        <label className="label">
          <span>{t("note.text")}</span>
          <textarea
            dir="auto"
            className="field"
            data-autofocus
            maxLength={20_000}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
      </form>
      {row.lastNote === undefined ? null : (
        <div className="label">
          <span className="quiet">{t("note.before")}</span>
          <p className="note-full">
            <IsolatedText text={row.lastNote} />
          </p>
        </div>
      )}
      {write.error === null ? null : <ErrorNotice error={write.error} />}
    </Dialog>
  );
}
