/** The job in which a program looks at an item: found again by the item after the page was left. */
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { Job } from "../../api/jobs.ts";
import type { ItemId } from "../../core/item/item.ts";
import { useJobs } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";

export interface DetectWork {
  readonly running: Job | undefined;
  /** Of those that were started from this page. */
  readonly ended: Job | undefined;
  started(job: string): void;
}

export function useDetectJob(item: ItemId): DetectWork {
  const jobs = useJobs().data;
  const client = useQueryClient();
  const [id, setId] = useState<string | undefined>(undefined);
  const running = jobs?.running.find((job) => job.id === id || (job.item === item && job.name === "detect"));
  const ended = running === undefined ? jobs?.ended.find((job) => job.id === id) : undefined;
  if (running !== undefined && running.id !== id) setId(running.id);
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (ended === undefined || told.current === ended.id) return;
    told.current = ended.id;
    void client.invalidateQueries({ queryKey: queryKeys.records });
  }, [ended, client]);
  return { running, ended, started: setId };
}
