/** On a picture's own screen: whether it is imagery, whose and of when, and the way to say so. */
import "./imagery-screen.css";
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { imageryApi } from "../api-client/imagery-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { TimeText } from "../parts/time-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function ImageryPart({ item }: { readonly item: ItemId }) {
  const { data, error, refetch } = useQuery({
    queryKey: [...queryKeys.records, "imagery"],
    queryFn: ({ signal }) => imageryApi.list(signal),
  });
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  const found = data.imagery.find((row) => row.item === item);
  if (found === undefined)
    return (
      <p className="imagery-part">
        <Link to={`/imagery/${item}`}>{t("imagery.is-imagery")}</Link>
      </p>
    );
  const { provider, licence, taken, placement } = found;
  return (
    <section className="imagery-part">
      <h3>{t("imagery.part")}</h3>
      <p>
        <IsolatedText text={provider === "" ? t("layers.provider-unknown") : provider} />,{" "}
        <IsolatedText text={licence === "" ? t("layers.licence-unknown") : licence} />
      </p>
      {taken === "unknown" || taken === "withheld" ? (
        <p>{taken === "unknown" ? t("layers.date-unknown") : t("events.withheld")}</p>
      ) : (
        <TimeText claim={taken} full />
      )}
      <p className="small quiet">{placement === null ? t("imagery.not-laid") : t("imagery.laid")}</p>
      <Link to={`/imagery/${item}`}>{t("imagery.open")}</Link>
    </section>
  );
}
