/** States that both items show, with what follows for time in words: nothing more is ever passed on. */
import type { SharedState } from "../../core/scene/scene-pair-sheet.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function SharedStates({ states }: { readonly states: readonly SharedState[] }) {
  if (states.length === 0) return null;
  return (
    <section className="record-part" aria-label={t("scenes.states")}>
      <h3>{t("scenes.states")}</h3>
      <ul className="record-lines">
        {states.map((state, index) => (
          <li key={index}>
            <p>
              <span className="mono">{state.object}</span> <IsolatedText text={state.words} />
            </p>
            <p className="small quiet">
              {state.beganOnce ? t("scenes.began") : t("scenes.began-maybe-twice")}{" "}
              {state.beganWith === null ? null : <Link to={`/events/${state.beganWith}`}>{state.beganWith}</Link>}{" "}
              {state.endsOnce ? t("scenes.ended") : null}{" "}
              {state.endedWith === null ? null : <Link to={`/events/${state.endedWith}`}>{state.endedWith}</Link>}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
