/** The parts of one item as the table, the narrow cards and the tiles show them. None of them ever asks for clear bytes. */
import type { z } from "zod";
import { visibleText } from "../../core/text/visible-text.ts";
import type { ItemRow } from "../../api/items.ts";
import { formatDuration } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { KindIcon } from "../parts/kind-icon.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { TriageMark } from "../parts/triage-mark.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { formatNumber, t } from "../words/t.ts";
import { FoldedSigns } from "./folded-signs.tsx";
import { isUnread, RowSigns } from "./row-signs.tsx";

export type Row = z.infer<typeof ItemRow>;

export interface ItemProps {
  readonly row: Row;
  readonly selected: boolean;
  readonly onToggle: (extend: boolean) => void;
}

export function SelectBox({ row, selected, onToggle }: ItemProps) {
  return (
    <input
      type="checkbox"
      checked={selected}
      aria-label={t("item.select", { number: row.number })}
      tabIndex={-1}
      onChange={(event) => onToggle((event.nativeEvent as MouseEvent).shiftKey)}
    />
  );
}

export function ItemName({ row }: { row: Row }) {
  const warning = row.nameState === "plain" ? undefined : t(row.nameState === "not-utf-8" ? "item.name-not-utf-8" : "item.name-marks");
  // Where room is short the folders give way first.
  const folder = row.name.slice(0, row.name.lastIndexOf("/") + 1);
  return (
    <Link to={`/items/${row.id}`} className="item-name" tabIndex={-1} title={warning ?? row.name}>
      {folder === "" ? null : (
        <span className="item-folder cut">
          <IsolatedText text={folder} />
        </span>
      )}
      <span className="cut">
        <IsolatedText text={row.name.slice(folder.length)} />
      </span>
    </Link>
  );
}

export function Kind({ row }: { row: Row }) {
  return (
    <span className="chip quiet">
      <KindIcon kind={row.kind} />
      {isUnread(row) ? t("kind.unread") : t(`kind.${row.kind}`)}
    </span>
  );
}

function Length({ row }: { row: Row }) {
  if (row.durationSec !== "unknown") return <>{formatDuration(row.durationSec)}</>;
  const timeless = row.kind !== "video" && row.kind !== "sound";
  return <span className="quiet">{timeless ? "—" : t("item.unknown")}</span>;
}

function Assessed({ row }: { row: Row }) {
  return <span className="quiet small">{t(row.assessed ? "item.assessed" : "item.no-assessment")}</span>;
}

/** Gridcells of a table row, in the order of the columns. */
export function TableCells(props: ItemProps) {
  const { row } = props;
  return (
    <>
      <span role="gridcell" className="cell-select">
        <SelectBox {...props} />
      </span>
      <span role="gridcell" className="cell-number quiet">
        {formatNumber(row.number)}
      </span>
      <span role="gridcell" className="cell-poster">
        <Shielded item={row.id} kind={row.kind} poster={row.poster} />
      </span>
      <span role="gridcell" className="cell-name">
        <ItemName row={row} />
        <FoldedSigns>
          <RowSigns row={row}>
            <Kind row={row} />
          </RowSigns>
        </FoldedSigns>
      </span>
      <span role="gridcell" className="cell-length">
        <Length row={row} />
      </span>
      <span role="gridcell" className="cell-posted">
        <TimeText claim={row.posted} />
      </span>
      <span role="gridcell" className="cell-source cut">
        {row.source === "unknown" ? <span className="quiet">{t("item.unknown")}</span> : <IsolatedText text={row.source} />}
      </span>
      <span role="gridcell" className="cell-level">
        <LevelMark level={row.graphicLevel} />
      </span>
      <span role="gridcell" className="cell-triage">
        <TriageMark state={row.triage} />
        <Assessed row={row} />
      </span>
      <span role="gridcell" className="cell-notes">
        {row.lastNote === undefined ? null : (
          <span className="note-line" title={visibleText(row.lastNote)}>
            <IsolatedText text={row.lastNote} />
          </span>
        )}
        {row.noteCount > 1 ? <span className="quiet small">{t("item.notes", { count: row.noteCount })}</span> : null}
      </span>
    </>
  );
}

/** One card of the narrow list. */
export function CardCells(props: ItemProps) {
  const { row } = props;
  return (
    <span role="gridcell" className="card-cell">
      <SelectBox {...props} />
      <Shielded item={row.id} kind={row.kind} poster={row.poster} />
      <span className="card-lines">
        <ItemName row={row} />
        <FoldedSigns>
          <span className="quiet">{formatNumber(row.number)}</span>
          <RowSigns row={row}>
            <Kind row={row} />
            {row.durationSec === "unknown" ? null : <span className="quiet">{formatDuration(row.durationSec)}</span>}
          </RowSigns>
        </FoldedSigns>
        <span className="signs">
          <LevelMark level={row.graphicLevel} />
          <TriageMark state={row.triage} />
          <Assessed row={row} />
        </span>
      </span>
    </span>
  );
}

/** Inside of one tile of the grid. */
export function TileInside(props: ItemProps) {
  const { row } = props;
  return (
    <>
      <Shielded item={row.id} kind={row.kind} poster={row.poster} />
      <span className="tile-head">
        <SelectBox {...props} />
        <span className="quiet">{formatNumber(row.number)}</span>
        <ItemName row={row} />
      </span>
      <FoldedSigns>
        <RowSigns row={row}>
          <Kind row={row} />
          {row.durationSec === "unknown" ? null : <span className="quiet">{formatDuration(row.durationSec)}</span>}
        </RowSigns>
      </FoldedSigns>
      <span className="signs">
        <LevelMark level={row.graphicLevel} />
        <TriageMark state={row.triage} />
      </span>
    </>
  );
}
