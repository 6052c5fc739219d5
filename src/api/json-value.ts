/**
 * Any JSON, for parts of an answer whose shape another schema states. It is not walked again here: a schema that calls
 * itself cannot be named in the OpenAPI description by the library that makes it.
 */
import { z } from "zod";
import type { Json } from "../core/json/canonical-json.ts";

export const JsonValue = z.unknown().meta({ description: "Any JSON" }) as z.ZodType<Json>;
