/**
 * The sun dial: the way of the sun over one day, the measured bearing and length with their errors, and the windows they leave on
 * it. Each kind has its own hatching, width and letter, so that it reads without colour and on paper; the list below says the same.
 */
import "./sun.css";
import { useId, useMemo } from "react";
import type { SunWhen, SunWindow } from "../../reason/sun/sun-answer.ts";
import type { SunProblem } from "../../reason/sun/sun-problem.ts";
import { createSunTrack } from "../../reason/sun/sun-track.ts";
import { localSpan, offsetAt } from "../../reason/time/local-days.ts";
import { t } from "../words/t.ts";
import { onDial, rim, ringPath, wayOfSun, wedgePath } from "./dial-geometry.ts";
import { clockSpan, clockWords } from "./sun-words.ts";

const hourMs = 3_600_000;

export interface SunDialProps {
  /** With the place and the day of the answer. */
  readonly problem: SunProblem;
  readonly answer: SunWhen;
  /** Without the list of windows, where what stands around it says them. */
  readonly isBare?: boolean | undefined;
}

export function SunDial({ problem, answer, isBare = false }: SunDialProps) {
  const id = useId();
  const { place } = problem;
  const drawn = useMemo(() => (place === undefined ? undefined : dayOf(place, answer)), [place, answer]);
  if (place === undefined || drawn === undefined) return null;
  const { sun, from, to, hours } = drawn;
  const { shadowBearingDeg: bearing, bearingErrorDeg, heightDeg } = answer.used;
  const noon = sun(Date.parse(answer.noon.utc));
  const noonAt = onDial(noon.azimuthDeg, noon.apparentElevationDeg);
  const marks = marksOf(answer);
  return (
    <figure className="sun-dial">
      <svg viewBox="-128 -122 256 244" role="img" aria-labelledby={`${id}-title`} aria-describedby={isBare ? undefined : `${id}-list`}>
        <title id={`${id}-title`}>{t("sun.dial.title", { day: answer.day, zone: answer.zone })}</title>
        <defs>
          <pattern id={`${id}-b`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className="sun-dial-hatch is-bearing" width="1.2" height="5" />
          </pattern>
          <pattern id={`${id}-r`} width="4" height="4" patternUnits="userSpaceOnUse">
            <circle className="sun-dial-hatch is-ratio" cx="2" cy="2" r="0.8" />
          </pattern>
        </defs>
        <circle className="sun-dial-sky" r={rim} />
        {heightDeg === null ? null : (
          <path className="sun-dial-area is-ratio" d={ringPath(heightDeg)} fill={`url(#${id}-r)`} fillRule="evenodd" />
        )}
        {bearing === null || bearingErrorDeg === null ? null : (
          <>
            <path className="sun-dial-area is-bearing" d={wedgePath(bearing.value + 180, bearingErrorDeg)} fill={`url(#${id}-b)`} />
            <path className="sun-dial-shadow" d={wedgePath(bearing.value, bearingErrorDeg, rim * 0.62)} />
            <ShadowArrow bearingDeg={bearing.value} />
          </>
        )}
        {[30, 60].map((height) => (
          <g key={height}>
            <circle className="sun-dial-grid" r={(rim * (90 - height)) / 90} />
            <text className="sun-dial-height" x="2" y={-(rim * (90 - height)) / 90 + 7}>
              {height}°
            </text>
          </g>
        ))}
        <path className="sun-dial-grid" d={`M0 ${-rim}V${rim}M${-rim} 0H${rim}`} />
        {(["n", "e", "s", "w"] as const).map((side, i) => {
          const { x, y } = onDial(i * 90, 0);
          return (
            <text key={side} className="sun-dial-side" x={x * 1.1} y={y * 1.1} dominantBaseline="central" textAnchor="middle">
              {t(`sun.dial.${side}`)}
            </text>
          );
        })}
        <path className="sun-dial-way" d={wayOfSun(sun, from, to)} />
        {answer.utc.bearing?.map((window) => (
          <path key={window[0]} className="sun-dial-window is-bearing" d={wayOfWindow(sun, window)} />
        ))}
        {answer.utc.ratio?.map((window) => (
          <path key={window[0]} className="sun-dial-window is-ratio" d={wayOfWindow(sun, window)} />
        ))}
        {answer.used.heightDeg === null || bearing === null
          ? null
          : answer.utc.joint.map((window) => <path key={window[0]} className="sun-dial-window is-joint" d={wayOfWindow(sun, window)} />)}
        {hours.map(({ at, hour, isNamed }) => {
          const { azimuthDeg, apparentElevationDeg } = sun(at);
          const point = onDial(azimuthDeg, apparentElevationDeg);
          const beyond = onDial(azimuthDeg, apparentElevationDeg - 11);
          return (
            <g key={at}>
              <circle className="sun-dial-hour" cx={point.x} cy={point.y} r={isNamed ? 1.5 : 0.9} />
              {isNamed ? (
                <text className="sun-dial-clock" x={beyond.x} y={beyond.y} dominantBaseline="central" textAnchor="middle">
                  {hour}
                </text>
              ) : null}
            </g>
          );
        })}
        <path className="sun-dial-noon" d={`M${noonAt.x} ${noonAt.y - 2.4}l3.4 -5.6h-6.8z`} />
        {marks.map(({ name, window }) => {
          const { azimuthDeg, apparentElevationDeg } = sun((Date.parse(window[0]) + Date.parse(window[1])) / 2);
          const { x, y } = onDial(azimuthDeg, apparentElevationDeg + (name.startsWith("B") ? 20 : 11));
          return (
            <g key={name}>
              <circle className="sun-dial-badge" cx={x} cy={y} r="6.4" />
              <text className="sun-dial-name" x={x} y={y} dominantBaseline="central" textAnchor="middle">
                {name}
              </text>
            </g>
          );
        })}
      </svg>
      {isBare ? null : <DialList id={`${id}-list`} answer={answer} />}
    </figure>
  );
}

/** The windows in words, each with the letter that it has on the dial. */
function DialList({ id, answer }: { readonly id: string; readonly answer: SunWhen }) {
  const { bearing, ratio, joint, noon, zone, day } = answer;
  const twins = (ratio?.length ?? 0) > 1;
  const both = bearing !== null && ratio !== null;
  return (
    <figcaption id={id} className="sun-dial-list">
      <p className="quiet small">{t("sun.dial.times", { day, zone })}</p>
      <ul>
        {bearing === null ? null : (
          <li>
            <Key kind="bearing" />{" "}
            {t("sun.dial.bearing", {
              value: degreesOf(answer.used.shadowBearingDeg?.value),
              error: degreesOf(answer.used.bearingErrorDeg),
            })}
            <Spans letter="B" windows={bearing} none={t("sun.none-bearing")} />
          </li>
        )}
        {ratio === null ? null : (
          <li>
            <Key kind="ratio" />{" "}
            {t("sun.dial.ratio", { least: degreesOf(answer.used.heightDeg?.[0]), most: degreesOf(answer.used.heightDeg?.[1]) })}
            <Spans letter="R" windows={ratio} none={t("sun.none-ratio")} />
            {twins ? <p className="quiet small">{t("sun.dial.twin")}</p> : null}
          </li>
        )}
        {both ? (
          <li>
            <Key kind="joint" /> {t("sun.dial.joint")}
            <Spans letter="J" windows={joint} none={t("sun.none-joint")} />
          </li>
        ) : null}
        <li>
          <svg className="sun-dial-key" viewBox="0 0 26 12" aria-hidden="true">
            <path className="sun-dial-noon" d="M13 10l4 -7h-8z" />
          </svg>{" "}
          {t("sun.dial.noon", { time: clockWords(noon.local) })}
        </li>
      </ul>
    </figcaption>
  );
}

function Spans({ letter, windows, none }: { readonly letter: string; readonly windows: readonly SunWindow[]; readonly none: string }) {
  if (windows.length === 0) return <p className="sun-dial-none">{none}</p>;
  return (
    <ul className="sun-dial-spans">
      {windows.map((window, at) => (
        <li key={window[0]}>
          <b>{`${letter}${at + 1}`}</b> <span className="sun-dial-span">{clockSpan(window)}</span>
        </li>
      ))}
    </ul>
  );
}

function Key({ kind }: { readonly kind: "bearing" | "ratio" | "joint" }) {
  return (
    <svg className="sun-dial-key" viewBox="0 0 26 12" aria-hidden="true">
      <path className="sun-dial-way" d="M1 6H25" />
      <path className={`sun-dial-window is-${kind}`} d="M4 6H22" />
    </svg>
  );
}

/** Where the shadow falls, as it was measured. */
function ShadowArrow({ bearingDeg }: { readonly bearingDeg: number }) {
  return <path className="sun-dial-arrow" d={`M0 0V${-rim * 0.62}m-4 7l4 -7l4 7`} transform={`rotate(${bearingDeg})`} />;
}

interface Hour {
  readonly at: number;
  readonly hour: string;
  readonly isNamed: boolean;
}

function dayOf(place: NonNullable<SunProblem["place"]>, { day, zone }: SunWhen) {
  const sun = createSunTrack(place);
  const [from, to] = localSpan(zone, day, 0, 1440);
  const hours: Hour[] = [];
  for (let at = Math.ceil(from / hourMs) * hourMs; at < to; at += hourMs) {
    if (sun(at).apparentElevationDeg < 0) continue;
    const clock = new Date(at + offsetAt(zone, at));
    hours.push({ at, hour: clock.toISOString().slice(11, clock.getUTCMinutes() === 0 ? 13 : 16), isNamed: clock.getUTCHours() % 2 === 0 });
  }
  return { sun, from, to, hours };
}

function wayOfWindow(sun: ReturnType<typeof createSunTrack>, [from, to]: SunWindow): string {
  return wayOfSun(sun, Date.parse(from), Math.max(Date.parse(to), Date.parse(from) + 1000));
}

/** More than one of a kind, or two kinds, have letters. */
function marksOf({ utc }: SunWhen): { readonly name: string; readonly window: SunWindow }[] {
  const named = (letter: string, windows: readonly SunWindow[] | null) =>
    (windows ?? []).map((window, at) => ({ name: `${letter}${at + 1}`, window }));
  return [...named("B", utc.bearing), ...named("R", utc.ratio)];
}

function degreesOf(value: number | null | undefined): string {
  return value === null || value === undefined ? "" : Number(value.toFixed(1)).toString();
}
