/** Restricted words about a source, who it is or what puts somebody at risk: shown when somebody asks and gives the passphrase, and gone again when they turn away. Nothing of it is remembered. */
import { useState } from "react";
import type { SourceId } from "../../core/source/source.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { Prose } from "../bench/prose.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";

interface RestrictedPanelProps {
  readonly id: SourceId;
  readonly of: "identity" | "restricted";
  /** Whether the private store is beside this copy of the case. */
  readonly there: boolean;
}

export function RestrictedPanel({ id, of, there }: RestrictedPanelProps) {
  const [passphrase, setPassphrase] = useState("");
  const [shown, setShown] = useState<string>();
  const [asking, setAsking] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!there) return <p className="notice is-attention">{t("private.gone")}</p>;
  const show = (): void => {
    setAsking(true);
    setError(null);
    // Asked past the remembered answers: it must lie in no cache.
    const words =
      of === "identity"
        ? sourcesApi.identity(id, passphrase).then(({ identity }) => identity)
        : sourcesApi.restrictedNote(id, passphrase).then(({ note }) => note);
    words.then(setShown, setError).finally(() => {
      setAsking(false);
      setPassphrase("");
    });
  };
  if (shown !== undefined) {
    return (
      <div className="restricted">
        <strong>{t(`source.${of}-shown`)}</strong>
        <p className="identity-words">
          <Prose text={shown} />
        </p>
        <button type="button" className="button" onClick={() => setShown(undefined)}>
          {t("source.hide-identity")}
        </button>
      </div>
    );
  }
  return (
    <form
      className="restricted"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase !== "" && !asking) show();
      }}
    >
      <p>{t(`source.${of}-kept`)}</p>
      <label className="label">
        <span>{t("source.passphrase")}</span>
        <input
          type="password"
          className="field"
          autoComplete="off"
          maxLength={1000}
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
        />
      </label>
      <button type="submit" className="button" disabled={passphrase === "" || asking}>
        {t(of === "identity" ? "source.show-identity" : "source.show-restricted")}
      </button>
      {error === null ? null : <ErrorNotice error={error} />}
    </form>
  );
}
