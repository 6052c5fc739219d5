/** Posts of an export, or the posts that carry an item: words inert, times with their zone state, and what the format cannot tell said beside it. */
import type { ItemPost } from "../../api/items.ts";
import type { TextEntity } from "../../core/post/post.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { Prose } from "./prose.tsx";
import { TimeClaimView } from "./time-claim-view.tsx";

interface PostsViewProps {
  readonly posts: readonly ItemPost[];
  readonly total: number;
  /** The item is the export itself, not something that its posts carry. */
  readonly ofExport: boolean;
}

export function PostsView({ posts, total, ofExport }: PostsViewProps) {
  if (posts.length === 0) return <p className="quiet">{t(ofExport ? "bench.posts.none-in-export" : "bench.posts.none")}</p>;
  return (
    <div className="posts">
      {ofExport ? <h2>{t("bench.posts.title", { count: total })}</h2> : null}
      {total > posts.length ? <p className="notice">{t("bench.posts.first", { shown: posts.length, total })}</p> : null}
      <ol className="post-list">
        {posts.map((entry) => (
          <PostEntry key={`${entry.channel.id}/${entry.post.id}`} entry={entry} linkExport={!ofExport} />
        ))}
      </ol>
    </div>
  );
}

function PostEntry({ entry: { channel, post, exportItem, mediaItems }, linkExport }: { entry: ItemPost; linkExport: boolean }) {
  return (
    <li className="post" id={`post-${channel.id}-${post.id}`}>
      <header className="post-head">
        <b>
          <IsolatedText text={channel.name} />
        </b>
        <span className="quiet">
          <IsolatedText text={`${channel.platform} · ${channel.type}`} /> · {t("bench.post.number", { id: post.id })}
        </span>
        {linkExport ? <Link to={`/items/${exportItem}`}>{t("bench.post.export", { number: exportItem.slice(1) })}</Link> : null}
      </header>
      {post.author === undefined ? null : (
        <p className="quiet">
          {t("bench.post.author")} <IsolatedText text={post.author} />
        </p>
      )}
      {post.posted === "unknown" ? (
        <p className="tone-narrower">{t("bench.post.no-time")}</p>
      ) : (
        <TimeClaimView claim={post.posted} withMeaning />
      )}
      {post.edited ? <TimeClaimView claim={post.edited} withMeaning /> : null}
      {post.forwardedFrom ? (
        <p>
          {t("bench.post.forwarded")} <IsolatedText text={post.forwardedFrom.displayName} />{" "}
          <span className="sign is-attention">{t("bench.post.name-only")}</span>
        </p>
      ) : null}
      {post.replyTo === undefined ? null : <p className="quiet">{t("bench.post.reply", { id: post.replyTo })}</p>}
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
                    {t("bench.post.not-held")} <IsolatedText text={media.state === "not-in-export" ? media.said : media.path} />
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

/** Entities change how words look, never what they do: links show where they point and are not followed. */
function PostText({ text, entities }: { text: string; entities: readonly TextEntity[] }) {
  const parts: React.ReactNode[] = [];
  let at = 0;
  for (const entity of [...entities].sort((a, b) => a.start - b.start)) {
    if (entity.start < at || entity.end <= entity.start || entity.type === "plain") continue;
    if (entity.start > at) parts.push(<Prose key={`before ${entity.start}`} text={text.slice(at, entity.start)} />);
    parts.push(
      <Entity
        key={entity.start}
        entity={entity}
        words={<Prose text={text.slice(entity.start, entity.end)} />}
        plain={text.slice(entity.start, entity.end)}
      />,
    );
    at = entity.end;
  }
  parts.push(<Prose key="rest" text={text.slice(at)} />);
  return parts;
}

function Entity({ entity, words, plain }: { entity: TextEntity; words: React.ReactNode; plain: string }) {
  if (entity.type === "bold") return <strong>{words}</strong>;
  if (entity.type === "italic") return <em>{words}</em>;
  if (entity.type === "code" || entity.type === "pre") return <code>{words}</code>;
  if (entity.type === "strikethrough") return <s>{words}</s>;
  const target = entity.href ?? (/link|url/.test(entity.type) ? plain : undefined);
  return (
    <span className="entity" title={target === undefined ? entity.type : t("bench.post.points-to", { target })}>
      {words}
      {entity.href === undefined || entity.href === plain ? null : (
        <span className="mono quiet">
          {" "}
          [<IsolatedText text={entity.href} />]
        </span>
      )}
    </span>
  );
}
