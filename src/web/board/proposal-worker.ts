/** Reads a text for claims away from the page, piece by piece, so that it can be stopped and what is found already can be looked at. */
import "../api-client/schemas-without-eval.ts";
import type { SourceText } from "../../core/claim/source-text.ts";
import { movedProposal } from "../../reason/claim-text/moved-proposal.ts";
import type { ClaimProposal, ClaimProposals } from "../../reason/claim-text/proposal.ts";
import { proposeClaims } from "../../reason/claim-text/propose-claims.ts";
import { textChunks } from "./text-chunks.ts";

export interface ProposalQuestion {
  readonly text: SourceText;
}

export type ProposalReply =
  | {
      readonly state: "some";
      readonly proposals: readonly ClaimProposal[];
      readonly unread: ClaimProposals["unread"];
      /** Of all characters, read so far. */
      readonly share: number;
    }
  | { readonly state: "done" }
  | { readonly state: "fault"; readonly says: string };

/** Read at once: some tenths of a second. */
const chunkCharacters = 100_000;

self.onmessage = ({ data: { text } }: MessageEvent<ProposalQuestion>): void => {
  const reply = (answer: ProposalReply): void => self.postMessage(answer);
  try {
    const all = text.parts.reduce((sum, part) => sum + part.text.length, 0);
    let read = 0;
    for (const { text: piece, bases, characters } of textChunks(text, chunkCharacters)) {
      const { proposals, unread } = proposeClaims(piece);
      read += characters;
      const baseOf = (part: ClaimProposal["part"]): number => bases[piece.parts.findIndex((one) => same(one.part, part))] ?? 0;
      reply({
        state: "some",
        proposals: proposals.map((one) => movedProposal(one, baseOf(one.part))),
        unread: unread.map((one) => {
          const by = baseOf(one.part);
          return { ...one, span: { start: one.span.start + by, end: one.span.end + by } };
        }),
        share: all === 0 ? 1 : read / all,
      });
    }
    reply({ state: "done" });
  } catch (error) {
    reply({ state: "fault", says: error instanceof Error ? error.message : String(error) });
  }
};

function same(a: ClaimProposal["part"], b: ClaimProposal["part"]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
