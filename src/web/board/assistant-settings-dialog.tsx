/** Where a person says which language model may be asked. The key is written and never shown again. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type AssistantSettingsAnswer, SetAssistantRequest } from "../../api/assistant.ts";
import { assistantApi, assistantSettingsKey } from "../api-client/assistant-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { ChoiceField, WordField } from "./proposal-fields.tsx";

export function AssistantSettingsDialog({ answer, onClose }: { readonly answer: AssistantSettingsAnswer; readonly onClose: () => void }) {
  const client = useQueryClient();
  const kept = answer.settings.endpoint;
  const [protocol, setProtocol] = useState(kept?.protocol ?? "ollama");
  const [url, setUrl] = useState(kept?.url ?? "");
  const [model, setModel] = useState(kept?.model ?? "");
  const [key, setKey] = useState("");
  const [forget, setForget] = useState(false);
  const [minutes, setMinutes] = useState(String(kept?.minutes ?? 3));
  const [characters, setCharacters] = useState(String(kept?.characters ?? 20_000));
  const off = url.trim() === "";
  const read = SetAssistantRequest.safeParse({
    endpoint: off ? null : { protocol, url: url.trim(), model: model.trim(), minutes: Number(minutes), characters: Number(characters) },
    ...(forget ? { key: null } : key === "" ? {} : { key }),
  });
  const fault = read.success ? undefined : String(read.error.issues[0]?.path.at(-1) ?? "");
  const save = useMutation({
    mutationFn: (request: SetAssistantRequest) => assistantApi.saveSettings(request),
    onSuccess: (saved) => {
      client.setQueryData(assistantSettingsKey, saved);
      announce(t("claims.assistant.saved"));
      onClose();
    },
  });
  return (
    <Dialog title={t("claims.assistant.settings")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (read.success) save.mutate(read.data);
        }}
      >
        <p className="quiet small">{t("claims.assistant.note", { file: answer.file })}</p>
        <WordField label={t("claims.assistant.url")} value={url} onChange={setUrl} />
        <ChoiceField
          label={t("claims.assistant.protocol")}
          value={protocol}
          options={["ollama", "openai"]}
          says={(one) => t(`claims.assistant.protocol.${one}`)}
          onChange={setProtocol}
        />
        <WordField label={t("claims.assistant.model")} value={model} onChange={setModel} />
        <label className="label">
          <span>{t("claims.assistant.key")}</span>
          <input
            className="field"
            type="password"
            autoComplete="off"
            value={key}
            disabled={forget}
            maxLength={1000}
            onChange={(event) => setKey(event.target.value)}
          />
        </label>
        {answer.keySet ? (
          <>
            <p className="quiet small">{t("claims.assistant.key-there")}</p>
            <label className="check">
              <input type="checkbox" checked={forget} onChange={(event) => setForget(event.target.checked)} />{" "}
              {t("claims.assistant.key-forget")}
            </label>
          </>
        ) : null}
        <div className="claim-row">
          <WordField short label={t("claims.assistant.minutes")} value={minutes} onChange={setMinutes} />
          <WordField short label={t("claims.assistant.most")} value={characters} onChange={setCharacters} />
        </div>
        {fault === undefined ? null : <p className="small tone-conflict">{t("claims.assistant.settings-refused", { field: fault })}</p>}
        {save.error === null ? null : <ErrorNotice error={save.error} />}
        <button type="submit" className="button is-main" disabled={!read.success || save.isPending}>
          {t("claims.assistant.save")}
        </button>
      </form>
    </Dialog>
  );
}
