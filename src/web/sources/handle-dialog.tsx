/** Another handle or name under which an account was seen, when, and where that was seen. The earlier ones stay. */
import { useState } from "react";
import type { AccountId } from "../../core/source/account.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { instantOf } from "../conditions/instant-field.tsx";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { TextField } from "./text-field.tsx";
import { useWritingSources } from "./source-queries.ts";

export function HandleDialog({ id, onClose }: { id: AccountId; onClose: () => void }) {
  const [handle, setHandle] = useState("");
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [basis, setBasis] = useState("");
  const save = useWritingSources(
    () =>
      sourcesApi.observeHandle(id, {
        handle: handle.trim() || "unknown",
        displayName: name.trim() || "unknown",
        seen: { earliest: instantOf(from), latest: instantOf(to === "" ? from : to) },
        basis: basis.trim(),
      }),
    t("account.handle-saved"),
    onClose,
  );
  const ready = (handle.trim() !== "" || name.trim() !== "") && from !== "" && basis.trim() !== "" && !save.isPending;
  return (
    <Dialog
      title={t("account.handle-title", { id })}
      onClose={onClose}
      foot={
        <button type="submit" form="handle-form" className="button is-main" disabled={!ready}>
          {t("account.handle-save")}
        </button>
      }
    >
      <form
        id="handle-form"
        className="form conditions-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate(undefined);
        }}
      >
        <TextField label={t("account.handle")} value={handle} longest={300} focused onChange={setHandle} />
        <TextField label={t("account.display-name")} value={name} longest={300} onChange={setName} />
        <p className="quiet small">{t("account.empty-is-unknown")}</p>
        <div className="select-pair">
          <When label={t("account.seen-from")} value={from} onChange={setFrom} />
          <When label={t("account.seen-to")} value={to} onChange={setTo} />
        </div>
        <TextField label={t("account.basis")} value={basis} longest={5000} required onChange={setBasis} />
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}

function When({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <label className="label">
      <span>{label}</span>
      <input type="datetime-local" step={1} className="field" value={value} onChange={(event) => onChange(event.target.value)} />
    </label>
  );
}
