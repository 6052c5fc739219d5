/** Whether a sound is a voice note: by what a post says of it, by its name, or by the codec that messengers record with. */
import type { ProbeResult } from "../analysis/probe-result.ts";
import { namedAsVoice } from "./file-name-time.ts";

export interface SoundSigns {
  readonly name: string;
  readonly probe: ProbeResult | undefined;
  /** Roles under which posts carry it. */
  readonly roles: readonly string[];
}

/** Sentences for what we hold; none when nothing says so. */
export function voiceNoteStatements({ name, probe, roles }: SoundSigns): string[] {
  const sounds = probe?.streams.filter((stream) => stream.type === "audio") ?? [];
  const [sound] = sounds;
  if (probe !== undefined && (probe.kind !== "sound" || sounds.length !== 1)) return [];
  if (roles.includes("voice")) return ["A voice note: a post that carries it says so. Its time is that of the post, not of the recording."];
  if (probe === undefined) return [];
  if (namedAsVoice(name)) return ["A voice note by its name. Anybody can change a name."];
  const recorded = probe.container === "ogg" && sound?.type === "audio" && sound.codec === "opus" && sound.channels === 1;
  return recorded
    ? ["Perhaps a voice note: Opus of one channel in an Ogg file, as messengers record. Music programs can write the same."]
    : [];
}
