/** Compares what a case has prints of, and ends by SIGKILL when the first pair was found: nothing of the lot is recorded yet. Arguments: CASE. */
import { createCopyMatcher } from "../../src/analyse/copies/run-matcher.ts";
import { createCopyQueue } from "../../src/jobs/copy-queue.ts";
import { openCase } from "../../src/wiring/open-case.ts";

const nothing = () => Promise.reject(new Error("expected not to be asked for"));
const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
const session = await openCase(around, process.argv[2] as string, { access: "write", onProgress: () => undefined });
const { reader, viewer, board, vault, copyPorts, queue, onAppended } = session;
const matcher = createCopyMatcher();
const copies = createCopyQueue({
  ...{ reader, viewer, board, onAppended, ports: copyPorts, pathOf: (object) => vault.pathOf(object), analysesDone: () => queue.idle() },
  matcher: {
    version: matcher.version,
    compare: (request, control, use) =>
      matcher.compare(request, control, async (pair) => {
        await use(pair);
        process.kill(process.pid, "SIGKILL");
      }),
  },
  onFault: (error) => {
    throw error;
  },
});
copies.wake();
await copies.idle();
