/**
 * The field at the top of the desk: a link that is pasted there, or a list of them anywhere on the desk, is an item a moment
 * later. It is noted with the risk that is chosen; who does not choose says "not known". Nothing is fetched. Other words that
 * are pasted on the desk are not taken, and it says why.
 */
import "./intake-bar.css";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useEffectEvent, useState } from "react";
import type { NoteLinksAnswer } from "../../api/links.ts";
import { RiskOfRemoval } from "../../core/conditions/assessment.ts";
import { linkApi, linkKeys } from "../api-client/link-api.ts";
import { announce } from "../parts/live-region.tsx";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { clipboardLines } from "../paste/clipboard-lines.ts";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";

export function IntakeBar({ disabled }: { disabled: boolean }) {
  const [text, setText] = useState("");
  const [risk, setRisk] = useState<RiskOfRemoval>("unknown");
  const note = useMutation({
    mutationFn: (links: string[]) => noteAll(links, risk),
    onSuccess: ({ answers }) => {
      announce(summary(answers));
      // What was refused stays, to be mended.
      setText(answers.flatMap((answer) => (answer.state === "refused" ? [answer.given] : [])).join("\n"));
    },
  });
  const [untaken, setUntaken] = useState<string | undefined>(undefined);
  const send = (given: string): void => {
    const links = given.split(/\s+/).filter((one) => one !== "");
    if (!disabled && links.length > 0 && !note.isPending) note.mutate(links);
  };
  const onPaste = useEffectEvent((event: ClipboardEvent): void => {
    const words = pastedWords(event);
    if (words === undefined || disabled || document.querySelector("dialog[open]") !== null) return;
    event.preventDefault();
    const lines = clipboardLines(words);
    const why = lines.of === "links" ? (note.isPending ? t("intake.wait") : undefined) : whyUntaken(words);
    setUntaken(why);
    if (why !== undefined) announce(why);
    // The answer to an earlier paste would read as that to this one.
    if (why !== undefined && !note.isPending) note.reset();
    if (lines.of !== "links" || note.isPending) return;
    setText(lines.links.join(" "));
    send(lines.links.join(" "));
  });
  useEffect(() => {
    const listen = (event: ClipboardEvent): void => onPaste(event);
    document.addEventListener("paste", listen);
    return () => document.removeEventListener("paste", listen);
  }, []);
  return (
    <div className="intake">
      <form
        className="intake-form"
        onSubmit={(event) => {
          event.preventDefault();
          setUntaken(undefined);
          send(text);
        }}
      >
        <input
          className="field intake-field"
          aria-label={t("intake.label")}
          placeholder={`${t("intake.label")}: ${t("intake.placeholder")}`}
          value={text}
          disabled={disabled}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            // A field of one line would join the lines of a list into one word.
            const pasted = event.clipboardData.getData("text/plain");
            if (!/[\r\n]/.test(pasted.trim())) return;
            event.preventDefault();
            setText(`${text} ${pasted}`.trim().replace(/\s+/g, " "));
          }}
        />
        <label className="chip quiet intake-risk">
          {t("intake.risk")}
          <select className="field" value={risk} disabled={disabled} onChange={(event) => setRisk(RiskOfRemoval.parse(event.target.value))}>
            {(["unknown", "high", "low"] as const).map((one) => (
              <option key={one} value={one}>
                {t(`risk.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button" disabled={disabled || text.trim() === "" || note.isPending}>
          {t("intake.note")}
        </button>
        <DueLinks />
      </form>
      {note.error === null ? null : <ErrorNotice error={note.error} />}
      {untaken === undefined ? null : (
        <div className="notice intake-answer is-attention">
          <div>
            <p>{untaken}</p>
          </div>
          <button type="button" className="button is-bare" onClick={() => setUntaken(undefined)}>
            {t("dialog.close")}
          </button>
        </div>
      )}
      {note.data === undefined || note.isPending ? null : <Answer answers={note.data.answers} onClose={note.reset} />}
    </div>
  );
}

/** The server takes no more at once. */
const mostAtOnce = 500;

/** A longer list goes in parts, one after the other. */
async function noteAll(links: readonly string[], riskOfRemoval: RiskOfRemoval): Promise<NoteLinksAnswer> {
  const answers: NoteLinksAnswer["answers"] = [];
  for (let at = 0; at < links.length; at += mostAtOnce)
    answers.push(...(await linkApi.note({ links: links.slice(at, at + mostAtOnce), riskOfRemoval })).answers);
  return { answers };
}

/** Words pasted outside of any field; rows of sheets were taken before they come here. */
function pastedWords(event: ClipboardEvent): string | undefined {
  const target = event.target;
  if (
    event.defaultPrevented ||
    (target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") !== null)
  )
    return undefined;
  const text = event.clipboardData?.getData("text/plain").trim() ?? "";
  return text === "" ? undefined : text;
}

/** The words themselves are not repeated: they may be a witness's. */
function whyUntaken(words: string): string {
  const lines = words.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== "");
  if (lines.length === 1) return t("intake.untaken-words");
  const links = lines.filter((line) => clipboardLines(line).of === "links").length;
  return links === 0 ? t("intake.untaken-lines") : t("intake.untaken-some", { count: lines.length, links });
}

function Answer({ answers, onClose }: { answers: NoteLinksAnswer["answers"]; onClose: () => void }) {
  const [only] = answers;
  const item = only === undefined || only.state === "refused" ? undefined : only.item;
  const bad = answers.some(({ state }) => state === "refused");
  return (
    <div className={`notice intake-answer ${bad ? "is-attention" : "is-fine"}`}>
      <div>
        <p>{summary(answers)}</p>
        {answers.length === 1 && only !== undefined && only.state !== "refused" ? (
          <p className="quiet cut">
            <IsolatedText text={only.link.shown} />
          </p>
        ) : null}
      </div>
      {answers.length === 1 && item !== undefined ? (
        <span className="intake-ways">
          <Link to={`/items/${item}`}>{t("intake.open", { number: item.slice(1) })}</Link>
          <Link to={`/capture/${item}`}>{t("intake.capture")}</Link>
        </span>
      ) : null}
      <button type="button" className="button is-bare" onClick={onClose}>
        {t("dialog.close")}
      </button>
    </div>
  );
}

function summary(answers: NoteLinksAnswer["answers"]): string {
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) {
    if (only.state === "refused") return t("intake.refused", { reason: only.reason });
    return t(only.state === "noted" ? "intake.noted" : "intake.already", { number: only.item.slice(1) });
  }
  const count = (state: string): number => answers.filter((answer) => answer.state === state).length;
  return t("intake.many", { count: count("noted"), there: count("already-there"), refused: count("refused") });
}

/** A reminder, and nothing more: the program looks nowhere by itself. */
function DueLinks() {
  const due = useQuery({ queryKey: linkKeys.list("due", 0), queryFn: ({ signal }) => linkApi.list("due", 0, signal) });
  const count = due.data?.total ?? 0;
  if (count === 0) return null;
  return <Link to="/inquiry?show=due">{t("intake.due", { count })}</Link>;
}
