/** Where a comment or an answer is written. The moment of a recording that is meant can be left out before it is sent. */
import { useState } from "react";
import type { PersonRow } from "../../api/people.ts";
import type { RecordName } from "../../core/review/ground.ts";
import type { CommentId } from "../../core/task/task.ts";
import { usePeople } from "../api-client/people-api.ts";
import { workApi } from "../api-client/work-api.ts";
import { useWriting } from "../events/event-queries.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { formatDuration } from "../parts/format.ts";
import { t } from "../words/t.ts";
import { mentionedIn } from "./comment-words.ts";
import { MentionField } from "./mention-field.tsx";

interface CommentComposerProps {
  readonly record: RecordName;
  /** Item time, seconds; null where there is no clock. */
  readonly atS: number | null;
  readonly answers?: CommentId;
  readonly onDone?: () => void;
}

export function CommentComposer({ record, atS, answers, onDone }: CommentComposerProps) {
  const [text, setText] = useState("");
  const [withMoment, setWithMoment] = useState(true);
  const rows = usePeople().data ?? [];
  const people = rows.map(({ person }) => person as string);
  const mentioned = mentionedIn(text, people);
  // What is still being typed may become somebody of the list.
  const nobody = mentioned.nobody.filter((words) => !text.endsWith(`@${words}`) || !rows.some((row) => isBegunName(row, words)));
  const moment = atS === null || !withMoment ? null : Math.round(atS * 1000) / 1000;
  const writing = useWriting(
    () =>
      workApi.comment({
        about: { record, atS: moment },
        answers: answers ?? null,
        text: text.trim(),
        mentions: mentioned.told as `p${string}`[],
      }),
    () => t("comments.written"),
    () => {
      setText("");
      onDone?.();
    },
  );
  const send = (): void => {
    if (text.trim() !== "" && !writing.isPending) writing.mutate(undefined);
  };
  return (
    <form
      className="comment-composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MentionField
        label={t(answers === undefined ? "comments.label" : "comments.answer-label")}
        value={text}
        onChange={setText}
        onSend={send}
      />
      <p className="quiet small">{t("comments.how")}</p>
      {nobody.length === 0 || people.length === 0 ? null : (
        <p className="notice is-attention small" role="status">
          {t("comments.nobody", { names: nobody.map((one) => `@${one}`).join(", ") })}
        </p>
      )}
      {atS === null ? null : (
        <label className="check-line">
          <input type="checkbox" checked={withMoment} onChange={(event) => setWithMoment(event.target.checked)} />
          <span>{t("comments.moment", { at: formatDuration(atS) })}</span>
        </label>
      )}
      {writing.error === null ? null : <ErrorNotice error={writing.error} />}
      <button type="submit" className="button is-main" disabled={text.trim() === "" || writing.isPending}>
        {t(answers === undefined ? "comments.write" : "comments.answer")}
      </button>
    </form>
  );
}

function isBegunName({ person, name }: PersonRow, words: string): boolean {
  return person.startsWith(words) || (name ?? "").toLocaleLowerCase().includes(words.toLocaleLowerCase());
}
