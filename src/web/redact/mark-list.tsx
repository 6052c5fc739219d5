/** Marks of the item: what, whom, when; pressed, one is chosen and gone to. Withdrawn ones stay, struck through. */
import type { RedactionAnswer } from "../../api/redactions.ts";
import { formatClock } from "../bench/frame-clock.ts";
import { gapOf } from "../bench/redaction-lane.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { type DraftMark, isChanged } from "./layer-draft.ts";
import { type Layer, nameOf } from "./use-layer.ts";

export function MarkList({ answer, layer }: { readonly answer: RedactionAnswer; readonly layer: Layer }) {
  const { draft, chosen } = layer;
  const withheld = answer.marks.filter(({ mark, withdrawn }) => mark === "withheld" && withdrawn === undefined);
  const withdrawn = answer.marks.filter((one) => one.withdrawn !== undefined);
  return (
    <section aria-label={t("redact.marks")}>
      <h2>{t("redact.marks")}</h2>
      {draft.marks.length === 0 ? <p className="quiet small">{t("redact.marks.none")}</p> : null}
      <ul className="mark-list">
        {draft.marks.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              className="mark-row"
              aria-pressed={one.key === chosen?.key}
              onClick={() => {
                layer.choose(one.key);
                layer.goTo(one.mark.sort.fromS);
              }}
            >
              <MarkWords one={one} answer={answer} />
            </button>
          </li>
        ))}
        {withheld.map(({ redaction }) => (
          <li key={redaction} className="small quiet">
            {t("redact.marks.withheld", { name: redaction })}
          </li>
        ))}
        {withdrawn.map((one) => (
          <li key={one.redaction} className="small quiet">
            <s>{one.redaction}</s> <IsolatedText text={one.withdrawn ?? ""} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function MarkWords({ one, answer }: { one: DraftMark; answer: RedactionAnswer }) {
  const { held, mark } = one;
  const gap = gapOf(mark, answer.shots);
  return (
    <>
      <span className="mono">{nameOf(one)}</span> <b>{t(`redact.reason.${mark.reason}`)}</b>{" "}
      {mark.subject === null ? null : <span className="mono">{mark.subject}</span>}{" "}
      {answer.kind === "picture" ? null : (
        <span className="quiet">{t("redact.marks.span", { from: formatClock(mark.sort.fromS), to: formatClock(mark.sort.toS) })}</span>
      )}
      {isChanged(one) ? <span className="sign tone-narrower">{t("redact.marks.not-kept")}</span> : null}
      {held?.sameBytes === false ? <span className="sign tone-conflict">{t("redact.marks.other-bytes")}</span> : null}
      {gap === undefined ? null : <span className="sign tone-narrower">{t("redact.marks.gap", { from: formatClock(gap.fromS) })}</span>}
    </>
  );
}
