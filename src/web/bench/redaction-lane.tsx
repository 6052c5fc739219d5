/** Marks of the redaction layer along a timeline: where something is covered, where its keys are, and where following it ended. */
import { type ReactNode, useCallback } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { RedactionMark } from "../../core/redaction/redaction.ts";
import { useRedaction } from "../api-client/redaction-api.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { type FrameClock, formatClock, readingOf } from "./frame-clock.ts";
import { place, type Span } from "./timeline-draw.ts";

export interface LaneMark {
  readonly key: string;
  readonly label: string;
  readonly mark: RedactionMark;
  /** Seconds in which following did not know it: to be looked at. */
  readonly gap: { readonly fromS: number; readonly toS: number } | undefined;
}

interface MarkLanesProps {
  readonly marks: readonly LaneMark[];
  readonly span: Span;
  /** Item time minus the player's clock. */
  readonly shiftS: number;
  readonly chosen?: string | undefined;
  readonly onChoose?: (key: string) => void;
}

const mostLanes = 12;

export function MarkLanes({ marks, span, shiftS, chosen, onChoose }: MarkLanesProps) {
  if (marks.length === 0) return null;
  const at = (itemS: number): string => place(itemS - shiftS, span);
  return (
    <ul className="mark-lanes" aria-label={t("redact.lanes")}>
      {marks.slice(0, mostLanes).map(({ key, label, mark: { sort }, gap }) => (
        <li key={key} className="mark-lane">
          <button
            type="button"
            className={key === chosen ? `mark-bar is-${sort.what} is-chosen` : `mark-bar is-${sort.what}`}
            style={{ left: at(sort.fromS), right: `max(0px, calc(100% - ${at(sort.toS)} - 3px))` }}
            aria-pressed={onChoose === undefined ? undefined : key === chosen}
            disabled={onChoose === undefined}
            title={t("redact.lane.title", { name: label, from: formatClock(sort.fromS), to: formatClock(sort.toS) })}
            onClick={() => onChoose?.(key)}
          >
            {label}
          </button>
          {sort.what === "box"
            ? sort.keys
                .slice(0, 400)
                .map(({ atS, by }) => <span key={atS} className={`mark-key is-${by}`} style={{ left: at(atS) }} aria-hidden="true" />)
            : null}
          {gap === undefined ? null : (
            <span
              className="mark-gap"
              style={{ left: at(gap.fromS), right: `calc(100% - ${at(gap.toS)})` }}
              title={t("redact.lane.gap", { from: formatClock(gap.fromS), to: formatClock(gap.toS) })}
            />
          )}
        </li>
      ))}
      {marks.length > mostLanes ? <li className="quiet small">{t("redact.lanes.more", { count: marks.length - mostLanes })}</li> : null}
    </ul>
  );
}

/** Item time minus the player's clock: sound alone begins at 0 in a player, wherever its container puts it. */
export function shiftOf(clock: FrameClock, kind: string): number {
  const first = clock.shownOrder[0];
  return kind !== "sound" || first === undefined ? 0 : readingOf(clock, first).ptsSec - (clock.table.edited[first] ?? 0);
}

/** A mark that a tracker ended, and the stretch up to the end of its shot. */
export function gapOf({ sort }: RedactionMark, shots: readonly { readonly fromS: number; readonly toS: number }[]): LaneMark["gap"] {
  if (sort.what !== "box" || sort.keys.at(-1)?.by !== "tracker") return undefined;
  const shot = shots.find(({ fromS, toS }) => sort.toS >= fromS - 0.001 && sort.toS < toS);
  return shot === undefined || shot.toS - sort.toS < 0.1 ? undefined : { fromS: sort.toS, toS: shot.toS };
}

/** For the item bench: to be looked at here, and changed on its own screen. */
export function useRedactionLane(detail: ItemDetail, clock: FrameClock): (span: Span) => ReactNode {
  const { row } = detail;
  const { data } = useRedaction(row.id);
  return useCallback(
    (span) => {
      const marks = (data?.marks ?? []).flatMap((one): LaneMark[] =>
        one.withdrawn !== undefined || one.mark === "withheld"
          ? []
          : [{ key: one.redaction, label: one.redaction, mark: one.mark, gap: gapOf(one.mark, data?.shots ?? []) }],
      );
      return (
        <div className="mark-lanes-part">
          <MarkLanes marks={marks} span={span} shiftS={shiftOf(clock, row.kind)} />
          <Link to={`/redact/${row.id}`} className="small">
            {t(marks.length === 0 ? "redact.open-none" : "redact.open")}
          </Link>
        </div>
      );
    },
    [data, clock, row.id, row.kind],
  );
}
