/** The colour and the pattern of a series, as a small square beside its words. */
import "./bench-map.css";
import { useId } from "react";
import { BenchMapPatterns } from "./bench-map-patterns.tsx";
import type { Series } from "./bench-shapes.ts";

export function SeriesSwatch({ series }: { readonly series: Series }) {
  const id = useId();
  return (
    <svg className={`series-swatch is-series-${series}`} viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
      <BenchMapPatterns id={id} />
      <rect className="bench-fill" x="1" y="1" width="16" height="16" rx="2" />
      <rect x="1" y="1" width="16" height="16" rx="2" fill={`url(#${id}-${series})`} />
    </svg>
  );
}
