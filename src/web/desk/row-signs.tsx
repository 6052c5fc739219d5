/** What a person must know of an item before opening it: traps met, failures, what is not held, bytes seen elsewhere. */
import type { ReactNode } from "react";
import type { z } from "zod";
import { visibleText } from "../../core/text/visible-text.ts";
import type { ItemRow } from "../../api/items.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { ConditionSigns, UnknownConsent } from "./condition-signs.tsx";
import { LinkSigns } from "./link-signs.tsx";

type Row = z.infer<typeof ItemRow>;

/** What nobody has tried to read is not "unreadable". */
export function isUnread(row: Row): boolean {
  return row.kind === "unknown" && (row.analysis === "waiting" || row.analysis === "running");
}

/** What binds most comes first, before the kind and what else the children say: where room is short, the last ones are folded. */
export function RowSigns({ row, children }: { row: Row; children?: ReactNode }) {
  return (
    <>
      <ConditionSigns signs={row.conditions} />
      {children}
      {row.held || row.link !== undefined ? null : (
        <span className="chip tone-unknown">
          <ToneMark tone="unknown" />
          {t("item.not-held")}
        </span>
      )}
      <LinkSigns row={row} />
      {row.failure === undefined ? null : (
        <span className="chip tone-conflict" title={visibleText(row.failure)}>
          <ToneMark tone="conflict" />
          {t("item.failed")}
        </span>
      )}
      {row.trapCount === 0 ? null : (
        <span className="chip tone-narrower">
          <ToneMark tone="narrower" />
          {t("item.traps", { count: row.trapCount })}
        </span>
      )}
      <UnknownConsent signs={row.conditions} />
      {row.sameBytes.length === 0 ? null : <span className="chip quiet">{t("item.same", { count: row.sameBytes.length })}</span>}
      {row.poster === "failed" ? (
        <span className="chip quiet">
          <ToneMark tone="unknown" />
          {t("item.no-poster")}
        </span>
      ) : null}
      {row.analysis === "running" ? <span className="chip quiet">{t("item.running")}</span> : null}
      {row.analysis === "waiting" && !isUnread(row) ? <span className="chip quiet">{t("item.analysis-waiting")}</span> : null}
    </>
  );
}
