/** Notes spare others a second look: written once, never changed. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { Prose } from "./prose.tsx";
import { WrittenLine } from "./written-line.tsx";

export function NotesTab({ detail }: { detail: ItemDetail }) {
  const [text, setText] = useState("");
  const client = useQueryClient();
  const write = useMutation({
    mutationFn: () => api.writeNote(detail.row.id, { text: text.trim() }),
    onSuccess: () => {
      setText("");
      announce(t("bench.notes.written"));
      void client.invalidateQueries({ queryKey: queryKeys.item(detail.row.id) });
      void client.invalidateQueries({ queryKey: queryKeys.items });
    },
  });
  return (
    <div className="tab-stack">
      <form
        className="observe-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== "") write.mutate();
        }}
      >
        <label className="label">
          <span>{t("bench.notes.label")}</span>
          <textarea
            dir="auto"
            className="field"
            value={text}
            maxLength={20_000}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.form?.requestSubmit();
            }}
          />
        </label>
        {write.error ? <ErrorNotice error={write.error} /> : null}
        <button type="submit" className="button is-main" disabled={text.trim() === "" || write.isPending}>
          {t("bench.notes.write")}
        </button>
      </form>
      {detail.notes.length === 0 ? <p className="quiet">{t("bench.notes.none")}</p> : null}
      <ol className="plain-list notes">
        {detail.notes.map((note) => (
          <li key={note.seq}>
            <p className="observation-text">{note.text === "withheld" ? <i>{t("bench.notes.withheld")}</i> : <Prose text={note.text} />}</p>
            <p className="quiet">
              <WrittenLine byName={note.byName} at={note.at} seq={note.seq} />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}
