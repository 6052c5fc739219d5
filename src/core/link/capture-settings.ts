/**
 * Which programs of the person's own may be run on a link. Off until somebody says where they are: nothing is looked for,
 * nothing is guessed, and nothing runs unless it is asked for each time.
 */
import { z } from "zod";

const AbsolutePath = z
  .string()
  .min(1)
  .max(4096)
  .refine((path) => /^(\/|[A-Za-z]:[\\/]|\\\\)/.test(path) && !path.includes("\0"), "expected an absolute path");

export const CaptureProgram = z.enum(["yt-dlp", "auto-archiver"]);
export type CaptureProgram = z.infer<typeof CaptureProgram>;

export const CaptureLimits = z.strictObject({
  minutes: z.number().int().min(1).max(1440),
  megabytes: z.number().int().min(1).max(1_000_000),
});
export type CaptureLimits = z.infer<typeof CaptureLimits>;

export const CaptureSettings = z.strictObject({
  v: z.literal(1),
  ytDlp: z.strictObject({ path: AbsolutePath }).or(z.null()),
  /** Its own configuration says what it archives, and how; it must write below the folder that it is run in. */
  autoArchiver: z.strictObject({ path: AbsolutePath, config: AbsolutePath }).or(z.null()),
  limits: CaptureLimits,
});
export type CaptureSettings = z.infer<typeof CaptureSettings>;

export const noCaptureSettings: CaptureSettings = { v: 1, ytDlp: null, autoArchiver: null, limits: { minutes: 15, megabytes: 2000 } };

export interface PlannedRun {
  readonly program: CaptureProgram;
  readonly path: string;
  readonly arguments: readonly string[];
}

/** Undefined when the program is not configured. `link` is a normalised link, which begins with http and so is no option. */
export function planCapture(settings: CaptureSettings, program: CaptureProgram, link: string): PlannedRun | undefined {
  if (program === "yt-dlp") {
    if (settings.ytDlp === null) return undefined;
    const size = ["--max-filesize", `${settings.limits.megabytes}M`];
    const kept = ["--write-info-json", "--write-description", "--write-thumbnail", "--no-mtime", "--no-overwrites"];
    const named = ["--restrict-filenames", "--output", "%(extractor)s-%(id)s.%(ext)s"];
    return { program, path: settings.ytDlp.path, arguments: [...cleanYtDlp, ...size, ...kept, ...named, "--", link] };
  }
  if (settings.autoArchiver === null) return undefined;
  return { program, path: settings.autoArchiver.path, arguments: ["--config", settings.autoArchiver.config, link] };
}

/** One look whether it is still there, keeping nothing. Undefined when yt-dlp is not configured. */
export function planLook(settings: CaptureSettings, link: string): PlannedRun | undefined {
  if (settings.ytDlp === null) return undefined;
  return { program: "yt-dlp", path: settings.ytDlp.path, arguments: [...cleanYtDlp, "--simulate", "--", link] };
}

/** Nothing of the person goes along: no configuration, no cookies, no browser's profile, nothing kept for the next time. */
const cleanYtDlp = [
  ...["--ignore-config", "--no-cookies", "--no-cookies-from-browser", "--no-cache-dir", "--no-exec", "--no-playlist"],
  ...["--no-progress", "--newline", "--no-color", "--socket-timeout", "30", "--retries", "3"],
];
