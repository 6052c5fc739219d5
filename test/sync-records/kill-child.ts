/** Measures all recordings of a case, and ends by SIGKILL when so many were read: nothing is recorded yet. Arguments: CASE READ. */
import { openSyncFeatures } from "../../src/keep/sync-features.ts";
import { syncWorkOf } from "../../src/wiring/sync-work.ts";
import { openCase } from "../../src/wiring/open-case.ts";
import { fakeMeasurer } from "./fake-measurer.ts";

const nothing = () => Promise.reject(new Error("expected not to be asked for"));
const around = { program: "test", ownPassphrase: nothing, casePassphrase: nothing, verifyPage: nothing, receiptPage: nothing };
const session = await openCase(around, process.argv[2] as string, { access: "write", onProgress: () => undefined });
const { writer, vault, reader, viewer, board, queue } = session;
const measurer = fakeMeasurer();
measurer.versionsNow = { ...measurer.versionsNow, soundFeatures: "killed" };
measurer.afterReading = async () => {
  if (measurer.read.length === Number(process.argv[3])) process.kill(process.pid, "SIGKILL");
};
const features = openSyncFeatures(session.path, { readOnly: false });
board.setPaused(true);
const { sync } = syncWorkOf({ writer, vault, reader, viewer, board, queue, measurer, features });
await sync.measure("all");
board.setPaused(false);
