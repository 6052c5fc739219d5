/** Writes the JSON Schema of what each reasoner reads to docs/cli, from the schema that checks it. Usage: node scripts/write-cli-schemas.ts */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { FeatureProblem } from "../src/core/map-extract/feature-problem.ts";
import { CameraProblem } from "../src/reason/camera/camera-problem.ts";
import { PlaceProblem } from "../src/reason/place/place-problem.ts";
import { SunProblem } from "../src/reason/sun/sun-problem.ts";
import { SyncProblem } from "../src/reason/sync/sync-problem.ts";
import { TimeProblem } from "../src/reason/time/time-problem.ts";

/** By the name of the command. */
export const cliSchemas: { readonly [command: string]: z.ZodType } = {
  time: TimeProblem,
  sun: SunProblem,
  place: PlaceProblem,
  camera: CameraProblem,
  sync: SyncProblem,
  features: FeatureProblem,
};

export function schemaText(schema: z.ZodType): string {
  return `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), undefined, 2)}\n`;
}

if (import.meta.main) {
  for (const [command, schema] of Object.entries(cliSchemas))
    writeFileSync(join(import.meta.dirname, "../docs/cli", `${command}.schema.json`), schemaText(schema));
}
