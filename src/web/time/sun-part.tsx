/** Under the chart: how the sun stood where statements rest on it. For a shadow's windows the dial of the measurement they cite. */
import { useQueries } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { InferenceId } from "../../core/inference/inference.ts";
import { isZone } from "../../reason/time/local-days.ts";
import { sunDays } from "../../reason/sun/sun-days.ts";
import type { SunWhen } from "../../reason/sun/sun-answer.ts";
import type { TimeProblem, TimeStatement } from "../../reason/time/time-problem.ts";
import { inferenceApi } from "../api-client/inference-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { SunDial } from "../sun/sun-dial.tsx";
import { t } from "../words/t.ts";
import { momentWords } from "./clock-words.ts";
import { DayField } from "./day-field.tsx";
import { isDay } from "./typed-day.ts";
import { sunProblemOf, whenOf } from "./sun-statements.ts";

/** Dials beside each other that are still read. */
const dialsShown = 3;

type SunStatement = Extract<TimeStatement, { kind: "sun" }>;

export function hasSun({ statements }: TimeProblem): boolean {
  return statements.some((one) => one.kind === "sun" || citedSuns(one).length > 0);
}

function citedSuns(one: TimeStatement): string[] {
  return one.kind === "windows" ? (one.cites ?? []).filter((id) => /^n[1-9]\d*$/.test(id)) : [];
}

interface SunPartProps {
  readonly problem: TimeProblem;
  readonly zone: string;
  /** Day of the result of an event, in words of a date; undefined where there is none. */
  readonly dayOf: (event: string) => string | undefined;
}

export function SunPart({ problem, zone, dayOf }: SunPartProps) {
  const cited = [...new Set(problem.statements.flatMap(citedSuns))].slice(0, dialsShown) as InferenceId[];
  const kept = useQueries({
    queries: cited.map((id) => ({
      queryKey: [...queryKeys.records, "inferences", "one", id],
      queryFn: ({ signal }: { signal: AbortSignal }) => inferenceApi.get(id, signal),
    })),
  });
  const suns = problem.statements.filter((one): one is SunStatement => one.kind === "sun").slice(0, dialsShown - cited.length);
  return (
    <div className="time-suns">
      {kept.map(({ data }, at) => {
        const [asked, when] = [sunProblemOf(data?.problem), whenOf(data?.answer)];
        return asked === undefined || when === undefined ? null : (
          <section key={cited[at]}>
            <h3>
              <Link to={`/time/${cited[at]}`}>
                <IsolatedText text={`${cited[at]} · ${data?.inference.title ?? ""}`} />
              </Link>
            </h3>
            <SunDial problem={asked} answer={when} />
          </section>
        );
      })}
      {suns.map((one) => (
        <PlainDial key={one.id} statement={one} zone={zone} day={one.day ?? dayOf(one.event) ?? problem.horizon[0]} />
      ))}
    </div>
  );
}

/** Nothing is measured: where the sun stood over the place on that day, hour by hour. */
function PlainDial({ statement, zone, day: suited }: { statement: SunStatement; zone: string; day: string }) {
  const { place } = statement;
  const [typed, setTyped] = useState<string>();
  // While no day is typed yet, the one that suits stays.
  const day = typed !== undefined && isDay(typed) ? typed : suited;
  const [rise, noon, set] = useMemo(() => sunOf(place, day), [place, day]);
  const clock = (at: number | undefined): string =>
    at === undefined ? t("time-bench.sun-never") : momentWords(Math.round(at / 1000) * 1000, zone);
  return (
    <section className="time-plain-dial">
      <div>
        <h3>
          <IsolatedText text={t("time-bench.sun-over", { name: statement.id, lat: String(place.lat), lon: String(place.lon) })} />
        </h3>
        <DayField label={t("time-bench.dial-day")} day={typed ?? suited} onDay={setTyped} />
        <dl className="time-sun-times">
          {(
            [
              ["time-bench.sun-rise", rise],
              ["time-bench.sun-noon", noon],
              ["time-bench.sun-set", set],
            ] as const
          ).map(([says, at]) => (
            <div key={says}>
              <dt className="quiet">{t(says)}</dt>
              <dd className="time-figures">{clock(at)}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet small">{t("time-bench.times-by", { zone })}</p>
      </div>
      {noon === undefined ? null : (
        <SunDial problem={{ place, day, zone }} answer={plainWhen(noon, day, isZone(zone) ? zone : "UTC")} isBare />
      )}
    </section>
  );
}

type Times = readonly [rise: number | undefined, noon: number | undefined, set: number | undefined];

function sunOf(place: { lat: number; lon: number }, day: string): Times {
  const middle = Date.parse(`${day}T12:00:00Z`);
  if (Number.isNaN(middle)) return [undefined, undefined, undefined];
  const found = sunDays(place, middle - 43_200_000, middle + 43_200_000).find(({ noon }) => new Date(noon).toISOString().startsWith(day));
  return [found?.rise, found?.noon, found?.set];
}

function plainWhen(noon: number, day: string, zone: string): SunWhen {
  const utc = new Date(noon).toISOString();
  const none = { bearing: null, ratio: null, joint: [] };
  return {
    ...{ answers: "when", ...none, utc: none, day, zone, noon: { utc, local: utc }, measured: null, daysThatFit: null, scanned: null },
    ...{ seasonalTwin: null, warnings: [], used: { shadowBearingDeg: null, lengthRatio: null, bearingErrorDeg: null, heightDeg: null } },
  };
}
