/** Writes down that somebody was asked for a reply: as a role or an office, about which claims and events, by when, in which words. */
import { useState } from "react";
import type { UtcInstant } from "../../core/time/time-claim.ts";
import type { ReplyAbout } from "../../core/reply/reply.ts";
import type { SourceId } from "../../core/source/source.ts";
import { claimApi } from "../api-client/claim-api.ts";
import { instantOf } from "../conditions/instant-field.tsx";
import { useEvents, useWriting } from "../events/event-queries.ts";
import { sortWords } from "../events/record-words.ts";
import { useSources } from "../sources/source-queries.ts";
import { TextField } from "../sources/text-field.tsx";
import { WritingDialog } from "../parts/writing-dialog.tsx";
import { t } from "../words/t.ts";
import { useClaims } from "./claim-queries.ts";

export function AskReplyDialog({ onClose }: { onClose: () => void }) {
  const sources = useSources().data?.sources ?? [];
  const [to, setTo] = useState<SourceId | "unknown">("unknown");
  const [toWords, setToWords] = useState("");
  const [about, setAbout] = useState<readonly ReplyAbout[]>([]);
  const [sentAt, setSentAt] = useState(() => new Date().toISOString().slice(0, 16));
  const [deadline, setDeadline] = useState("");
  const [way, setWay] = useState("");
  const [asked, setAsked] = useState("");
  const writing = useWriting(
    () =>
      claimApi.requestReply({
        to,
        toWords: toWords.trim(),
        about: [...about],
        sentAt: instantOf(sentAt) as UtcInstant,
        deadline: deadline === "" ? null : (instantOf(deadline) as UtcInstant),
        way: way.trim(),
        asked: asked.trim(),
      }),
    ({ id }) => t("events.written", { id }),
    onClose,
  );
  const whole = toWords.trim() !== "" && about.length > 0 && sentAt !== "" && way.trim() !== "" && asked.trim() !== "";
  return (
    <WritingDialog
      title={t("claims.replies.ask")}
      wide
      writing={writing}
      write={whole ? () => writing.mutate(undefined) : undefined}
      onClose={onClose}
    >
      <TextField label={t("claims.reply.to-words")} value={toWords} longest={500} focused onChange={setToWords} />
      <p className="quiet small">{t("claims.reply.to-how")}</p>
      <label className="label">
        <span>{t("claims.reply.to")}</span>
        <select className="field" value={to} onChange={(change) => setTo(change.target.value as SourceId | "unknown")}>
          <option value="unknown">{t("claims.reply.to-none")}</option>
          {sources.map(({ id, label }) => (
            <option key={id} value={id}>
              {`${id} ${label}`}
            </option>
          ))}
        </select>
      </label>
      <AboutField about={about} onAbout={setAbout} />
      <div className="reply-row">
        <label className="label">
          <span>{t("claims.reply.sent-utc")}</span>
          <input type="datetime-local" className="field" value={sentAt} onChange={(change) => setSentAt(change.target.value)} />
        </label>
        <label className="label">
          <span>{t("claims.reply.deadline-utc")}</span>
          <input type="datetime-local" className="field" value={deadline} onChange={(change) => setDeadline(change.target.value)} />
        </label>
        <TextField label={t("claims.reply.way")} value={way} longest={500} onChange={setWay} />
      </div>
      <label className="label">
        <span>{t("claims.reply.words")}</span>
        <textarea dir="auto" className="field" value={asked} maxLength={50_000} onChange={(change) => setAsked(change.target.value)} />
      </label>
    </WritingDialog>
  );
}

function AboutField({ about, onAbout }: { about: readonly ReplyAbout[]; onAbout: (about: readonly ReplyAbout[]) => void }) {
  const events = useEvents().data?.events.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const claims = useClaims().data?.claims.filter(({ withdrawn }) => withdrawn === undefined) ?? [];
  const options: readonly (readonly [ReplyAbout, string])[] = [
    ...events.map((event) => [event.id, `${event.id} ${sortWords(event)}: ${event.title}`] as const),
    ...claims.map(
      ({ id, aspect, publisher, statement }) =>
        [
          id,
          `${id} ${publisher.label}, ${t(`claims.aspect.${aspect}`)}: ${statement === "withheld" ? t("claims.withheld") : statement.value.words}`,
        ] as const,
    ),
  ];
  return (
    <fieldset className="reply-about">
      <legend>{t("claims.reply.about-what")}</legend>
      {options.map(([record, says]) => (
        <label key={record} className="check">
          <input
            type="checkbox"
            checked={about.includes(record)}
            onChange={(event) => onAbout(event.target.checked ? [...about, record] : about.filter((one) => one !== record))}
          />{" "}
          <bdi>{says}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
