/** What a row says of an item that is known by its link: the risk, that it waits for a capture, and since when it is gone. */
import type { ItemRow } from "../../api/items.ts";
import { formatSecond } from "../custody/format-second.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";

export function LinkSigns({ row }: { row: ItemRow }) {
  const { link } = row;
  if (link === undefined) return null;
  return (
    <>
      {link.gone !== undefined && !link.captured ? null : link.captured ? (
        <span className="chip quiet">{t("link.sign-captured")}</span>
      ) : (
        <span className={`chip ${link.riskOfRemoval === "high" ? "tone-conflict" : "tone-narrower"}`}>
          <ToneMark tone={link.riskOfRemoval === "high" ? "conflict" : "narrower"} />
          {t(`link.sign-waiting-${link.riskOfRemoval}`)}
        </span>
      )}
      {link.gone === undefined ? null : (
        <span className="chip tone-conflict">
          <ToneMark tone="conflict" />
          {goneWords(link.gone)}
        </span>
      )}
    </>
  );
}

/** An interval: nobody looked in between. */
export function goneWords({ after, by }: { readonly after: string; readonly by: string }): string {
  return after === "unknown"
    ? t("link.gone-by", { by: formatSecond(by) })
    : t("link.gone-between", { after: formatSecond(after), by: formatSecond(by) });
}
