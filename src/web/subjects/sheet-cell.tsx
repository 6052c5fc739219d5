/** One element with its cell: coverage by words and shape, what is shown and what is missing, and each ground with its time code. */
import type { ElementListRow } from "../../api/elements.ts";
import type { RecordCard } from "../../api/records.ts";
import type { ElementCell, ElementGround } from "../../core/element/element-sheet.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { coverageTones } from "./element-words.ts";
import { ItemMoment, stretchWords } from "./item-moment.tsx";

interface SheetCellProps {
  readonly element: ElementListRow["elements"][number];
  readonly cell: ElementCell;
  readonly list: ElementListRow;
  readonly records: readonly RecordCard[];
  readonly onChange: (() => void) | undefined;
}

export function SheetCell({ element, cell, list, records, onChange }: SheetCellProps) {
  const tone = coverageTones[cell.coverage];
  return (
    <li className="element-cell">
      <div className="element-head">
        <span className="element-number mono">{element.number}</span>
        <div>
          <p>{element.words}</p>
          <p className="quiet small">{t(`element-sort.${element.sort}`)}</p>
        </div>
        <span className={tone === undefined ? "sign" : "chip"}>
          {tone === undefined ? null : <ToneMark tone={tone} />}
          {t(`coverage.${cell.coverage}`)}
        </span>
        {onChange === undefined ? null : (
          <button
            type="button"
            className="button is-small"
            aria-label={t("elements.change-cell", { number: element.number })}
            onClick={onChange}
          >
            {t("events.change")}
          </button>
        )}
      </div>
      <dl className="record-facts">
        {cell.shown.trim() === "" ? null : (
          <>
            <dt>{t("elements.shown")}</dt>
            <dd>
              <IsolatedText text={cell.shown} />
            </dd>
          </>
        )}
        {cell.missing.trim() === "" ? null : (
          <>
            <dt>{t(cell.coverage === "not-showable" ? "elements.why" : "elements.missing")}</dt>
            <dd>
              <IsolatedText text={cell.missing} />
            </dd>
          </>
        )}
      </dl>
      {cell.grounds.length === 0 ? null : (
        <ul className="record-lines element-grounds" aria-label={t("elements.grounds")}>
          {cell.grounds.map((one, index) => (
            <li key={index}>
              <GroundLine one={one} list={list} card={records.find(({ record }) => record === one.ground.record)} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

interface GroundLineProps {
  readonly one: ElementGround;
  readonly list: ElementListRow;
  readonly card: RecordCard | undefined;
}

export function GroundLine({ one: { ground, fact }, list, card }: GroundLineProps) {
  const { record, line, at, segments, shows } = ground;
  const words = list.facts.find(({ key }) => key === fact)?.words;
  const from = at?.fromS ?? card?.atS;
  const to = at?.toS ?? card?.toS;
  return (
    <>
      <p className="fact-line">
        <Link to={card?.address ?? `/custody/${line}`} className="mono">
          {record ?? t("copies.entry", { seq: line })}
        </Link>
        {card?.item === undefined ? null : <span className="mono quiet">{card.item}</span>}
        {from === undefined ? null : card?.item === undefined ? (
          <span className="mono">{stretchWords({ fromS: from, toS: to ?? from })}</span>
        ) : (
          <ItemMoment item={card.item} fromS={from} toS={to} />
        )}
        {segments === null || segments.length === 0 ? null : (
          <span className="mono">{t("elements.segments", { ids: segments.join(", ") })}</span>
        )}
        {words === undefined ? null : <span className="sign">{words}</span>}
        {card?.withdrawn == null ? null : <span className="sign is-attention">{t("ground.withdrawn")}</span>}
        {card !== undefined && card.withdrawn === null && card.line > line ? (
          <span className="sign is-attention">{t("elements.changed-since", { line: card.line })}</span>
        ) : null}
      </p>
      <p className="small">
        {shows === "" ? (
          <span className="quiet">{card === undefined ? "" : <IsolatedText text={card.title} />}</span>
        ) : (
          <IsolatedText text={shows} />
        )}
      </p>
    </>
  );
}
