/** What a statement cites in the case: links to items, observations' items, events and inferences, each by its name where it is known. */
import { useEvents } from "../events/event-queries.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { useNamedItems } from "./use-named-items.ts";

export function CiteLinks({ cites }: { cites: readonly string[] }) {
  const events = useEvents().data?.events;
  const items = useNamedItems(cites.filter((id) => id.startsWith("i")));
  const nameOf = (id: string): string | undefined =>
    id.startsWith("e") ? events?.find((event) => event.id === id)?.title : id.startsWith("i") ? items.get(id) : undefined;
  return (
    <p className="time-chips small">
      <span className="quiet">{t("time-bench.cites")}</span>
      {cites.map((id) => {
        const [to, name] = [addressOf(id), nameOf(id)];
        const words = <IsolatedText text={name === undefined ? id : `${id} · ${name}`} />;
        return to === undefined ? (
          <span key={id}>{words}</span>
        ) : (
          <Link key={id} to={to}>
            {words}
          </Link>
        );
      })}
    </p>
  );
}

/** Undefined for what has no page of its own. */
function addressOf(id: string): string | undefined {
  if (/^i\d+$/.test(id)) return `/items/${id}`;
  if (/^[eh]\d+$/.test(id)) return `/events/${id}`;
  if (/^[sa]\d+$/.test(id)) return `/sources/${id}`;
  return undefined;
}
