/** Makes or changes a pair sheet: items, numbered marks on both frames, states that both show, the verdict and why. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { ScenePairRow, ScenesAnswer } from "../../api/scenes.ts";
import type { ItemDetail } from "../../api/items.ts";
import type { ItemId } from "../../core/item/item.ts";
import type { FramePoint, FrameRef } from "../../core/observation/frame-point.ts";
import { SceneVerdict } from "../../core/scene/scene.ts";
import { heldWords } from "../../core/text/withheld.ts";
import { faultOfPair } from "../../core/scene/check-pair.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { sceneApi } from "../api-client/scene-api.ts";
import { useItemClock } from "../bench/use-clock.ts";
import { useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { ItemChoice } from "../place/item-choice.tsx";
import { t } from "../words/t.ts";
import { ObjectDialog } from "./object-dialog.tsx";
import { changed, draftOf, sheetOf, withPair } from "./pair-draft.ts";
import { type FrameSide, PairFrames } from "./pair-frames.tsx";
import { PairFields } from "./pair-fields.tsx";
import { PairTable } from "./pair-table.tsx";
import { StateFields } from "./state-fields.tsx";

interface PairEditorProps {
  readonly pair: ScenePairRow | undefined;
  readonly answer: ScenesAnswer;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function PairEditor({ pair, answer, onClose, onMade }: PairEditorProps) {
  const [a, setA] = useState<ItemId | undefined>(pair?.a);
  const [b, setB] = useState<ItemId | undefined>(pair?.b);
  return (
    <article className="record is-wide">
      <header className="record-head">
        <h2>{pair === undefined ? t("scenes.new-pair") : t("scenes.change-pair", { id: pair.id })}</h2>
        {pair === undefined ? (
          <div className="pair-items">
            <span>A</span>
            <ItemChoice item={a} onChoose={setA} />
            <span>B</span>
            <ItemChoice item={b} onChoose={setB} />
          </div>
        ) : null}
      </header>
      {a === undefined || b === undefined || a === b ? (
        <p className="quiet">{t("scenes.choose-items")}</p>
      ) : (
        <WithItems key={`${a} ${b}`} {...{ a, b, pair, answer, onClose, onMade }} />
      )}
    </article>
  );
}

function WithItems({ a, b, ...props }: PairEditorProps & { readonly a: ItemId; readonly b: ItemId }) {
  const ofA = useQuery({ queryKey: queryKeys.item(a), queryFn: ({ signal }) => api.item(a, signal) });
  const ofB = useQuery({ queryKey: queryKeys.item(b), queryFn: ({ signal }) => api.item(b, signal) });
  const error = ofA.error ?? ofB.error;
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void Promise.all([ofA.refetch(), ofB.refetch()])} />;
  if (ofA.data === undefined || ofB.data === undefined) return <p className="quiet">{t("bench.waiting")}</p>;
  return <Editor itemA={ofA.data} itemB={ofB.data} {...props} />;
}

interface EditorProps extends PairEditorProps {
  readonly itemA: ItemDetail;
  readonly itemB: ItemDetail;
}

function Editor({ itemA, itemB, pair, answer, onClose, onMade }: EditorProps) {
  const [a, b] = [itemA.row.id, itemB.row.id];
  const [draft, setDraft] = useState(draftOf(pair === undefined || pair.sheet === "withheld" ? undefined : pair.sheet));
  const [chosen, setChosen] = useState<number | undefined>(draft.pairs[0]?.number);
  const [verdict, setVerdict] = useState<SceneVerdict>(pair?.verdict ?? "cannot-tell");
  const [reason, setReason] = useState(heldWords(pair?.reason));
  const [making, setMaking] = useState(false);
  const secondsOf = { a: useSeconds(itemA), b: useSeconds(itemB) };
  const sheet = sheetOf(draft);
  const fault =
    sheet === undefined ? t("scenes.marks-missing") : reason.trim() === "" ? undefined : faultOfPair({ a, b, verdict, reason, sheet });
  const ready = sheet !== undefined && fault === undefined && reason.trim() !== "";
  const writing = useWriting(
    () =>
      sceneApi.judge({
        ...(pair === undefined ? {} : { pair: pair.id }),
        ...{ a, b, verdict, reason: reason.trim(), sheet: sheet as NonNullable<typeof sheet> },
      }),
    ({ id }) => t("events.written", { id }),
    ({ id }) => onMade(id),
  );
  const mark = (side: FrameSide, number: number, frame: FrameRef, point: FramePoint): void =>
    setDraft((now) => changed(now, number, { [side]: { frame, atS: secondsOf[side](frame), point } }));
  const add = (): void => {
    const next = withPair(draft);
    setDraft(next.draft);
    setChosen(next.number);
  };
  const own = draft.pairs.find(({ number }) => number === chosen);
  const missing = own === undefined ? undefined : own.a === undefined ? "A" : own.b === undefined ? "B" : undefined;
  return (
    <>
      <PairFrames a={a} b={b} pairs={draft.pairs} chosen={chosen} onChoose={setChosen} onMark={mark} />
      <p className="small" role="status">
        {missing === undefined ? t("scenes.mark-how") : t("scenes.mark-now", { number: chosen ?? 0, letter: missing })}
      </p>
      <PairTable pairs={draft.pairs} chosen={chosen} onChoose={setChosen} />
      <p className="record-actions">
        <button type="button" className="button is-small" onClick={add}>
          {t("scenes.add-pair")}
        </button>
        <button type="button" className="button is-small" onClick={() => setMaking(true)}>
          {t("scenes.new-object")}
        </button>
      </p>
      {own === undefined ? null : (
        <PairFields
          pair={own}
          objects={answer.objects.filter(({ withdrawn }) => withdrawn === undefined)}
          onChange={(change) => setDraft(changed(draft, own.number, change))}
          onRemove={() => {
            setDraft({ ...draft, pairs: draft.pairs.filter(({ number }) => number !== own.number) });
            setChosen(undefined);
          }}
        />
      )}
      <fieldset className="claim-fields">
        <legend>{t("scenes.verdict")}</legend>
        <div className="verdict-choice">
          {SceneVerdict.options.map((one) => (
            <label key={one} className="check">
              <input type="radio" name="scene-verdict" checked={verdict === one} onChange={() => setVerdict(one)} />{" "}
              {t(`verdict-long.${one}`)}
            </label>
          ))}
        </div>
        <label className="label">
          <span>{t("scenes.reason")}</span>
          <textarea dir="auto" className="field" value={reason} maxLength={5000} onChange={(event) => setReason(event.target.value)} />
        </label>
      </fieldset>
      {verdict === "same" ? (
        <StateFields states={draft.states} pairs={draft.pairs} onStates={(states) => setDraft({ ...draft, states })} />
      ) : draft.states.length > 0 ? (
        <p className="record-actions">
          <span className="small tone-conflict">{t("scenes.states-only-same")}</span>
          <button type="button" className="button is-small" onClick={() => setDraft({ ...draft, states: [] })}>
            {t("scenes.states-remove")}
          </button>
        </p>
      ) : null}
      {fault === undefined ? null : <p className="small tone-conflict">{fault}</p>}
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <p className="record-actions">
        <button type="button" className="button is-main" disabled={!ready || writing.isPending} onClick={() => writing.mutate(undefined)}>
          {t("events.save")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("subjects.leave")}
        </button>
      </p>
      {making ? (
        <ObjectDialog
          onClose={() => setMaking(false)}
          onMade={(object) => {
            if (own !== undefined) setDraft(changed(draft, own.number, { object: object as NonNullable<typeof own.object> }));
          }}
        />
      ) : null}
    </>
  );
}

/** Item time of a frame; null in a picture, and where nobody can say. */
function useSeconds(detail: ItemDetail): (frame: FrameRef) => number | null {
  const { clock } = useItemClock(detail);
  return ({ frame }) => (frame === undefined ? null : (clock?.table.edited[frame] ?? null));
}
