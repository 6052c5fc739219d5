/** Triage state as a small dial and a word. */
import type { TriageState } from "../../core/item/item.ts";
import { t } from "../words/t.ts";

const shapes: Readonly<Record<TriageState, { readonly path: string; readonly filled?: boolean }>> = {
  new: { path: "" },
  "to-do": { path: "M7 7h.01" },
  "in-progress": { path: "M7 1.5a5.5 5.5 0 0 1 0 11z", filled: true },
  "help-needed": { path: "M5.4 5.4a1.7 1.7 0 1 1 2.2 1.6q-.6.3-.6 1 M7 10v.1" },
  "set-aside": { path: "M4 7h6" },
  done: { path: "M4.3 7.2l2 2 3.5-4" },
};

export function TriageMark({ state }: { state: TriageState }) {
  const shape = shapes[state];
  return (
    <span className={`chip triage-state triage-${state}`}>
      <svg className="icon" viewBox="0 0 14 14" width="14" height="14" aria-hidden="true" focusable="false">
        <circle
          cx="7"
          cy="7"
          r="5.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.2"
          strokeDasharray={state === "new" ? "2.2 1.6" : undefined}
        />
        <path
          d={shape.path}
          fill={shape.filled === true ? "currentColor" : "none"}
          stroke="currentColor"
          strokeWidth={state === "to-do" ? 2.6 : 1.4}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      {t(`triage.${state}`)}
    </span>
  );
}
