/** A pattern for each tone and each series, so that areas can be told apart without colour. */
import type { ReactNode } from "react";
import type { Series, Tone } from "./bench-shapes.ts";

interface Pattern {
  readonly px: number;
  readonly turnDeg: number;
  readonly drawn: ReactNode;
}

const tones: Readonly<Record<Exclude<Tone, "plain">, Pattern>> = {
  agree: { px: 12, turnDeg: 45, drawn: <path d="M0 0V12" /> },
  narrower: { px: 9, turnDeg: -45, drawn: <path d="M0 0V9" strokeDasharray="5 4" /> },
  conflict: { px: 9, turnDeg: 45, drawn: <path d="M0 0V9M0 0H9" /> },
  unknown: { px: 8, turnDeg: 0, drawn: <circle cx="2" cy="2" r="1.2" /> },
};

const series: Readonly<Record<Series, Pattern>> = {
  1: { px: 10, turnDeg: 45, drawn: <path d="M0 0V10" /> },
  2: { px: 10, turnDeg: -45, drawn: <path d="M0 0V10" /> },
  3: { px: 9, turnDeg: 0, drawn: <circle cx="3" cy="3" r="1.3" /> },
  4: { px: 8, turnDeg: 0, drawn: <path d="M0 1H8" /> },
  5: { px: 8, turnDeg: 0, drawn: <path d="M1 0V8" /> },
  6: { px: 10, turnDeg: 0, drawn: <path d="M0 1H10M1 0V10" /> },
};

function PatternOf({ id, name, pattern }: { id: string; name: string; pattern: Pattern }) {
  return (
    <pattern
      id={`${id}-${name}`}
      className={/\d/.test(name) ? `is-series-${name}` : `is-${name}`}
      width={pattern.px}
      height={pattern.px}
      patternUnits="userSpaceOnUse"
      patternTransform={`rotate(${pattern.turnDeg})`}
    >
      {pattern.drawn}
    </pattern>
  );
}

/** `url(#ID-agree)`, `url(#ID-3)`; a plain area names one that is not there, and stays plain. */
export function BenchMapPatterns({ id }: { readonly id: string }) {
  return (
    <defs className="bench-patterns">
      {[...Object.entries(tones), ...Object.entries(series)].map(([name, pattern]) => (
        <PatternOf key={name} {...{ id, name, pattern }} />
      ))}
    </defs>
  );
}
