/**
 * Measuring a shadow: the frame with its marks, how the ground is known, what is known of place and time, and at once what that says.
 * It is kept as an inference of sort "sun" whose problem holds the marks, so that anybody can work it out again.
 */
import "../bench/panel.css";
import "./measure-shadow.css";
import { useState } from "react";
import type { InferenceDetail } from "../../api/inferences.ts";
import type { FrameRef } from "../../core/observation/frame-point.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { StatedOf } from "../../core/place/place-statement.ts";
import type { Position } from "../../core/place/region.ts";
import type { SunAnswer } from "../../reason/sun/sun-answer.ts";
import { SunProblem } from "../../reason/sun/sun-problem.ts";
import { formatPosition } from "../claims/place-words.ts";
import { ItemChoice } from "../place/item-choice.tsx";
import { KeepDialog } from "../place/keep-dialog.tsx";
import { useSolver } from "../solver/use-solver.ts";
import { t } from "../words/t.ts";
import { BesideFields, GroundFields } from "./ground-fields.tsx";
import { KnownFields } from "./known-fields.tsx";
import { MarkList } from "./mark-list.tsx";
import { ShadowFrame } from "./shadow-frame.tsx";
import { SunBand } from "./sun-band.tsx";
import { draftOf } from "./kept-draft.ts";
import { problemOf } from "./made-problem.ts";
import { type ChosenMark, emptyDraft, type FieldName, positionOf, type SunDraft } from "./sun-draft.ts";
import { SunResult } from "./sun-result.tsx";

export interface MeasureShadowProps {
  /** A kept inference of sort "sun"; undefined for a new measurement. */
  readonly kept: InferenceDetail | undefined;
  /** What to look at, where nothing is kept. */
  readonly item?: ItemId | undefined;
  readonly about?: StatedOf | null | undefined;
  readonly onKept: (id: string) => void;
  readonly onClose?: (() => void) | undefined;
}

