/** By which day and zone the dates of a text are read, and how a person changes that: with a reason, and everything is read anew. */
import { useState } from "react";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { ItemId } from "../../core/item/item.ts";
import { isZone } from "../../reason/time/local-days.ts";
import { eventsApi } from "../api-client/events-api.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";
import { readTime } from "../claims/time-fields.tsx";
import { useWriting } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import type { KeptZone } from "./text-zone.ts";

interface TextSettingProps {
  readonly item: ItemId;
  readonly published: SourceText["published"];
  readonly publisher: { readonly source: string; readonly label: string };
  readonly zone: KeptZone | undefined;
  readonly readOnly: boolean;
  readonly onZone: (zone: KeptZone | undefined) => void;
}

export function TextSetting({ item, published, publisher, zone, readOnly, onZone }: TextSettingProps) {
  const [changing, setChanging] = useState(false);
  return (
    <div className="text-setting">
      <span>
        <span className="quiet">{t("claims.texts.publisher")}</span> <IsolatedText text={publisher.label} />
        {publisher.source === "unknown" ? <span className="quiet"> {t("claims.texts.publisher-unknown")}</span> : null}
      </span>
      <span>
        <span className="quiet">{t("claims.texts.published")}</span>{" "}
        {published === "unknown" ? <strong>{t("claims.texts.published-unknown")}</strong> : publishedWords(published)}
      </span>
      <span>
        <span className="quiet">{t("claims.texts.zone")}</span>{" "}
        {zone === undefined ? t("claims.texts.zone-unknown") : <IsolatedText text={t("claims.texts.zone-because", { ...zone })} />}
      </span>
      {readOnly ? null : (
        <button type="button" className="button" onClick={() => setChanging(true)}>
          {t("claims.texts.change")}
        </button>
      )}
      {changing ? <SettingDialog item={item} published={published} zone={zone} onZone={onZone} onClose={() => setChanging(false)} /> : null}
    </div>
  );
}

function publishedWords({ earliest, latest }: Exclude<SourceText["published"], "unknown">): string {
  const minute = (instant: string) => instant.slice(0, 16).replace("T", " ");
  return earliest === latest
    ? t("claims.texts.published-at", { time: minute(earliest) })
    : t("claims.texts.published-span", { from: minute(earliest), to: minute(latest) });
}

interface SettingDialogProps {
  readonly item: ItemId;
  readonly published: SourceText["published"];
  readonly zone: KeptZone | undefined;
  readonly onZone: (zone: KeptZone | undefined) => void;
  readonly onClose: () => void;
}

function SettingDialog({ item, published, zone: kept, onZone, onClose }: SettingDialogProps) {
  const [day, setDay] = useState("");
  const [zone, setZone] = useState(kept?.zone ?? "");
  const [basis, setBasis] = useState(kept?.basis ?? "");
  const known = zone.trim() === "" || isZone(zone.trim());
  const read = readTime(
    { known: day.trim() !== "", from: day.trim(), to: "", zone: zone.trim() === "" ? "unknown" : zone.trim() },
    "published",
    basis.trim() || undefined,
  );
  const lacks = basis.trim() === "" && (day.trim() !== "" || zone.trim() !== "");
  const stating = useWriting(
    async () => {
      if (read.state === "read") await eventsApi.stateTime({ about: item, claim: read.claim, standing: "stated", reason: basis.trim() });
    },
    () => t("claims.texts.setting.save"),
    () => {
      onZone(zone.trim() === "" ? undefined : { zone: zone.trim(), basis: basis.trim() });
      onClose();
    },
  );
  return (
    <Dialog title={t("claims.texts.setting")} onClose={onClose}>
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacks && known && read.state !== "refused") stating.mutate(undefined);
        }}
      >
        <label className="label">
          <span>{t("claims.texts.setting.day")}</span>
          <input
            dir="auto"
            className="field"
            data-autofocus=""
            value={day}
            placeholder={published === "unknown" ? "" : published.earliest.slice(0, 10)}
            onChange={(event) => setDay(event.target.value)}
          />
        </label>
        {read.state === "refused" ? <p className="small tone-conflict">{t("claims.texts.setting.day-refused")}</p> : null}
        <label className="label">
          <span>{t("claims.texts.setting.zone")}</span>
          <input
            dir="auto"
            className="field"
            list="text-zones"
            value={zone}
            placeholder={t("claims.texts.setting.zone-none")}
            aria-invalid={!known}
            onChange={(event) => setZone(event.target.value)}
          />
          <datalist id="text-zones">
            {[...new Set([...SHOWN_ZONES, ...Intl.supportedValuesOf("timeZone")])].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </label>
        <label className="label">
          <span>{t("claims.texts.setting.basis")}</span>
          <textarea dir="auto" className="field" value={basis} maxLength={2000} onChange={(event) => setBasis(event.target.value)} />
        </label>
        <p className="quiet small">{t("claims.texts.setting.note")}</p>
        {stating.error === null ? null : <ErrorNotice error={stating.error} />}
        <button type="submit" className="button is-main" disabled={lacks || !known || read.state === "refused" || stating.isPending}>
          {t("claims.texts.setting.save")}
        </button>
      </form>
    </Dialog>
  );
}
