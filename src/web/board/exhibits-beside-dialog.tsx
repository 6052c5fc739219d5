/** Puts an item of its own beside a text: a picture that its page does not list, or that stands with a post. */
import { useState } from "react";
import { ItemId } from "../../core/item/item.ts";
import { exhibitApi } from "../api-client/exhibit-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";

export function BesideDialog({ onClose }: { readonly onClose: () => void }) {
  const [item, setItem] = useState("");
  const [beside, setBeside] = useState("");
  const [caption, setCaption] = useState("");
  const [reason, setReason] = useState("");
  const [shown, text] = [numbered(item), numbered(beside)];
  const ready = shown !== undefined && text !== undefined && shown !== text && reason.trim() !== "";
  const writing = useWriting(
    (wanted: { readonly shown: ItemId; readonly text: ItemId }) =>
      exhibitApi.describe({
        beside: wanted.text,
        shown: { is: "item", item: wanted.shown },
        shows: { is: "unknown" },
        caption: caption.trim() === "" ? null : caption.trim(),
        reason: reason.trim(),
      }),
    ({ id }) => t("claims.exhibits.written", { id }),
    onClose,
  );
  return (
    <WritingDialog
      title={t("claims.exhibits.put-beside")}
      action={t("claims.exhibits.write")}
      writing={writing}
      write={ready ? () => writing.mutate({ shown, text }) : undefined}
      onClose={onClose}
    >
      <p className="small quiet">{t("claims.exhibits.beside-how")}</p>
      <label className="label">
        <span>{t("claims.exhibits.beside-item")}</span>
        <input dir="auto" className="field" data-autofocus value={item} onChange={({ target }) => setItem(target.value)} />
      </label>
      <label className="label">
        <span>{t("claims.exhibits.beside-text")}</span>
        <input dir="auto" className="field" value={beside} onChange={({ target }) => setBeside(target.value)} />
      </label>
      <label className="label">
        <span>{t("claims.exhibits.words.caption")}</span>
        <input dir="auto" className="field" value={caption} maxLength={4000} onChange={({ target }) => setCaption(target.value)} />
      </label>
      <label className="label">
        <span>{t("claims.exhibits.beside-reason")}</span>
        <input dir="auto" className="field" value={reason} maxLength={5000} onChange={({ target }) => setReason(target.value)} />
      </label>
    </WritingDialog>
  );
}

/** "12" and "i12" are the same item. */
function numbered(typed: string): ItemId | undefined {
  return ItemId.safeParse(`i${typed.trim().replace(/^i/i, "")}`).data;
}
