/** Where the person says which programs of their own may be run on links, and how far they may go. Off until then. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { CaptureSettings } from "../../core/link/capture-settings.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

export function ProgramsPart() {
  const found = useQuery({ queryKey: linkKeys.settings, queryFn: ({ signal }) => linkApi.settings(signal) });
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (found.data === undefined) return <p className="page-message">{t("links.waiting")}</p>;
  return <ProgramsForm settings={found.data.settings} file={found.data.file} />;
}

function ProgramsForm({ settings, file }: { settings: CaptureSettings; file: string }) {
  const client = useQueryClient();
  const [ytDlp, setYtDlp] = useState(settings.ytDlp?.path ?? "");
  const [archiver, setArchiver] = useState(settings.autoArchiver?.path ?? "");
  const [config, setConfig] = useState(settings.autoArchiver?.config ?? "");
  const [minutes, setMinutes] = useState(String(settings.limits.minutes));
  const [megabytes, setMegabytes] = useState(String(settings.limits.megabytes));
  const half = (archiver.trim() === "") !== (config.trim() === "");
  const save = useMutation({
    mutationFn: () =>
      linkApi.saveSettings({
        v: 1,
        ytDlp: ytDlp.trim() === "" ? null : { path: ytDlp.trim() },
        autoArchiver: archiver.trim() === "" ? null : { path: archiver.trim(), config: config.trim() },
        limits: { minutes: Number(minutes), megabytes: Number(megabytes) },
      }),
    onSuccess: (saved) => client.setQueryData(linkKeys.settings, saved),
  });
  return (
    <form
      className="form inquiry-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!half) save.mutate();
      }}
    >
      <h2>{t("programs.title")}</h2>
      <p className="quiet">{t("programs.note", { file })}</p>
      <Field label={t("programs.yt-dlp")} value={ytDlp} onChange={setYtDlp} />
      <Field label={t("programs.auto-archiver")} value={archiver} onChange={setArchiver} />
      <Field label={t("programs.auto-archiver-config")} value={config} onChange={setConfig} />
      {half ? <p className="tone-conflict">{t("programs.config-missing")}</p> : <p className="quiet">{t("programs.off")}</p>}
      <div className="form-row">
        <Field label={t("programs.minutes")} value={minutes} onChange={setMinutes} number />
        <Field label={t("programs.megabytes")} value={megabytes} onChange={setMegabytes} number />
      </div>
      <div className="form-row">
        <button type="submit" className="button is-main" disabled={half || save.isPending}>
          {t("programs.save")}
        </button>
        <span role="status">{save.isSuccess ? t("programs.saved") : ""}</span>
      </div>
      {save.error === null ? null : <ErrorNotice error={save.error} />}
    </form>
  );
}

function Field({
  label,
  value,
  onChange,
  number = false,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  number?: boolean;
}) {
  return (
    <label className="label">
      <span>{label}</span>
      <input
        className="field"
        type={number ? "number" : "text"}
        min={number ? 1 : undefined}
        required={number}
        value={value}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
