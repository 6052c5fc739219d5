/** Collecting from the command line: progress per file, and at the end what was refused and why. */
import { collectItems } from "../actions/collect-items.ts";
import type { CollectionOutcome } from "../actions/collector.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { visibleText } from "../core/text/visible-text.ts";
import { formatBytes } from "./format-values.ts";
import type { Program } from "./program.ts";

/** Refusals listed on the terminal; all of them are in the collection's report. */
const shownRefusals = 20;

export async function collectAndReport(
  program: Program,
  session: CaseSession,
  request: { method: "folder" | "files"; from: string; paths: readonly string[]; rehash: boolean },
): Promise<CollectionOutcome> {
  const { out, signal } = program;
  const { method, from, rehash } = request;
  const outcome = await collectItems(
    session.collectorPorts,
    session.viewer,
    { method, from, rehash, ...session.collecting },
    program.walk(request.paths),
    {
      signal,
      onProgress({ files, bytes, current, currentBytes, currentSize }) {
        const share = currentSize > 50_000_000 ? ` ${Math.floor((100 * currentBytes) / currentSize)} %` : "";
        out.progress(`keeping: ${files} files, ${formatBytes(bytes)}  ${visibleText(current)}${share}`);
      },
    },
  );
  out.endProgress();
  const { collected, alreadyHeld, refused } = outcome;
  out.note(`${collected} collected, ${alreadyHeld} already held, ${refused.length} refused`);
  for (const { shown, reason } of refused.slice(0, shownRefusals)) out.note(`  refused: ${visibleText(shown)}: ${reason}`);
  if (refused.length > shownRefusals) out.note(`  and ${refused.length - shownRefusals} more`);
  if (outcome.outcome === "stopped") out.note("Stopped. What is kept is kept; run the same command again to go on.");
  return outcome;
}

/** Shows the analysers at work until nothing is missing, or the person stops. */
export async function analyseAndReport(program: Program, session: CaseSession): Promise<void> {
  const { out, signal } = program;
  const { board, queue } = session;
  const show = () => {
    const { running, waiting, done, failed } = board.summary();
    const now = running.map(({ name, itemName }) => `${name} ${visibleText(itemName ?? "")}`).join(", ");
    out.progress(`analysing: ${done} done, ${failed} could not be read, ${waiting} to do  ${now}`);
  };
  const unsubscribe = board.subscribe(show);
  const stop = () => void queue.stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    queue.wake();
    await queue.idle();
    await indexAndReport(program, session);
  } finally {
    signal.removeEventListener("abort", stop);
    unsubscribe();
    out.endProgress();
  }
}

/** What was read can be found once its words are in the index. A stop loses nothing: the next start goes on. */
export async function indexAndReport({ out, signal }: Program, session: CaseSession): Promise<void> {
  await session.reader.views.texts.settle({
    signal,
    onProgress: (texts, of) => {
      if (texts < of) out.progress(`making words searchable: ${texts} of ${of} texts`);
    },
  });
}
