/** Exceptions: what may be shown all the same, on whose word; and a way for a second person to answer for one. Persons alone: a mark is withdrawn. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RedactionAnswer } from "../../api/redactions.ts";
import { SubjectId } from "../../core/subject/subject.ts";
import { redactionApi } from "../api-client/redaction-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export function OverridesPart({ answer }: { readonly answer: RedactionAnswer }) {
  const [asking, setAsking] = useState(false);
  const about = answer.unmarked.map(({ subject }) => subject);
  if (answer.overrides.length === 0 && about.length === 0) return null;
  return (
    <section className="form-stack" aria-label={t("redact.overrides")}>
      <h2>{t("redact.overrides")}</h2>
      {answer.overrides.length === 0 ? <p className="quiet small">{t("redact.overrides.none")}</p> : null}
      <ul className="shot-list">
        {answer.overrides.map((one) => (
          <li key={one.line} className="small">
            <b className="mono">{one.subject ?? one.redaction}</b> <IsolatedText text={one.byName} />: <IsolatedText text={one.reason} />{" "}
            {one.fault === null ? null : <span className="tone-narrower">{t(`redact.override.${one.fault}`)}</span>}
          </li>
        ))}
      </ul>
      {about.length === 0 ? null : (
        <p>
          <button type="button" className="button is-small" onClick={() => setAsking(true)}>
            {t("redact.override")}
          </button>
        </p>
      )}
      {asking ? <OverrideDialog answer={answer} about={about} onClose={() => setAsking(false)} /> : null}
    </section>
  );
}

function OverrideDialog({ answer, about, onClose }: { answer: RedactionAnswer; about: readonly SubjectId[]; onClose: () => void }) {
  const client = useQueryClient();
  const [named, setNamed] = useState<string>(about[0] ?? "");
  const [reason, setReason] = useState("");
  const write = useMutation({
    mutationFn: () => redactionApi.override(answer.item, { subject: SubjectId.parse(named), reason }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queryKeys.records });
      onClose();
    },
  });
  return (
    <WritingDialog
      title={t("redact.override.title")}
      action={t("redact.looked.sign")}
      writing={write}
      write={reason.trim() === "" ? undefined : () => write.mutate()}
      onClose={onClose}
    >
      <p>{t("redact.override.what")}</p>
      <p>{t("redact.override.life")}</p>
      <label>
        <span className="quiet">{t("redact.override.about")}</span>
        <select className="field" data-autofocus value={named} onChange={(event) => setNamed(event.target.value)}>
          {about.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span className="quiet">{t("redact.override.reason")}</span>
        <textarea className="field" rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
    </WritingDialog>
  );
}
