/** Settings while they are typed: words, and what is missing before they can be saved. */
import { RecogniserSettings, type recogniserSorts } from "../../core/recogniser/recogniser-settings.ts";

export interface SettingsDraft {
  readonly sort: (typeof recogniserSorts)[number] | "off";
  readonly path: string;
  readonly model: string;
  /** One word a line. */
  readonly arguments: string;
  readonly tesseract: string;
  readonly detector: string;
  /** One word a line. */
  readonly detectorArguments: string;
  readonly minutes: string;
  readonly megabytes: string;
}

export function draftOfSettings({ recogniser, tesseract, detector, limits }: RecogniserSettings): SettingsDraft {
  return {
    sort: recogniser?.sort ?? "off",
    path: recogniser?.path ?? "",
    model: recogniser?.model ?? "",
    arguments: recogniser?.sort === "command" ? recogniser.arguments.join("\n") : "{audio}\n--language\n{language}\n--output_dir\n{out}",
    tesseract: tesseract?.path ?? "",
    detector: detector?.path ?? "",
    detectorArguments: detector?.arguments.join("\n") ?? "{frames}",
    minutes: String(limits.minutes),
    megabytes: String(limits.megabytes),
  };
}

export type ReadSettings =
  | { readonly state: "read"; readonly settings: RecogniserSettings }
  | { readonly state: "faulty"; readonly field: "path" | "model" | "arguments" | "detector" | "other" };

export function readSettings(draft: SettingsDraft): ReadSettings {
  const read = RecogniserSettings.safeParse({
    v: 1,
    recogniser: recogniserOf(draft),
    tesseract: draft.tesseract.trim() === "" ? null : { path: draft.tesseract.trim() },
    detector: draft.detector.trim() === "" ? null : { path: draft.detector.trim(), arguments: linesOf(draft.detectorArguments) },
    limits: { minutes: Number(draft.minutes), megabytes: Number(draft.megabytes) },
  });
  if (read.success) return { state: "read", settings: read.data };
  const [part, field] = read.error.issues[0]?.path ?? [];
  if (part === "detector") return { state: "faulty", field: "detector" };
  return { state: "faulty", field: field === "path" || field === "model" || field === "arguments" ? field : "other" };
}

function recogniserOf({ sort, path, model, arguments: words }: SettingsDraft): unknown {
  if (sort === "off") return null;
  const common = { sort, path: path.trim() };
  if (sort !== "command") return { ...common, model: model.trim() };
  return { ...common, arguments: linesOf(words), model: model.trim() === "" ? null : model.trim() };
}

function linesOf(words: string): string[] {
  return words.split("\n").filter((line) => line !== "");
}
