/** The head of a WAV file that recognisers read: 16 kHz, mono, 16 bits, its samples right behind it. */
import { speechRate } from "./sound-levels.ts";

export const bytesPerSample = 2;
const headBytes = 44;

/** `bytes`: of samples. */
export function wavHead(bytes: number): Uint8Array {
  const head = new Uint8Array(headBytes);
  const view = new DataView(head.buffer);
  const word = (at: number, text: string) => [...text].forEach((letter, n) => view.setUint8(at + n, letter.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, headBytes - 8 + bytes, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, speechRate, true);
  view.setUint32(28, speechRate * bytesPerSample, true);
  view.setUint16(32, bytesPerSample, true);
  view.setUint16(34, bytesPerSample * 8, true);
  word(36, "data");
  view.setUint32(40, bytes, true);
  return head;
}
