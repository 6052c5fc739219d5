/**
 * The shield over all material. Everything is covered, grey and mute until a person asks for what the screen is about:
 * one item, or the two of a pair. The reveal is theirs alone and ends on leaving them, when the page is hidden, and when
 * everything is blanked.
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";

export interface Shield {
  /** Revealed media are shown without colour. On at the start. */
  readonly grey: boolean;
  /** Sound is off. On at the start. A player sets `muted` from this. */
  readonly mute: boolean;
  /** Esc twice: nothing is shown at all. */
  readonly blanked: boolean;
  /** What the screen is about: what the blur key reveals. None, one item, or the two of a pair. */
  readonly subjects: readonly ItemId[];
  /** True while this item may be shown clear: held, or revealed until leaving. Clear bytes may be requested only then. */
  isRevealed(item: ItemId): boolean;
  /** Reveals until leaving the items; covers them again when all of them are revealed. */
  toggleReveal(...items: readonly ItemId[]): void;
  /** Reveals while held (pointer or key down). */
  hold(...items: readonly ItemId[]): void;
  release(): void;
  /** Covers every item. */
  cover(): void;
  blankAll(): void;
  unblank(): void;
  setGrey(on: boolean): void;
  setMute(on: boolean): void;
  setSubjects(items: readonly ItemId[]): void;
}

const ShieldContext = createContext<Shield | undefined>(undefined);

export function useShield(): Shield {
  const shield = useContext(ShieldContext);
  if (shield === undefined) throw new Error("useShield: expected a ShieldProvider above, found none");
  return shield;
}

/** Says which item this screen is about, or which two. Leaving them covers them. */
export function useShieldSubject(item: ItemId, beside?: ItemId): void {
  const { setSubjects } = useShield();
  useEffect(() => {
    setSubjects(beside === undefined ? [item] : [item, beside]);
    return () => setSubjects(none);
  }, [item, beside, setSubjects]);
}

const none: readonly ItemId[] = [];

export function ShieldProvider({ children }: { children: ReactNode }) {
  const [grey, setGrey] = useState(true);
  const [mute, setMute] = useState(true);
  const [blanked, setBlanked] = useState(false);
  const [subjects, keepSubjects] = useState(none);
  const [revealed, setRevealed] = useState(none);
  const [held, setHeld] = useState(none);

  const release = useCallback(() => setHeld(none), []);
  const cover = useCallback(() => {
    setRevealed(none);
    setHeld(none);
  }, []);
  const setSubjects = useCallback(
    (items: readonly ItemId[]) => {
      keepSubjects(items);
      cover();
    },
    [cover],
  );
  const toggleReveal = useCallback(
    (...items: readonly ItemId[]) =>
      setRevealed((now) => {
        const others = now.filter((item) => !items.includes(item) && subjects.includes(item));
        return items.every((item) => now.includes(item)) ? others : [...others, ...items];
      }),
    [subjects],
  );
  const hold = useCallback((...items: readonly ItemId[]) => setHeld(items), []);
  const blankAll = useCallback(() => {
    cover();
    setBlanked(true);
  }, [cover]);
  const unblank = useCallback(() => setBlanked(false), []);

  useEffect(() => {
    const onHidden = (): void => {
      if (document.visibilityState === "hidden") cover();
    };
    document.addEventListener("visibilitychange", onHidden);
    window.addEventListener("blur", release);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      window.removeEventListener("blur", release);
    };
  }, [cover, release]);

  const shield = useMemo<Shield>(
    () => ({
      grey,
      mute,
      blanked,
      subjects,
      isRevealed: (item) => !blanked && (revealed.includes(item) || held.includes(item)),
      toggleReveal,
      hold,
      release,
      cover,
      blankAll,
      unblank,
      setGrey,
      setMute,
      setSubjects,
    }),
    [grey, mute, blanked, subjects, revealed, held, toggleReveal, hold, release, cover, blankAll, unblank, setSubjects],
  );
  return <ShieldContext.Provider value={shield}>{children}</ShieldContext.Provider>;
}
