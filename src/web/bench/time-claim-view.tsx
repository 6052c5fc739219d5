/** A stated time, verbatim, with its zone state; where the zone is unknown, what the words would mean in several zones, and no answer. */
import { useState } from "react";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { hasZoneTable, zoneTable } from "./zone-table.ts";

interface TimeClaimViewProps {
  readonly claim: TimeClaim;
  readonly withMeaning?: boolean;
  /** What it is the time of, where that is more than its meaning. */
  readonly label?: string;
}

export function TimeClaimView({ claim, withMeaning = false, label }: TimeClaimViewProps) {
  const head = label ?? (withMeaning ? t(`bench.time.${claim.means}`) : undefined);
  return (
    <div className="time-claim">
      <span>
        {head === undefined ? null : <b>{head}: </b>}
        <span className="mono">
          <IsolatedText text={claim.verbatim} />
        </span>{" "}
        <ZoneState claim={claim} />
      </span>
      {claim.zone.state === "unknown" ? <ZoneTable claim={claim} reading={claim.zone.reading} /> : <Instant claim={claim} />}
      <span className="quiet">{<IsolatedText text={t("bench.time.basis", { basis: claim.basis })} />}</span>
    </div>
  );
}

function ZoneState({ claim }: { claim: TimeClaim }) {
  const { zone } = claim;
  if (zone.state === "utc") return <span className="sign">UTC</span>;
  if (zone.state === "unknown") return <span className="sign is-attention">{t("bench.time.zone-unknown")}</span>;
  const sign = zone.offsetMinutes < 0 ? "−" : "+";
  const minutes = Math.abs(zone.offsetMinutes);
  const two = (n: number): string => String(n).padStart(2, "0");
  return (
    <span className="sign">
      {t("bench.time.zone-stated", { offset: `UTC${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` })}
    </span>
  );
}

function Instant({ claim }: { claim: TimeClaim }) {
  if (claim.earliest === claim.latest) return <span className="mono">{claim.earliest}</span>;
  return (
    <span className="mono">
      {claim.earliest} {t("bench.time.to")} {claim.latest}
    </span>
  );
}

/** Every date that the figures can mean; nothing where they mean one. */
function Readings({ readings }: { readings: readonly string[] }) {
  if (readings.length < 2) return null;
  return (
    <>
      <span className="sign is-attention">{t("bench.time.readings", { count: readings.length })}</span>{" "}
      {readings.map((one, index) => (
        <span key={one}>
          {index > 0 ? ` ${t("bench.time.or")} ` : null}
          <span className="mono">{one.replace("T", " ")}</span>
        </span>
      ))}
      .{" "}
    </>
  );
}

function ZoneTable({ claim, reading }: { claim: TimeClaim; reading: string }) {
  const [open, setOpen] = useState(false);
  // A day, or words with two readings, name no instant in any zone.
  if (!hasZoneTable(reading))
    return (
      <span>
        <Readings readings={reading.split("/")} />
        {t("bench.time.between")} <span className="mono">{claim.earliest}</span> {t("bench.time.to")}{" "}
        <span className="mono">{claim.latest}</span>
      </span>
    );
  return (
    <details className="zone-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {t("bench.time.between")} <span className="mono">{claim.earliest}</span> {t("bench.time.to")}{" "}
        <span className="mono">{claim.latest}</span>
      </summary>
      <table className="plain-table">
        <caption className="visually-hidden">{t("bench.time.table")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("bench.time.if-zone")}</th>
            <th scope="col">{t("bench.time.then-utc")}</th>
          </tr>
        </thead>
        <tbody>
          {(open ? zoneTable(reading) : []).map(({ zone, instants }) => (
            <tr key={zone}>
              <th scope="row">{zone}</th>
              <td className="mono">{instants.length > 0 ? instants.join(` ${t("bench.time.or")} `) : t("bench.time.skipped")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet">{t("bench.time.no-answer")}</p>
    </details>
  );
}
