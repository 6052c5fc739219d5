/** The phrase: its words, the ways to read them, the points they are measured from, its clauses, and what they leave together. */
import { useState } from "react";
import type { PlaceAnswer } from "../../reason/place/answer-place.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import type { Position } from "../../core/place/region.ts";
import { t } from "../words/t.ts";
import { AnchorList } from "./anchor-list.tsx";
import { AnchorLookup } from "./anchor-lookup.tsx";
import { ClauseList } from "./clause-list.tsx";
import { PhraseWords } from "./phrase-words.tsx";
import { namesInWords, namesOf, relaxed, withText } from "./place-draft.ts";
import { ReadingChoice } from "./reading-choice.tsx";
import type { RegionPart } from "./region-parts.ts";
import { RegionResult } from "./region-result.tsx";
import type { Phrase } from "./use-phrase.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { RulesPart } from "./rules-part.tsx";
import { SignWordsDialog } from "./sign-words.tsx";
import { TakeWords } from "./take-words.tsx";

interface PhraseTabProps {
  readonly phrase: Phrase;
  readonly house: PlaceRules;
  readonly onShow: (at: Position) => void;
  readonly onTake: (part: RegionPart) => void;
}

export function PhraseTab({ phrase, house, onShow, onTake }: PhraseTabProps) {
  const { history, answer, solved, parse, parts, isBusy, lookup, chosenClause, chooseClause } = phrase;
  const { draft, change } = history;
  const [taking, setTaking] = useState(false);
  /** A name from a sign, once it is chosen. */
  const [sign, setSign] = useState<"choosing" | { readonly name: string }>();
  const names = namesInWords(draft);
  const others = namesOf(draft).filter((name) => !names.includes(name));
  return (
    <div className="place-stack">
      <section aria-label={t("place-bench.words")}>
        <label className="label">
          <span>{t("place-bench.words")}</span>
          <textarea
            className="field place-text"
            dir="auto"
            value={draft.text}
            maxLength={10_000}
            placeholder={t("place-bench.words-example")}
            onChange={(event) => change((now) => withText(now, event.target.value), "text")}
            onBlur={lookup.now}
          />
        </label>
        <p className="record-actions">
          <button type="button" className="button is-small" onClick={() => setTaking(true)}>
            {t("place-bench.take")}
          </button>
          <button type="button" className="button is-small" onClick={() => setSign("choosing")}>
            {t("sign-words.open")}
          </button>
          {draft.cites === undefined || draft.cites.length === 0 ? null : (
            <span className="small quiet">{t("place-bench.cites", { cites: draft.cites.join(", ") })}</span>
          )}
        </p>
        {parse === undefined ? null : (
          <PhraseWords text={draft.text} clauses={parse.clauses} chosen={chosenClause} onChoose={chooseClause} />
        )}
        <LeftOver left={solved?.leftOver ?? []} />
      </section>
      {answer !== undefined && answer.state !== "solved" && !lookup.isLookingUp ? <p className="notice is-error">{answer.says}</p> : null}
      {draft.text.trim() === "" ? <p className="quiet">{t("place-bench.empty-how")}</p> : null}
      {solved?.parses.length === 0 ? <p className="notice">{t("place-bench.not-understood")}</p> : null}
      {solved === undefined || solved.parses.length < 2 ? null : (
        <ReadingChoice parses={solved.parses} chosen={draft.reading ?? 0} onChoose={(reading) => change((now) => ({ ...now, reading }))} />
      )}
      {solved === undefined || solved.parsesLeftOut === 0 ? null : (
        <p className="small tone-narrower">{t("place-bench.readings-left-out", { count: solved.parsesLeftOut })}</p>
      )}
      {parse === undefined ? null : (
        <RegionResult
          {...{ parse, parts, isBusy, onShow, onTake }}
          onRelax={(relaxation) => change((now) => relaxed(now, relaxation.change))}
        />
      )}
      {names.length === 0 ? null : (
        <section aria-label={t("place-bench.anchors")}>
          <h3>{t("place-bench.anchors")}</h3>
          {lookup.error === null ? null : <ErrorNotice error={lookup.error} />}
          <AnchorList {...{ draft, names, onShow }} onChange={change} isLookingUp={lookup.isLookingUp} />
          {others.length === 0 ? null : (
            <details>
              <summary className="small quiet">{t("place-bench.other-names", { count: others.length })}</summary>
              <AnchorList {...{ draft, onShow }} names={others} onChange={change} isLookingUp={false} />
            </details>
          )}
        </section>
      )}
      {parse === undefined ? null : (
        <section aria-label={t("place-bench.clauses")}>
          <h3>{t("place-bench.clauses")}</h3>
          <ClauseList {...{ draft, parse, house }} onChange={change} chosen={chosenClause} onChoose={chooseClause} />
        </section>
      )}
      {draft.lines === undefined || draft.lines.length === 0 ? null : (
        <p className="record-actions small">
          {t("place-bench.lines", { count: draft.lines.length })}
          <button type="button" className="button is-small" onClick={() => change(({ lines: _lines, ...rest }) => rest)}>
            {t("place-bench.lines-remove")}
          </button>
        </p>
      )}
      <RulesPart {...{ draft, house }} onChange={change} />
      {sign === "choosing" ? <SignWordsDialog onChoose={(name) => setSign({ name })} onClose={() => setSign(undefined)} /> : null}
      {sign === undefined || sign === "choosing" ? null : (
        <AnchorLookup {...{ draft, name: sign.name }} onChange={change} onClose={() => setSign(undefined)} />
      )}
      {taking ? (
        <TakeWords
          onClose={() => setTaking(false)}
          onTake={(text, cites) => {
            change((now) => ({ ...withText(now, text), cites: [...cites] }));
            setTaking(false);
            lookup.now();
          }}
        />
      ) : null}
    </div>
  );
}

/** Words that nothing is made of, and why, where a reason is known. */
function LeftOver({ left }: { readonly left: PlaceAnswer["leftOver"] }) {
  const said = left.filter(({ why }) => why !== null);
  if (said.length === 0) return null;
  return (
    <ul className="small quiet" aria-label={t("place-bench.left-over")}>
      {said.map(({ text, span, why }) => (
        <li key={span[0]}>
          <IsolatedText text={t("place-bench.left-over-why", { text, why: why ?? "" })} />
        </li>
      ))}
    </ul>
  );
}
