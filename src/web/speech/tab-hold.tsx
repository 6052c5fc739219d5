/**
 * One tab writes in a tier, the others are told: two would overwrite what each other kept. Whoever opened it first holds it until it
 * is closed or left; then the next one does, and finds what was kept.
 */
import { type ReactNode, useEffect, useState } from "react";
import { t } from "../words/t.ts";

/** Letting go takes a moment: the same tab, coming back at once, waits for itself rather than taking itself for another. */
const letting = new Map<string, Promise<unknown>>();

type Hold = "asked" | "mine" | "elsewhere";

function useTabHold(name: string): Hold {
  const [hold, setHold] = useState<{ readonly name: string; readonly is: Hold }>({ name, is: "asked" });
  useEffect(() => {
    const over = new AbortController();
    const say = (is: Hold): void => {
      if (!over.signal.aborted) setHold({ name, is });
    };
    const untilLeft = (): Promise<void> =>
      new Promise((release) => {
        if (over.signal.aborted) return release();
        say("mine");
        return over.signal.addEventListener("abort", () => release(), { once: true });
      });
    const ask = async (): Promise<void> => {
      await letting.get(name);
      if (over.signal.aborted) return;
      const had = await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock !== null) await untilLeft();
        return lock !== null;
      });
      if (had || over.signal.aborted) return;
      say("elsewhere");
      await navigator.locks.request(name, { signal: over.signal }, untilLeft).catch((error: unknown) => {
        if (!over.signal.aborted) throw error;
      });
    };
    const done = ask();
    return () => {
      over.abort();
      letting.set(name, done);
    };
  }, [name]);
  return hold.name === name ? hold.is : "asked";
}

export function TabHold({ name, children }: { name: string; children: (mine: boolean) => ReactNode }) {
  const hold = useTabHold(name);
  if (hold === "asked") return <p className="speech-empty">{t("speech.waiting")}</p>;
  return (
    <>
      {hold === "mine" ? null : (
        <p className="notice is-attention" role="status">
          {t("speech.other-tab")}
        </p>
      )}
      {children(hold === "mine")}
    </>
  );
}
