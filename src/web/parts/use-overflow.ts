/**
 * Whether a box holds more than it has room for. Such a box is scrolled, so keys must be able to reach it (WCAG 2.1.1): Safari
 * gives no focus to what scrolls unless it is asked to.
 */
import { type RefObject, useLayoutEffect, useState } from "react";

export function useOverflow(box: RefObject<HTMLElement | null>): boolean {
  const [overflows, setOverflows] = useState(false);
  useLayoutEffect(() => {
    const watched = box.current;
    if (watched === null) return;
    const measure = () => setOverflows(watched.scrollHeight > watched.clientHeight || watched.scrollWidth > watched.clientWidth);
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(watched);
    const changed = new MutationObserver(measure);
    changed.observe(watched, { childList: true, subtree: true, characterData: true });
    return () => {
      resized.disconnect();
      changed.disconnect();
    };
  }, [box]);
  return overflows;
}
