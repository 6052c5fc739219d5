/** Whose clock: any zone of the platform by its name, an offset, or that nobody states it. */
import { useId } from "react";
import { isZone } from "../../reason/time/local-days.ts";
import { t } from "../words/t.ts";
import { usualZones } from "./zones.ts";

interface ZoneFieldProps {
  readonly label: string;
  readonly zone: string;
  readonly onZone: (zone: string) => void;
  /** Words for "nobody states it"; without them a zone is demanded. */
  readonly open?: string;
  readonly known: readonly string[];
}

export function ZoneField({ label, zone, onZone, open, known }: ZoneFieldProps) {
  const list = useId();
  const isOpen = open !== undefined && zone === "";
  const isWrong = zone !== "" && !isZone(zone);
  return (
    <div className="time-zone-field">
      <label className="label">
        <span>{label}</span>
        <input
          className="field"
          list={list}
          value={zone}
          placeholder={isOpen ? open : "UTC"}
          aria-invalid={isWrong}
          onChange={(event) => onZone(event.target.value)}
        />
      </label>
      <datalist id={list}>
        {[...new Set([...known, ...usualZones, ...Intl.supportedValuesOf("timeZone")])].map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {open === undefined ? null : (
        <label className="check">
          <input type="checkbox" checked={isOpen} onChange={(event) => onZone(event.target.checked ? "" : (known[0] ?? "UTC"))} /> {open}
        </label>
      )}
      {isWrong ? <p className="small tone-conflict">{t("time-bench.fault.zone")}</p> : null}
    </div>
  );
}
