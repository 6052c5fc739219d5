/**
 * Finds a record of the case and makes a ground of it: the record as it stands at its last line, the stretch of it that is meant, and what
 * it shows in the person's words. No picture is shown here: what a record is of is looked at where it is shielded.
 */
import "./ground.css";
import { useDeferredValue, useId, useRef, useState } from "react";
import type { RecordCard } from "../../api/records.ts";
import { carriesNothing } from "../../core/review/carries-nothing.ts";
import type { Ground } from "../../core/review/ground.ts";
import type { RecordSort } from "../../core/review/record-sort.ts";
import { useRecordSearch } from "../api-client/records-api.ts";
import { Dialog } from "./dialog.tsx";
import { ErrorNotice } from "./error-notice.tsx";
import { readSeconds, secondsWords } from "./ground-seconds.ts";
import { IsolatedText } from "./isolated-text.tsx";
import { t } from "../words/t.ts";

/** Sorts that are offered as a filter; every other is found by words. */
const offered: readonly RecordSort[] = [
  "item",
  "observation",
  "claim",
  "inference",
  "identification",
  "tier",
  "exhibit",
  "subjectState",
  "scenePair",
  "loggedSearch",
];

interface GroundPickerProps {
  readonly title: string;
  /** Sorts that may be picked; where nothing is said, all that can carry something. */
  readonly only?: readonly RecordSort[];
  readonly onPick: (ground: Ground, card: RecordCard) => void;
  readonly onClose: () => void;
}

export function GroundPicker({ title, only, onPick, onClose }: GroundPickerProps) {
  const [q, setQ] = useState("");
  const [sort, setSort] = useState<RecordSort>();
  const [chosen, setChosen] = useState<RecordCard>();
  return (
    <Dialog title={title} wide onClose={onClose}>
      {chosen === undefined ? (
        <Search {...{ q, sort }} only={only} onQ={setQ} onSort={setSort} onChoose={setChosen} />
      ) : (
        <Cite card={chosen} onBack={() => setChosen(undefined)} onCite={(ground) => onPick(ground, chosen)} />
      )}
    </Dialog>
  );
}

interface SearchProps {
  readonly q: string;
  readonly sort: RecordSort | undefined;
  readonly only: readonly RecordSort[] | undefined;
  readonly onQ: (q: string) => void;
  readonly onSort: (sort: RecordSort | undefined) => void;
  readonly onChoose: (card: RecordCard) => void;
}

