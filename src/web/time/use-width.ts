/** The width of an element as it is laid out, followed as it changes. */
import { useLayoutEffect, useState } from "react";

export function useWidth(box: HTMLElement | null): number {
  const [width, setWidth] = useState(800);
  useLayoutEffect(() => {
    if (box === null) return undefined;
    const measure = (): void => setWidth(box.clientWidth);
    const watch = new ResizeObserver(measure);
    watch.observe(box);
    measure();
    return () => watch.disconnect();
  }, [box]);
  return width;
}
