/** The item in one line: number, name, what it is, how far triage is; and the ways to its neighbours. */
import type { ItemRow } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { useKeys } from "../keys/use-keys.ts";
import { formatDuration, formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { KindIcon } from "../parts/kind-icon.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { TriageMark } from "../parts/triage-mark.tsx";
import { Link } from "../router/link.tsx";
import { navigate } from "../router/router.ts";
import { t } from "../words/t.ts";
import { benchKeys } from "./bench-keys.ts";

export function BenchHead({ row }: { row: ItemRow }) {
  const items = useCase().data?.counts.items;
  const previous: ItemId | undefined = row.number > 1 ? `i${row.number - 1}` : undefined;
  const next: ItemId | undefined = items !== undefined && row.number < items ? `i${row.number + 1}` : undefined;
  useKeys(benchKeys, {
    previous: () => (previous === undefined ? undefined : navigate(`/items/${previous}`)),
    next: () => (next === undefined ? undefined : navigate(`/items/${next}`)),
  });
  return (
    <header className="bench-head">
      <span className="bench-steps">
        <Neighbour to={previous} name={t("bench.previous")} keys="[" path="M10 3.5 5.5 8l4.5 4.5" />
        <Neighbour to={next} name={t("bench.next")} keys="]" path="M6 3.5 10.5 8 6 12.5" />
      </span>
      <h1>{t("bench.title", { number: String(row.number) })}</h1>
      <span className="bench-name" title={row.name}>
        <IsolatedText text={row.name} />
      </span>
      <ul className="bench-facts" aria-label={t("bench.facts")}>
        <li className="chip">
          <KindIcon kind={row.kind} />
          {t(`kind.${row.kind}`)}
        </li>
        {row.durationSec === "unknown" ? null : <li>{formatDuration(row.durationSec)}</li>}
        {row.dimensions === "unknown" ? null : (
          <li>{t("item.pixels", { width: String(row.dimensions.width), height: String(row.dimensions.height) })}</li>
        )}
        {row.size === "unknown" ? null : <li>{formatSize(row.size)}</li>}
        <li>
          <LevelMark level={row.graphicLevel} />
        </li>
        <li>
          <TriageMark state={row.triage} />
        </li>
        {row.nameState === "plain" ? null : (
          <li className="chip tone-narrower">
            <ToneMark tone="narrower" />
            {t(row.nameState === "not-utf-8" ? "item.name-not-utf-8" : "item.name-marks")}
          </li>
        )}
        {row.analysis === "failed" ? (
          <li className="chip tone-conflict">
            <ToneMark tone="conflict" />
            {t("item.failed")}
          </li>
        ) : null}
      </ul>
    </header>
  );
}

function Neighbour({ to, name, keys, path }: { to: ItemId | undefined; name: string; keys: string; path: string }) {
  const sign = (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
  if (to === undefined)
    return (
      <span className="button is-bare is-icon is-off" aria-hidden="true">
        {sign}
      </span>
    );
  return (
    <Link to={`/items/${to}`} className="button is-bare is-icon" aria-label={name} title={`${name} (${keys})`}>
      {sign}
    </Link>
  );
}
