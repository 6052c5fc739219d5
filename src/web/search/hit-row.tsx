/** One hit: whose text it is, when it was posted, the words around what was found, and how well they stand. All of it inert text. */
import { ItemKind } from "../../api/items.ts";
import type { SearchHit } from "../../api/search.ts";
import { textParts } from "../../core/text/visible-text.ts";
import { formatInstant } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { KindIcon } from "../parts/kind-icon.tsx";
import { LevelMark } from "../parts/level-mark.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

/** Posts on a page of the bench. */
const postsOnPage = 200;

export function HitRow({ hit, sameItem = false }: { hit: SearchHit; sameItem?: boolean }) {
  const kind = ItemKind.safeParse(hit.kind);
  const { snippet } = hit;
  return (
    <article className="hit-body">
      <div className="hit-head">
        <KindIcon kind={kind.success ? kind.data : "unknown"} />
        <Link className="hit-link" to={placeOf(hit)}>
          <span className="hit-item">{hit.item}</span> {sameItem ? inWords(hit) : <IsolatedText text={hit.itemName} />}
        </Link>
        {sameItem ? null : <span className="hit-in">{inWords(hit)}</span>}
        {hit.source === "unknown" || hit.source === hit.itemName ? null : (
          <span className="quiet cut hit-source">
            <IsolatedText text={hit.source} />
          </span>
        )}
        <span className="hit-level">
          <LevelMark level={hit.graphicLevel} />
        </span>
      </div>
      <p className="hit-text" dir="auto">
        {snippet.cutBefore ? "… " : null}
        {snippet.pieces.map((piece, place) =>
          piece.found ? (
            <mark key={place}>
              <Piece text={piece.text} />
            </mark>
          ) : (
            <Piece key={place} text={piece.text} />
          ),
        )}
        {snippet.cutAfter ? " …" : null}
      </p>
      <div className="hit-foot">
        <span className="hit-time">
          <span className="quiet">
            {t(hit.posted === "unknown" ? "search.posted-unknown" : hit.posted.means === "sent" ? "bench.time.sent" : "search.posted")}
          </span>{" "}
          {hit.posted === "unknown" ? null : <TimeText claim={hit.posted} />}
        </span>
        {hit.written === undefined ? null : (
          <span className="quiet">{t("search.written", { time: formatInstant(hit.written) ?? hit.written })}</span>
        )}
        {hit.why.length === 0 ? null : (
          <span className="quiet hit-why">
            {hit.why.map(({ word, stands }, place) => (
              <span key={place} className={`stands is-${stands}`}>
                <IsolatedText text={word} />: {t(`search.stands-${stands}`)}
              </span>
            ))}
          </span>
        )}
      </div>
    </article>
  );
}

/**
 * Not isolated: pieces of one text run on in its own direction, which the paragraph takes from its first letter. Direction marks
 * in it are shown as what they are, so they turn nothing around; lines run on.
 */
function Piece({ text }: { text: string }) {
  return textParts(text.replaceAll(/\s+/gu, " ")).map((part, place) =>
    "text" in part ? (
      part.text
    ) : (
      <span key={place} className="hidden-mark" title={t("text.hidden-mark", { code: part.mark })}>
        {part.mark}
      </span>
    ),
  );
}

function inWords({ in: sort, row, tier }: SearchHit): string {
  if (tier?.machine === true) return t("search.in-tier-machine");
  return row === undefined ? t(`search.in-${sort}`) : t("search.row", { number: row });
}

/** The post, the row, the frame, the notes: where in the item the text stands. */
function placeOf({ item, in: sort, postAt, row, frame, tier }: SearchHit): string {
  if (postAt !== undefined) {
    const page = Math.floor(postAt / postsOnPage) + 1;
    return `/items/${item}?${new URLSearchParams({ ...(page > 1 ? { posts: String(page) } : {}), at: String(postAt) })}`;
  }
  if (row !== undefined) return `/items/${item}?row=${row}`;
  if (tier !== undefined) return `/speech/${item}?${new URLSearchParams({ tier: tier.id, segment: String(tier.segment) })}`;
  if (sort === "note") return `/items/${item}?tab=notes`;
  if (sort === "observation")
    return `/items/${item}?${new URLSearchParams({ ...(frame === undefined ? {} : { frame: String(frame) }), tab: "observe" })}`;
  return `/items/${item}`;
}
