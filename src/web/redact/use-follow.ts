/** Asks to follow the chosen box, again and again until it is done; stopped by a press, and forgotten with the screen. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { TrackBoxAnswer } from "../../api/redactions.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { redactionApi } from "../api-client/redaction-api.ts";
import type { TrackBoxRequest } from "../../api/redactions.ts";

type Done = Extract<TrackBoxAnswer, { state: "done" }>;

export interface Following {
  /** Null: nothing is being followed. */
  readonly done: number | null;
  readonly error: Error | null;
  begin(request: TrackBoxRequest, use: (found: Done) => void): void;
  stop(): void;
}

export function useFollow(item: ItemId): Following {
  const [done, setDone] = useState<number | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<{ job: string | undefined; readonly abort: AbortController } | null>(null);
  const stop = useCallback(() => {
    const own = running.current;
    running.current = null;
    own?.abort.abort();
    // It may have ended meanwhile: then there is nothing to stop.
    if (own?.job !== undefined) api.cancelJob(own.job).catch(() => undefined);
    setDone(null);
  }, []);
  useEffect(() => stop, [stop]);
  const begin = useCallback(
    (request: TrackBoxRequest, use: (found: Done) => void) => {
      stop();
      setError(null);
      setDone(0);
      const own: NonNullable<typeof running.current> = { job: undefined, abort: new AbortController() };
      running.current = own;
      const follow = async (): Promise<void> => {
        for (;;) {
          const answer = await redactionApi.track(item, request, own.abort.signal);
          if (running.current !== own) return;
          if (answer.state === "working") {
            own.job = answer.job;
            setDone(answer.done);
            continue;
          }
          running.current = null;
          setDone(null);
          if (answer.state === "done") use(answer);
          return;
        }
      };
      follow().catch((failure: unknown) => {
        if (running.current !== own) return;
        running.current = null;
        setDone(null);
        setError(failure instanceof Error ? failure : new Error(String(failure)));
      });
    },
    [item, stop],
  );
  return { done, error, begin, stop };
}
