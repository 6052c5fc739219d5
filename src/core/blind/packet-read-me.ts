/** The page of words in a blind packet, for somebody who may not know the program. */
import type { AskedPrecision } from "../review/answer.ts";
import type { PacketDocument } from "./packet-document.ts";

export function packetReadMe({ text, precision, items, question, blind }: PacketDocument): string {
  const lines = [
    "BLIND REVIEW",
    "",
    `Question (${question}, ${blind}):`,
    text,
    "",
    askedWords(precision),
    "",
    "You are asked because you have not seen what others found. Please do not ask them, and do not look it up in what they published.",
    "",
    "Material, as it lies in the case, byte for byte; only the file names are taken off:",
    ...items.map(
      ({ file, bytes, kind, graphicLevel, metadata }) =>
        `  ${file}  ${kind}, ${bytes} bytes, graphic level ${graphicLevel}, ${metadata.length} entries of metadata inside`,
    ),
    "Metadata inside the files goes with them and is part of the material; packet.json lists it. It may be wrong or set on purpose.",
    "",
    "To answer on a page of this machine, with a player and a map:   witnessmark blind-desk THIS-FILE",
    "It says which file to send back. It fixes your answer and does not tell it; the answer itself stays in your own configuration folder.",
    "When you are told that everybody has sealed, open it again in the same way: it writes the file that tells your answer. Send that.",
    "",
    "On the terminal instead:   witnessmark blind-answer THIS-FILE --out sealed.json",
    "and later:   witnessmark blind-reveal sealed.json --out revealed.json",
  ];
  return `${lines.join("\n")}\n`;
}

/** How close an answer must be, in a sentence. */
export function askedWords(precision: AskedPrecision): string {
  switch (precision.sort) {
    case "place":
      return `Asked for: a place within ${precision.radiusM} m. A vaguer answer may be right, and agrees with nothing.`;
    case "time":
      return `Asked for: a time within ${precision.widthS} s. A vaguer answer may be right, and agrees with nothing.`;
    case "choice":
      return `Asked for: one of: ${precision.choices.join(" | ")}`;
    case "words":
      return "Asked for: words. People compare them.";
  }
}
