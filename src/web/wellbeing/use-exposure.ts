/**
 * Measures the person's own exposure, in the page: once a second it asks what is unveiled, and now and then it tells the person's own
 * folder on this machine how many seconds of which level. It tells no item, no case and nobody else.
 */
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import type { WellbeingAnswer } from "../../api/wellbeing.ts";
import type { GraphicLevel, ItemId } from "../../core/item/item.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { wellbeingApi, wellbeingKey } from "../api-client/wellbeing-api.ts";
import { counted, type ExposureCount, startCount } from "./exposure-count.ts";
import { levelSeenNow } from "./seen-now.ts";
import { dayOf } from "./exposure-words.ts";

const everyMs = 1000;
/** Told at most this often while something is unveiled; and at once when nothing is any more. */
const toldEverySec = 15;

export interface Exposure {
  /** Seconds since the last break. */
  readonly sinceBreak: number;
  /** The day by the clock of this page. */
  readonly today: string;
  /** The person goes on, or takes a break: it is counted from here. */
  begin(): void;
}

/** `levelOf`: how hard an item is; by what the page knows of its items where nothing else is said. */
export function useExposure(levelOf?: (item: string) => GraphicLevel | undefined): Exposure {
  const client = useQueryClient();
  const told = useRef(levelOf);
  useEffect(() => {
    told.current = levelOf;
  });
  const count = useRef<ExposureCount>(startCount);
  const [sinceBreak, setSinceBreak] = useState(0);
  const [today, setToday] = useState(() => dayOf(new Date()));
  const begin = useCallback(() => {
    count.current = { ...count.current, sinceBreak: 0 };
    setSinceBreak(0);
  }, []);
  useEffect(() => {
    let last = performance.now();
    let telling = false;
    const tell = (): void => {
      const { untold } = count.current;
      if (telling || Object.keys(untold).length === 0) return;
      telling = true;
      count.current = { ...count.current, untold: {} };
      wellbeingApi
        .add({ day: dayOf(new Date()), seconds: untold })
        .then(
          (answer: WellbeingAnswer) => client.setQueryData(wellbeingKey, answer),
          // They are told the next time: nothing else may hold them meanwhile.
          () => {
            const now = count.current;
            const both = Object.entries(untold).map(([level, sec]) => [level, sec + (now.untold[level as keyof typeof untold] ?? 0)]);
            count.current = { ...now, untold: { ...now.untold, ...(Object.fromEntries(both) as typeof untold) } };
          },
        )
        .finally(() => (telling = false));
    };
    const known = (item: string) => client.getQueryData<ItemDetail>(queryKeys.item(item as ItemId))?.row.graphicLevel;
    const timer = setInterval(() => {
      const now = performance.now();
      const level = levelSeenNow((item) => told.current?.(item) ?? known(item));
      count.current = counted(count.current, level, (now - last) / 1000);
      last = now;
      setToday(dayOf(new Date()));
      setSinceBreak(Math.floor(count.current.sinceBreak));
      const untold = Object.values(count.current.untold).reduce((sum, sec) => sum + sec, 0);
      if (untold >= toldEverySec || (level === undefined && untold > 0)) tell();
    }, everyMs);
    window.addEventListener("pagehide", tell);
    return () => {
      clearInterval(timer);
      window.removeEventListener("pagehide", tell);
      tell();
    };
  }, [client]);
  return { sinceBreak, today, begin };
}
