/** The item that is looked at, covered until a person reveals it, with the observations that were made on it. */
import type { ItemDetail, Observation } from "../../api/items.ts";
import { mediaUrls } from "../api-client/media-urls.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { Shielded } from "../shield/shielded.tsx";
import { useShieldSubject } from "../shield/shield.tsx";
import { t } from "../words/t.ts";
import { ObservationTime } from "./observation-time.tsx";

interface FrameProps {
  readonly detail: ItemDetail;
  readonly observations: readonly Observation[];
}

export function SubjectFrame({ detail: { row, media }, observations }: FrameProps) {
  useShieldSubject(row.id);
  return (
    <div className="subject-frame">
      <div className="exhibit-picture subject-picture">
        <Shielded
          item={row.id}
          kind={row.kind}
          poster={row.poster}
          label={t("bench.poster", { number: String(row.number) })}
          {...(media.picture
            ? {
                clear: () => (
                  <img
                    className="subject-clear"
                    src={mediaUrls.clearPicture(row.id)}
                    alt={t("bench.picture", { number: String(row.number) })}
                  />
                ),
              }
            : {})}
        />
      </div>
      <div className="exhibit-body">
        <p>
          <Link to={`/items/${row.id}`}>
            <IsolatedText text={row.name} />
          </Link>{" "}
          <span className="quiet small">
            {t(media.picture ? "claims.identifications.reveal-here" : "claims.identifications.reveal-there")}
          </span>
        </p>
        {observations.length === 0 ? (
          <p className="small quiet">{t("claims.identifications.no-observations")}</p>
        ) : (
          <ul className="plain-list small">
            {observations.map(({ id, text, target }) => (
              <li key={id}>
                <span className="mono">{id}</span>{" "}
                <span className="quiet">
                  <ObservationTime target={target} />
                </span>{" "}
                <IsolatedText text={text} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
