/** What a shadow says, as it stands: what was measured, the windows on the dial or the area, the days that fit, and every warning. */
import type { SunAnswer, SunWhen, SunWhere } from "../../reason/sun/sun-answer.ts";
import type { SunProblem } from "../../reason/sun/sun-problem.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { formatNumber, t } from "../words/t.ts";
import { SunDial } from "./sun-dial.tsx";

export function SunResult({ problem, answer }: { readonly problem: SunProblem; readonly answer: SunAnswer }) {
  return (
    <section className="sun-result" aria-label={t("sun.result")}>
      {answer.measured === null ? null : <Measured answer={answer} />}
      {answer.answers === "when" ? <When problem={problem} answer={answer} /> : <Where answer={answer} />}
      {answer.warnings.length === 0 ? null : (
        <ul className="sun-warnings">
          {answer.warnings.map((words) => (
            <li key={words} className="notice is-attention">
              <ToneMark tone="narrower" /> <span>{words}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Measured({ answer: { used } }: { readonly answer: SunAnswer }) {
  const { shadowBearingDeg: bearing, lengthRatio: ratio } = used;
  return (
    <dl className="sun-measured" data-testid="sun-measured">
      <dt>{t("sun.measured.bearing")}</dt>
      <dd>
        {bearing === null
          ? t("sun.measured.none")
          : t("sun.measured.degrees", { value: bearing.value.toFixed(1), error: bearing.error.toFixed(1) })}
      </dd>
      <dt>{t("sun.measured.ratio")}</dt>
      <dd>
        {ratio === null
          ? t("sun.measured.none")
          : t("sun.measured.times", { value: ratio.value.toFixed(2), error: ratio.error.toFixed(2) })}
      </dd>
    </dl>
  );
}

function When({ problem, answer }: { readonly problem: SunProblem; readonly answer: SunWhen }) {
  const { daysThatFit, scanned, seasonalTwin } = answer;
  return (
    <>
      <SunDial problem={problem} answer={answer} />
      {scanned === null ? null : (
        <dl className="sun-measured">
          <dt>{t("sun.scan.fit", { from: scanned[0], to: scanned[1] })}</dt>
          <dd>{runs(daysThatFit)}</dd>
          <dt>{t("sun.scan.twin")}</dt>
          <dd>{runs(seasonalTwin)}</dd>
        </dl>
      )}
    </>
  );
}

function runs(days: SunWhen["daysThatFit"]): string {
  if (days === null || days.length === 0) return t("sun.scan.none");
  return days.map(([first, last]) => (first === last ? first : `${first} – ${last}`)).join(", ");
}

function Where({ answer }: { readonly answer: SunWhere }) {
  const { bearing, ratio, joint, instant, edgeKm, overhead, placeFits, within } = answer;
  const area = (km2: number) => (km2 === 0 ? t("sun.where.none") : t("sun.where.km2", { area: formatNumber(Number(km2.toPrecision(3))) }));
  return (
    <>
      <p>{t("sun.where.instant", { from: instant[0], to: instant[1] })}</p>
      <dl className="sun-measured" data-testid="sun-where">
        {bearing === null ? null : (
          <>
            <dt>{t("sun.where.bearing")}</dt>
            <dd>{area(bearing.areaKm2)}</dd>
          </>
        )}
        {ratio === null ? null : (
          <>
            <dt>{t("sun.where.ratio")}</dt>
            <dd>{area(ratio.areaKm2)}</dd>
          </>
        )}
        {bearing === null || ratio === null ? null : (
          <>
            <dt>{t("sun.where.joint")}</dt>
            <dd>{area(joint.areaKm2)}</dd>
          </>
        )}
        <dt>{t("sun.where.edge")}</dt>
        <dd>{t(within === "region" ? "sun.where.edge-within" : "sun.where.edge-km", { km: String(edgeKm) })}</dd>
        <dt>{t("sun.where.overhead")}</dt>
        <dd>{t("sun.where.at", { lat: overhead[0].lat.toFixed(1), lon: overhead[0].lon.toFixed(1) })}</dd>
        {placeFits === null ? null : (
          <>
            <dt>{t("sun.where.place")}</dt>
            <dd>
              <span className="chip">
                <ToneMark tone={placeFits ? "agree" : "conflict"} /> {t(placeFits ? "sun.where.fits" : "sun.where.fits-not")}
              </span>
            </dd>
          </>
        )}
      </dl>
    </>
  );
}
