/** Marks on the words of the item: why, whom, where; which hang loose, and which are too short to be looked for by themselves. */
import type { WordsMarkRow } from "../../api/covered-words.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ToneMark } from "../parts/tone-mark.tsx";
import { t } from "../words/t.ts";
import { causeWords } from "./words-form.tsx";
import { placeWords, type WordsLayer } from "./words-layer.ts";

export function WordsList({ layer }: { readonly layer: WordsLayer }) {
  const standing = layer.words.marks.filter(({ withdrawn }) => withdrawn === undefined);
  const withdrawn = layer.words.marks.filter((one) => one.withdrawn !== undefined);
  return (
    <section aria-label={t("words.marks")}>
      <h2>{t("words.marks")}</h2>
      {standing.length === 0 ? <p className="quiet small">{t("words.marks.none")}</p> : null}
      <ul className="mark-list">
        {standing.map((one) => (
          <li key={one.redaction}>
            {one.mark === "withheld" ? (
              <p className="small quiet">{t("redact.marks.withheld", { name: one.redaction })}</p>
            ) : (
              <button
                type="button"
                className="mark-row"
                aria-pressed={one === layer.chosen}
                onClick={() => layer.choose(one === layer.chosen ? undefined : one.redaction)}
              >
                <MarkWords one={one} />
              </button>
            )}
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

function MarkWords({ one: { redaction, cause, subject, anchored, mark, soughtAlone } }: { one: WordsMarkRow }) {
  const place = anchored?.state === "there" ? anchored.place : mark === "withheld" ? undefined : mark.sort.place;
  return (
    <>
      <span className="mono">{redaction}</span> <b>{causeWords(cause)}</b>{" "}
      {subject === null ? null : <span className="mono">{subject}</span>}{" "}
      {place === undefined ? null : <span className="quiet">{placeWords(place)}</span>}
      {anchored?.state === "loose" ? (
        <span className="sign tone-conflict">
          <ToneMark tone="conflict" /> {t(`words.loose.${anchored.why}`)}
        </span>
      ) : null}
      {anchored?.state === "there" && anchored.moved ? <span className="sign tone-narrower">{t("words.moved")}</span> : null}
      {soughtAlone ? null : <span className="small quiet">{t("words.too-short")}</span>}
    </>
  );
}
