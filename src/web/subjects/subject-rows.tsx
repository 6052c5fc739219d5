/** Rows of the four lists. A row is a link. */
import type { ReactNode } from "react";
import type { ElementSheetRow } from "../../api/elements.ts";
import type { SceneObjectRow, ScenePairRow } from "../../api/scenes.ts";
import type { SubjectsAnswer } from "../../api/subjects.ts";
import type { ItemId } from "../../core/item/item.ts";
import { elementCoverages } from "./element-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { VerdictChip } from "./verdict-chip.tsx";

interface RowProps {
  readonly id: string;
  readonly chosen: string | undefined;
  readonly withdrawn: boolean;
  readonly head: ReactNode;
  readonly title: string;
  readonly foot?: ReactNode;
}

function Row({ id, chosen, withdrawn, head, title, foot }: RowProps) {
  return (
    <li>
      <Link
        to={`/subjects/${id}`}
        className={withdrawn ? "record-row is-withdrawn" : "record-row"}
        aria-current={id === chosen ? "true" : undefined}
      >
        <span className="record-row-head">
          <span className="mono quiet">{id}</span>
          {head}
          {withdrawn ? <span className="sign">{t("events.withdrawn")}</span> : null}
        </span>
        <strong className="record-row-title">
          <IsolatedText text={title} />
        </strong>
        {foot}
      </Link>
    </li>
  );
}

/** By item, since a label belongs to one. */
export function SubjectRows({ answer, chosen, item }: { answer: SubjectsAnswer; chosen: string | undefined; item: ItemId | undefined }) {
  const names = new Map(answer.items.map((one) => [one.item, one.name]));
  const items = [...new Set([...answer.subjects, ...answer.shots].map((one) => one.item))].toSorted(
    (a, b) => Number(a.slice(1)) - Number(b.slice(1)),
  );
  return (
    <>
      {items.map((of) => (
        <section key={of} className="subject-group" aria-label={of}>
          <Link className="subject-group-head small" to={`/subjects?item=${of}`} aria-current={of === item ? "true" : undefined}>
            <span className="mono">{of}</span> <span className="cut">{names.get(of) ?? ""}</span>
            <span className="quiet">{t("subjects.figure-link")}</span>
          </Link>
          <ul className="record-list">
            {answer.subjects
              .filter((one) => one.item === of)
              .map((one) => (
                <Row
                  key={one.id}
                  {...{ id: one.id, chosen, withdrawn: one.withdrawn !== undefined, title: one.description }}
                  head={
                    <>
                      <span className={one.known === "said" ? "sign is-attention" : "quiet"}>{t(`subjects.known.${one.known}`)}</span>
                      {one.protection.length === 0 ? null : (
                        <span className="sign">{one.protection.map(({ sort }) => t(`protection.${sort}`)).join(", ")}</span>
                      )}
                    </>
                  }
                  foot={
                    <span className="quiet small">
                      {t("subjects.states-count", {
                        count: answer.states.filter((state) => state.subject === one.id && state.withdrawn === undefined).length,
                      })}
                    </span>
                  }
                />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function ObjectRows({ objects, chosen }: { objects: readonly SceneObjectRow[]; chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {objects.map((one) => (
        <Row
          key={one.id}
          {...{ id: one.id, chosen, withdrawn: one.withdrawn !== undefined, title: one.description }}
          head={<span className="quiet">{t(one.id.startsWith("V") ? "scenes.sort.vehicle" : "scenes.sort.other")}</span>}
        />
      ))}
    </ul>
  );
}

export function PairRows({ pairs, chosen }: { pairs: readonly ScenePairRow[]; chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {pairs.map((one) => (
        <Row
          key={one.id}
          {...{ id: one.id, chosen, withdrawn: one.withdrawn !== undefined, title: one.reason ?? "" }}
          head={
            <>
              <span className="mono">{t("scenes.pair-of", { a: one.a, b: one.b })}</span>
              <VerdictChip verdict={one.verdict} />
            </>
          }
        />
      ))}
    </ul>
  );
}

export function SheetRows({ sheets, chosen }: { sheets: readonly ElementSheetRow[]; chosen: string | undefined }) {
  return (
    <ul className="record-list">
      {sheets.map((one) => (
        <Row
          key={one.id}
          {...{ id: one.id, chosen, withdrawn: one.withdrawn !== undefined, title: one.eventTitle }}
          head={<span className="quiet">{t("elements.version", { version: one.version })}</span>}
          foot={
            one.document === "withheld" ? null : (
              <span className="quiet small">
                {elementCoverages
                  .map(
                    (coverage) =>
                      [
                        coverage,
                        one.document === "withheld" ? [] : one.document.cells.filter((cell) => cell.coverage === coverage),
                      ] as const,
                  )
                  .filter(([, cells]) => cells.length > 0)
                  .map(([coverage, cells]) => `${t(`coverage.${coverage}`)}: ${cells.map(({ element }) => element).join(", ")}`)
                  .join(" · ")}
              </span>
            )
          }
        />
      ))}
    </ul>
  );
}
