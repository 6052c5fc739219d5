/** Posts of an export, or the posts that carry an item: words inert, times with their zone state, and what the format cannot tell said beside it. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { ItemDetail, ItemPost } from "../../api/items.ts";
import type { TimeClaim } from "../../core/time/time-claim.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { PostPager, usePostPage } from "./post-pager.tsx";
import { PostText } from "./post-text.tsx";
import { TimeClaimView } from "./time-claim-view.tsx";

interface PostsViewProps {
  readonly detail: ItemDetail;
  /** The item is the export itself, not something that its posts carry. */
  readonly ofExport: boolean;
}

export function PostsView({ detail, ofExport }: PostsViewProps) {
  const id = detail.row.id;
  const total = detail.postCount;
  const page = usePostPage(total);
  const asked = useQuery({
    queryKey: queryKeys.posts(id, page.offset),
    queryFn: ({ signal }) => api.posts(id, { offset: page.offset, limit: page.size }, signal),
    // The first page came with the item.
    enabled: page.offset > 0,
  });
  const top = useRef<HTMLDivElement>(null);
  const offsetBefore = useRef(page.offset);
  useEffect(() => {
    if (offsetBefore.current !== page.offset) top.current?.scrollIntoView({ block: "start" });
    offsetBefore.current = page.offset;
  }, [page.offset]);
  const posts = page.offset === 0 ? detail.posts : asked.data?.posts;
  // `?at=212`: a link to one post by its place in the export, counted from 0.
  const at = useAddress().query.get("at");
  const sought = ofExport && at !== null && /^\d{1,9}$/.test(at) ? Number(at) - page.offset : undefined;
  const isThere = sought !== undefined && posts?.[sought] !== undefined;
  useEffect(() => {
    if (isThere) top.current?.querySelector(".post.is-sought")?.scrollIntoView({ block: "center" });
  }, [isThere, at]);
  if (total === 0) return <p className="quiet">{t(ofExport ? "bench.posts.none-in-export" : "bench.posts.none")}</p>;
  return (
    <div className="posts" ref={top}>
      {ofExport ? <h2>{t("bench.posts.title", { count: total })}</h2> : null}
      <PostPager page={page} total={total} />
      {asked.error === null ? null : <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />}
      {posts === undefined && asked.error === null ? <p className="quiet">{t("bench.posts.waiting")}</p> : null}
      <ol className="post-list" start={page.offset + 1}>
        {(posts ?? []).map((entry, index) => (
          <PostEntry key={page.offset + index} entry={entry} linkExport={!ofExport} sought={index === sought} />
        ))}
      </ol>
      {posts === undefined ? null : <PostPager page={page} total={total} />}
    </div>
  );
}

/** Where many write, who wrote comes first; elsewhere the channel does. */
const conversation = /(?:group|chat)$/;

/** A date shown to the second, and an id to the millisecond: what lies further apart is not rounding. */
const roundingMs = 2000;

function disagree(posted: ItemPost["post"]["posted"], ofId: TimeClaim): boolean {
  if (posted === "unknown" || posted.zone.state === "unknown") return false;
  return Math.abs(Date.parse(posted.earliest) - Date.parse(ofId.earliest)) > roundingMs;
}

interface PostEntryProps {
  readonly entry: ItemPost;
  readonly linkExport: boolean;
  /** The address leads to this one. */
  readonly sought: boolean;
}

function PostEntry({ entry: { channel, post, exportItem, mediaItems }, linkExport, sought }: PostEntryProps) {
  const writer = conversation.test(channel.type) ? post.author : undefined;
  return (
    <li className={sought ? "post is-sought" : "post"} aria-current={sought ? "true" : undefined} id={`post-${channel.id}-${post.id}`}>
      <header className="post-head">
        <b>
          <IsolatedText text={writer ?? channel.name} />
        </b>
        <span className="quiet">
          <IsolatedText text={[...(writer === undefined ? [] : [channel.name]), channel.platform, channel.type].join(" · ")} /> ·{" "}
          {t("bench.post.number", { id: post.id })}
        </span>
        {linkExport ? <Link to={`/items/${exportItem}`}>{t("bench.post.export", { number: exportItem.slice(1) })}</Link> : null}
      </header>
      {post.title === undefined ? null : (
        <h3 className="post-title" dir="auto">
          <IsolatedText text={post.title} />
        </h3>
      )}
      {post.url === undefined ? null : (
        <p className="post-address">
          <span className="quiet">{t("bench.post.address")}</span>{" "}
          <span className="mono" title={t("bench.post.never-opened")}>
            <IsolatedText text={post.url} />
          </span>
        </p>
      )}
      {post.author === undefined || writer !== undefined ? null : (
        <p className="quiet">
          {t("bench.post.author")} <IsolatedText text={post.author} />
        </p>
      )}
      {post.posted === "unknown" ? (
        <p className="tone-narrower">{t("bench.post.no-time")}</p>
      ) : (
        <TimeClaimView claim={post.posted} withMeaning />
      )}
      {post.timeOfId === undefined ? null : (
        <div className="post-time">
          <TimeClaimView claim={post.timeOfId} label={t("bench.post.time-of-id")} />
          {disagree(post.posted, post.timeOfId) ? <span className="sign is-attention">{t("bench.post.id-disagrees")}</span> : null}
        </div>
      )}
      {post.edited ? <TimeClaimView claim={post.edited} withMeaning /> : null}
      {post.fetched ? <TimeClaimView claim={post.fetched} label={t("bench.post.fetched")} /> : null}
      {post.forwardedFrom ? (
        <p>
          {t("bench.post.forwarded")}{" "}
          {post.forwardedFrom.displayName.trim() === "" ? (
            <span className="sign is-attention">{t("bench.post.name-hidden")}</span>
          ) : (
            <>
              <IsolatedText text={post.forwardedFrom.displayName} /> <span className="sign is-attention">{t("bench.post.name-only")}</span>
            </>
          )}
        </p>
      ) : null}
      {post.replyTo === undefined ? null : (
        <p className="quiet">
          <IsolatedText text={t("bench.post.reply", { id: post.replyTo })} />
        </p>
      )}
      {post.service === undefined ? null : (
        <p className="quiet">
          {t("bench.post.service")} <IsolatedText text={post.service} />
        </p>
      )}
      {post.text === "" ? null : (
        <p className="post-text" dir="auto">
          <PostText text={post.text} entities={post.entities} />
        </p>
      )}
      {post.guessedAlbum === undefined ? null : (
        <p>
          <span className="sign is-attention">{t("bench.post.album", { album: post.guessedAlbum })}</span>
        </p>
      )}
      {post.carries === undefined || post.carries.length === 0 ? null : (
        <ul className="post-media" aria-label={t("bench.post.carries")}>
          {post.carries.map(({ kind, said }, index) => (
            <li key={index} className="post-thing">
              <span className="sign">
                <IsolatedText text={kind} />
              </span>
              <IsolatedText text={said} />
            </li>
          ))}
        </ul>
      )}
      {post.media.length > 0 ? (
        <ul className="post-media">
          {post.media.map((media, index) => {
            const item = mediaItems[index];
            return (
              <li key={index}>
                <span className="sign">
                  <IsolatedText text={media.role} />
                </span>{" "}
                {item ? (
                  <Link to={`/items/${item}`}>{t("bench.to-item", { number: item.slice(1) })}</Link>
                ) : (
                  <span className="tone-narrower">
                    {t("bench.post.not-held")} <IsolatedText text={media.state === "in-export" ? media.path : media.said} />
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      ) : null}
    </li>
  );
}
