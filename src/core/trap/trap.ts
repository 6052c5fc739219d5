/** Something about a piece of material that misleads people who do not know the format. Readers print the traps they met. */
import { z } from "zod";

export const Trap = z.strictObject({
  /** Stable name, kebab-case: "zone-unknown", "forward-name-only", "media-not-in-export". */
  code: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** One or two sentences for the analyst, naming the field and what it cannot tell. */
  message: z.string(),
  /** How often it was met, and the first few places. */
  count: z.number().int().min(1),
  where: z.array(z.string()).max(5),
});
export type Trap = z.infer<typeof Trap>;
