/** One question that this person owes an answer to: what is asked, the items, the answer. Sealed only after it was read once more. */
import { useMutation } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import type { BlindDesk, DeskItem, DeskTask } from "../../api/blind.ts";
import { blindApi } from "../api-client/blind-api.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { AnswerFields } from "../review/answer-fields.tsx";
import { type AnswerDraft, emptyDraft, readAnswer } from "../review/finding-draft.ts";
import { answerWords } from "../review/finding-terms.ts";
import { t } from "../words/t.ts";
import { DeskPlayer } from "./desk-player.tsx";
import { emptyPrior, PriorFields, readPrior } from "./prior-fields.tsx";

const DeskMap = lazy(() => import("./desk-map.tsx").then((module) => ({ default: module.DeskMap })));

interface DeskTaskProps {
  readonly task: DeskTask;
  readonly desk: Pick<BlindDesk, "readOnly" | "protection">;
  /** The line in the case; null of an answer to a packet. */
  readonly onSealed: (line: number | null) => void;
}

export function DeskTaskView({ task, desk, onSealed }: DeskTaskProps) {
  const [shown, setShown] = useState(0);
  const item = task.items[shown];
  return (
    <article className="blind-task" aria-label={t("blind.task", { question: task.question })}>
      <p className="quiet small">
        {t("blind.task", { question: task.question })} · {task.blind} · {t("blind.items", { count: task.items.length })}
      </p>
      <h2 className="blind-question">
        <IsolatedText text={task.text} />
      </h2>
      <div className="blind-work">
        <div>
          {task.items.length > 1 ? (
            <p className="button-row">
              {task.items.map((one, at) => (
                <button key={one.item} type="button" className="button" aria-pressed={at === shown} onClick={() => setShown(at)}>
                  {one.item}
                </button>
              ))}
            </p>
          ) : null}
          {item === undefined ? null : <DeskItemView key={item.item} item={item} />}
        </div>
        <AnswerForm task={task} desk={desk} onSealed={onSealed} />
      </div>
    </article>
  );
}

function DeskItemView({ item }: { item: DeskItem }) {
  return (
    <section aria-label={t("blind.item", { item: item.item, kind: item.kind })}>
      {item.held ? <DeskPlayer desk={item} focused /> : <p className="notice">{t("blind.not-held")}</p>}
      <details className="desk-metadata">
        <summary>{t("blind.metadata", { count: item.metadata.length })}</summary>
        <p className="quiet small">{t("blind.metadata-note")}</p>
        <dl className="fact-list">
          {item.metadata.map(({ group, tag, value }, at) => (
            <div key={`${group}.${tag}.${at}`}>
              <dt>
                <IsolatedText text={tag} />
              </dt>
              <dd>
                <IsolatedText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </section>
  );
}

function AnswerForm({ task, desk: { readOnly, protection }, onSealed }: DeskTaskProps) {
  const [draft, setDraft] = useState(() => emptyDraft(task.question, task.precision).answer);
  const [asked, setAsked] = useState(false);
  const [prior, setPrior] = useState(emptyPrior);
  const read = readAnswer(draft);
  const knew = task.asksPrior ? readPrior(prior) : null;
  const ready = read.state === "read" && knew !== undefined && !readOnly;
  const sealing = useMutation({
    mutationFn: () => {
      if (read.state !== "read") throw new Error(read.reason);
      if (knew === undefined) throw new Error(t("blind.prior"));
      return blindApi.seal(task.blind, { answer: read.answer, prior: knew });
    },
    onSuccess: ({ seq }) => onSealed(seq),
  });
  const change = (next: AnswerDraft): void => {
    setDraft(next);
    setAsked(false);
  };
  return (
    <div className="desk-answer">
      {/* Outside of the form: Enter on one of the map's controls must not seal anything. */}
      {draft.sort === "place" ? (
        <Suspense fallback={<p className="quiet small">{t("blind.map-wait")}</p>}>
          <DeskMap draft={draft} onCoordinates={(coordinates) => change({ ...draft, coordinates })} />
        </Suspense>
      ) : null}
      <form
        className="form-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready || sealing.isPending) return;
          if (asked) sealing.mutate();
          else setAsked(true);
        }}
      >
        <AnswerFields asked={task.precision} draft={draft} onDraft={change} />
        {task.asksPrior ? (
          <PriorFields
            prior={prior}
            onPrior={(next) => {
              setPrior(next);
              setAsked(false);
            }}
          />
        ) : null}
        {asked && read.state === "read" ? (
          <p className="notice" role="status">
            {t("blind.seal-check", { answer: answerWords(read.answer) })}
          </p>
        ) : null}
        <p className="quiet small">{t("blind.seal-warning")}</p>
        <p className={protection === "passphrase" ? "quiet small" : "notice"}>{t(`blind.kept.${protection}`)}</p>
        {readOnly ? <p className="notice">{t("blind.read-only")}</p> : null}
        {sealing.error === null ? null : <ErrorNotice error={sealing.error} />}
        <button type="submit" className="button is-main" disabled={!ready || sealing.isPending}>
          {t(asked ? "blind.seal-again" : "blind.seal")}
        </button>
      </form>
    </div>
  );
}
