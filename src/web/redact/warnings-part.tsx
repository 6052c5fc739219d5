/** What a public edition would show bare: protected persons whom no mark covers, and what copies of the item have marked. */
import type { RedactionAnswer } from "../../api/redactions.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import type { Layer } from "./use-layer.ts";

export function WarningsPart({ answer, layer }: { readonly answer: RedactionAnswer; readonly layer: Layer }) {
  const excepted = new Set(answer.overrides.flatMap(({ subject, fault }) => (subject === null || fault !== null ? [] : [subject])));
  const open = answer.unmarked.filter(({ subject }) => !excepted.has(subject));
  return (
    <>
      <InCopies answer={answer} layer={layer} />
      {open.length === 0 ? null : <Unmarked open={open} layer={layer} />}
    </>
  );
}

function Unmarked({ open, layer }: { readonly open: RedactionAnswer["unmarked"]; readonly layer: Layer }) {
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

/** Most that is listed of one mark; the rest is counted. */
const mostListed = 5;

function InCopies({ answer: { inCopies }, layer }: { readonly answer: RedactionAnswer; readonly layer: Layer }) {
  if (inCopies.length === 0) return null;
  const words = ({ fromS, toS }: { readonly fromS: number; readonly toS: number }) =>
    fromS === toS ? formatClock(fromS) : t("redact.marks.span", { from: formatClock(fromS), to: formatClock(toS) });
  return (
    <section className="notice is-attention redact-warnings" aria-label={t("redact.in-copies")}>
      <p className="small">
        <b>{t("redact.in-copies")}</b>
      </p>
      <ul>
        {inCopies.map((one) => (
          <li key={one.redaction}>
            <ToneMark tone="conflict" /> <b className="mono">{one.redaction}</b>{" "}
            {t(`redact.in-copy.${one.what}`, { cause: t(`redact.reason.${one.cause}`), item: one.item.slice(1) })}{" "}
            <Link to={`/redact/${one.item}`}>{t("redact.in-copy.open", { item: one.item.slice(1) })}</Link>{" "}
            {one.bare.slice(0, mostListed).map((bare) => (
              <button key={bare.fromS} type="button" className="button is-small" onClick={() => layer.goTo(bare.fromS)}>
                {words(bare)}
              </button>
            ))}
            {one.bare.length > mostListed ? t("redact.in-copy.more", { count: one.bare.length - mostListed }) : null}
            <ul className="small quiet">
              {one.across.slice(0, mostListed).map((part) => (
                <li key={part.ofFromS}>
                  {t("redact.in-copy.maps", {
                    ...{ there: words({ fromS: part.ofFromS, toS: part.ofToS }), here: words(part), item: one.item.slice(1) },
                    error: Math.round(part.plusMinusS * 100) / 100,
                  })}
                  {part.speed === 1 ? "" : ` ${t("redact.in-copy.speed", { speed: Math.round(part.speed * 1000) / 1000 })}`}
                  {part.mirrored ? ` ${t("redact.in-copy.mirrored")}` : ""}
                  {one.what === "box" && typeof part.region === "string" ? ` ${t(`redact.in-copy.region-${part.region}`)}` : ""}
                </li>
              ))}
              {one.notHere.length === 0 ? null : (
                <li>
                  {t("redact.in-copy.not-here", {
                    item: one.item.slice(1),
                    stretches: one.notHere.slice(0, mostListed).map(words).join(", "),
                  })}
                </li>
              )}
              <li>{t(`redact.in-copy.match-${one.match}`)}</li>
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
