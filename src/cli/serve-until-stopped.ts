/** Serves the workbench, goes on with what is missing, and ends cleanly on Ctrl-C. */
import { CaseError } from "../core/case/case-error.ts";
import type { CaseSession } from "../jobs/case-session.ts";
import { analyseAndReport } from "./collect-and-report.ts";
import { countWithoutProbe } from "../reads/missing-analyses.ts";
import { doorWords } from "../policy/viewer.ts";
import { somebodyWithTheDisk } from "./blind-words.ts";
import type { ExitCode } from "./command.ts";
import { printJson } from "./json-output.ts";
import type { Program } from "./program.ts";

export async function serveUntilStopped(
  program: Program,
  session: CaseSession,
  options: { port: number; browser: boolean; json: boolean },
): Promise<ExitCode> {
  const { out, signal } = program;
  const faults: unknown[] = [];
  // Also long after everything was read: files dragged into the page are read then.
  const unsubscribe = session.onStopped((error) => {
    faults.push(error);
    const why = error instanceof CaseError ? `${error.message} [${error.code}]` : `a fault of the program.\n${stackOf(error)}`;
    out.note(`witnessmark: work on the case stopped: ${why}`);
    out.note("The workbench stays open to look at, read-only, until Ctrl-C. What was reported done is kept; `serve` goes on from there.");
  });
  const served = await program.serve(session, options.port);
  try {
    if (options.json) printJson(out, "serving", { case: session.path, link: served.link, port: served.port });
    else {
      out.line("");
      out.line(`The workbench is at  ${served.link}`);
      out.line("The link opens it once. Ctrl-C stops it; nothing is lost, and `serve` goes on from there.");
    }
    if (options.browser) program.openBrowser(served.link);
    const [door] = session.viewer.doors ?? [];
    // What is read, and how far, names items; the work itself goes on unseen.
    if (door !== undefined) out.note(`${doorWords(door)} ${somebodyWithTheDisk}`);
    if (door !== undefined && !session.viewer.readOnly) session.queue.wake();
    else if (!session.viewer.readOnly) await readAndSay(program, session);
    if (!signal.aborted) await new Promise<void>((stop) => signal.addEventListener("abort", () => stop(), { once: true }));
    return faults.length === 0 ? 0 : 1;
  } finally {
    unsubscribe();
    await served.close();
    await session.queue.stop();
  }
}

/** Says that everything is read when it is, and that it is not while a person holds the work up. */
async function readAndSay(program: Program, session: CaseSession): Promise<void> {
  const { out, signal } = program;
  for (;;) {
    // What stopped the work was told when it happened.
    const went = await analyseAndReport(program, session).then(
      () => true,
      () => false,
    );
    if (!went || signal.aborted) return;
    if (!session.board.paused) break;
    out.note("Reading is paused in the workbench, and goes on there. The workbench stays open until Ctrl-C.");
    await resumed(session, signal);
    if (signal.aborted) return;
  }
  session.copies.follow();
  const left = await countWithoutProbe(session.reader);
  out.note(
    left === 0
      ? "Everything is read. The workbench stays open until Ctrl-C."
      : `${left} items are not read: they were cancelled, and can be taken up again in the workbench or by the next \`serve\`.`,
  );
}

function resumed({ board }: CaseSession, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      unsubscribe();
      signal.removeEventListener("abort", end);
      resolve();
    };
    const unsubscribe = board.subscribe(() => {
      if (!board.paused) end();
    });
    signal.addEventListener("abort", end);
    if (signal.aborted || !board.paused) end();
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
