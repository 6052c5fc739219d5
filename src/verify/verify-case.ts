/** Re-checks a case folder or a pack with nothing but the format: the same code behind the command line and the page. */
import type { CaseFiles } from "./case-files.port.ts";
import type { VerifyReport } from "./report.ts";
import type { VerifyOptions, VerifyPlatform } from "./verify-options.ts";

/** Throws CaseError CASE_NOT_FOUND when the files are neither; everything else that is wrong is a finding of the report. */
export async function verifyFiles(files: CaseFiles, platform: VerifyPlatform, options: VerifyOptions = {}): Promise<VerifyReport> {
  throw new RangeError(`not written yet: ${typeof files} ${typeof platform} ${typeof options}`);
}
