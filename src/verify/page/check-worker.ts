/** The worker: verifies what it is sent, away from the page, so that the page answers while gigabytes are hashed. */
import "./schemas-without-eval.ts";
import { CaseError } from "../../core/case/case-error.ts";
import { formatReport } from "../format-report.ts";
import { verifyFiles } from "../verify-case.ts";
import { browserPlatform } from "./browser-platform.ts";
import { pickedCaseFiles } from "./picked-case-files.ts";
import type { CheckMessage, CheckRequest } from "./worker-messages.ts";

/** Progress is shown to people: a few times a second is enough. */
const progressEveryMs = 150;

const page = globalThis as unknown as {
  onmessage: ((event: { data: CheckRequest }) => void) | null;
  postMessage(message: CheckMessage): void;
};

page.onmessage = ({ data }) => void check(data);

async function check({ picked, expect }: CheckRequest): Promise<void> {
  let next = 0;
  try {
    const report = await verifyFiles(pickedCaseFiles(picked), await browserPlatform(), {
      ...(expect === "" ? {} : { expect }),
      onProgress(share, detail) {
        if (performance.now() < next) return;
        next = performance.now() + progressEveryMs;
        page.postMessage({ type: "progress", share, detail });
      },
    });
    page.postMessage({ type: "report", report, text: formatReport(report) });
  } catch (error) {
    const message = error instanceof CaseError ? error.message : `A fault of this page: ${String(error)}`;
    page.postMessage({ type: "failed", message });
  }
}
