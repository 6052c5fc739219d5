/** A time being typed: from and to, and whose clock. Without a zone it becomes the wide interval, and says so. */
import "./claims.css";
import { typedInterval, wallSpan } from "../../core/time/typed-interval.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { instantsOfWallClock, SHOWN_ZONES } from "../bench/zone-table.ts";
import { TimeText } from "../parts/time-text.tsx";
import { t } from "../words/t.ts";

export interface TimeDraft {
  readonly known: boolean;
  readonly from: string;
  readonly to: string;
  /** A zone's name, an offset such as "+03:00", or "unknown". */
  readonly zone: string;
}

export function emptyTime(known = false): TimeDraft {
  return { known, from: "", to: "", zone: "unknown" };
}

/** Fields that say again what a claim says. */
export function draftOfTime(claim: TimeClaim | "unknown" | "withheld"): TimeDraft {
  if (claim === "unknown" || claim === "withheld") return emptyTime();
  const { zone } = claim;
  if (zone.state === "unknown") {
    const [from = "", to = ""] = zone.reading.replaceAll("T", " ").split("/");
    return { known: true, from, to, zone: "unknown" };
  }
  const offset = zone.state === "utc" ? 0 : zone.offsetMinutes;
  const wall = (instant: string): string => new Date(Date.parse(instant) + offset * 60_000).toISOString().slice(0, 19).replace("T", " ");
  const [from, to] = [wall(claim.earliest), wall(claim.latest)];
  return { known: true, from, to: to === from ? "" : to, zone: zone.state === "utc" ? "UTC" : offsetName(offset) };
}

function offsetName(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

export type TimeRead =
  | { readonly state: "unknown" }
  | { readonly state: "read"; readonly claim: TimeClaim }
  | { readonly state: "refused"; readonly reason: string };

export function readTime(draft: TimeDraft, means: TimeClaim["means"] = "stated", basis = t("place-form.default-precision")): TimeRead {
  if (!draft.known) return { state: "unknown" };
  const to = draft.to.trim() === "" ? draft.from : draft.to;
  const offsets =
    draft.zone === "unknown" ? ("unknown" as const) : { from: offsetAt(draft.from, draft.zone), to: offsetAt(to, draft.zone) };
  if (offsets !== "unknown" && (offsets.from === undefined || offsets.to === undefined)) {
    const skipped = wallSpan(draft.from) !== undefined && wallSpan(to) !== undefined;
    return { state: "refused", reason: t(skipped ? "time-form.skipped" : "time-form.refused") };
  }
  const claim = typedInterval({
    from: draft.from,
    to: draft.to,
    offsets: offsets as { from: number; to: number } | "unknown",
    means,
    basis,
  });
  return claim === undefined ? { state: "refused", reason: t("time-form.refused") } : { state: "read", claim };
}

/** Minutes east of UTC that the zone's clocks stood at; undefined for no time, or one that they skipped. */
function offsetAt(words: string, zone: string): number | undefined {
  const fixed = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (fixed !== null) return (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3]));
  const wall = wallSpan(words)?.first;
  if (wall === undefined) return undefined;
  const [instant] = instantsOfWallClock(new Date(wall).toISOString().slice(0, 19), zone);
  return instant === undefined ? undefined : Math.round((wall - Date.parse(instant)) / 60_000);
}

const offsets = Array.from({ length: 27 }, (_, at) => offsetName((at - 12) * 60));

interface TimeFieldsProps {
  readonly legend: string;
  readonly draft: TimeDraft;
  readonly onDraft: (draft: TimeDraft) => void;
  readonly mayBeUnknown: boolean;
}

export function TimeFields({ legend, draft, onDraft, mayBeUnknown }: TimeFieldsProps) {
  const read = readTime(draft);
  const set = (change: Partial<TimeDraft>): void => onDraft({ ...draft, ...change });
  const zones = [...new Set([...SHOWN_ZONES, ...offsets, ...(draft.zone === "unknown" ? [] : [draft.zone])])];
  return (
    <fieldset className="claim-fields">
      <legend>{legend}</legend>
      {mayBeUnknown ? (
        <label className="check">
          <input type="checkbox" checked={!draft.known} onChange={(event) => set({ known: !event.target.checked })} />{" "}
          {t("time-form.not-known")}
        </label>
      ) : null}
      {draft.known ? (
        <>
          <div className="claim-row">
            <label className="label">
              <span>{t("time-form.from")}</span>
              <input className="field mono" value={draft.from} onChange={(event) => set({ from: event.target.value })} />
            </label>
            <label className="label">
              <span>{t("time-form.to")}</span>
              <input className="field mono" value={draft.to} onChange={(event) => set({ to: event.target.value })} />
            </label>
          </div>
          <label className="label">
            <span>{t("time-form.zone")}</span>
            <select className="field" value={draft.zone} onChange={(event) => set({ zone: event.target.value })}>
              <option value="unknown">{t("time-form.zone-unknown")}</option>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {/^[+-]/.test(zone) ? `UTC${zone}` : zone}
                </option>
              ))}
            </select>
          </label>
          {draft.from.trim() === "" ? (
            <p className="quiet small">{t("time-form.hint")}</p>
          ) : read.state === "read" ? (
            <TimeText claim={read.claim} full />
          ) : read.state === "refused" ? (
            <p className="small tone-conflict">{read.reason}</p>
          ) : null}
        </>
      ) : null}
    </fieldset>
  );
}
