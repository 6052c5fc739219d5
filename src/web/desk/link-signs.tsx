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
        <span className="chip tone-conflict" title={goneWords(link.gone)}>
          <ToneMark tone="conflict" />
          {t("link.sign-gone", { between: shortInterval(link.gone) })}
        </span>
      )}
    </>
  );
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });

/** The same interval in days of UTC, where room is short: "23 Nov–25 Nov UTC"; a day is one too. The rest stands in the full words. */
function shortInterval({ after, by }: { readonly after: string; readonly by: string }): string {
  const [from, to] = [Date.parse(after), Date.parse(by)];
  if (Number.isNaN(from)) return t("link.sign-gone-by", { by: `${day.format(to)} UTC` });
  const sameDay = after.slice(0, 10) === by.slice(0, 10);
  return `${sameDay ? day.format(to) : `${day.format(from)}–${day.format(to)}`} UTC`;
}

/** An interval: nobody looked in between. */
export function goneWords({ after, by }: { readonly after: string; readonly by: string }): string {
  return after === "unknown"
    ? t("link.gone-by", { by: formatSecond(by) })
    : t("link.gone-between", { after: formatSecond(after), by: formatSecond(by) });
}
