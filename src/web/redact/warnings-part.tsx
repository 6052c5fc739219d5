/** What a public edition would be blocked by: protected persons whom no mark covers, and where they are seen bare. */
import type { RedactionAnswer } from "../../api/redactions.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import type { Layer } from "./use-layer.ts";

export function WarningsPart({ answer, layer }: { readonly answer: RedactionAnswer; readonly layer: Layer }) {
  const excepted = new Set(answer.overrides.flatMap(({ subject, fault }) => (subject === null || fault !== null ? [] : [subject])));
  const open = answer.unmarked.filter(({ subject }) => !excepted.has(subject));
  if (open.length === 0) return null;
  return (
    <section className="notice is-attention redact-warnings" aria-label={t("redact.warnings")}>
      <ul>
        {open.map(({ subject, protection, bare, marked }) => (
          <li key={subject}>
            <ToneMark tone="conflict" /> <b className="mono">{subject}</b>{" "}
            {t(marked ? "redact.warning.in-part" : "redact.warning.none", {
              protection: protection.map((sort) => t(`redact.protection.${sort}`)).join(", "),
            })}{" "}
            {bare.length === 0 ? t("redact.warning.when-unknown") : null}
            {bare.slice(0, 5).map(({ fromS, toS }) => (
              <button key={fromS} type="button" className="button is-small" onClick={() => layer.goTo(fromS)}>
                {t("redact.marks.span", { from: formatClock(fromS), to: formatClock(toS) })}
              </button>
            ))}
          </li>
        ))}
      </ul>
      <p className="small">{t("redact.warning.rule")}</p>
    </section>
  );
}
