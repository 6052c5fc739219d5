/**
 * Frame times from the decoder, for streams whose container cannot give them: some packets without a time (AVI, bare
 * streams), and VP8, where a packet may hold a picture that is never shown.
 */
import type { MediaFile } from "./ask-ffprobe.ts";
import type { Packets } from "./packet-table.ts";
import { runProgram } from "./run-program.ts";
import { safeInput } from "./safe-input.ts";

const mostOutput = 256 * 1024 * 1024;

export async function decodedTimes(file: MediaFile, stream: number, onPlace: (place: number) => void): Promise<Packets> {
  const packets: Packets = { pts: [], durations: [], places: [], key: [], discard: [] };
  let rest = "";
  const take = (line: string) => {
    const [key, time, duration, place] = line.split("|");
    // Side data of a frame come as lines of their own.
    if (time === undefined || !/^[01]$/.test(key ?? "")) return;
    const pts = Number(time);
    if (place !== undefined && /^\d+$/.test(place)) onPlace(Number(place));
    packets.pts.push(Number.isSafeInteger(pts) ? pts : Number.NaN);
    packets.durations.push(Number.isSafeInteger(Number(duration)) ? Number(duration) : 0);
    packets.places.push(-1);
    packets.key.push(key === "1");
    packets.discard.push(false);
  };
  const args = [
    ...["-v", "error", "-threads", "1", ...safeInput(file.demuxer), "-select_streams", String(stream), "-show_frames"],
    ...["-show_entries", "frame=key_frame,best_effort_timestamp,pkt_duration,pkt_pos", "-of", "compact=p=0:nk=1", file.path],
  ];
  await runProgram(file.ffprobe, args, {
    inputPath: file.path,
    mostOutput,
    onOutput(chunk) {
      const lines = (rest + chunk.toString("latin1")).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) take(line);
    },
  });
  take(rest);
  return packets;
}