function Search({ q, sort, only, onQ, onSort, onChoose }: SearchProps) {
  const asked = useDeferredValue(q);
  const found = useRecordSearch(asked, sort);
  const list = useRef<HTMLUListElement>(null);
  const hint = useId();
  const records = (found.data?.records ?? []).filter(({ sort: of }) => (only === undefined ? !carriesNothing.has(of) : only.includes(of)));
  const sorts = offered.filter((one) => only === undefined || only.includes(one));
  const move = (from: Element | null, step: number): void => {
    const buttons = [...(list.current?.querySelectorAll("button") ?? [])];
    const at = from === null ? -1 : buttons.findIndex((button) => button === from);
    buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
  };
  const onKey = (event: React.KeyboardEvent): void => {
    const [first] = records.filter(({ withdrawn }) => withdrawn === null);
    // The picker may stand in somebody's form, which is not to be sent by it.
    if (event.key === "Enter" && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      if (first !== undefined && asked === q) onChoose(first);
    }
    if ((event.key !== "ArrowDown" && event.key !== "ArrowUp") || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    move(event.target instanceof HTMLButtonElement ? event.target : null, event.key === "ArrowDown" ? 1 : -1);
  };
  return (
    // Arrows go through what was found, from the field too.
    <div className="form-stack" role="presentation" onKeyDown={onKey}>
      <div className="ground-search">
        <label className="label">
          <span>{t("ground.search")}</span>
          <input
            className="field"
            data-autofocus
            type="search"
            value={q}
            aria-describedby={hint}
            onChange={(event) => onQ(event.target.value)}
          />
        </label>
        <label className="label">
          <span>{t("ground.sort")}</span>
          <select
            className="field"
            value={sort ?? ""}
            onChange={(event) => onSort((event.target.value || undefined) as RecordSort | undefined)}
          >
            <option value="">{t("ground.sort-all")}</option>
            {sorts.map((one) => (
              <option key={one} value={one}>
                {t(`record-sort.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p id={hint} className="quiet small">
        {t("ground.search-hint")}
      </p>
      {found.error === null ? null : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {found.data !== undefined && records.length === 0 ? <p className="quiet">{t("ground.none")}</p> : null}
      <ul ref={list} className="ground-found" aria-label={t("ground.found")}>
        {records.map((card) => (
          <li key={card.record}>
            <button type="button" className="ground-choice" disabled={card.withdrawn !== null} onClick={() => onChoose(card)}>
              <CardLine card={card} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A record in a line: its name, its sort, what it says, where in a recording. */
export function CardLine({ card }: { readonly card: RecordCard }) {
  return (
    <span className="ground-card">
      <span className="ground-card-head">
        <span className="mono">{card.record}</span>
        <span className="quiet small">{t(`record-sort.${card.sort}`)}</span>
        {card.item === undefined || card.item === card.record ? null : (
          <span className="quiet small">{t("ground.of-item", { item: card.item })}</span>
        )}
        {card.atS === undefined ? null : <span className="mono small">{stretchWords(card.atS, card.toS)}</span>}
        {card.withdrawn === null ? null : <span className="sign small">{t("ground.withdrawn")}</span>}
      </span>
      <span className="ground-card-title">
        <IsolatedText text={card.title} />
      </span>
    </span>
  );
}

function stretchWords(fromS: number, toS: number | undefined): string {
  return toS === undefined ? secondsWords(fromS) : t("ground.stretch", { from: secondsWords(fromS), to: secondsWords(toS) });
}

interface CiteProps {
  readonly card: RecordCard;
  readonly onBack: () => void;
  readonly onCite: (ground: Ground) => void;
}

function Cite({ card, onBack, onCite }: CiteProps) {
  const [from, setFrom] = useState(card.atS === undefined ? "" : secondsWords(card.atS));
  const [to, setTo] = useState(card.toS === undefined ? "" : secondsWords(card.toS));
  const [segments, setSegments] = useState("");
  const [shows, setShows] = useState("");
  const start = readSeconds(from);
  const end = to.trim() === "" ? start : readSeconds(to);
  const isWhole = from.trim() === "";
  const fits = isWhole ? to.trim() === "" : start !== undefined && end !== undefined && end >= start;
  const named = segments.split(/[\s,]+/).filter((one) => one !== "");
  const hasTime = card.item !== undefined;
  const cite = (): void => {
    if (!fits) return;
    onCite({
      ...{ record: card.record, line: card.line, shows: shows.trim() },
      at: start === undefined || end === undefined ? null : { fromS: start, toS: end },
      segments: named.length === 0 ? null : named,
    });
  };
  return (
    <div
      className="form-stack"
      role="presentation"
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        cite();
      }}
    >
      <div className="ground-chosen">
        <CardLine card={card} />
        <p className="quiet small">{t("ground.as-of", { line: card.line })}</p>
      </div>
      {hasTime ? (
        <div className="claim-row">
          <label className="label">
            <span>{t("ground.from")}</span>
            <input className="field mono" value={from} onChange={(event) => setFrom(event.target.value)} />
          </label>
          <label className="label">
            <span>{t("ground.to")}</span>
            <input className="field mono" value={to} onChange={(event) => setTo(event.target.value)} />
          </label>
          {card.sort === "tier" ? (
            <label className="label">
              <span>{t("ground.segments")}</span>
              <input className="field mono" value={segments} onChange={(event) => setSegments(event.target.value)} />
            </label>
          ) : null}
        </div>
      ) : null}
      {fits ? null : <p className="small tone-conflict">{t("ground.misfits")}</p>}
      <label className="label">
        <span>{t("ground.shows")}</span>
        <textarea
          className="field"
          dir="auto"
          data-autofocus
          value={shows}
          maxLength={2000}
          onChange={(event) => setShows(event.target.value)}
        />
      </label>
      <div className="ground-actions">
        <button type="button" className="button" onClick={onBack}>
          {t("ground.back")}
        </button>
        <button type="button" className="button is-main" disabled={!fits} onClick={cite}>
          {t("ground.cite")}
        </button>
      </div>
    </div>
  );
}
