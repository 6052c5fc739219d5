/** Groups of posts that say nearly the same: how many, in how many wordings and channels, and the earliest known of them. */
import type { TextGroupRow } from "../../api/text-copies.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { samePost, textGroupPath } from "./copies-address.ts";
import { useTextGroups } from "./text-queries.ts";
import { boundWords } from "./text-words.ts";

export function TextList({ chosen }: { chosen: TextGroupRow["id"] | undefined }) {
  const found = useTextGroups();
  const first = found.data?.pages[0];
  if (found.error !== null) return <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />;
  if (first === undefined) return <p className="copies-empty quiet">{t("app.waiting")}</p>;
  if (first.state === "working")
    return <p className="copies-empty quiet">{t("texts.working", { percent: Math.floor(first.done * 100) })}</p>;
  const rows = found.data?.pages.flatMap((page) => (page.state === "done" ? page.groups : [])) ?? [];
  return (
    <div className="copies-rows" tabIndex={0} role="group" aria-label={t("copies.filter.posts")}>
      <p className="quiet small outside-how">
        {t("texts.compared", { count: first.posts })} {first.tooShort === 0 ? "" : t("texts.too-short", { count: first.tooShort })}
      </p>
      {rows.length === 0 ? <p className="copies-empty">{t("texts.none")}</p> : null}
      <ul>
        {rows.map((row) => (
          <li key={`${row.id.item}-${row.id.at}`}>
            <Link to={textGroupPath(row.id)} className="text-card" aria-current={samePost(row.id, chosen) ? "true" : undefined}>
              <span className="group-head">
                <b>{t("texts.posts", { count: row.posts })}</b>
                <span className="quiet">
                  {t("texts.wordings", { count: row.wordings })}, {t("texts.sources", { count: row.sources })}
                </span>
              </span>
              <span className="text-beginning">
                <IsolatedText text={row.beginning} />
              </span>
              <span className="quiet small">{boundWords(row.earliest)}</span>
            </Link>
          </li>
        ))}
      </ul>
      {found.hasNextPage ? (
        <p className="outside-how">
          <button type="button" className="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {t("texts.more")}
          </button>
        </p>
      ) : null}
    </div>
  );
}
