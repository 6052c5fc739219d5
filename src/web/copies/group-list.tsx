/** Groups of copies, as long as the case: only what is on the screen is in the page. Says how far comparing has come, always. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef } from "react";
import type { CopiesPage, CopyGroupRow } from "../../api/copies.ts";
import type { Job } from "../../api/jobs.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { navigate, setQuery } from "../router/router.ts";
import { Shielded } from "../shield/shielded.tsx";
import { t } from "../words/t.ts";
import { type CopiesAddress, groupFilters, groupPath } from "./copies-address.ts";
import { copiesKeys } from "./copies-keys.ts";
import { useCopyGroups } from "./copies-queries.ts";
import { fileName } from "./file-name.ts";
import { PairRows } from "./pair-rows.tsx";
import { progressWords } from "./progress-words.ts";
import { TextList } from "./text-list.tsx";

/** The style sheet says the same number. */
const rowHeight = 112;

export function GroupList({ address }: { address: CopiesAddress }) {
  const { only, group } = address;
  const asked = useMemo((): Record<string, string> => (only === "waiting" || only === "reopened" ? { only } : {}), [only]);
  const pages = useCopyGroups(asked);
  const { newest, see } = pages;
  const outside = only === "outside";
  const posts = only === "posts";
  const total = outside || posts ? 0 : (pages.total ?? 0);
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const shown = virtual.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => see(first, last), [see, first, last]);
  const at = group === undefined ? undefined : pages.find(({ id }) => id === group);
  useEffect(() => {
    if (at !== undefined) virtual.scrollToIndex(at, { align: "auto" });
  }, [virtual, at]);

  const move = (step: 1 | -1): void => {
    const next = pages.rowAt(at === undefined ? 0 : Math.min(total - 1, Math.max(0, at + step)));
    if (next !== undefined) navigate(`${groupPath(next.id)}${only === undefined ? "" : `&only=${only}`}`, { replace: true });
  };
  useKeys(copiesKeys, {
    nextGroup: () => move(1),
    previousGroup: () => move(-1),
    nextPair: () => focusPair(1),
    previousPair: () => focusPair(-1),
  });

  return (
    <section className="copies-list" aria-label={t("copies.groups")}>
      <div className="copies-bar">
        <div className="pair-choice" role="group" aria-label={t("copies.filter")}>
          {([undefined, ...groupFilters] as const).map((one) => (
            <button
              key={one ?? "all"}
              type="button"
              className="button is-small"
              aria-pressed={only === one}
              onClick={() => setQuery({ only: one, post: undefined })}
            >
              {t(`copies.filter.${one ?? "all"}`)}
              <Count value={countOf(newest, one)} />
            </button>
          ))}
        </div>
        {newest === undefined ? null : <Progress page={newest} />}
      </div>
      {pages.error === null || pages.error === undefined ? null : <ErrorNotice error={pages.error} onRetry={pages.retry} />}
      {posts ? <TextList chosen={address.post} /> : null}
      {!posts && newest !== undefined && (outside ? newest.outside.length : total) === 0 ? <NoGroups page={newest} only={only} /> : null}
      {outside && newest !== undefined && newest.outside.length > 0 ? (
        <div className="copies-rows" tabIndex={0} role="group" aria-label={t("copies.filter.outside")}>
          <p className="quiet small outside-how">{t("copies.outside-how")}</p>
          <PairRows pairs={newest.outside} />
        </div>
      ) : null}
      <div ref={scroller} className="copies-rows" hidden={total === 0} tabIndex={0} role="group" aria-label={t("copies.groups")}>
        <ul className="group-cards" style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, start }) => (
            <li key={index} aria-setsize={total} aria-posinset={index + 1} style={{ transform: `translateY(${start}px)` }}>
              <GroupCard row={pages.rowAt(index)} chosen={pages.rowAt(index)?.id === group} only={only} />
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** Moves the focus through the pairs of the open group, so that Enter opens what is looked at. */
function focusPair(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>(".pair-rows a.pair-link")];
  const at = links.findIndex((link) => link === document.activeElement);
  links[at === -1 ? (step === 1 ? 0 : links.length - 1) : Math.min(links.length - 1, Math.max(0, at + step))]?.focus();
}

