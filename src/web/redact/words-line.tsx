/** One text: words are selected in it by mouse or finger, or by keyboard in a field; what is covered stands as a block. */
import { useEffect, useRef, useState } from "react";
import type { TextSpan } from "../../core/claim/text-span.ts";
import type { Digest } from "../../core/hash/digest.ts";
import type { WordsPlace } from "../../core/redaction/words-mark.ts";
import { t } from "../words/t.ts";
import { marksIn, maskedText, piecesOf, spanOfSelection, type TextPiece, wholeWords } from "./text-pieces.ts";
import { placeWords, type WordsLayer } from "./words-layer.ts";

interface WordsLineProps {
  readonly layer: WordsLayer;
  readonly place: WordsPlace;
  readonly reading: Digest;
  readonly text: string;
  /** What stands before it: its time and speaker, the number of its post. */
  readonly head: string;
  readonly language?: string | undefined;
  /** Withheld whole, because of what this mark covers beside it. */
  readonly besides?: string | null;
}

export function WordsLine({ layer, place, reading, text, head, language, besides = null }: WordsLineProps) {
  const [typed, setTyped] = useState(false);
  const shown = useRef<HTMLParagraphElement>(null);
  const pieces = piecesOf(text, marksIn(place, layer.words.marks));
  const { select } = layer;
  const key = JSON.stringify(place);
  const isOwn = layer.selected !== null && JSON.stringify(layer.selected.place) === key;
  const take = (span: TextSpan | null): void => {
    const whole = span === null ? null : wholeWords(text, span);
    if (whole !== null) select({ place, reading, span: whole, exact: text.slice(whole.start, whole.end) });
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const onSelection = (): void => {
      if (shown.current !== null) latest.current(spanOfSelection(shown.current, document.getSelection()));
    };
    document.addEventListener("selectionchange", onSelection);
    return () => document.removeEventListener("selectionchange", onSelection);
  }, []);
  const name = placeWords(place);
  return (
    <li className={isOwn ? "words-line is-selected" : "words-line"}>
      <span className="words-head">
        <span className="quiet small mono">{head}</span>
        <button type="button" className="button is-small is-bare" aria-pressed={typed} onClick={() => setTyped((now) => !now)}>
          {t("words.by-keyboard")}
          <span className="visually-hidden"> {name}</span>
        </button>
      </span>
      <p ref={shown} className="words-text" lang={language} dir="auto" data-place={name}>
        {pieces.map((piece) =>
          piece.marks.length === 0 ? (
            <span key={piece.start} data-start={piece.start} data-end={piece.end}>
              {piece.text}
            </span>
          ) : (
            <CoveredBlock key={`${piece.start} ${piece.end}`} piece={piece} layer={layer} />
          ),
        )}
      </p>
      {besides === null ? null : <p className="small tone-narrower">{t("words.besides", { mark: besides })}</p>}
      {typed ? <WordsField text={maskedText(pieces)} label={t("words.field", { place: name })} onSpan={take} /> : null}
    </li>
  );
}

/** A field that takes no input: one that is called read-only has no caret to move with the arrows. */
function WordsField({ text, label, onSpan }: { text: string; label: string; onSpan: (span: TextSpan | null) => void }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const held = field.current;
    const refuse = (event: Event): void => event.preventDefault();
    held?.addEventListener("beforeinput", refuse);
    held?.focus();
    held?.setSelectionRange(0, 0);
    return () => held?.removeEventListener("beforeinput", refuse);
  }, []);
  return (
    <textarea
      ref={field}
      className="field words-field"
      aria-readonly="true"
      inputMode="none"
      spellCheck={false}
      dir="auto"
      rows={Math.min(12, Math.max(2, Math.ceil(text.length / 60)))}
      aria-label={label}
      value={text}
      onChange={() => undefined}
      onSelect={({ currentTarget: { selectionStart, selectionEnd } }) =>
        onSpan(selectionEnd > selectionStart ? { start: selectionStart, end: selectionEnd } : null)
      }
    />
  );
}

const shownForMs = 3000;

/** As wide as any other: its length tells nothing. Only who marked them reads the words again, for a moment. */
function CoveredBlock({ piece: { start, end, text, marks }, layer }: { piece: TextPiece; layer: WordsLayer }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (!open) return undefined;
    const timer = window.setTimeout(() => setOpen(false), shownForMs);
    return () => window.clearTimeout(timer);
  }, [open]);
  const names = marks.map(({ redaction }) => redaction).join(", ");
  const mine = marks.every(({ makers }) => makers.includes(layer.words.me));
  return (
    <button
      type="button"
      className={open ? "words-block is-open" : "words-block"}
      data-start={start}
      data-end={end}
      data-covered=""
      aria-pressed={open}
      aria-label={open ? undefined : t(mine ? "words.block.mine" : "words.block", { names })}
      title={t(mine ? "words.block.mine" : "words.block", { names })}
      onClick={() => {
        layer.choose(marks[0]?.redaction);
        if (mine) setOpen((now) => !now);
      }}
    >
      {open ? text : names}
    </button>
  );
}
