/** Listens to the server's events and marks as stale what they say has changed. Marks are gathered, so a collection of thousands of files does not refetch thousands of times. */
import type { QueryClient } from "@tanstack/react-query";
import { LiveEvent } from "../../api/jobs.ts";
import type { ItemId } from "../../core/item/item.ts";
import { api } from "./api.ts";
import { isBlindAnswerDue, isSessionOver } from "./api-error.ts";
import { queryKeys } from "./query-keys.ts";

/** Longest wait between an event and the refetch it causes. */
const gatherMs = 300;

/** How long after a refusal the line is tried again. */
const againMs = 2000;

/**
 * Returns the function that stops listening. `onConnection` hears whether events arrive at present, `onSessionOver` that
 * the program is there and no longer knows this page, `onBlindDoor` that this person owes a blind answer since.
 */
export function listenToEvents(
  client: QueryClient,
  {
    onConnection,
    onSessionOver,
    onBlindDoor,
  }: { onConnection: (connected: boolean) => void; onSessionOver: () => void; onBlindDoor: () => void },
): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let ledgerGrew = false;
  let everOpen = false;
  const items = new Set<ItemId>();
  const derived = new Set<ItemId>();

  const settle = (): void => {
    timer = undefined;
    if (ledgerGrew) {
      void client.invalidateQueries({ queryKey: queryKeys.case });
      void client.invalidateQueries({ queryKey: queryKeys.custody });
      void client.invalidateQueries({ queryKey: queryKeys.records });
    }
    if (ledgerGrew || derived.size > 0) void client.invalidateQueries({ queryKey: queryKeys.items });
    for (const id of new Set([...items, ...derived])) void client.invalidateQueries({ queryKey: queryKeys.item(id) });
    for (const id of derived) void client.invalidateQueries({ queryKey: queryKeys.derived(id) });
    ledgerGrew = false;
    items.clear();
    derived.clear();
  };

  const listen = (): void => {
    source = new EventSource("/api/events");
    source.onopen = () => {
      onConnection(true);
      // What happened while the line was down was not heard.
      if (everOpen) void client.invalidateQueries();
      everOpen = true;
    };
    source.onerror = () => {
      onConnection(false);
      // The browser tries again by itself, but not after an answer such as "no session".
      if (source.readyState !== EventSource.CLOSED) return;
      again = setTimeout(() => {
        api.caseSummary().then(listen, (error: unknown) => {
          if (isSessionOver(error)) onSessionOver();
          else if (isBlindAnswerDue(error)) onBlindDoor();
          else listen();
        });
      }, againMs);
    };
    source.onmessage = (message: MessageEvent<string>) => {
      const event = LiveEvent.parse(JSON.parse(message.data));
      if (event.type === "jobs") {
        client.setQueryData(queryKeys.jobs, event.jobs);
        return;
      }
      if (event.type === "case") {
        void client.invalidateQueries({ queryKey: queryKeys.case });
        return;
      }
      if (event.type === "ledger") {
        ledgerGrew = true;
        for (const id of event.items) items.add(id);
      } else derived.add(event.item);
      timer ??= setTimeout(settle, gatherMs);
    };
  };
  listen();
  return () => {
    source.close();
    clearTimeout(again);
    if (timer !== undefined) clearTimeout(timer);
  };
}
