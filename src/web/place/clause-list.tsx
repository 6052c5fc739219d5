/** The clauses of the chosen reading, one by one: what each says, whether it counts, and the rules by which it is read. */
import type { ParseAnswer } from "../../reason/place/answer-place.ts";
import type { PlaceRules } from "../../reason/place/place-rules.ts";
import { SeriesSwatch } from "../map/series-swatch.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";
import { areaWords } from "./area-words.ts";
import { fieldsOf } from "./clause-rules.ts";
import { seriesOf } from "./phrase-shapes.ts";
import { dropOwnRule, isClauseOn, ownRules, type PlaceDraft, rulesFor, setRule, switchClause } from "./place-draft.ts";
import type { RuleField } from "./rule-fields.ts";
import { RuleSlider } from "./rule-slider.tsx";

interface ClauseListProps {
  readonly draft: PlaceDraft;
  readonly parse: ParseAnswer;
  readonly house: PlaceRules;
  readonly chosen: number | undefined;
  readonly onChoose: (clause: number) => void;
  readonly onChange: (make: (draft: PlaceDraft) => PlaceDraft, step?: string) => void;
}

export function ClauseList({ draft, parse, house, chosen, onChoose, onChange }: ClauseListProps) {
  const fields = parse.clauses.map(fieldsOf);
  const sharing = (field: RuleField): number => fields.filter((of) => of.some(({ rule }) => rule === field.rule)).length;
  return (
    <ol className="clause-list">
      {parse.clauses.map((clause, at) => (
        <li key={`${clause.span[0]} ${clause.kind}`} className={at === chosen ? "is-chosen" : undefined}>
          <div className="clause-head">
            <label className="check">
              <input
                type="checkbox"
                checked={isClauseOn(draft, clause.span)}
                onChange={(event) => onChange((now) => switchClause(now, clause.span, event.target.checked))}
              />
              <span className="visually-hidden">{t("place-bench.clause-counts", { number: at + 1 })}</span>
            </label>
            <button type="button" className="clause-name" aria-pressed={at === chosen} onClick={() => onChoose(at)}>
              <SeriesSwatch series={seriesOf(at)} />
              <strong>{at + 1}</strong> <IsolatedText text={clause.text} />
            </button>
            <span className="quiet small clause-area">{areaOf(parse, at)}</span>
          </div>
          {clause.unused === null ? null : <p className="small tone-narrower">{clause.unused}</p>}
          {isClauseOn(draft, clause.span) ? (
            <div className="clause-rules">
              {(fields[at] ?? []).map((field) => (
                <ClauseRule
                  key={field.name}
                  {...{ draft, field, house, onChange }}
                  span={clause.span}
                  isShared={sharing(field) > 1}
                  lastUnit={"distance" in clause ? clause.distance.unit : undefined}
                />
              ))}
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

function areaOf({ clauseAreasKm2 }: ParseAnswer, at: number): string {
  const area = clauseAreasKm2[at];
  return area == null ? t("place-bench.no-area") : areaWords(area);
}

interface ClauseRuleProps extends Pick<ClauseListProps, "draft" | "house" | "onChange"> {
  readonly field: RuleField;
  readonly span: readonly [number, number];
  /** Another clause is read by the same rule. */
  readonly isShared: boolean;
  readonly lastUnit: string | undefined;
}

function ClauseRule({ draft, house, onChange, field, span, isShared, lastUnit }: ClauseRuleProps) {
  const rules = rulesFor(draft, span);
  const isOwn = ownRules(draft, span)[field.rule] !== undefined;
  return (
    <div>
      <RuleSlider
        field={field}
        value={field.get(rules)}
        house={field.get(house)}
        lastUnit={lastUnit}
        onValue={(value) =>
          onChange((now) => setRule(now, field.rule, field.set(rulesFor(now, span), value), isOwn ? span : undefined), field.name)
        }
      />
      {isShared || isOwn ? (
        <label className="check small">
          <input
            type="checkbox"
            checked={isOwn}
            onChange={(event) =>
              onChange((now) =>
                event.target.checked ? setRule(now, field.rule, rules[field.rule], span) : dropOwnRule(now, field.rule, span),
              )
            }
          />{" "}
          {t("place-bench.rule-alone")}
        </label>
      ) : null}
    </div>
  );
}