export function MeasureShadow({ kept, item: offered, about = null, onKept, onClose }: MeasureShadowProps) {
  const [draft, setDraft] = useState<SunDraft>(() => started(kept));
  const [item, setItem] = useState<ItemId | undefined>(draft.frame?.item ?? kept?.inference.items[0] ?? offered);
  const [chosen, setChosen] = useState<ChosenMark | undefined>(draft.by === "by-hand" || kept !== undefined ? undefined : "base");
  const [shown, setShown] = useState<FrameRef>();
  const [frame, setFrame] = useState<number | undefined>(draft.frame?.frame);
  const [isPicking, setIsPicking] = useState(false);
  const [isKeeping, setIsKeeping] = useState(false);
  const { problem, missing } = problemOf(draft);
  const { answer, busy } = useSolver<SunAnswer>("sun", problem);
  const solved = problem !== undefined && answer?.state === "solved" ? answer.answer : undefined;
  const place = positionOf(draft.fields.place ?? "");
  const setField = (name: FieldName, value: string): void => setDraft((now) => ({ ...now, fields: { ...now.fields, [name]: value } }));
  const setPointPlace = (number: number, at: Position): void =>
    setDraft((now) => ({ ...now, points: now.points.map((row, i) => (i === number - 1 ? { ...row, place: formatPosition(at) } : row)) }));
  const pointChosen = chosen?.startsWith("point") === true && !draft.inMetres ? Number(chosen.slice(5)) + 1 : undefined;
  const pressMap = isPicking
    ? (at: Position) => {
        setField("place", formatPosition(at));
        setIsPicking(false);
      }
    : pointChosen === undefined
      ? undefined
      : (at: Position) => setPointPlace(pointChosen, at);
  const points =
    draft.by !== "ground-points" || draft.inMetres || (draft.asks === "where" && pointChosen === undefined)
      ? []
      : draft.points.flatMap((row, i) => {
          const at = positionOf(row.place);
          return at === undefined ? [] : [{ number: i + 1, at, errorM: Number(row.error) || 0 }];
        });
  const isOnMap = draft.asks === "where" || isPicking || pointChosen !== undefined;
  return (
    <div className="sun-bench">
      <header className="sun-head">
        <h1>{kept === undefined ? t("sun.title") : t("sun.title-kept", { id: kept.inference.id, title: kept.inference.title })}</h1>
        <ItemChoice
          item={item}
          onChoose={(next) => {
            setItem(next);
            setShown(undefined);
            setFrame(undefined);
          }}
        />
        <span className="sun-head-acts">
          <button
            type="button"
            className="button is-main"
            disabled={problem === undefined || answer?.state !== "solved"}
            onClick={() => setIsKeeping(true)}
          >
            {t("sun.keep")}
          </button>
          {onClose === undefined ? null : (
            <button type="button" className="button" onClick={onClose}>
              {t("sun.close")}
            </button>
          )}
        </span>
      </header>
      <div className={item === undefined || draft.by === "by-hand" ? "sun-panes is-without-frame" : "sun-panes"}>
        {draft.by === "by-hand" ? null : item === undefined ? (
          <p className="quiet sun-no-frame">{t("sun.no-item")}</p>
        ) : (
          <ShadowFrame
            key={item}
            {...{ item, draft, chosen, shown, frame }}
            onDraft={setDraft}
            onChoose={setChosen}
            onShown={setShown}
            onBack={() => {
              setItem(draft.frame?.item);
              setFrame(draft.frame?.frame);
            }}
          />
        )}
        <div className="sun-side">
          <GroundFields draft={draft} onField={setField} onDraft={setDraft} />
          <MarkList {...{ draft, chosen }} onChoose={setChosen} onDraft={setDraft} onField={setField} />
          <KnownFields draft={draft} onField={setField} onDraft={setDraft} isPicking={isPicking} onPick={() => setIsPicking(!isPicking)} />
          <BesideFields draft={draft} onField={setField} onDraft={setDraft} />
        </div>
        <div className="sun-answer" aria-busy={busy} aria-live="polite">
          {isOnMap ? (
            // Another kind of answer is looked at anew: an area of the globe, not the square around a post.
            <SunBand
              key={pointChosen === undefined && !isPicking ? (solved?.answers ?? "none") : "setting"}
              answer={solved}
              place={place}
              points={points}
              onPoint={pressMap}
              onMovePoint={setPointPlace}
            />
          ) : null}
          {missing.length === 0 ? null : (
            <div className="notice">
              <div>
                <p>{t("sun.need")}</p>
                <ul className="sun-missing">
                  {missing.map((words) => (
                    <li key={words}>{t(words)}</li>
                  ))}
                </ul>
              </div>
            </div>
          )}
          {problem !== undefined && (answer?.state === "unreadable" || answer?.state === "fault") ? (
            <p className="notice is-error">{answer.says}</p>
          ) : null}
          {problem !== undefined && solved !== undefined && isOf(problem, solved) ? <SunResult problem={problem} answer={solved} /> : null}
        </div>
      </div>
      {isKeeping && problem !== undefined ? (
        <KeepDialog
          sort="sun"
          problem={problem}
          kept={kept?.inference}
          title={t("sun.keep-title", { what: draft.fields.note || t("sun.keep-what"), item: item ?? "" })}
          about={kept?.inference.about ?? about}
          items={item === undefined || draft.by === "by-hand" ? [] : [item]}
          onClose={() => setIsKeeping(false)}
          onKept={(id) => {
            setIsKeeping(false);
            onKept(id);
          }}
        />
      ) : null}
    </div>
  );
}

function started(kept: InferenceDetail | undefined): SunDraft {
  const read = kept === undefined ? undefined : SunProblem.safeParse(kept.problem).data;
  return read === undefined ? emptyDraft : draftOf(read);
}

/** Whether an answer is to the question as it stands: the one before is shown while the next is worked out, unless it is of another kind. */
function isOf(problem: SunProblem, answer: SunAnswer): boolean {
  return (problem.instant === undefined) === (answer.answers === "when");
}
