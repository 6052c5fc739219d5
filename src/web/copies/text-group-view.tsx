/**
 * Posts that say nearly the same, the earliest known first, each held against it: what it has that the first has not is marked.
 * All of it inert text. That texts are alike says nothing of who took them from whom.
 */
import type { ComparedPost, CopyPost, PostRef } from "../../api/text-copies.ts";
import { Prose } from "../bench/prose.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { samePost } from "./copies-address.ts";
import { useTextGroup } from "./text-queries.ts";
import { boundWords } from "./text-words.ts";

export function TextGroupView({ post, back }: { post: PostRef; back: boolean }) {
  const found = useTextGroup(post);
  const first = found.data?.pages[0];
  return (
    <section className="copies-panel" aria-label={t("texts.group")} tabIndex={-1}>
      {back ? (
        <p>
          <Link to="/copies?only=posts">{t("texts.to-groups")}</Link>
        </p>
      ) : null}
      {found.error === null ? null : <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />}
      {first === undefined ? (
        <p className="quiet">{t("app.waiting")}</p>
      ) : first.state === "working" ? (
        <p className="quiet">{t("texts.working", { percent: Math.floor(first.done * 100) })}</p>
      ) : (
        <div className="group">
          <header className="group-top">
            <h2>{t("texts.group-title", { count: first.total })}</h2>
            <p className="quiet small">{t("texts.shared-means")}</p>
            <p>{boundWords(first.earliest)}</p>
            {first.ordered < first.total ? <p className="tone-narrower">{t("texts.ordered", { count: first.ordered })}</p> : null}
          </header>
          <ol className="text-posts">
            <Post post={first.first}>
              <Prose text={first.first.text} />
            </Post>
            {(found.data?.pages ?? [])
              .flatMap((page) => (page.state === "done" ? page.posts : []))
              .filter((one) => !samePost(one.post, first.first.post))
              .map((one) => (
                <Post
                  key={`${one.post.item}-${one.post.at}`}
                  post={one}
                  against={one}
                  maybeEarlier={first.maybeEarlier.some((ref) => samePost(ref, one.post))}
                >
                  <Marked text={one.text} stretches={one.onlyB} />
                </Post>
              ))}
          </ol>
          {found.hasNextPage ? (
            <button type="button" className="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
              {t("texts.more")}
            </button>
          ) : null}
        </div>
      )}
    </section>
  );
}

/** Posts that a page of the bench's list holds. */
const postsOnPage = 200;

function postPath({ item, at }: PostRef): string {
  const page = Math.floor(at / postsOnPage) + 1;
  return `/items/${item}?${page > 1 ? `posts=${page}&` : ""}at=${at}`;
}

interface PostProps {
  readonly post: CopyPost;
  readonly against?: ComparedPost;
  readonly maybeEarlier?: boolean;
  readonly children: React.ReactNode;
}

function Post({ post, against, maybeEarlier = false, children }: PostProps) {
  return (
    <li className="text-post">
      <p className="text-post-head">
        <Link to={postPath(post.post)}>
          <IsolatedText text={post.source} />
        </Link>
        {post.author === undefined ? null : (
          <span className="quiet">
            <IsolatedText text={post.author} />
          </span>
        )}
        <TimeText claim={post.posted} />
        {post.edited === undefined ? null : <span className="sign is-attention">{t("texts.edited")}</span>}
        {maybeEarlier ? <span className="sign is-attention">{t("texts.maybe-earlier")}</span> : null}
        {against === undefined ? (
          <span className="sign">{t("texts.first")}</span>
        ) : (
          <span className="quiet">
            {t(`texts.relation.${against.relation}`)} {t("texts.similarity", { percent: Math.round(against.similarity * 100) })}
          </span>
        )}
      </p>
      <div className="text-words">{children}</div>
      {post.cut ? <p className="quiet small">{t("texts.cut")}</p> : null}
      {against?.ofBeginning === true ? <p className="quiet small">{t("texts.of-beginning")}</p> : null}
      {post.alsoAt.length === 0 ? null : (
        <p className="quiet small">
          {t("texts.also-at")}{" "}
          {post.alsoAt.map((ref) => (
            <Link key={`${ref.item}-${ref.at}`} to={postPath(ref)} className="same-link">
              {t("copies.item", { number: ref.item.slice(1) })}
            </Link>
          ))}
        </p>
      )}
    </li>
  );
}

/** Text with stretches marked: by underline as well as by colour. */
function Marked({ text, stretches }: { text: string; stretches: ComparedPost["onlyB"] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    if (start > at) parts.push(<Prose key={`before ${start}`} text={text.slice(at, start)} />);
    parts.push(
      <mark key={start} className="only-here">
        <Prose text={text.slice(start, end)} />
      </mark>,
    );
    at = end;
  }
  parts.push(<Prose key="rest" text={text.slice(at)} />);
  return parts;
}
