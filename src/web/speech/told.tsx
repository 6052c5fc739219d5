/** What a key did, or why it did nothing: read aloud, and shown in a place of its own so that nothing moves. */
import { useSyncExternalStore } from "react";
import { announce } from "../parts/live-region.tsx";

let last = "";
const listeners = new Set<() => void>();

export function tell(words: string): void {
  announce(words);
  last = words;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    // What was said on one screen says nothing on the next.
    if (listeners.size === 0) last = "";
  };
}

/** For the eye alone: the page's own region says it to who listens. */
export function Told() {
  const words = useSyncExternalStore(subscribe, () => last);
  return (
    <p className="told small" aria-hidden="true">
      {words}
    </p>
  );
}
