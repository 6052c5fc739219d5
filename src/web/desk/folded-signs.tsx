/**
 * Signs in one line: as many as have room, the rest folded into "+2" with their words in its title. Folded ones are cut off, not
 * taken out, so whoever listens to the page hears every one of them.
 */
import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from "react";
import { t } from "../words/t.ts";

/** Room that "+2" takes with the gap before it. */
const moreWidth = 32;

interface Fold {
  /** Pixels of the signs that have room. */
  readonly width: number;
  /** Words of each that has none. */
  readonly words: readonly string[];
}

export function FoldedSigns({ children }: { children: ReactNode }) {
  const line = useRef<HTMLSpanElement>(null);
  const signs = useRef<HTMLSpanElement>(null);
  const [fold, setFold] = useState<Fold>();
  const measure = useCallback((): void => {
    if (line.current === null || signs.current === null) return;
    const next = foldOf(line.current.clientWidth, signs.current);
    setFold((now) => (sameFold(now, next) ? now : next));
  }, []);
  // Signs change with their row, and the room with the window.
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(measure);
    if (line.current !== null) observer.observe(line.current);
    return () => observer.disconnect();
  }, [measure]);
  return (
    <span ref={line} className="signs-line">
      <span ref={signs} className="signs" style={fold === undefined ? undefined : { width: fold.width }}>
        {children}
      </span>
      {fold === undefined ? null : (
        <span className="signs-more" title={fold.words.join("\n")} aria-hidden="true">
          {t("item.more-signs", { count: fold.words.length })}
        </span>
      )}
    </span>
  );
}

function foldOf(room: number, signs: HTMLElement): Fold | undefined {
  const from = signs.getBoundingClientRect().left;
  const placed = [...signs.children].map((sign) => ({ sign, end: Math.ceil(sign.getBoundingClientRect().right - from) }));
  if (placed.every(({ end }) => end <= room)) return undefined;
  // The first stays: cut short where there is no room even for it.
  const kept = Math.max(1, placed.filter(({ end }) => end + moreWidth <= room).length);
  return {
    width: Math.max(0, Math.min(placed[kept - 1]?.end ?? 0, room - moreWidth)),
    words: placed.slice(kept).map(({ sign }) => (sign as HTMLElement).dataset["words"] ?? sign.textContent.trim()),
  };
}

function sameFold(a: Fold | undefined, b: Fold | undefined): boolean {
  return a?.width === b?.width && a?.words.join("\n") === b?.words.join("\n");
}
