/** What is handed on piece by piece, as something that can be read piece by piece: the giver waits until a piece is taken. */
import type { Cancellation } from "../core/cancel/cancellation.ts";

export interface Coming<T> {
  /** What `give` throws is thrown here. Ends the giver when `signal` does, or when nobody reads on. */
  until(signal: Cancellation): AsyncGenerator<T>;
}

export function pairsAsTheyCome<T>(give: (use: (piece: T) => Promise<void>, signal: AbortSignal) => Promise<void>): Coming<T> {
  return {
    async *until(signal) {
      const abort = new AbortController();
      const onAbort = () => abort.abort();
      signal.addEventListener("abort", onAbort);
      if (signal.aborted) abort.abort();
      const waiting: { piece: T; taken: () => void }[] = [];
      let more: () => void = () => undefined;
      let ended = false;
      let fault: { readonly error: unknown } | undefined;
      const giving = give(
        (piece) =>
          new Promise<void>((taken, refuse) => {
            if (abort.signal.aborted) return refuse(new Error("nobody reads on"));
            waiting.push({ piece, taken });
            more();
          }),
        abort.signal,
      )
        .catch((error: unknown) => {
          fault = { error };
        })
        .finally(() => {
          ended = true;
          more();
        });
      try {
        for (;;) {
          const next = waiting.shift();
          if (next !== undefined) {
            yield next.piece;
            next.taken();
          } else if (ended) break;
          else await new Promise<void>((resolve) => (more = resolve));
        }
        if (fault !== undefined) throw fault.error;
        if (signal.aborted) throw new Error("stopped before it was whole");
      } finally {
        abort.abort();
        for (const { taken } of waiting.splice(0)) taken();
        await giving;
        signal.removeEventListener("abort", onAbort);
      }
    },
  };
}
