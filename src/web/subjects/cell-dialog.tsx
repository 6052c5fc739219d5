/** Changes one cell of an element sheet; what stands against it is said while it is written, by the rules that the case checks it by. */
import { useState } from "react";
import type { ElementListRow, ElementSheetRow } from "../../api/elements.ts";
import { type ElementCell, ElementCoverage } from "../../core/element/element-sheet.ts";
import { faultOfCell } from "../../reason/element/check-sheet.ts";
import { elementApi } from "../api-client/element-api.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { GroundPicker } from "../parts/ground-picker.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { GroundLine } from "./sheet-cell.tsx";

interface CellDialogProps {
  readonly sheet: ElementSheetRow;
  readonly list: ElementListRow;
  readonly cell: ElementCell;
  readonly onClose: () => void;
}

export function CellDialog({ sheet, list, cell: held, onClose }: CellDialogProps) {
  const [cell, setCell] = useState<ElementCell>(held);
  const [reason, setReason] = useState("");
  const [picking, setPicking] = useState(false);
  const cards = useRecordCards(cell.grounds.flatMap(({ ground }) => ground.record ?? [])).data?.records ?? [];
  const element = list.elements.find(({ number }) => number === cell.element);
  const fault =
    element === undefined ? t("elements.list-unknown", { name: list.name, version: list.version }) : faultOfCell(list, element, cell);
  const { document } = sheet;
  const ready = fault === undefined && reason.trim() !== "" && document !== "withheld";
  const writing = useWriting(
    () => {
      const { format, cells } = document as Exclude<typeof document, "withheld">;
      return elementApi.write({
        ...{ sheet: sheet.id, base: sheet.version, elements: sheet.elements, event: sheet.event, reason: reason.trim() },
        document: { format, cells: cells.map((one) => (one.element === cell.element ? cell : one)) },
      });
    },
    ({ id, version }) => t("elements.written", { id, version }),
    onClose,
  );
  return (
    <>
      <WritingDialog
        title={t("elements.cell-title", { number: cell.element, id: sheet.id })}
        wide
        writing={writing}
        write={ready ? () => writing.mutate(undefined) : undefined}
        onClose={onClose}
      >
        <p>{element?.words}</p>
        <label className="label">
          <span>{t("elements.coverage")}</span>
          <select
            className="field"
            data-autofocus
            value={cell.coverage}
            onChange={(event) => setCell({ ...cell, coverage: event.target.value as ElementCoverage })}
          >
            {ElementCoverage.options.map((one) => (
              <option key={one} value={one}>
                {t(`coverage.${one}`)}
              </option>
            ))}
          </select>
          <span className="quiet small">{t(`coverage-means.${cell.coverage}`)}</span>
        </label>
        <fieldset className="claim-fields">
          <legend>{t("elements.grounds")}</legend>
          <ul className="record-lines">
            {cell.grounds.map((one, index) => (
              <li key={index}>
                <GroundLine one={one} list={list} card={cards.find(({ record }) => record === one.ground.record)} />
                <p className="record-actions">
                  <select
                    className="field"
                    aria-label={t("elements.fact-of", { record: one.ground.record ?? String(one.ground.line) })}
                    value={one.fact ?? ""}
                    onChange={(event) =>
                      setCell({
                        ...cell,
                        grounds: cell.grounds.with(index, { ...one, fact: event.target.value === "" ? null : event.target.value }),
                      })
                    }
                  >
                    <option value="">{t("elements.fact-none")}</option>
                    {list.facts.map(({ key, words }) => (
                      <option key={key} value={key}>
                        {words}
                      </option>
                    ))}
                  </select>
                  <button
                    type="button"
                    className="button is-small"
                    aria-label={t("elements.ground-remove", { record: one.ground.record ?? String(one.ground.line) })}
                    onClick={() => setCell({ ...cell, grounds: cell.grounds.toSpliced(index, 1) })}
                  >
                    {t("scenes.state-remove")}
                  </button>
                </p>
              </li>
            ))}
          </ul>
          <p className="record-actions">
            <button type="button" className="button is-small" onClick={() => setPicking(true)}>
              {t("elements.ground-add")}
            </button>
          </p>
        </fieldset>
        <details className="small">
          <summary>{t("elements.facts")}</summary>
          <ul className="record-lines">
            {list.facts
              .filter(({ elements }) => elements.includes(cell.element))
              .map(({ key, words, shownBy }) => (
                <li key={key} className="quiet">
                  {words}: {shownBy}
                </li>
              ))}
          </ul>
        </details>
        <label className="label">
          <span>{t("elements.shown")}</span>
          <textarea
            dir="auto"
            className="field"
            value={cell.shown}
            maxLength={5000}
            onChange={(event) => setCell({ ...cell, shown: event.target.value })}
          />
        </label>
        <label className="label">
          <span>{t(cell.coverage === "not-showable" ? "elements.why" : "elements.missing")}</span>
          <textarea
            dir="auto"
            className="field"
            value={cell.missing}
            maxLength={5000}
            onChange={(event) => setCell({ ...cell, missing: event.target.value })}
          />
        </label>
        <label className="label">
          <span>{t("events.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
        {fault === undefined ? null : (
          <p className="small tone-conflict" role="status">
            {fault}
          </p>
        )}
      </WritingDialog>
      {picking ? (
        <GroundPicker
          title={t("elements.ground-add")}
          onPick={(ground) => {
            setCell({ ...cell, grounds: [...cell.grounds, { ground, fact: null }] });
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  );
}
