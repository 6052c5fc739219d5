/** On the bench: the receipts that were given for an item, and the button that signs another. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { receiptApi, receiptKeys } from "../api-client/receipt-api.ts";
import { formatSecond } from "../custody/format-second.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { formatNumber, t } from "../words/t.ts";
import { ReceiptDialog } from "./receipt-dialog.tsx";

export function ReceiptsOfItem({ item }: { item: ItemId }) {
  const given = useQuery({ queryKey: receiptKeys.ofItem(item), queryFn: ({ signal }) => receiptApi.ofItem(item, signal) });
  const readOnly = useCase().data?.readOnly === true;
  const [open, setOpen] = useState(false);
  const receipts = given.data?.receipts ?? [];
  return (
    <section>
      <h3>{t("receipt.title")}</h3>
      {receipts.length === 0 ? null : (
        <ul className="plain-list" aria-label={t("receipt.given")}>
          {receipts.map(({ receipt, at, seq, to }) => (
            <li key={receipt}>
              <Link to={`/custody/${seq}`}>{t("receipt.given-line", { receipt, at: formatSecond(at), seq: formatNumber(seq) })}</Link>{" "}
              {to === null ? null : <IsolatedText text={to} />}
            </li>
          ))}
        </ul>
      )}
      <button type="button" className="button" disabled={readOnly} onClick={() => setOpen(true)}>
        {t("receipt.button")}
      </button>
      {open ? <ReceiptDialog items={[item]} onClose={() => setOpen(false)} /> : null}
    </section>
  );
}
