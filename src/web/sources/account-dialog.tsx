/** An account, new or described anew. What is left empty is unknown, and is written so. */
import { useState } from "react";
import type { AccountRow } from "../../api/sources.ts";
import { SourceId } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { TextField } from "./text-field.tsx";
import { useSources, useWritingSources } from "./source-queries.ts";

interface AccountDialogProps {
  readonly account: AccountRow | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function AccountDialog({ account, onClose, onMade }: AccountDialogProps) {
  const sources = useSources().data?.sources ?? [];
  const known = (words: string | null | undefined): string => (words == null || words === "unknown" ? "" : words);
  const [platform, setPlatform] = useState(account?.platform ?? "");
  const [platformId, setPlatformId] = useState(known(account?.platformId));
  const [url, setUrl] = useState(known(account?.url));
  const [source, setSource] = useState<string>(account?.source ?? "unknown");
  const [about, setAbout] = useState(account?.about ?? "");
  const save = useWritingSources(
    () =>
      sourcesApi.describeAccount(account?.id, {
        platform: platform.trim().toLowerCase(),
        platformId: platformId.trim() || "unknown",
        url: url.trim() || "unknown",
        source: SourceId.safeParse(source).data ?? "unknown",
        about: about.trim() === "" ? null : about.trim(),
      }),
    t("account.saved"),
    ({ id }) => onMade(id),
  );
  const ready = platform.trim() !== "" && !save.isPending;
  return (
    <Dialog
      title={account === undefined ? t("account.new-title") : t("account.change-title", { id: account.id })}
      onClose={onClose}
      foot={
        <button type="submit" form="account-form" className="button is-main" disabled={!ready}>
          {t("account.save")}
        </button>
      }
    >
      <form
        id="account-form"
        className="form conditions-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) save.mutate(undefined);
        }}
      >
        <TextField label={t("account.platform")} value={platform} longest={60} required focused onChange={setPlatform} />
        <TextField label={t("account.platform-id")} value={platformId} longest={300} onChange={setPlatformId} />
        <p className="quiet small">{t("account.platform-id-hint")}</p>
        <TextField label={t("account.url")} value={url} longest={2000} onChange={setUrl} />
        <label className="label">
          <span>{t("account.source")}</span>
          <select className="field" value={source} onChange={(event) => setSource(event.target.value)}>
            <option value="unknown">{t("account.source-unknown")}</option>
            {sources.map(({ id, label }) => (
              <option key={id} value={id}>
                {id} · {label}
              </option>
            ))}
          </select>
        </label>
        <label className="label">
          <span>{t("account.about")}</span>
          <textarea dir="auto" className="field" maxLength={5000} value={about} onChange={(event) => setAbout(event.target.value)} />
        </label>
        <p className="quiet small">{t("account.empty-is-unknown")}</p>
        {save.error === null ? null : <ErrorNotice error={save.error} />}
      </form>
    </Dialog>
  );
}
