/** Whose clock the screen goes by: zones of the problem first, then the usual ones, then all that the platform knows. */
import { memo, useMemo } from "react";
import type { TimeProblem } from "../../reason/time/time-problem.ts";
import { t } from "../words/t.ts";
import { usualZones, zonesOf } from "./zones.ts";

interface ClockChoiceProps {
  readonly problem: TimeProblem;
  readonly zone: string;
  readonly onClock: (zone: string) => void;
}

/** Drawn anew only with the problem: it holds some four hundred choices, and moving about in time draws often. */
export const ClockChoice = memo(
  function ClockChoice({ problem, zone, onClock }: ClockChoiceProps) {
    const groups = useMemo(() => {
      const ofProblem = zonesOf(problem);
      const usual = usualZones.filter((name) => !ofProblem.includes(name));
      const rest = Intl.supportedValuesOf("timeZone").filter((name) => !ofProblem.includes(name) && !usual.includes(name));
      return [
        ["time-bench.zones-problem", ofProblem],
        ["time-bench.zones-usual", usual],
        ["time-bench.zones-all", rest],
      ] as const;
    }, [problem]);
    const isListed = groups.some(([, zones]) => zones.includes(zone));
    return (
      <label className="time-inline">
        <span>{t("time-bench.clock")}</span>
        <select className="field" value={zone} onChange={(event) => onClock(event.target.value)}>
          {isListed ? null : <option value={zone}>{zone}</option>}
          {groups.map(([says, zones]) =>
            zones.length === 0 ? null : (
              <optgroup key={says} label={t(says)}>
                {zones.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      </label>
    );
  },
  (before, now) => before.problem === now.problem && before.zone === now.zone,
);
