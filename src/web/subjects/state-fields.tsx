/** States that both items show. Only one that can have come about once passes anything on, and the person says so outright. */
import { EventId } from "../../core/event/event.ts";
import type { SharedState } from "../../core/scene/scene-pair-sheet.ts";
import type { SceneObjectId } from "../../core/scene/scene.ts";
import { useEvents } from "../events/event-queries.ts";
import { t } from "../words/t.ts";
import type { DraftPair } from "./pair-draft.ts";

interface StateFieldsProps {
  readonly states: readonly SharedState[];
  readonly pairs: readonly DraftPair[];
  readonly onStates: (states: readonly SharedState[]) => void;
}

export function StateFields({ states, pairs, onStates }: StateFieldsProps) {
  const events = (useEvents().data?.events ?? []).filter(({ withdrawn }) => withdrawn === undefined);
  const things = [...new Set(pairs.flatMap(({ object, verdict }) => (object === null || verdict !== "same" ? [] : [object])))];
  const set = (index: number, change: Partial<SharedState>): void =>
    onStates(states.with(index, { ...(states[index] as SharedState), ...change }));
  const eventChoice = (label: string, value: EventId | null, onChange: (event: EventId | null) => void) => (
    <label className="label">
      <span>{label}</span>
      <select className="field" value={value ?? ""} onChange={(change) => onChange(EventId.safeParse(change.target.value).data ?? null)}>
        <option value="">{t("scenes.event-none")}</option>
        {events.map(({ id, title }) => (
          <option key={id} value={id}>
            {`${id} · ${title.slice(0, 60)}`}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <fieldset className="claim-fields">
      <legend>{t("scenes.states")}</legend>
      <p className="quiet small">{t("scenes.states-how")}</p>
      {states.map((state, index) => (
        <div key={index} className="shared-state">
          <div className="claim-row">
            <label className="label">
              <span>{t("scenes.object")}</span>
              <select
                className="field"
                value={state.object}
                onChange={(event) => set(index, { object: event.target.value as SceneObjectId })}
              >
                {[...new Set([...things, state.object])].map((thing) => (
                  <option key={thing} value={thing}>
                    {thing}
                  </option>
                ))}
              </select>
            </label>
            <label className="label is-wide">
              <span>{t("scenes.state-words")}</span>
              <input
                dir="auto"
                className="field"
                value={state.words}
                maxLength={500}
                onChange={(event) => set(index, { words: event.target.value })}
              />
            </label>
          </div>
          <label className="check">
            <input
              type="checkbox"
              checked={state.beganOnce}
              onChange={(event) => set(index, { beganOnce: event.target.checked, ...(event.target.checked ? {} : { beganWith: null }) })}
            />{" "}
            {t("scenes.began-once")}
          </label>
          {state.beganOnce ? eventChoice(t("scenes.began-with"), state.beganWith, (beganWith) => set(index, { beganWith })) : null}
          <label className="check">
            <input
              type="checkbox"
              checked={state.endsOnce}
              onChange={(event) => set(index, { endsOnce: event.target.checked, ...(event.target.checked ? {} : { endedWith: null }) })}
            />{" "}
            {t("scenes.ends-once")}
          </label>
          {state.endsOnce ? eventChoice(t("scenes.ended-with"), state.endedWith, (endedWith) => set(index, { endedWith })) : null}
          <p className="record-actions">
            <button type="button" className="button is-small" onClick={() => onStates(states.toSpliced(index, 1))}>
              {t("scenes.state-remove")}
            </button>
          </p>
        </div>
      ))}
      {things.length === 0 ? (
        <p className="quiet small">{t("scenes.states-need")}</p>
      ) : (
        <p className="record-actions">
          <button
            type="button"
            className="button is-small"
            onClick={() =>
              onStates([
                ...states,
                { object: things[0] as SceneObjectId, words: "", beganOnce: false, beganWith: null, endsOnce: false, endedWith: null },
              ])
            }
          >
            {t("scenes.state-add")}
          </button>
        </p>
      )}
    </fieldset>
  );
}
