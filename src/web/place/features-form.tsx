/** The search as a sentence and as a list of conditions: each is written from the other. */
import { useId } from "react";
import type { ExtractFacts } from "../../core/map-extract/extract-facts.ts";
import type { NearCondition } from "../../core/map-extract/feature-problem.ts";
import { kindOf } from "../../reason/features/kinds.ts";
import { sectors } from "../../reason/features/write-feature-words.ts";
import { t } from "../words/t.ts";
import type { FeaturesBench } from "./features-bench.tsx";
import { problemOfFeatures, withConditions, withSentence } from "./features-draft.ts";

interface FeaturesFormProps {
  readonly features: FeaturesBench;
  readonly extracts: readonly ExtractFacts[];
}

const newCondition: NearCondition = { what: "", withinM: 200, atLeast: 1, not: false };
const mostConditions = 12;

export function FeaturesForm({ features, extracts }: FeaturesFormProps) {
  const { draft, change, kinds, port, search, isSearching } = features;
  const list = useId();
  const fault = useId();
  const { find, near } = draft;
  const ready = problemOfFeatures(draft, port) !== undefined && (extracts.length === 1 || draft.extract !== undefined);
  const setNear = (at: number, next: NearCondition | undefined): void =>
    change(
      withConditions(draft, find, next === undefined ? near.filter((_, n) => n !== at) : near.map((one, n) => (n === at ? next : one))),
    );
  return (
    <form
      className="form-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !isSearching) search();
      }}
    >
      <h3>{t("features.title")}</h3>
      <ExtractChoice {...{ features, extracts }} />
      <label className="label">
        <span>{t("features.sentence")}</span>
        <textarea
          className="field features-sentence"
          rows={2}
          value={draft.text}
          maxLength={2000}
          placeholder={t("features.sentence-hint")}
          aria-invalid={draft.fault !== undefined}
          aria-describedby={draft.fault === undefined ? undefined : fault}
          onChange={(event) => change(withSentence(draft, event.target.value))}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey) return;
            event.preventDefault();
            event.currentTarget.form?.requestSubmit();
          }}
        />
      </label>
      {draft.fault === undefined ? (
        <p className="small quiet">{t("features.sentence-how")}</p>
      ) : (
        <p id={fault} className="small tone-conflict" role="status">
          {draft.fault}
        </p>
      )}
      {draft.assumed.map((words) => (
        <p key={words} className="small quiet">
          {words}
        </p>
      ))}
      <datalist id={list}>
        {kinds.map((kind) => (
          <option key={kind} value={kind} />
        ))}
      </datalist>
      <div className="features-rows">
        <label className="label">
          <span>{t("features.find")}</span>
          <input
            className="field"
            list={list}
            value={find}
            maxLength={600}
            aria-invalid={find !== "" && kindOf(find) === undefined}
            onChange={(event) => change(withConditions(draft, event.target.value, near))}
          />
        </label>
        {near.map((one, at) => (
          // Conditions have no name but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <Condition key={at} {...{ one, at, list }} onChange={(next) => setNear(at, next)} />
        ))}
        <p>
          <button
            type="button"
            className="button is-small"
            disabled={near.length >= mostConditions}
            onClick={() => change(withConditions(draft, find, [...near, newCondition]))}
          >
            {t("features.add")}
          </button>
        </p>
      </div>
      <fieldset className="features-where">
        <legend>{t("features.where")}</legend>
        {(["map", "region", "all"] as const).map((where) => (
          <label key={where} className="check">
            <input
              type="radio"
              name={`${list}-where`}
              checked={draft.where === where}
              disabled={where === "region" && port.region === null}
              onChange={() => change({ ...draft, where })}
            />{" "}
            {t(`features.where-${where}`)}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button is-main" disabled={!ready || isSearching}>
        {t(isSearching ? "features.searching" : "features.search")}
      </button>
    </form>
  );
}

function ExtractChoice({ features: { draft, change, port }, extracts }: FeaturesFormProps) {
  const words = ({ name, of }: ExtractFacts) =>
    `${name}, ${of.at === "unknown" ? t("features.of-unknown") : t("features.of", { at: of.at.slice(0, 10) })}`;
  const chosen = extracts.length === 1 ? extracts[0] : extracts.find(({ name }) => name === draft.extract);
  const box = chosen?.box ?? undefined;
  return (
    <>
      {extracts.length === 1 ? null : (
        <label className="label">
          <span>{t("features.extract")}</span>
          <select
            className="field"
            value={draft.extract ?? ""}
            onChange={(event) => change({ ...draft, extract: event.target.value || undefined })}
          >
            <option value="" />
            {extracts.map((one) => (
              <option key={one.id} value={one.name}>
                {words(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {chosen === undefined ? null : (
        <p className="small quiet features-extract">
          <span>
            {words(chosen)} · {chosen.credit}
          </span>
          <button
            type="button"
            className="button is-small"
            disabled={box === undefined}
            onClick={() => box !== undefined && port.show(box)}
          >
            {t("features.show-extract")}
          </button>
        </p>
      )}
    </>
  );
}

interface ConditionProps {
  readonly one: NearCondition;
  readonly at: number;
  /** Id of the kinds to pick from. */
  readonly list: string;
  readonly onChange: (next: NearCondition | undefined) => void;
}

function Condition({ one, at, list, onChange }: ConditionProps) {
  const n = at + 1;
  const way = sectors.findIndex(({ fromDeg, toDeg }) => fromDeg === one.bearing?.fromDeg && toDeg === one.bearing.toDeg);
  const number = (text: string): number => Number(text.replace(",", "."));
  return (
    <fieldset className="features-condition">
      <legend className="small quiet">{t("features.condition", { n })}</legend>
      <label className="label features-what">
        <span>{t("features.kind")}</span>
        <input
          className="field"
          {...{ list }}
          value={one.what}
          maxLength={600}
          aria-invalid={one.what !== "" && kindOf(one.what) === undefined}
          onChange={(event) => onChange({ ...one, what: event.target.value })}
        />
      </label>
      <label className="label">
        <span>{t("features.within")}</span>
        <input
          className="field"
          type="number"
          min={1}
          max={50_000}
          step="any"
          value={one.withinM}
          onChange={(event) => onChange({ ...one, withinM: number(event.target.value) })}
        />
      </label>
      <label className="label">
        <span>{t("features.count")}</span>
        <input
          className="field"
          type="number"
          min={1}
          max={100}
          disabled={one.not}
          value={one.atLeast}
          onChange={(event) => onChange({ ...one, atLeast: Math.max(1, Math.min(100, Math.round(number(event.target.value)) || 1)) })}
        />
      </label>
      <label className="label">
        <span>{t("features.way")}</span>
        <select
          className="field"
          value={way}
          onChange={(event) => {
            const { bearing: _, ...rest } = one;
            const sector = sectors[Number(event.target.value)];
            onChange(sector === undefined ? rest : { ...rest, bearing: { fromDeg: sector.fromDeg, toDeg: sector.toDeg } });
          }}
        >
          <option value={-1}>{t("features.any-way")}</option>
          {sectors.map(({ word }, value) => (
            <option key={word} value={value}>
              {word}
            </option>
          ))}
        </select>
      </label>
      <label className="check small">
        <input type="checkbox" checked={one.not} onChange={(event) => onChange({ ...one, not: event.target.checked, atLeast: 1 })} />{" "}
        {t("features.none-within")}
      </label>
      <button type="button" className="button is-small" aria-label={t("features.remove", { n })} onClick={() => onChange(undefined)}>
        ×
      </button>
    </fieldset>
  );
}
