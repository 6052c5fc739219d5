/** Says aloud, to people who listen to the page, what happened without moving the focus. */
import { useSyncExternalStore } from "react";

let message = { text: "", turn: 0 };
const listeners = new Set<() => void>();

/** The same words twice are said twice. */
export function announce(text: string): void {
  message = { text, turn: message.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function LiveRegion() {
  const { text, turn } = useSyncExternalStore(subscribe, () => message);
  return (
    <div className="visually-hidden" role="status" aria-live="polite" data-testid="announcements">
      <span key={turn}>{text}</span>
    </div>
  );
}
