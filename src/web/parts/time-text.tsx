/** A time as material states it. Without a zone it looks like what it is: an interval. */
import "./parts.css";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { t } from "../words/t.ts";
import { shownTime } from "./format.ts";

export function TimeText({ claim, full = false }: { claim: TimeClaim | "unknown"; full?: boolean }) {
  if (claim === "unknown") return <span className="quiet">{t("time.unknown")}</span>;
  const time = shownTime(claim);
  const basis = t("time.basis", { basis: claim.basis });
  return (
    <span className={time.zoneKnown ? "time" : "time is-interval"} title={[time.interval, basis].filter(Boolean).join("\n")}>
      <span className="time-clock">
        {time.clock}
        {time.zoneKnown ? null : <span className="time-sign"> ±</span>}
      </span>
      <span className="visually-hidden">, </span>
      <span className="time-zone">{time.zone}</span>
      {full && time.interval !== undefined ? <span className="time-interval">{time.interval}</span> : null}
    </span>
  );
}
