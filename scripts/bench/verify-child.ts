/** Verifies a case or a pack and prints what that took and which files it named. Argument: PATH. */
import { verifyPath } from "../../src/verify/node/verify-path.ts";
import { startClock } from "./measure.ts";

const [path] = process.argv.slice(2) as [string];
const stop = startClock();
const report = await verifyPath(path);
const took = stop();
const { verdict, objects, findings } = report;
process.stdout.write(
  `${JSON.stringify({ ...took, verdict, objects, findings: findings.map(({ code, path: at }) => ({ code, path: at })) })}\n`,
);
