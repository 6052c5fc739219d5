/**
 * The shield over all material. Everything is covered, grey and mute until a person asks for one item; the reveal
 * is that item's alone and ends on leaving it, when the page is hidden, and when everything is blanked.
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
  /** The one item a screen is about; what the blur key reveals. */
  readonly subject: ItemId | undefined;
  /** True while this item may be shown clear: held, or revealed until leaving. Clear bytes may be requested only then. */
  isRevealed(item: ItemId): boolean;
  /** Reveals until leaving the item; covers it again when it is revealed. */
  toggleReveal(item: ItemId): void;
  /** Reveals while held (pointer or key down). */
  hold(item: ItemId): void;
  release(): void;
  /** Covers every item. */
  cover(): void;
  blankAll(): void;
  unblank(): void;
  setGrey(on: boolean): void;
  setMute(on: boolean): void;
  setSubject(item: ItemId | undefined): void;
}

const ShieldContext = createContext<Shield | undefined>(undefined);

export function useShield(): Shield {
  const shield = useContext(ShieldContext);
  if (shield === undefined) throw new Error("useShield: expected a ShieldProvider above, found none");
  return shield;
}

/** Says which item this screen is about. Leaving it covers it. */
export function useShieldSubject(item: ItemId): void {
  const { setSubject } = useShield();
  useEffect(() => {
    setSubject(item);
    return () => setSubject(undefined);
  }, [item, setSubject]);
}

export function ShieldProvider({ children }: { children: ReactNode }) {
  const [grey, setGrey] = useState(true);
  const [mute, setMute] = useState(true);
  const [blanked, setBlanked] = useState(false);
  const [subject, keepSubject] = useState<ItemId>();
  const [revealed, setRevealed] = useState<ItemId>();
  const [held, setHeld] = useState<ItemId>();

  const release = useCallback(() => setHeld(undefined), []);
  const cover = useCallback(() => {
    setRevealed(undefined);
    setHeld(undefined);
  }, []);
  const setSubject = useCallback(
    (item: ItemId | undefined) => {
      keepSubject(item);
      cover();
    },
    [cover],
  );
  const toggleReveal = useCallback((item: ItemId) => setRevealed((now) => (now === item ? undefined : item)), []);
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
      subject,
      isRevealed: (item) => !blanked && (item === revealed || item === held),
      toggleReveal,
      hold: setHeld,
      release,
      cover,
      blankAll,
      unblank,
      setGrey,
      setMute,
      setSubject,
    }),
    [grey, mute, blanked, subject, revealed, held, toggleReveal, release, cover, blankAll, unblank, setSubject],
  );
  return <ShieldContext.Provider value={shield}>{children}</ShieldContext.Provider>;
}
