/** How the sheet was worked out, visible and changeable: rounding of "48 hours earlier", the zone nobody states, the days looked at. All of it is in the address. */
import { useState } from "react";
import type { ShownSettings } from "../../reason/claims/contradictions/contradiction-report-types.ts";
import { isZone } from "../../reason/time/local-days.ts";
import type { ContradictionQuery } from "../api-client/claim-report-api.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { setQuery } from "../router/router.ts";
import { ZoneField } from "../time/zone-field.tsx";
import { t } from "../words/t.ts";

interface SettingsBarProps {
  readonly asked: ContradictionQuery;
  readonly settings: ShownSettings | undefined;
  readonly clock: string;
}

export function ContradictionSettingsBar({ asked, settings, clock }: SettingsBarProps) {
  return (
    <section className="contra-settings" aria-label={t("claims.sheet.settings")}>
      <SettingsForm key={JSON.stringify([asked, clock])} asked={asked} clock={clock} />
      {settings === undefined ? null : (
        <details className="contra-rules">
          <summary>
            {t("claims.sheet.horizon", { from: settings.horizon[0], to: settings.horizon[1] })}{" "}
            {t(settings.horizonBy === "stated" ? "claims.sheet.horizon-stated" : "claims.sheet.horizon-by-claims")}{" "}
            {t("claims.sheet.times-by", { zone: clock })} {t("claims.sheet.house-rules")}
          </summary>
          <ul>
            {settings.words.map((words) => (
              <li key={words}>
                <IsolatedText text={words} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function SettingsForm({ asked, clock }: Omit<SettingsBarProps, "settings">) {
  const [rounding, setRounding] = useState(asked.rounding ?? "");
  const [zone, setZone] = useState(asked.zone ?? "");
  const [shownBy, setShownBy] = useState(clock);
  const [from, setFrom] = useState(asked.from ?? "");
  const [to, setTo] = useState(asked.to ?? "");
  const isFine = (zone === "" || isZone(zone)) && isZone(shownBy) && (from === "") === (to === "") && from <= to;
  const isChanged =
    rounding !== (asked.rounding ?? "") ||
    zone !== (asked.zone ?? "") ||
    from !== (asked.from ?? "") ||
    to !== (asked.to ?? "") ||
    shownBy !== clock;
  return (
    <form
      className="contra-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFine) setQuery({ rounding, zone, from, to, clock: shownBy === clock ? undefined : shownBy });
      }}
    >
      <label className="label">
        <span>{t("claims.sheet.rounding")}</span>
        <input
          className="field contra-hours"
          type="number"
          min={0}
          max={10_000}
          step="any"
          placeholder={t("claims.sheet.rounding-as-said")}
          value={rounding}
          onChange={(event) => setRounding(event.target.value)}
        />
      </label>
      <ZoneField
        label={t("claims.sheet.zone")}
        zone={zone}
        onZone={setZone}
        open={t("claims.sheet.zone-open")}
        known={zone === "" ? ["Europe/Kyiv"] : [zone]}
      />
      <label className="label">
        <span>{t("claims.sheet.from")}</span>
        <input className="field" type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label className="label">
        <span>{t("claims.sheet.to")}</span>
        <input className="field" type="date" value={to} onChange={(event) => setTo(event.target.value)} />
      </label>
      <ZoneField label={t("time-bench.clock")} zone={shownBy} onZone={setShownBy} known={[clock]} />
      <span className="contra-buttons">
        <button type="submit" className="button is-main" disabled={!isChanged || !isFine}>
          {t("claims.sheet.apply")}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          {t("time-bench.print")}
        </button>
      </span>
    </form>
  );
}
