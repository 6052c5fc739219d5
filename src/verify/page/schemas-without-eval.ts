/** The page's policy allows no eval; the schema library must not try to compile its checks. Imported before any schema is used. */
import { z } from "zod";

z.config({ jitless: true });
