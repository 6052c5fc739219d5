/** The standing of a stated place or time: a shape and a word, the same shapes as on the map. */
import type { StatementStanding } from "../../core/place/place-statement.ts";
import { t } from "../words/t.ts";

/** "seen": read out of the material, stated by nobody here. */
export type ShownStanding = StatementStanding | "seen";

export function StandingMark({ standing }: { standing: ShownStanding }) {
  return (
    <span className="chip standing-mark">
      <svg className={`icon standing-${standing}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
        <StandingShape standing={standing} />
      </svg>
      {standing === "seen" ? t("map.standing.seen") : t(`statements.standing.${standing}`)}
    </span>
  );
}

/** Drawn around the middle of a 16 by 16 field: disc, ring of dashes, crossed ring, square. */
export function StandingShape({ standing }: { standing: ShownStanding }) {
  switch (standing) {
    case "stated":
      return <circle cx="8" cy="8" r="4.5" fill="currentColor" stroke="currentColor" strokeWidth="1.5" />;
    case "candidate":
      return <circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" strokeWidth="1.8" strokeDasharray="3 2" />;
    case "rejected":
      return <path d="M8 3a5 5 0 1 0 .01 0M4.5 4.5l7 7M11.5 4.5l-7 7" fill="none" stroke="currentColor" strokeWidth="1.5" />;
    case "seen":
      return <rect x="3.5" y="3.5" width="9" height="9" fill="none" stroke="currentColor" strokeWidth="1.6" />;
  }
}
