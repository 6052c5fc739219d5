/** JSON that a reasoner reads: from a file, or from standard input for `-`. What does not fit is named by its field. */
import type { z } from "zod";
import { CaseError } from "../core/case/case-error.ts";
import { decodeUtf8 } from "../core/bytes/utf8.ts";
import type { Program } from "./program.ts";

/** Throws CaseError INPUT_INVALID naming the first field that does not fit, what was expected and what was found. */
export async function readJsonInput<T extends z.ZodType>(program: Program, path: string, schema: T): Promise<z.infer<T>> {
  const from = path === "-" ? "standard input" : path;
  const text =
    path === "-" ? await program.readInput("Reading JSON from standard input; end with Ctrl-D.") : decodeUtf8(await program.readFile(path));
  if (text === undefined) throw new CaseError("INPUT_INVALID", `${from}: expected UTF-8 text; found other bytes`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CaseError("INPUT_INVALID", `${from}: expected JSON; found ${error instanceof Error ? error.message : "something else"}`, {
      cause: error,
    });
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = firstIssue(read.error.issues);
  throw new CaseError("INPUT_INVALID", `${from}: ${fieldOf(issue.path)}: ${issue.message}`);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Inside a choice of shapes, the complaint of the shape that came furthest is the one that helps. */
function firstIssue(issues: readonly z.core.$ZodIssue[], before: readonly PropertyKey[] = []): Issue {
  const [first] = issues;
  const path = [...before, ...(first?.path ?? [])];
  if (first?.code === "invalid_union" && first.errors.length > 0) {
    const deepest = first.errors.map((one) => firstIssue(one, path)).sort((a, b) => b.path.length - a.path.length)[0];
    if (deepest !== undefined && deepest.path.length > path.length) return deepest;
  }
  return { path, message: first?.message ?? "expected another value" };
}

function fieldOf(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text === "" ? "the whole" : text.replace(/^\./, "");
}