function Progress({ page }: { page: CopiesPage }) {
  const running = useJobs().data?.running.find(({ name }) => name === "copies");
  return (
    <p className="quiet small" role="status">
      {progressWords(page.progress)}
      {running === undefined ? null : ` ${runningWords(running)}`}
    </p>
  );
}

/** Lots are long: without how far the present one is, "12 of 40" would seem to stand still. */
function runningWords({ detail = "", progress }: Job): string {
  return progress === "unknown"
    ? t("copies.running", { detail })
    : t("copies.running-share", { detail, percent: Math.floor(progress * 100) });
}

function countOf(page: CopiesPage | undefined, filter: CopiesAddress["only"]): number | undefined {
  if (page === undefined || filter === "posts") return undefined;
  return filter === undefined ? page.total : filter === "outside" ? page.outside.length : page[filter];
}

function Count({ value }: { value: number | undefined }) {
  return value === undefined || value === 0 ? null : <span className="tab-count">{value}</span>;
}

function NoGroups({ page, only }: { page: CopiesPage; only: Exclude<CopiesAddress["only"], "posts"> }) {
  const { comparable, compared, failed } = page.progress;
  const words =
    only !== undefined
      ? t(`copies.none-${only}`)
      : comparable === 0
        ? t("copies.none-comparable")
        : compared + failed < comparable
          ? t("copies.none-yet")
          : t("copies.none-share");
  return (
    <div className="copies-empty">
      <p>{words}</p>
      <p className="quiet">{t("copies.none-how")}</p>
    </div>
  );
}

function GroupCard({ row, chosen, only }: { row: CopyGroupRow | undefined; chosen: boolean; only: CopiesAddress["only"] }) {
  if (row === undefined) return <span className="group-card is-waiting">{t("copies.row-waiting")}</span>;
  const { shown, earliest } = row;
  return (
    <Link
      to={`${groupPath(row.id)}${only === undefined ? "" : `&only=${only}`}`}
      className="group-card"
      aria-current={chosen ? "true" : undefined}
    >
      <Shielded item={shown.item} kind={shown.kind} poster={shown.poster} />
      <span className="group-facts">
        <span className="group-head">
          <b>{t("copies.count", { count: row.copies })}</b>
          <span className="quiet cut">
            {row.best === "unknown"
              ? t("copies.of-item", { number: shown.item.slice(1) })
              : t("copies.best-is", { number: row.best.slice(1) })}{" "}
            <IsolatedText text={fileName(shown.name)} />
          </span>
        </span>
        <span className="group-time small">
          <span className="quiet">{t("copies.earliest-short")}</span>{" "}
          {earliest === "unknown" ? (
            <span className="quiet">{t("copies.earliest-unknown")}</span>
          ) : (
            <>
              <TimeText claim={earliest.claim} /> <span className="quiet">{t("copies.by-item", { number: earliest.item.slice(1) })}</span>
            </>
          )}
        </span>
        <span className="group-signs small">
          {row.waiting === 0 ? null : <span className="sign">{t("copies.waiting-count", { count: row.waiting })}</span>}
          {row.reopened === 0 ? null : (
            <span className="sign is-attention">
              <ToneMark tone="narrower" /> {t("copies.reopened-count", { count: row.reopened })}
            </span>
          )}
          {row.signs.map(({ sign, pairs }) => (
            <span key={sign} className="sign is-attention">
              {t("copies.sign-count", { sign: t(`pair-sign.${sign}`), count: pairs })}
            </span>
          ))}
        </span>
      </span>
    </Link>
  );
}
