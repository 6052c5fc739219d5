/** The leak test of an edition, whole: what stands in its bytes and frames, and what can be worked out from all that it says together. */
import type { LeakReport } from "../core/edition/leak-report.ts";
import type { LeakControl, LeakSecrets, LeakTest } from "../core/edition/leak-test.port.ts";
import { derivePlace } from "../reason/edition/derive-place.ts";

/** Throws what `LeakTest.scan` does. */
export async function scanEdition(leakTest: LeakTest, folder: string, secrets: LeakSecrets, control: LeakControl): Promise<LeakReport> {
  const { report, clues } = await leakTest.scan(folder, secrets, control);
  const derived = derivePlace({ clues, places: secrets.places, anchors: secrets.anchors, gridM: secrets.gridM, circles: secrets.circles });
  const leaks = [
    ...report.leaks,
    ...derived.flatMap(({ label, radiusM, from }) =>
      oncePerFile(from).map(({ file, where, says }) => ({
        kind: "place" as const,
        file,
        where: `${where}: ${says}${from.length > 1 ? `, with ${from.length - 1} more` : ""}, to about ${Math.round(radiusM)} m`.slice(
          0,
          400,
        ),
        secret: label,
      })),
    ),
  ];
  const unread = clues.flatMap((clue) => (clue.sort === "unreadable" ? [{ file: clue.file, where: clue.where, why: clue.form }] : []));
  const notScanned = [...report.notScanned, ...unread];
  return { ...report, leaks, notScanned, passed: leaks.length === 0 && report.moreLeaks === 0 && notScanned.length === 0 };
}

/** Each file that has to be mended, and not one of them five times. */
function oncePerFile<F extends { readonly file: string }>(from: readonly F[]): F[] {
  return from.filter((one, at) => from.findIndex(({ file }) => file === one.file) === at).slice(0, 20);
}
