/** What a problem holds beside its statements: events with their records, the horizon, and the candidates for an open zone. */
import { useState } from "react";
import { isZone } from "../../reason/time/local-days.ts";
import { useEvents } from "../events/event-queries.ts";
import { Dialog } from "../parts/dialog.tsx";
import { t } from "../words/t.ts";
import { DayField } from "./day-field.tsx";
import { isDay } from "./typed-day.ts";
import { type TimeDraft, eventsOf, withEventRenamed } from "./time-draft.ts";

/** Of more than these the names are changed in the JSON. */
const eventsListed = 200;

interface FrameDialogProps {
  readonly draft: TimeDraft;
  readonly onDraft: (draft: TimeDraft) => void;
  readonly onClose: () => void;
}

export function FrameDialog({ draft, onDraft, onClose }: FrameDialogProps) {
  const { problem } = draft;
  const records = useEvents().data?.events ?? [];
  const [horizon, setHorizon] = useState<readonly [string, string]>(problem.horizon);
  const [zones, setZones] = useState((problem.zones ?? []).join("\n"));
  const [names, setNames] = useState<readonly string[]>(problem.events);
  const [known, setKnown] = useState<Readonly<Record<string, string>>>(problem.eventRecords ?? {});
  const [removed, setRemoved] = useState<ReadonlySet<string>>(new Set());
  const [fresh, setFresh] = useState("");
  const used = new Set(problem.statements.flatMap(eventsOf));
  const listed = zones
    .split(/[\n,]+/)
    .map((zone) => zone.trim())
    .filter((zone) => zone !== "");
  const wrongZone = listed.find((zone) => !isZone(zone));
  const isHorizon = isDay(horizon[0]) && isDay(horizon[1]) && horizon[0] <= horizon[1];
  const left = names.filter((_, at) => !removed.has(problem.events[at] as string));
  const all = [...left, ...(fresh.trim() === "" ? [] : [fresh.trim()])];
  const areNames = all.every((name) => name.trim() !== "") && new Set(all.map((name) => name.trim())).size === all.length;
  const fault = !isHorizon
    ? t("time-bench.fault.horizon")
    : wrongZone !== undefined
      ? t("time-bench.fault.zone-named", { zone: wrongZone })
      : areNames
        ? undefined
        : t("time-bench.fault.events");
  const set = (): void => {
    // Through names that nothing has, so that two events can change theirs with each other.
    let next = draft;
    for (const [at, name] of problem.events.entries()) next = withEventRenamed(next, name, `\u0000${at}`);
    for (const [at, name] of names.entries()) next = withEventRenamed(next, `\u0000${at}`, name.trim());
    const events = all.map((name) => name.trim());
    const eventRecords = Object.fromEntries(
      problem.events.flatMap((old, at) => (known[old] === undefined || known[old] === "" ? [] : [[names[at]?.trim() ?? old, known[old]]])),
    );
    onDraft({ ...next, problem: { ...next.problem, events, horizon: [...horizon], zones: [...new Set(listed)], eventRecords } });
    onClose();
  };
  return (
    <Dialog title={t("time-bench.frame")} wide onClose={onClose}>
      <fieldset className="claim-fields">
        <legend>{t("time-bench.horizon")}</legend>
        <p className="quiet small">{t("time-bench.horizon-how")}</p>
        <div className="claim-row">
          {([0, 1] as const).map((at) => (
            <DayField
              key={at}
              label={t(at === 0 ? "time-bench.first-day" : "time-bench.last-day")}
              day={horizon[at]}
              onDay={(day) => setHorizon(at === 0 ? [day, horizon[1]] : [horizon[0], day])}
            />
          ))}
        </div>
      </fieldset>
      <label className="label">
        <span>{t("time-bench.candidates")}</span>
        <textarea className="field mono" value={zones} onChange={(event) => setZones(event.target.value)} />
      </label>
      <fieldset className="claim-fields">
        <legend>{t("time-bench.events")}</legend>
        {names.slice(0, eventsListed).map((name, at) => {
          const old = problem.events[at] as string;
          if (removed.has(old)) return null;
          return (
            <div key={old} className="claim-row">
              <input
                className="field"
                aria-label={t("time-bench.event-name", { name: old })}
                value={name}
                maxLength={200}
                onChange={(event) => setNames(names.with(at, event.target.value))}
              />
              <select
                className="field"
                aria-label={t("time-bench.event-record", { name: old })}
                value={known[old] ?? ""}
                onChange={(event) => setKnown({ ...known, [old]: event.target.value })}
              >
                <option value="">{t("time-bench.event-record-none")}</option>
                {records.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {`${id} · ${title.slice(0, 80)}`}
                  </option>
                ))}
              </select>
              {used.has(old) ? null : (
                <span className="time-chips quiet small">
                  {t("time-bench.event-unused")}
                  <button
                    type="button"
                    className="button is-small"
                    aria-label={t("time-bench.event-remove", { name: old })}
                    onClick={() => setRemoved(new Set([...removed, old]))}
                  >
                    ×
                  </button>
                </span>
              )}
            </div>
          );
        })}
        {names.length > eventsListed ? (
          <p className="quiet small">{t("time-bench.events-cut", { count: names.length - eventsListed })}</p>
        ) : null}
        <input
          className="field"
          aria-label={t("time-bench.event-new")}
          placeholder={t("time-bench.event-new")}
          value={fresh}
          maxLength={200}
          onChange={(event) => setFresh(event.target.value)}
        />
      </fieldset>
      {fault === undefined ? null : <p className="tone-conflict small">{fault}</p>}
      <p>
        <button type="button" className="button is-main" disabled={fault !== undefined} onClick={set}>
          {t("time-bench.set")}
        </button>
      </p>
    </Dialog>
  );
}
