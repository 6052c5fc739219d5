/** Claims that the rules put forward for a text, as they are found; it can be stopped, and begun again. */
import { useCallback, useEffect, useState } from "react";
import type { SourceText } from "../../core/claim/source-text.ts";
import type { ClaimProposal, ClaimProposals } from "../../reason/claim-text/proposal.ts";
import type { ProposalQuestion, ProposalReply } from "./proposal-worker.ts";

export interface Proposing {
  readonly state: "reading" | "done" | "stopped" | "fault";
  readonly proposals: readonly ClaimProposal[];
  readonly unread: ClaimProposals["unread"];
  /** Of all characters, read so far. */
  readonly share: number;
  /** What went wrong; empty while nothing did. */
  readonly says: string;
  readonly stop: () => void;
  readonly again: () => void;
}

type Found = Pick<Proposing, "state" | "proposals" | "unread" | "share" | "says">;
const nothing: Found = { state: "reading", proposals: [], unread: [], share: 0, says: "" };

export function useProposals(text: SourceText): Proposing {
  const [found, setFound] = useState(nothing);
  const [turn, setTurn] = useState(0);
  const [worker, setWorker] = useState<Worker>();
  useEffect(() => {
    setFound(nothing);
    const started = new Worker(new URL("./proposal-worker.ts", import.meta.url), { type: "module" });
    setWorker(started);
    started.onmessage = ({ data }: MessageEvent<ProposalReply>) => {
      if (data.state === "some")
        setFound((before) => ({
          ...before,
          proposals: [...before.proposals, ...data.proposals],
          unread: [...before.unread, ...data.unread],
          share: data.share,
        }));
      else if (data.state === "done") setFound((before) => ({ ...before, state: "done", share: 1 }));
      else setFound((before) => ({ ...before, state: "fault", says: data.says }));
    };
    started.onerror = ({ message }) => setFound((before) => ({ ...before, state: "fault", says: message }));
    started.postMessage({ text } satisfies ProposalQuestion);
    return () => started.terminate();
  }, [text, turn]);
  const stop = useCallback(() => {
    worker?.terminate();
    setFound((before) => (before.state === "reading" ? { ...before, state: "stopped" } : before));
  }, [worker]);
  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, stop, again };
}
