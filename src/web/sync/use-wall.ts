/** The wall's one clock, from the first moment until the screen is left; and the address that follows it at rest. */
import { useEffect, useRef, useState } from "react";
import { setQuery } from "../router/router.ts";
import { LockedWall } from "./locked-wall.ts";

export function useWall(startSec: number): LockedWall | null {
  const [wall, setWall] = useState<LockedWall | null>(null);
  // The address counts once; what is shown later is written to it.
  const start = useRef(startSec);
  useEffect(() => {
    const made = new LockedWall(start.current);
    setWall(made);
    return () => {
      made.close();
      setWall(null);
    };
  }, []);
  return wall;
}

/** `ready`: the clock stands where the person, the address or the clips put it; before that there is nothing to write. */
export function useMomentInAddress(wall: LockedWall | null, ready: boolean): void {
  useEffect(() => {
    if (wall === null || !ready) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = wall.onLook(({ clockSec }) => {
      clearTimeout(timer);
      timer = setTimeout(() => setQuery({ at: clockSec.toFixed(3) }), 300);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [wall, ready]);
}
