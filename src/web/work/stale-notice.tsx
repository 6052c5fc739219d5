/** On the screen of a judgement: that something it rests on changed, by which way, and what can be done. Nothing where nothing did. */
import "./work.css";
import { useState } from "react";
import { useCase } from "../api-client/case-queries.ts";
import { useRecordCards } from "../api-client/records-api.ts";
import { useStale, workApi } from "../api-client/work-api.ts";
import { ReasonDialog } from "../events/reason-dialog.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { recordsNamed } from "./stale-groups.ts";
import { Ways } from "./stale-part.tsx";
import { TaskDialog } from "./task-dialog.tsx";

/** `record`: "f1", "n4"; or "line 40" where a line itself was judged. */
export function StaleNotice({ record }: { record: string }) {
  const row = useStale().data?.find(({ judgement }) => judgement === record);
  const readOnly = useCase().data?.readOnly === true;
  const [open, setOpen] = useState<"keep" | "task">();
  const cards = useRecordCards(row === undefined ? [] : recordsNamed([row])).data?.records ?? [];
  const addresses = new Map<string, string>(cards.map((card) => [card.record, card.address]));
  if (row === undefined) return null;
  return (
    <section className="stale-notice" aria-label={t("stale.notice", { count: row.paths.length })}>
      <p className="chip is-long">
        <ToneMark tone="narrower" />
        <strong>{t("stale.notice", { count: row.paths.length })}</strong>
      </p>
      <Ways row={row} addressOf={(one) => addresses.get(one)} />
      <p className="action-row">
        {readOnly ? null : (
          <>
            <button type="button" className="button is-small" onClick={() => setOpen("task")}>
              {t("stale.reopen")}
            </button>
            <button type="button" className="button is-small" onClick={() => setOpen("keep")}>
              {t("stale.keep")}
            </button>
          </>
        )}
        <Link className="small" to="/work?part=stale">
          {t("stale.all")}
        </Link>
      </p>
      {open === "keep" ? (
        <ReasonDialog
          title={t("stale.keep-title")}
          action={t("stale.keep")}
          write={(reason) => workApi.keepStale([row.line], reason)}
          said={t("stale.kept")}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      {open === "task" ? (
        <TaskDialog
          title={t("stale.task-title", { judgement: row.judgement, line: String(row.last) })}
          about={record.startsWith("line ") ? "" : record}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}
