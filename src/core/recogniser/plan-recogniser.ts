/** The command line that reads one piece of sound, for each program that the settings may name. Pure, so that it can be shown before it runs. */
import type { Recogniser } from "./recogniser-settings.ts";

export interface RecogniserRun {
  /** 16 kHz, mono, WAV. */
  readonly audio: string;
  /** The folder that it may write into. */
  readonly out: string;
  readonly language: string;
}

export function recogniserArguments(recogniser: Recogniser, { audio, out, language }: RecogniserRun): readonly string[] {
  const code = language.split("-")[0] ?? language;
  switch (recogniser.sort) {
    case "whisper-cpp":
      // -ojf: probabilities of single tokens too, without which nothing is known of how sure it is.
      return [...["-m", recogniser.model, "-f", audio, "-l", code, "-ojf", "-of", `${out}/answer`, "-np"]];
    case "faster-whisper":
      return [...["--model_directory", recogniser.model, "--word_timestamps", "True"], ...openAiWords(audio, out, code)];
    case "openai-whisper":
      return [...["--model", recogniser.model, "--word_timestamps", "True", "--fp16", "False"], ...openAiWords(audio, out, code)];
    case "command": {
      const values: Readonly<Record<string, string>> = { audio, out, language: code, model: recogniser.model ?? "" };
      return recogniser.arguments.map((word) => word.replace(/\{(audio|out|language|model)\}/g, (_, name: string) => values[name] ?? ""));
    }
  }
}

/** What both programs of this family read. What was said before does not lead on what follows: that is how one invention makes the next. */
function openAiWords(audio: string, out: string, language: string): readonly string[] {
  const said = language === "auto" ? [] : ["--language", language];
  return [
    ...["--task", "transcribe", "--output_format", "json", "--output_dir", out, "--verbose", "False"],
    ...["--condition_on_previous_text", "False", ...said, audio],
  ];
}
