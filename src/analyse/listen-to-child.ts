/**
 * Hears a child that says lines of JSON until its last one: stopped by a signal, ended when it is silent for too long, and never
 * left behind. What it says is not trusted: whoever reads a line checks its form.
 */
import { createInterface } from "node:readline";
import { CaseError } from "../core/case/case-error.ts";
import type { Cancellation } from "../core/cancel/cancellation.ts";
import { killGroup, type startChild } from "./start-child.ts";

export interface Hearing {
  /** Begins each error. */
  readonly name: string;
  readonly signal: Cancellation;
  /** Longest time without a word, milliseconds. */
  readonly silenceMs: number;
}

/**
 * `use` gets each line as a value, undefined for what is no JSON, and tells whether it was the last one. Throws what `use` throws,
 * CaseError PROGRAM_MISSING when the child cannot be started, and an error when it ends before its last line; returns early when
 * it is stopped.
 */
export async function listenToChild(
  child: ReturnType<typeof startChild>,
  { name, signal, silenceMs }: Hearing,
  use: (line: unknown) => Promise<boolean> | boolean,
): Promise<void> {
  let ended = false;
  let silent = false;
  let said = "";
  const kill = () => {
    if (!ended) killGroup(child);
  };
  // After it ended its number may be another program's.
  child.on("exit", () => {
    kill();
    ended = true;
  });
  const closed = new Promise<{ code: number | null; signal: string | null }>((resolve, reject) => {
    child.on("close", (code, by) => resolve({ code, signal: by }));
    child.on("error", (error) =>
      reject(new CaseError("PROGRAM_MISSING", `${name}: expected a child process to start; found ${error.message}`, { cause: error })),
    );
  });
  closed.catch(() => undefined);
  child.stderr?.on("data", (chunk: Buffer) => {
    said = `${said}${chunk.toString()}`.slice(-2000);
  });
  const limit = setTimeout(() => {
    silent = true;
    kill();
  }, silenceMs);
  signal.addEventListener("abort", kill);
  let complete = false;
  try {
    if (signal.aborted) kill();
    for await (const line of createInterface({ input: child.stdout as NodeJS.ReadableStream, crlfDelay: Number.POSITIVE_INFINITY })) {
      limit.refresh();
      // A child that is stopped may leave half a line.
      if (!signal.aborted) complete = await use(parseJson(line));
    }
    const end = await closed;
    if (signal.aborted || complete) return;
    const found = silent
      ? `none for ${silenceMs / 1000} s`
      : `the child's end with ${end.signal ?? end.code}${/heap out of memory|Allocation failed/.test(said) ? ", out of memory" : ""}`;
    throw new Error(`${name}: expected answers until the last one; found ${found}${silent ? "" : lastWords(said)}`);
  } catch (error) {
    // What is left unread would keep the child's end from being told.
    child.stdout?.resume();
    throw error;
  } finally {
    clearTimeout(limit);
    signal.removeEventListener("abort", kill);
    kill();
  }
}

function lastWords(said: string): string {
  const line = said.split("\n").findLast((one) => /^\w*Error/.test(one.trim()));
  return line === undefined ? "" : ` (${line.trim().slice(0, 200)})`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
