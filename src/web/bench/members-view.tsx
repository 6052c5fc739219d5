/** What came out of an archive: each member is an item of its own. Names are inert text; nothing is opened from here but items. */
import "./members.css";
import type { ItemDetail } from "../../api/items.ts";
import { formatSize } from "../parts/format.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function MembersView({ detail, container }: { detail: ItemDetail; container: NonNullable<ItemDetail["container"]> }) {
  const { members, unpacked, leftOut, bytes, first } = container;
  const outer = `${detail.row.name}/`;
  return (
    <div className="reading">
      <h2>{t("members.title", { count: members })}</h2>
      <p className="quiet">
        {t("members.unpacked", { count: unpacked })} {formatSize(bytes)}. {leftOut === 0 ? null : t("members.left-out", { count: leftOut })}
      </p>
      {members === 0 ? <p>{t("members.none")}</p> : null}
      <ol className="plain-list members">
        {first.map(({ item, name, held, reason }) => (
          <li key={item}>
            <Link to={`/items/${item}`}>{t("bench.to-item", { number: item.slice(1) })}</Link>{" "}
            <span className="member-name" dir="auto">
              <IsolatedText text={name.startsWith(outer) ? name.slice(outer.length) : name} />
            </span>
            {held ? null : (
              <p className="tone-narrower">
                <IsolatedText text={reason ?? t("members.not-held")} />
              </p>
            )}
          </li>
        ))}
      </ol>
      {first.length < members ? <p className="quiet">{t("members.more", { count: members - first.length })}</p> : null}
    </div>
  );
}
