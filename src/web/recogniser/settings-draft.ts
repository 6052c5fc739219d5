/** Settings while they are typed: words, and what is missing before they can be saved. */
import { RecogniserSettings, type recogniserSorts } from "../../core/recogniser/recogniser-settings.ts";

export interface SettingsDraft {
  readonly sort: (typeof recogniserSorts)[number] | "off";
  readonly path: string;
  readonly model: string;
  /** One word a line. */
  readonly arguments: string;
  readonly tesseract: string;
  readonly minutes: string;
  readonly megabytes: string;
}

export function draftOfSettings({ recogniser, tesseract, limits }: RecogniserSettings): SettingsDraft {
  return {
    sort: recogniser?.sort ?? "off",
    path: recogniser?.path ?? "",
    model: recogniser?.model ?? "",
    arguments: recogniser?.sort === "command" ? recogniser.arguments.join("\n") : "{audio}\n--language\n{language}\n--output_dir\n{out}",
    tesseract: tesseract?.path ?? "",
    minutes: String(limits.minutes),
    megabytes: String(limits.megabytes),
  };
}

export type ReadSettings =
  | { readonly state: "read"; readonly settings: RecogniserSettings }
  | { readonly state: "faulty"; readonly field: "path" | "model" | "arguments" | "other" };

export function readSettings(draft: SettingsDraft): ReadSettings {
  const read = RecogniserSettings.safeParse({
    v: 1,
    recogniser: recogniserOf(draft),
    tesseract: draft.tesseract.trim() === "" ? null : { path: draft.tesseract.trim() },
    limits: { minutes: Number(draft.minutes), megabytes: Number(draft.megabytes) },
  });
  if (read.success) return { state: "read", settings: read.data };
  const field = read.error.issues[0]?.path[1];
  return { state: "faulty", field: field === "path" || field === "model" || field === "arguments" ? field : "other" };
}

function recogniserOf({ sort, path, model, arguments: words }: SettingsDraft): unknown {
  if (sort === "off") return null;
  const common = { sort, path: path.trim() };
  if (sort !== "command") return { ...common, model: model.trim() };
  const lines = words.split("\n").filter((line) => line !== "");
  return { ...common, arguments: lines, model: model.trim() === "" ? null : model.trim() };
}
