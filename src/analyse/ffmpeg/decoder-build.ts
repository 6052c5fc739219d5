/** Which build of ffmpeg decodes here: the build that the same bytes are promised for. */
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";

/** First line of `ffmpeg -version`, shortened: "ffmpeg 5.1.9-0+deb12u1". */
export function decoderBuild(ffmpeg: string): string {
  const { stdout, status } = spawnSync(ffmpeg, ["-version"], {
    encoding: "utf8",
    env: { PATH: process.env["PATH"] ?? "", HOME: tmpdir() },
  });
  return status === 0 ? (/^ffmpeg version (\S+)/.exec(stdout)?.[0]?.replace(" version", "") ?? "ffmpeg") : "ffmpeg missing";
}
