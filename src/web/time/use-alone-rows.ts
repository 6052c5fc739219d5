/** Rows of the chart for the events in sight, worked out anew when the problem changes; the last ones stay meanwhile. */
import { useEffect, useRef, useState } from "react";
import type { AloneRows } from "../../reason/time/each-alone.ts";
import type { RowsQuestion, RowsReply } from "./rows-worker.ts";

export type RowsByZones = RowsReply["byZones"];

const none: RowsByZones = {};

/** `question`: undefined asks nothing; the same object is asked once. */
export function useAloneRows(question: Omit<RowsQuestion, "number"> | undefined): RowsByZones {
  const [found, setFound] = useState<RowsByZones>(none);
  const number = useRef(0);
  useEffect(() => {
    if (question === undefined) return undefined;
    const worker = new Worker(new URL("./rows-worker.ts", import.meta.url), { type: "module" });
    const mine = ++number.current;
    worker.onmessage = ({ data }: MessageEvent<RowsReply>) => {
      if (data.number === mine) setFound((before) => merged(before, data));
      worker.terminate();
    };
    worker.postMessage({ number: mine, ...question } satisfies RowsQuestion);
    return () => worker.terminate();
  }, [question]);
  return found;
}

/** Rows of events that went out of sight stay until they are asked for again. */
function merged(before: RowsByZones, { byZones, events }: RowsReply): RowsByZones {
  const renewed = new Set(events);
  return Object.fromEntries(
    Object.entries(byZones).map(([zones, { rows, noRoom }]): [string, AloneRows] => {
      const known = before[zones];
      if (known === undefined) return [zones, { rows, noRoom }];
      return [
        zones,
        {
          rows: [...known.rows.filter(({ event }) => !renewed.has(event)), ...rows],
          noRoom: [...known.noRoom.filter(({ event }) => !renewed.has(event)), ...noRoom],
        },
      ];
    }),
  );
}
