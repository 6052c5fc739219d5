/** The phrase: its words, the ways to read them, the points they are measured from, its clauses, and what they leave together. */
import { useState } from "react";
import type { ParseAnswer, PlaceAnswer } from "../../reason/place/answer-place.ts";
import { namesIn } from "../../reason/place/read-phrase.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import type { Position } from "../../core/place/region.ts";
import type { SolverAnswer } from "../solver/ask-solver.ts";
import { t } from "../words/t.ts";
import { AnchorList } from "./anchor-list.tsx";
import { ClauseList } from "./clause-list.tsx";
import { PhraseWords } from "./phrase-words.tsx";
import { namesOf, type PlaceDraft, relaxed, withText } from "./place-draft.ts";
import { ReadingChoice } from "./reading-choice.tsx";
import { RegionResult } from "./region-result.tsx";
import type { NameLookup } from "./use-name-lookup.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { RulesPart } from "./rules-part.tsx";
import { TakeWords } from "./take-words.tsx";

export interface PhraseTabProps {
  readonly draft: PlaceDraft;
  readonly answer: SolverAnswer<PlaceAnswer> | undefined;
  readonly parse: ParseAnswer | undefined;
  readonly isBusy: boolean;
  readonly lookup: NameLookup;
  readonly house: PlaceRules;
  readonly chosenClause: number | undefined;
  readonly onChooseClause: (clause: number | undefined) => void;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft, step?: string) => void;
  readonly onShow: (at: Position) => void;
  readonly onTakeRegion: () => void;
}

export function PhraseTab(props: PhraseTabProps) {
  const { draft, answer, parse, isBusy, lookup, house, chosenClause, onChooseClause, onChange, onShow } = props;
  const [taking, setTaking] = useState(false);
  const names = [...new Set([...namesIn(draft.text, namesOf(draft)), ...namesOf(draft)])];
  const solved = answer?.state === "solved" ? answer.answer : undefined;
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
            onChange={(event) => onChange((now) => withText(now, event.target.value), "text")}
            onBlur={lookup.now}
          />
        </label>
        <p className="record-actions">
          <button type="button" className="button is-small" onClick={() => setTaking(true)}>
            {t("place-bench.take")}
          </button>
          {draft.cites === undefined || draft.cites.length === 0 ? null : (
            <span className="small quiet">{t("place-bench.cites", { cites: draft.cites.join(", ") })}</span>
          )}
        </p>
        {parse === undefined ? null : (
          <PhraseWords text={draft.text} clauses={parse.clauses} chosen={chosenClause} onChoose={onChooseClause} />
        )}
        <LeftOver left={solved?.leftOver ?? []} />
      </section>
      {answer !== undefined && answer.state !== "solved" && !lookup.isLookingUp ? <p className="notice is-error">{answer.says}</p> : null}
      {draft.text.trim() === "" ? <p className="quiet">{t("place-bench.empty-how")}</p> : null}
      {solved?.parses.length === 0 ? <p className="notice">{t("place-bench.not-understood")}</p> : null}
      {solved === undefined || solved.parses.length < 2 ? null : (
        <ReadingChoice
          parses={solved.parses}
          chosen={draft.reading ?? 0}
          onChoose={(reading) => onChange((now) => ({ ...now, reading }))}
        />
      )}
      {solved === undefined || solved.parsesLeftOut === 0 ? null : (
        <p className="small tone-narrower">{t("place-bench.readings-left-out", { count: solved.parsesLeftOut })}</p>
      )}
      {parse === undefined ? null : (
        <RegionResult
          {...{ parse, isBusy, onShow }}
          onRelax={({ change }) => onChange((now) => relaxed(now, change))}
          onTakeRegion={props.onTakeRegion}
        />
      )}
      {names.length === 0 ? null : (
        <section aria-label={t("place-bench.anchors")}>
          <h3>{t("place-bench.anchors")}</h3>
          {lookup.error === null ? null : <ErrorNotice error={lookup.error} />}
          <AnchorList {...{ draft, names, onChange, onShow }} isLookingUp={lookup.isLookingUp} />
        </section>
      )}
      {parse === undefined ? null : (
        <section aria-label={t("place-bench.clauses")}>
          <h3>{t("place-bench.clauses")}</h3>
          <ClauseList {...{ draft, parse, house, onChange }} chosen={chosenClause} onChoose={onChooseClause} />
        </section>
      )}
      <RulesPart {...{ draft, house, onChange }} />
      {taking ? (
        <TakeWords
          onClose={() => setTaking(false)}
          onTake={(text, cites) => {
            onChange((now) => ({ ...withText(now, text), cites: [...cites] }));
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
