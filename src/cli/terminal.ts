/** Standard output for answers, standard error for the rest; progress only where somebody watches. */
import type { Terminal } from "./program.ts";

interface Stream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
  on(event: "error", listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/** A terminal shows no more than this many changes a second. */
const everyMs = 100;

export function createTerminal(out: Stream, err: Stream): Terminal {
  let shown = 0;
  let open = false;
  for (const stream of [out, err]) {
    stream.on("error", (error) => {
      // Whoever read has gone (`| head`): the work goes on to its end, there is only nobody to tell.
      if (error.code !== "EPIPE") throw error;
    });
  }
  const endProgress = () => {
    if (open) err.write("\r\x1b[2K");
    open = false;
  };
  return {
    line(text) {
      endProgress();
      out.write(`${text}\n`);
    },
    note(text) {
      endProgress();
      err.write(`${text}\n`);
    },
    progress(text) {
      if (err.isTTY !== true || Date.now() - shown < everyMs) return;
      shown = Date.now();
      open = true;
      err.write(`\r\x1b[2K${[...text].slice(0, (err.columns ?? 80) - 1).join("")}`);
    },
    endProgress,
  };
}
