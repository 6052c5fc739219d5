/** Graphic level as filled steps and a word; "not assessed" has no steps, since nobody knows. */
import type { GraphicLevel } from "../../core/item/item.ts";
import { t } from "../words/t.ts";

const steps: Readonly<Record<GraphicLevel, number>> = { unassessed: 0, none: 0, mild: 1, strong: 2, severe: 3 };

export function LevelMark({ level }: { level: GraphicLevel }) {
  return (
    <span className={`chip level level-${level}`}>
      <svg className="icon" viewBox="0 0 14 12" width="14" height="12" aria-hidden="true" focusable="false">
        {level === "unassessed" ? (
          <path d="M1 11h12" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2 2" />
        ) : (
          [0, 1, 2].map((step) => (
            <rect
              key={step}
              x={0.75 + step * 4.6}
              y={7.5 - step * 3}
              width="3.2"
              height={3.75 + step * 3}
              fill={step < steps[level] ? "currentColor" : "none"}
              stroke="currentColor"
              strokeWidth="1"
            />
          ))
        )}
      </svg>
      {t(`level.${level}`)}
    </span>
  );
}
