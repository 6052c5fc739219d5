/** Serves the workbench, goes on with what is missing, and ends cleanly on Ctrl-C. */
import type { CaseSession } from "../jobs/case-session.ts";
import { analyseAndReport } from "./collect-and-report.ts";
import type { ExitCode } from "./command.ts";
import { printJson } from "./json-output.ts";
import type { Program } from "./program.ts";

export async function serveUntilStopped(
  program: Program,
  session: CaseSession,
  options: { port: number; browser: boolean; json: boolean },
): Promise<ExitCode> {
  const { out, signal } = program;
  const served = await program.serve(session, options.port);
  try {
    if (options.json) printJson(out, "serving", { case: session.path, link: served.link, port: served.port });
    else {
      out.line("");
      out.line(`The workbench is at  ${served.link}`);
      out.line("The link opens it once. Ctrl-C stops it; nothing is lost, and `serve` goes on from there.");
    }
    if (options.browser) program.openBrowser(served.link);
    if (!session.viewer.readOnly) await analyseAndReport(program, session);
    if (!signal.aborted) {
      if (!session.viewer.readOnly) out.note("Everything is read. The workbench stays open until Ctrl-C.");
      await new Promise<void>((stop) => signal.addEventListener("abort", () => stop(), { once: true }));
    }
    return 0;
  } finally {
    await served.close();
    await session.queue.stop();
  }
}
