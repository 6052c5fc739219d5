/** Signs a proof of receipt for items and hands the file to the person, who hands it to whoever gave them. */
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { receiptApi } from "../api-client/receipt-api.ts";
import { Dialog } from "../parts/dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatNumber, t } from "../words/t.ts";
import { saveBlob } from "./save-blob.ts";

export function ReceiptDialog({ items, onClose }: { items: readonly ItemId[]; onClose: () => void }) {
  const [to, setTo] = useState("");
  const [nameInFile, setNameInFile] = useState(false);
  const give = useMutation({
    mutationFn: () => receiptApi.give({ items: [...items], to, nameInFile: nameInFile && to.trim() !== "" }),
    onSuccess: ({ page, fileName }) => saveBlob(new Blob([page], { type: "text/html" }), fileName),
  });
  return (
    <Dialog
      title={t("receipt.title")}
      onClose={onClose}
      foot={
        <>
          <button type="button" className="button" onClick={onClose}>
            {t(give.isSuccess ? "dialog.close" : "dialog.cancel")}
          </button>
          {give.isSuccess ? null : (
            <button type="submit" form="receipt-form" className="button is-main" disabled={give.isPending}>
              {t("receipt.make")}
            </button>
          )}
        </>
      }
    >
      <p>{t("receipt.note")}</p>
      <p className="quiet">
        {t("receipt.for")}{" "}
        {items.length > 12
          ? t("triage.target-many", { count: items.length })
          : items.map((item) => t("bench.to-item", { number: item.slice(1) })).join(", ")}
      </p>
      <form
        id="receipt-form"
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (!give.isPending && !give.isSuccess) give.mutate();
        }}
      >
        <label className="label">
          <span>{t("receipt.to")}</span>
          <input
            className="field"
            data-autofocus
            maxLength={500}
            placeholder={t("receipt.to-hint")}
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </label>
        <label className="chip is-long">
          <input
            type="checkbox"
            checked={nameInFile}
            disabled={to.trim() === ""}
            onChange={(event) => setNameInFile(event.target.checked)}
          />
          {t("receipt.name-in-file")}
        </label>
      </form>
      {give.error === null ? null : <ErrorNotice error={give.error} />}
      {give.data === undefined ? null : (
        <p role="status" className="notice is-fine">
          {t("receipt.made", { receipt: give.data.receipt, seq: formatNumber(give.data.seq) })}
        </p>
      )}
    </Dialog>
  );
}
