/** A saved article as inert text: nothing of the page's own markup, styles or addresses is loaded. */
import type { ItemDetail } from "../../api/items.ts";
import type { Article, ArticlePicture } from "../../core/article/article.ts";
import type { ItemId } from "../../core/item/item.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { Prose } from "./prose.tsx";
import { TimeClaimView } from "./time-claim-view.tsx";

export function ArticleView({ detail, article }: { detail: ItemDetail; article: Article }) {
  return (
    <article className="reading" lang={article.language}>
      <h2 className="reading-title">{article.title === undefined ? t("bench.article.untitled") : <IsolatedText text={article.title} />}</h2>
      <dl className="facts">
        <Fact name={t("bench.article.outlet")}>
          {article.outlet === undefined ? t("bench.unknown") : <IsolatedText text={article.outlet} />}
        </Fact>
        <Fact name={t("bench.article.authors")}>
          {article.authors.length > 0 ? <IsolatedText text={article.authors.join(", ")} /> : t("bench.article.no-author")}
        </Fact>
        <Fact name={t("bench.article.address")}>
          {article.canonicalUrl === undefined ? (
            t("bench.unknown")
          ) : (
            <span className="mono">
              <IsolatedText text={article.canonicalUrl} />
            </span>
          )}
        </Fact>
        <Fact name={t("bench.article.published")}>
          {article.published === "unknown" ? t("bench.article.no-date") : <TimeClaimView claim={article.published} />}
        </Fact>
        {article.modified ? (
          <Fact name={t("bench.article.modified")}>
            <TimeClaimView claim={article.modified} />
          </Fact>
        ) : null}
      </dl>
      <div className="reading-body" data-testid="article-body">
        {article.blocks.map((block) => (
          <Block key={`${block.start}-${block.end}`} kind={block.kind} article={article} start={block.start} end={block.end} />
        ))}
      </div>
      {article.pictures.length > 0 ? (
        <section>
          <h3>{t("bench.article.pictures")}</h3>
          <p className="quiet">{t("bench.article.pictures-note")}</p>
          <ol className="article-pictures">
            {article.pictures.map((picture, index) => (
              <Picture key={index} picture={picture} item={itemOfPicture(detail, index)} />
            ))}
          </ol>
        </section>
      ) : null}
    </article>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Block({ kind, article, start, end }: { kind: Article["blocks"][number]["kind"]; article: Article; start: number; end: number }) {
  const words = withQuotes(article, start, end);
  const offset = { "data-start": start };
  if (kind === "heading") return <h3 {...offset}>{words}</h3>;
  if (kind === "quote") return <blockquote {...offset}>{words}</blockquote>;
  if (kind === "list-item")
    return (
      <p className="is-list-item" {...offset}>
        {words}
      </p>
    );
  return (
    <p className={kind === "caption" ? "quiet" : undefined} {...offset}>
      {words}
    </p>
  );
}

/** The block's text with the spans that the reader found to be quotes marked, and nothing else. */
function withQuotes(article: Article, start: number, end: number): React.ReactNode[] {
  const inside = article.quotes.filter((quote) => quote.start < end && quote.end > start).sort((a, b) => a.start - b.start);
  const parts: React.ReactNode[] = [];
  let at = start;
  for (const quote of inside) {
    const from = Math.max(at, quote.start);
    const to = Math.min(end, quote.end);
    if (to <= from) continue;
    if (from > at) parts.push(<Prose key={`before ${from}`} text={article.body.slice(at, from)} />);
    parts.push(
      <mark key={from} className="quote">
        <Prose text={article.body.slice(from, to)} />
      </mark>,
    );
    at = to;
  }
  if (at < end) parts.push(<Prose key="rest" text={article.body.slice(at, end)} />);
  return parts;
}

function Picture({ picture, item }: { picture: ArticlePicture; item: ItemId | undefined }) {
  return (
    <li>
      <p>{picture.caption === undefined ? t("bench.article.no-caption") : <IsolatedText text={picture.caption} />}</p>
      <p className="quiet">
        {t("bench.article.credit")}: {picture.credit === undefined ? t("bench.article.no-credit") : <IsolatedText text={picture.credit} />}
      </p>
      {picture.alt === undefined ? null : (
        <p className="quiet">
          {t("bench.article.alt")}: <IsolatedText text={picture.alt} />
        </p>
      )}
      <p>
        {item ? (
          <Link to={`/items/${item}`}>{t("bench.to-item", { number: item.slice(1) })}</Link>
        ) : (
          <span className="quiet">
            {t("bench.article.not-held")}{" "}
            <span className="mono">
              <IsolatedText text={picture.path ?? picture.url ?? ""} />
            </span>
          </span>
        )}
      </p>
    </li>
  );
}

/** Undefined when the page names a picture that the case does not hold. */
function itemOfPicture(detail: ItemDetail, index: number): ItemId | undefined {
  return detail.provenance.relations.find(({ relation, picture }) => relation === "article-with-picture" && picture === index)?.item;
}
