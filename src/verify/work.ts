/** Long work that can be stopped and says how far it is. */
import type { VerifyOptions } from "./verify-options.ts";

/** Somebody asked to stop. Caught where the report is made. */
export class Stopped extends Error {
  constructor() {
    super("stopped");
    this.name = "Stopped";
  }
}

export interface Work {
  /** Throws Stopped once the signal was given. */
  demandGoing(): void;
  /** Bytes that were looked at. */
  advance(bytes: number, detail?: string): void;
}

export function createWork(total: number, { signal, onProgress }: VerifyOptions): Work {
  let done = 0;
  let said = "";
  return {
    demandGoing() {
      if (signal?.aborted === true) throw new Stopped();
    },
    advance(bytes, detail) {
      done += bytes;
      said = detail ?? said;
      onProgress?.(total === 0 ? 1 : Math.min(1, done / total), said);
    },
  };
}
