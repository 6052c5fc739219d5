/** One link and the ways to keep what it leads to: by a program of the person's own, when there is one, or by hand on one page. */
import "../inquiry/inquiry.css";
import "./capture.css";
import { useQuery } from "@tanstack/react-query";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { ByHand } from "./by-hand.tsx";
import { ByProgram } from "./by-program.tsx";

export function CaptureScreen({ itemId }: { itemId: ItemId }) {
  const link = useQuery({ queryKey: linkKeys.link(itemId), queryFn: ({ signal }) => linkApi.link(itemId, signal) });
  const readOnly = useCase().data?.readOnly === true;
  const number = itemId.slice(1);
  return (
    <div className="inquiry capture">
      <div className="inquiry-head">
        <h1>{t("capture.title", { number })}</h1>
        <Link to={`/items/${itemId}`}>{t("capture.back", { number })}</Link>
      </div>
      {link.error === null ? null : <ErrorNotice error={link.error} onRetry={() => void link.refetch()} />}
      {readOnly ? <p className="notice is-attention">{t("capture.read-only")}</p> : null}
      {link.data === undefined || readOnly ? null : (
        <>
          <ByProgram itemId={itemId} />
          <ByHand detail={link.data} itemId={itemId} />
        </>
      )}
    </div>
  );
}
