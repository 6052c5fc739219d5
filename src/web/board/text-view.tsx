/** A text as inert words in its parts, with what is claimed and proposed of it marked. Long texts are drawn where they are looked at. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useMemo } from "react";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { TextSpan } from "../../core/claim/text-span.ts";
import { textParts } from "../../core/text/visible-text.ts";
import { t } from "../words/t.ts";
import { blockAt, blocksOf, type TextBlock } from "./text-blocks.ts";
import type { ReadableText } from "./text-queries.ts";
import { marksByBlock, type Run, runsOf, type TextMark } from "./text-marks.ts";

/** Up to here everything is drawn, so that the browser's own search finds it. */
const mostDrawn = 400;

interface TextViewProps {
  readonly text: SourceText;
  /** Stretches that are another sort of text than their part. */
  readonly roles: ReadableText["roles"];
  /** Of everything but the proposal that is looked at. */
  readonly marks: readonly TextMark[];
  readonly current: readonly TextMark[];
  /** What to bring into sight. */
  readonly look: { readonly part: number; readonly span: TextSpan } | undefined;
  readonly field: RefObject<HTMLDivElement | null>;
}

export function TextView({ text, roles, marks, current, look, field }: TextViewProps) {
  const blocks = useMemo(() => blocksOf(text, roles), [text, roles]);
  const under = useMemo(() => marksByBlock(blocks, marks), [blocks, marks]);
  const over = useMemo(() => marksByBlock(blocks, current), [blocks, current]);
  const wanted = look === undefined ? undefined : blockAt(blocks, look.part, look.span.start);
  const common = { text, blocks, under, over, wanted, field };
  return (
    <div ref={field} className="text-field" tabIndex={0} role="region" aria-label={t("claims.texts.the-text")} data-testid="text-field">
      {blocks.length <= mostDrawn ? <WholeText {...common} look={look} /> : <LongText {...common} />}
    </div>
  );
}

interface Drawn {
  readonly text: SourceText;
  readonly blocks: readonly TextBlock[];
  readonly under: ReadonlyMap<number, readonly TextMark[]>;
  readonly over: ReadonlyMap<number, readonly TextMark[]>;
  readonly wanted: number | undefined;
  readonly field: RefObject<HTMLDivElement | null>;
}

function WholeText({ text, blocks, under, over, look, field }: Drawn & Pick<TextViewProps, "look">) {
  useEffect(() => {
    if (look === undefined) return;
    const pieces = [...(field.current?.querySelectorAll<HTMLElement>(`[data-part="${look.part}"][data-at]`) ?? [])];
    pieces.find(({ dataset }) => Number(dataset["at"]) + Number(dataset["length"]) > look.span.start)?.scrollIntoView({ block: "nearest" });
  }, [look, field]);
  return blocks.map((block, at) => (
    <Block key={`${block.part}-${block.start}`} text={text} block={block} marks={[...(under.get(at) ?? []), ...(over.get(at) ?? [])]} />
  ));
}

function LongText({ text, blocks, under, over, wanted, field }: Drawn) {
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised by a compiler
  const rows = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => field.current,
    estimateSize: (at) => 24 + Math.ceil(((blocks[at]?.end ?? 0) - (blocks[at]?.start ?? 0)) / 80) * 22,
    overscan: 8,
  });
  useEffect(() => {
    if (wanted !== undefined) rows.scrollToIndex(wanted, { align: "center" });
  }, [wanted, rows]);
  return (
    <div className="text-long" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => {
        const block = blocks[index] as TextBlock;
        return (
          <div key={key} ref={rows.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
            <Block text={text} block={block} marks={[...(under.get(index) ?? []), ...(over.get(index) ?? [])]} />
          </div>
        );
      })}
    </div>
  );
}

function Block({ text, block, marks }: { text: SourceText; block: TextBlock; marks: readonly TextMark[] }) {
  const part = text.parts[block.part];
  if (part === undefined) return null;
  return (
    <>
      {block.opens ? <p className="text-role">{roleWords(part, block)}</p> : null}
      <p dir="auto" lang={part.language} className={`text-block is-${block.role}`}>
        {runsOf(block, marks).map((run) => (
          <RunView key={run.start} run={run} words={part.text.slice(run.start, run.end)} part={block.part} />
        ))}
      </p>
    </>
  );
}

/** Of speech, whose it is: the same tier may be there in another language. */
function roleWords({ part }: SourceText["parts"][number], { role }: TextBlock): string {
  if (part.sort !== "tier") return t(`claims.role.${role}`);
  const { speaker, tier } = part;
  return speaker === null ? t("claims.role.seen", { tier }) : t("claims.role.speech-of", { speaker, tier });
}

function RunView({ run, words, part }: { run: Run; words: string; part: number }) {
  const pieces = placedPieces(words, run.start).map(({ start, length, shown, hidden }) => {
    const data = { "data-at": start, "data-length": length, "data-part": part };
    return hidden ? (
      <span key={start} className="hidden-mark" title={t("text.hidden-mark", { code: shown })} {...data}>
        {shown}
      </span>
    ) : (
      <span key={start} {...data}>
        {shown}
      </span>
    );
  });
  if (run.sorts.length === 0) return pieces;
  return (
    <span className={run.sorts.map((sort) => `mark-${sort}`).join(" ")}>
      {pieces}
      {run.signs.map((sign) => (
        <sup key={sign} className="mark-sign">
          {sign}
        </sup>
      ))}
    </span>
  );
}

interface PlacedPiece {
  readonly start: number;
  /** In the text; a sign that stands for what is not seen is longer. */
  readonly length: number;
  readonly shown: string;
  readonly hidden: boolean;
}

function placedPieces(words: string, from: number): PlacedPiece[] {
  const placed: PlacedPiece[] = [];
  let start = from;
  for (const piece of textParts(words.replace(/[\r\t]/g, " "))) {
    const hidden = "mark" in piece;
    const shown = hidden ? piece.mark : piece.text;
    const length = hidden ? lengthOfMark(shown) : shown.length;
    placed.push({ start, length, shown, hidden });
    start += length;
  }
  return placed;
}

/** Signs beyond the first plane take two units of the text. */
function lengthOfMark(mark: string): number {
  return /^U\+[0-9A-F]{5,6}$/.test(mark) ? 2 : 1;
}
