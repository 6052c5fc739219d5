/** What noting, checking and capturing links need: the case's links, the person's settings, and their own programs run apart. */
import { basename, join } from "node:path";
import type { CollectionRequest, Collector } from "../actions/collector.ts";
import type { CaseWriter } from "../actions/case-writer.ts";
import type { NoteLinksPorts } from "../actions/note-links.ts";
import type { RunCapturePorts } from "../actions/run-capture.ts";
import type { Clock } from "../core/time/clock.port.ts";
import type { Vault } from "../core/vault/vault.port.ts";
import type { CaptureSettingsStore } from "../jobs/case-session.ts";
import { readCaptureSettings, writeCaptureSettings } from "../keep/capture-settings.ts";
import { runCaptureProgram } from "../keep/run-capture-program.ts";
import { walkSources } from "../keep/walk-folder.ts";
import { unknownItems } from "../reads/case-index.ts";
import type { CaseReader } from "../reads/case-reader.ts";
import { linkOf, linkStanding } from "../reads/link-index.ts";

export function captureSettingsOf(configFolder: string): CaptureSettingsStore {
  return {
    file: join(configFolder, "capture.json"),
    read: () => readCaptureSettings(configFolder),
    write: (settings) => writeCaptureSettings(configFolder, settings),
  };
}

export interface CaptureParts {
  readonly writer: CaseWriter;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly reader: CaseReader;
  readonly settings: CaptureSettingsStore;
  readonly newCollector: (request: CollectionRequest) => Collector;
  readonly collecting: RunCapturePorts["collecting"];
}

export function capturePortsOf({ reader, settings, ...parts }: CaptureParts): RunCapturePorts & NoteLinksPorts {
  return {
    ...parts,
    unknownItems: (numbers) => unknownItems(reader, numbers),
    linkOf: (item) => linkOf(reader, item),
    linkStanding: (normalised) => linkStanding(reader, normalised),
    settings: settings.read,
    versionOf: async (path) => {
      const limits = { minutes: 1, megabytes: 10 };
      const { log, exitCode, discard } = await runCaptureProgram({
        path,
        arguments: ["--version"],
        limits,
        signal: new AbortController().signal,
      });
      discard();
      const [first = ""] = Buffer.from(log).toString("utf8").trim().split("\n");
      return exitCode === 0 && first !== "" ? first.replace(/[^\x20-\x7e]/g, "?").slice(0, 200) : `unknown (${basename(path)})`;
    },
    run: async (planned, control) => {
      const { folder, ...run } = await runCaptureProgram({ ...planned, ...control });
      return { ...run, files: () => walkSources([folder]) };
    },
  };
}
