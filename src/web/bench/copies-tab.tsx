/** What this item shares with others, a line each; the comparing itself has a screen of its own. */
import type { ReactNode } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { groupPath, pairPath, textGroupPath } from "../copies/copies-address.ts";
import { useItemCopies } from "../copies/copies-queries.ts";
import { sharesWords } from "../copies/shares-words.ts";
import { useItemTexts } from "../copies/text-queries.ts";
import { StateMark } from "../copies/state-mark.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

/** `media`: whether it has picture or sound that could be compared. `find`: asks where else a frame of it occurs. */
export function CopiesTab({ item, media, find }: { item: ItemId; media: boolean; find: ReactNode }) {
  return (
    <div className="tab-stack">
      {media ? <MediaCopies item={item} /> : null}
      {find}
      <TextCopies item={item} />
    </div>
  );
}

function TextCopies({ item }: { item: ItemId }) {
  const texts = useItemTexts(item);
  if (texts.error) return <ErrorNotice error={texts.error} onRetry={() => void texts.refetch()} />;
  if (!texts.data) return null;
  if (texts.data.state === "working") return <p className="quiet">{t("texts.working", { percent: Math.floor(texts.data.done * 100) })}</p>;
  const { posts, looked, total } = texts.data;
  if (posts.length === 0 && total === 0) return null;
  return (
    <>
      <h3>{t("texts.tab")}</h3>
      {posts.length === 0 ? <p className="quiet">{t("texts.none")}</p> : null}
      {looked < total ? <p className="quiet small">{t("texts.tab-looked", { looked, total })}</p> : null}
      <ul className="custody-list">
        {posts.map(({ post, group, groupPosts, sources }) => (
          <li key={`${post.item}-${post.at}`}>
            <p>
              <Link to={textGroupPath(group)}>{t("texts.tab-line", { count: groupPosts })}</Link>{" "}
              <span className="quiet">{t("texts.tab-channels", { count: sources })}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}

function MediaCopies({ item }: { item: ItemId }) {
  const copies = useItemCopies(item);
  if (copies.error) return <ErrorNotice error={copies.error} onRetry={() => void copies.refetch()} />;
  if (!copies.data) return <p className="quiet">{t("bench.tab-waiting")}</p>;
  const { group, groups, copies: count, pairs, progress } = copies.data;
  return (
    <>
      {group === null ? null : (
        <p>
          <Link to={groupPath(group)}>{t("copies.tab-group", { count })}</Link>
        </p>
      )}
      {groups
        .filter((other) => other !== group)
        .map((other) => (
          <p key={other}>
            <Link to={groupPath(other)}>{t("copies.tab-group-more")}</Link>
          </p>
        ))}
      {progress === "compared" ? null : <p className="quiet">{t(`copies.tab-${progress}`)}</p>}
      {progress === "compared" && pairs.length === 0 ? <p className="quiet">{t("copies.tab-none")}</p> : null}
      <ul className="custody-list">
        {pairs.map(({ other, ...pair }) => (
          <li key={other.item}>
            <p>
              <Link to={pairPath(pair)}>{t("copies.item", { number: other.item.slice(1) })}</Link> <IsolatedText text={other.name} />
            </p>
            <p>
              <StateMark state={pair.state} /> <span className="quiet">{sharesWords(pair)}</span>
            </p>
            {pair.edits.length + pair.signs.length === 0 ? null : (
              <p className="quiet small">
                {[...pair.edits.map((edit) => t(`picture-edit.${edit}`)), ...pair.signs.map((sign) => t(`pair-sign.${sign}`))].join(", ")}
              </p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
