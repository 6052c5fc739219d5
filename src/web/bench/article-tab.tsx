/** Beside a picture: the articles it stands in, with the caption and credit they give it. */
import { useQuery } from "@tanstack/react-query";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ArticleView } from "./article-view.tsx";

export function articlesOf(detail: ItemDetail): ItemId[] {
  const items = detail.provenance.relations.filter(({ relation }) => relation === "picture-of-article").map(({ item }) => item);
  return [...new Set(items)];
}

export function ArticleTab({ detail }: { detail: ItemDetail }) {
  return (
    <div className="tab-stack">
      {articlesOf(detail).map((item) => (
        <RelatedArticle key={item} item={item} />
      ))}
    </div>
  );
}

function RelatedArticle({ item }: { item: ItemId }) {
  const article = useQuery({ queryKey: queryKeys.item(item), queryFn: ({ signal }) => api.item(item, signal) });
  if (article.error !== null) return <ErrorNotice error={article.error} onRetry={() => void article.refetch()} />;
  if (article.data === undefined) return <p className="quiet">{t("bench.tab-waiting")}</p>;
  return (
    <section>
      <p>
        <Link to={`/items/${item}`}>{t("bench.article.open", { number: item.slice(1) })}</Link>
      </p>
      {article.data.article === undefined ? null : <ArticleView detail={article.data} article={article.data.article} />}
    </section>
  );
}
