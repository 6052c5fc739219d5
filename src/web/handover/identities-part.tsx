/** Identities that lie in private.age: opened for this edition by a passphrase, or answered for, by name and with a reason, while they stay closed. */
import { t } from "../words/t.ts";

interface IdentitiesPartProps {
  readonly passphrase: string;
  readonly why: string;
  readonly onPassphrase: (passphrase: string) => void;
  readonly onWhy: (why: string) => void;
}

export function IdentitiesPart({ passphrase, why, onPassphrase, onWhy }: IdentitiesPartProps) {
  return (
    <fieldset>
      <legend>{t("handover.identities")}</legend>
      <p className="quiet">{t("handover.identities-what")}</p>
      <label className="label">
        <span>{t("source.passphrase")}</span>
        <input
          type="password"
          className="field"
          autoComplete="off"
          maxLength={1000}
          value={passphrase}
          onChange={(event) => onPassphrase(event.target.value)}
        />
      </label>
      <label className="label">
        <span>{t("handover.identities-why")}</span>
        <textarea className="field" value={why} maxLength={2000} onChange={(event) => onWhy(event.target.value)} />
      </label>
    </fieldset>
  );
}
