/** A pack is a hand-over: before it is written it is said what it would hand over without, or against, anybody's word. */
import { useQuery } from "@tanstack/react-query";
import type { PackConditions } from "../../api/conditions.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sourcesApi } from "../api-client/sources-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

interface SealConditionsProps {
  readonly withhold: boolean;
  readonly onWithhold: (withhold: boolean) => void;
  readonly onLeave: () => void;
}

const kinds = ["withdrawn", "noConsent", "embargo", "unknown"] as const;

export function SealConditions({ withhold, onWithhold, onLeave }: SealConditionsProps) {
  const asked = useQuery({
    queryKey: [...queryKeys.records, "pack-conditions"],
    queryFn: ({ signal }) => sourcesApi.packConditions(signal),
  });
  if (asked.error !== null) return <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />;
  if (asked.data === undefined) return <p className="quiet">{t("seal.conditions-waiting")}</p>;
  const found = asked.data;
  const some = kinds.filter((kind) => found[kind].count > 0);
  if (some.length === 0) return <p className="quiet">{t("seal.conditions-fine")}</p>;
  return (
    <section className="seal-conditions" aria-label={t("seal.conditions")}>
      <ul>
        {some.map((kind) => (
          <li key={kind}>
            <Weighed kind={kind} found={found[kind]} onLeave={onLeave} />
          </li>
        ))}
      </ul>
      {found.withdrawn.count === 0 ? null : (
        <>
          <p className="quiet small">{t("seal.withdrawn-how")}</p>
          <label className="chip is-long">
            <input type="checkbox" checked={withhold} onChange={(event) => onWithhold(event.target.checked)} />
            {t("seal.withhold-withdrawn")}
          </label>
        </>
      )}
    </section>
  );
}

/** Items named in full would fill the dialog; these many are enough to see what is meant. */
const mostNamed = 30;

function Weighed({ kind, found, onLeave }: { kind: (typeof kinds)[number]; found: PackConditions["unknown"]; onLeave: () => void }) {
  const tone = kind === "unknown" ? "unknown" : kind === "embargo" ? "narrower" : "conflict";
  return (
    <details>
      <summary>
        <span className={`chip tone-${tone}`}>
          <ToneMark tone={tone} />
          {t(`seal.${kind}`, { count: found.count })}
        </span>
      </summary>
      <p className="seal-items">
        {found.items.slice(0, mostNamed).map((item) => (
          <Link key={item} to={`/items/${item}?tab=conditions`} onClick={onLeave}>
            {item}
          </Link>
        ))}
        {found.count > mostNamed ? <span className="quiet">…</span> : null}
      </p>
    </details>
  );
}
