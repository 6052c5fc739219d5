/** KML, KMZ and GeoJSON files of the case whose places are looked at as candidates. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { MapFileDetail, MapFiles } from "../../api/map.ts";
import { mapApi } from "../api-client/map-api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import type { BenchShape } from "../map/bench-shapes.ts";
import { t } from "../words/t.ts";

export interface MapFilesShown {
  readonly files: MapFiles["files"];
  readonly error: unknown;
  readonly open: ReadonlySet<string>;
  toggle(item: string): void;
  /** What each open file says, as far as it is here. */
  readonly details: readonly MapFileDetail[];
  readonly shapes: readonly BenchShape[];
}

export function useMapFiles(): MapFilesShown {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const all = useQuery({ queryKey: [...queryKeys.records, "map-files"], queryFn: ({ signal }) => mapApi.files(signal) });
  const found = useQueries({
    queries: [...open].map((item) => ({
      queryKey: [...queryKeys.records, "map-file", item],
      queryFn: ({ signal }: { signal: AbortSignal }) => mapApi.file(item, signal),
    })),
  });
  const details = found.flatMap(({ data }) => data ?? []);
  return {
    ...{ files: all.data?.files ?? [], error: all.error ?? found.find(({ error }) => error !== null)?.error ?? null, open, details },
    toggle: (item) => setOpen(open.has(item) ? new Set([...open].filter((other) => other !== item)) : new Set([...open, item])),
    shapes: details.flatMap(({ item, features }) =>
      features.flatMap(({ where, name, region }): BenchShape[] =>
        region === "unknown"
          ? []
          : [
              {
                kind: "region",
                key: `file ${item} ${where}`,
                tone: "unknown",
                region,
                title: t("place-bench.file-shape", { item, name: name || where }),
                label: name || where,
              },
            ],
      ),
    ),
  };
}
