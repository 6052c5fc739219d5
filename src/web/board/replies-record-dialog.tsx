/** Keeps what came back, word for word, when it came, and the item that holds it where there is one. */
import { useState } from "react";
import type { ReplyRow } from "../../api/claims.ts";
import { ItemId } from "../../core/item/item.ts";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { instantOf } from "../conditions/instant-field.tsx";
import { useWriting } from "../events/event-queries.ts";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { TextField } from "../sources/text-field.tsx";
import { t } from "../words/t.ts";

export function RecordReplyDialog({ reply, onClose }: { reply: ReplyRow; onClose: () => void }) {
  const [at, setAt] = useState(() => new Date().toISOString().slice(0, 16));
  const [response, setResponse] = useState("");
  const [item, setItem] = useState("");
  const read = ItemId.safeParse(item.trim());
  const writing = useWriting(
    () => claimApi.recordReply(reply.id, { at: instantOf(at) as UtcInstant, response, item: read.data ?? null }),
    () => t("events.written", { id: reply.id }),
    onClose,
  );
  const ready = at !== "" && response.trim() !== "" && (item.trim() === "" || read.success);
  return (
    <WritingDialog
      title={t("claims.reply.record-title", { id: reply.id })}
      writing={writing}
      write={ready ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <label className="label">
        <span>{t("claims.reply.response-words")}</span>
        <textarea
          dir="auto"
          className="field"
          data-autofocus
          value={response}
          maxLength={50_000}
          onChange={(change) => setResponse(change.target.value)}
        />
      </label>
      <label className="label">
        <span>{t("claims.reply.received-utc")}</span>
        <input type="datetime-local" className="field" value={at} onChange={(change) => setAt(change.target.value)} />
      </label>
      <TextField label={t("claims.reply.item")} value={item} longest={20} onChange={setItem} />
    </WritingDialog>
  );
}
