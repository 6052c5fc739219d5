/**
 * Which programs of the person's own may read speech and signs, and look for regions on pictures. Off until somebody says where they
 * are: nothing is looked for, nothing is fetched, and nothing runs unless it is asked for each time.
 */
import { z } from "zod";
import { Detector } from "../detector/detector-settings.ts";
import { AbsolutePath } from "./absolute-path.ts";

/** Words of a command line. `{audio}`, `{out}` (a folder), `{language}` and `{model}` are put in wherever they stand. */
const Template = z
  .array(z.string().max(4096))
  .min(1)
  .max(100)
  .refine((words) => words.some((word) => word.includes("{audio}")), "expected {audio} in one of the words");

export const Recogniser = z.discriminatedUnion("sort", [
  /** `whisper-cli` of whisper.cpp, with a model file of its own kind. */
  z.strictObject({ sort: z.literal("whisper-cpp"), path: AbsolutePath, model: AbsolutePath }),
  /** `whisper-ctranslate2`, with a folder that holds a model. */
  z.strictObject({ sort: z.literal("faster-whisper"), path: AbsolutePath, model: AbsolutePath }),
  /** `whisper` of openai-whisper, with a model file (`.pt`). */
  z.strictObject({ sort: z.literal("openai-whisper"), path: AbsolutePath, model: AbsolutePath }),
  /** Any other program that writes Whisper's JSON into `{out}` or on its standard output. */
  z.strictObject({ sort: z.literal("command"), path: AbsolutePath, arguments: Template, model: AbsolutePath.or(z.null()) }),
]);
export type Recogniser = z.infer<typeof Recogniser>;

export const recogniserSorts = ["whisper-cpp", "faster-whisper", "openai-whisper", "command"] as const;

export const RecogniserLimits = z.strictObject({
  /** For one piece of the sound, which lasts a minute and a half at most; for one folder of pictures. */
  minutes: z.number().int().min(1).max(240),
  /** That one run may write. */
  megabytes: z.number().int().min(1).max(10_000),
});
export type RecogniserLimits = z.infer<typeof RecogniserLimits>;

export const RecogniserSettings = z.strictObject({
  v: z.literal(1),
  recogniser: Recogniser.or(z.null()),
  tesseract: z.strictObject({ path: AbsolutePath }).or(z.null()),
  /** Missing in files of before: off. */
  detector: Detector.or(z.null()).default(null),
  limits: RecogniserLimits,
});
export type RecogniserSettings = z.infer<typeof RecogniserSettings>;

export const noRecogniserSettings: RecogniserSettings = {
  v: 1,
  recogniser: null,
  tesseract: null,
  detector: null,
  limits: { minutes: 30, megabytes: 200 },
};

/** "auto" leaves it to the program. A tag such as "uk" or "ar-SY"; programs know the first part. */
export const SpokenLanguage = z.string().regex(/^(auto|[a-z]{2,3}(-[a-zA-Z0-9]{2,8})*)$/, 'expected "auto" or a language such as "uk"');
export type SpokenLanguage = z.infer<typeof SpokenLanguage>;

/** Tesseract's names of languages: `ukr`, `chi_sim`, `script/Cyrillic`. */
export const SignLanguages = z
  .array(z.string().regex(/^(script\/)?[A-Za-z]{2,12}(_[A-Za-z]{2,8}){0,2}$/))
  .min(1)
  .max(6);
export type SignLanguages = z.infer<typeof SignLanguages>;

export const ReadSignsRequest = z.strictObject({
  languages: SignLanguages,
  frames: z.discriminatedUnion("which", [
    /** Looked for every so many seconds; pictures that are the same as the one before are read once. */
    z.strictObject({ which: z.literal("changes"), everySec: z.number().min(0.1).max(600) }),
    /** Item times, seconds. */
    z.strictObject({ which: z.literal("chosen"), atSec: z.array(z.number()).min(1).max(100) }),
  ]),
});
export type ReadSignsRequest = z.infer<typeof ReadSignsRequest>;

export const RecogniseRequest = z.strictObject({
  language: SpokenLanguage,
  /** Item times, seconds; null for the whole sound. */
  fromSec: z.number().or(z.null()),
  toSec: z.number().or(z.null()),
  /** Also what a stopped run has read already. */
  anew: z.boolean().default(false),
});
export type RecogniseRequest = z.infer<typeof RecogniseRequest>;
