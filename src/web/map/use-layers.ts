/** Map files drawn under the records: which, and their shapes. Kept with the page, not in the case. */
import { useQueries } from "@tanstack/react-query";
import { useState } from "react";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { LayerShape } from "./layers.ts";

export interface Layers {
  readonly drawn: ReadonlySet<string>;
  toggle(item: string): void;
  readonly shapes: readonly LayerShape[];
}

export function useLayers(): Layers {
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  const files = useQueries({
    queries: [...drawn].map((item) => ({
      queryKey: [...queryKeys.records, "map-file", item],
      queryFn: ({ signal }: { signal: AbortSignal }) => mapApi.file(item, signal),
    })),
  });
  const shapes = files.flatMap(({ data }) =>
    (data?.features ?? []).flatMap(({ where, name, region }): LayerShape[] =>
      region === "unknown" ? [] : [{ key: `${data?.item} ${where}`, name: name === "" ? where : name, region }],
    ),
  );
  return {
    drawn,
    toggle: (item) => setDrawn(drawn.has(item) ? new Set([...drawn].filter((other) => other !== item)) : new Set([...drawn, item])),
    shapes,
  };
}
