/** Any JSON, for parts of an answer whose shape another schema states. */
import { z } from "zod";
import type { Json } from "../core/json/canonical-json.ts";

export const JsonValue = z.json() as unknown as z.ZodType<Json>;
