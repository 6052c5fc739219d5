/** Keys are data: a table per place in `<place>-keys.ts`, so the key sheet shows them and a test finds clashes. */
import type { WordKey } from "../words/t.ts";

export interface KeyTable<Action extends string = string> {
  /** Heading in the key sheet. */
  readonly title: WordKey;
  readonly actions: Readonly<Record<Action, { readonly keys: readonly string[]; readonly says: WordKey }>>;
}

export interface KeyEvent {
  /** As `keyName` gives it. */
  readonly key: string;
  /** The keyboard repeats while the key is down. */
  readonly repeat: boolean;
}

/** A function hears presses and repeats; with `release` also the key coming up (for hold keys). */
export type KeyHandler = ((event: KeyEvent) => void) | { readonly press: (event: KeyEvent) => void; readonly release: () => void };

export type KeyHandlers<Action extends string> = Readonly<Partial<Record<Action, KeyHandler>>>;

/** Action bound to this key, if any. */
export function actionFor<Action extends string>(table: KeyTable<Action>, key: string): Action | undefined {
  for (const [action, { keys }] of Object.entries<{ readonly keys: readonly string[] }>(table.actions))
    if (keys.includes(key)) return action as Action;
  return undefined;
}

/** Keys bound more than once over the tables that are active together. Empty when all is well. */
export function clashes(tables: readonly KeyTable[]): string[] {
  const seen = new Set<string>();
  const twice: string[] = [];
  for (const table of tables)
    for (const { keys } of Object.values(table.actions))
      for (const key of keys) {
        if (seen.has(key)) twice.push(key);
        seen.add(key);
      }
  return twice;
}
