/**
 * Compares prints in a child that may read the named files and nothing else: the prints of a foreign case are foreign bytes.
 * No network where the system grants that, limits on memory and on silence; stopping it kills the child.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CaseError } from "../../core/case/case-error.ts";
import type { CopyMatcher, Printed } from "../../core/copies/copy-matcher.port.ts";
import { findIsolation } from "../isolation.ts";
import { listenToChild } from "../listen-to-child.ts";
import { allowReading } from "../readable-files.ts";
import { namingRoom } from "../scratch-room.ts";
import { pictureMatchVersion } from "../segment-match/match-pictures.ts";
import { soundMatchVersion } from "../sound-match/match-sounds.ts";
import { startChild } from "../start-child.ts";
import { MatchLine, type MatchRequest } from "./match-contract.ts";

export interface MatcherOptions {
  /** Where the child gets its folder. */
  readonly scratch?: string;
  /** Longest time without a word from the child, milliseconds. For tests. */
  readonly silenceMs?: number;
  /** Hand on every pair, also those that share nothing. */
  readonly everyPair?: boolean;
}

/** A change of any rule of comparing makes older results old. */
const pairVersion = "2";
const silenceLimitMs = 1_800_000;
const childScript = fileURLToPath(new URL("match-child.ts", import.meta.url));

export function createCopyMatcher({ scratch = tmpdir(), silenceMs = silenceLimitMs, everyPair = false }: MatcherOptions = {}): CopyMatcher {
  let prefix: readonly string[] | undefined;
  return {
    version: `${pairVersion}.${pictureMatchVersion}.${soundMatchVersion}`,
    async compare({ known, fresh }, { signal, onProgress }, use) {
      if (fresh.length === 0) return;
      const folder = await mkdtemp(join(scratch, "witnessmark-match-")).catch(namingRoom);
      try {
        prefix ??= findIsolation().prefix;
        const request: MatchRequest = {
          ...{ known: known.map(filesOf), fresh: fresh.map(filesOf), everyPair, folder },
          parent: process.pid,
        };
        const files = [...known, ...fresh].flatMap(({ framePrints, soundPrints }) => [framePrints, soundPrints]);
        const flags = allowReading(files.filter((path) => path !== null));
        const child = startChild({ script: childScript, folder, prefix, flags, request });
        await listenToChild(child, { name: "copies", signal, silenceMs }, async (said) => {
          const line = lineOf(said);
          if (line.type === "progress") onProgress(line.done);
          else if (line.type === "pair") await use(line.pair);
          else if (line.type === "unreadable") throw new CaseError("INPUT_INVALID", `prints of ${line.object}: ${line.message}`);
          return line.type === "end";
        });
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

function filesOf({ object, framePrints, soundPrints }: Printed): Printed {
  return { object, framePrints, soundPrints };
}

/** Throws for what is no line of this contract: the child is not trusted to keep to it. */
function lineOf(line: unknown): MatchLine {
  const parsed = MatchLine.safeParse(line);
  if (!parsed.success) throw new Error("copies: expected a line of the child that compares prints; found something else");
  return parsed.data;
}
