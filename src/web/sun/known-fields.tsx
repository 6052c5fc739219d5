/** What is known beside the shadow: the place and the day, which asks when; or the moment, which asks where. */
import { useId } from "react";
import { isZone } from "../../reason/time/local-days.ts";
import { ZoneField } from "../time/zone-field.tsx";
import { t } from "../words/t.ts";
import { AreaChoice } from "./area-choice.tsx";
import { type FieldsProps, OneField } from "./number-pair.tsx";
import { positionOf, type SunDraft } from "./sun-draft.ts";

interface KnownFieldsProps extends FieldsProps {
  readonly onDraft: (draft: SunDraft) => void;
  /** The next press on the map is the place. */
  readonly isPicking: boolean;
  readonly onPick: () => void;
}

export function KnownFields({ draft, onField, onDraft, isPicking, onPick }: KnownFieldsProps) {
  const id = useId();
  const props = { draft, onField };
  const where = draft.asks === "where";
  const place = draft.fields.place ?? "";
  const isWrong = place.trim() !== "" && positionOf(place) === undefined;
  return (
    <fieldset className="sun-part">
      <legend>{t("sun.known")}</legend>
      <div className="sun-asks" role="radiogroup" aria-label={t("sun.asks")}>
        {(["when", "where"] as const).map((asks) => (
          <label key={asks} className="check">
            <input type="radio" name="sun-asks" checked={draft.asks === asks} onChange={() => onDraft({ ...draft, asks })} />{" "}
            {t(`sun.asks.${asks}`)}
          </label>
        ))}
      </div>
      <div className="sun-pair">
        <label className="sun-pair-label" htmlFor={id}>
          {t(where ? "sun.field.place-asked" : "sun.field.place")}
        </label>
        <input
          id={id}
          className="field is-wide"
          value={place}
          placeholder="50.465, 30.185"
          aria-invalid={isWrong}
          onChange={(event) => onField("place", event.target.value)}
        />
        <button type="button" className="button is-small" aria-pressed={isPicking} onClick={onPick}>
          {t("sun.pick")}
        </button>
      </div>
      {isWrong ? <p className="small tone-conflict">{t("sun.place-refused")}</p> : null}
      {where ? (
        <>
          <OneField {...props} label={t("sun.field.from")} name="from" placeholder="2022-03-29T13:28:00Z" />
          <OneField {...props} label={t("sun.field.to")} name="to" placeholder={t("sun.field.to-like")} />
          <AreaChoice draft={draft} onDraft={onDraft} />
          {draft.area === undefined ? (
            <div className="sun-box" role="group" aria-label={t("sun.within")}>
              <span className="sun-pair-label">{t("sun.within")}</span>
              {(["south", "north", "west", "east"] as const).map((side) => (
                <input
                  key={side}
                  className="field"
                  inputMode="decimal"
                  aria-label={t(`sun.within.${side}`)}
                  placeholder={t(`sun.within.${side}`)}
                  value={draft.fields[side] ?? ""}
                  onChange={(event) => onField(side, event.target.value)}
                />
              ))}
            </div>
          ) : null}
        </>
      ) : (
        <>
          <OneField {...props} label={t("sun.field.day")} name="day" type="date" />
          <ZoneField
            label={t("sun.field.zone")}
            zone={draft.fields.zone ?? ""}
            onZone={(zone) => onField("zone", zone)}
            known={zonesNear(draft.fields.zone)}
          />
          <OneField {...props} label={t("sun.field.scan-from")} name="scanFrom" type="date" />
          <OneField {...props} label={t("sun.field.scan-to")} name="scanTo" type="date" />
        </>
      )}
    </fieldset>
  );
}

function zonesNear(zone: string | undefined): readonly string[] {
  return zone !== undefined && zone !== "" && isZone(zone) ? [zone] : [];
}
