/** A time as material states it. Without a zone it looks like what it is: an interval. */
import "./parts.css";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { t } from "../words/t.ts";
import { shownTime } from "./format.ts";

export function TimeText({ claim, full = false }: { claim: TimeClaim | "unknown"; full?: boolean }) {
  if (claim === "unknown") return <span className="quiet">{t("time.unknown")}</span>;
  const time = shownTime(claim);
  const basis = t("time.basis", { basis: claim.basis });
  // A column of such times says "posted": what was only sent, by the sender's own clock, says so itself.
  const sent = claim.means === "sent";
  return (
    <span
      className={time.zoneKnown ? "time" : "time is-interval"}
      title={[sent ? t("bench.time.sent") : undefined, time.interval, basis].filter(Boolean).join("\n")}
    >
      <span className="time-clock">
        {time.clock}
        {time.zoneKnown ? null : <span className="time-sign"> ±</span>}
      </span>
      <span className="visually-hidden">, </span>
      <span className="time-zone">
        {time.zone}
        {sent ? ` · ${t("time.sender-clock")}` : null}
      </span>
      {full && time.interval !== undefined ? <span className="time-interval">{time.interval}</span> : null}
    </span>
  );
}
