/** Right of reply: who was asked, by when, and what came back, word for word. Silence is not a denial, and nothing here makes it one. */
import "./replies.css";
import { useState } from "react";
import type { ReplyRow } from "../../api/claims.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { t } from "../words/t.ts";
import { useReplies } from "./claim-queries.ts";
import { AskReplyDialog } from "./replies-ask-dialog.tsx";
import { ReplyCard } from "./replies-card.tsx";
import { RecordReplyDialog } from "./replies-record-dialog.tsx";

type Open =
  { readonly is: "ask" } | { readonly is: "record"; readonly reply: ReplyRow } | { readonly is: "withdraw"; readonly reply: ReplyRow };

export function RepliesPart({ readOnly }: { readonly readOnly: boolean }) {
  const { data, error, refetch } = useReplies();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <p className="claims-empty">{t("app.waiting")}</p>;
  const standing = data.replies.filter(({ withdrawn }) => withdrawn === undefined);
  const gone = data.replies.filter(({ withdrawn }) => withdrawn !== undefined);
  return (
    <div className="replies">
      <div className="contra-head">
        <p className="quiet">{t("claims.replies.how")}</p>
        {readOnly ? null : (
          <button type="button" className="button" onClick={() => setOpen({ is: "ask" })}>
            {t("claims.replies.ask")}
          </button>
        )}
      </div>
      {standing.length === 0 ? <p className="claims-empty">{t("claims.replies.empty")}</p> : null}
      {standing.map((reply) => (
        <ReplyCard
          key={reply.id}
          reply={reply}
          onRecord={readOnly ? undefined : () => setOpen({ is: "record", reply })}
          onWithdraw={readOnly ? undefined : () => setOpen({ is: "withdraw", reply })}
        />
      ))}
      {gone.length === 0 ? null : (
        <details>
          <summary className="quiet">{t("claims.withdrawn-count", { count: gone.length })}</summary>
          {gone.map((reply) => (
            <ReplyCard key={reply.id} reply={reply} onRecord={undefined} onWithdraw={undefined} />
          ))}
        </details>
      )}
      {open?.is === "ask" ? <AskReplyDialog onClose={close} /> : null}
      {open?.is === "record" ? <RecordReplyDialog reply={open.reply} onClose={close} /> : null}
      {open?.is === "withdraw" ? (
        <ReasonDialog
          title={t("events.withdraw-title", { id: open.reply.id })}
          action={t("events.withdraw")}
          write={(reason) => claimApi.withdrawReply(open.reply.id, reason)}
          said={t("events.written", { id: open.reply.id })}
          onClose={close}
        />
      ) : null}
    </div>
  );
}
