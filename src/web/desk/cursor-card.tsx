/** The item at the cursor and what to do with it. On a narrow screen it is a bar at the bottom that opens upwards. */
import "./cursor-card.css";
import { useState } from "react";
import { LevelMark } from "../parts/level-mark.tsx";
import { TriageMark } from "../parts/triage-mark.tsx";
import { useNarrow } from "../parts/use-narrow.ts";
import { ContactSheet } from "../shield/contact-sheet.tsx";
import { t } from "../words/t.ts";
import type { Row } from "./item-cells.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { TriageBar } from "./triage-bar.tsx";
import type { TriageChange } from "./use-triage.ts";

interface CursorCardProps {
  readonly row: Row;
  readonly left: boolean;
  readonly targets: readonly Row[];
  readonly target: string;
  readonly readOnly: boolean;
  readonly canUndo: boolean;
  readonly onChange: (change: TriageChange) => void;
  readonly onNote: () => void;
  readonly onAssess: () => void;
  readonly onConditions: () => void;
  readonly onUndo: () => void;
}

export function CursorCard({ row, left, targets, ...props }: CursorCardProps) {
  const [open, setOpen] = useState(false);
  const [first, ...others] = targets;
  // Read and tabbed through in the order in which it is seen.
  const narrow = useNarrow(861);
  const item = (
    <section className="card-item" aria-label={t("item.number", { number: row.number })}>
      <ItemFacts row={row} left={left} />
      {row.kind === "video" && row.poster === "ready" ? <ContactSheet key={row.id} item={row.id} width={72} /> : null}
    </section>
  );
  return (
    <aside className={open ? "cursor-card is-open" : "cursor-card"} aria-label={t("item.card")}>
      <button type="button" className="card-handle" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span>{t("item.number", { number: row.number })}</span>
        <LevelMark level={row.graphicLevel} />
        <TriageMark state={row.triage} />
        <span className="quiet">
          {t("item.details")} <span aria-hidden="true">{open ? "▾" : "▴"}</span>
        </span>
      </button>
      <div className="card-body">
        {narrow ? null : item}
        <TriageBar
          target={props.target}
          level={others.every((other) => other.graphicLevel === first?.graphicLevel) ? first?.graphicLevel : undefined}
          state={others.every((other) => other.triage === first?.triage) ? first?.triage : undefined}
          disabled={props.readOnly}
          canUndo={props.canUndo}
          onChange={props.onChange}
          onNote={props.onNote}
          onAssess={props.onAssess}
          onConditions={props.onConditions}
          onUndo={props.onUndo}
        />
        {narrow ? item : null}
      </div>
    </aside>
  );
}
