/** The first pass over a chat: which forms its heads have, what order of day and month they show, who writes in it. */
import { ownCopy } from "../reading-log/own-copy.ts";
import type { TextLine } from "../text-encoding/text-lines.ts";
import { createOrderEvidence, type DateOrder, type OrderDecision, type OrderEvidence } from "./date-order.ts";
import { type MessageHead, readMessageHead } from "./message-head.ts";
import { senderOf } from "./sender.ts";

export interface ChatSurvey {
  /** What the forms that count as this export's own allow. Other heads are text. */
  readonly forms: ReadonlyMap<string, OrderDecision & { readonly decided: { readonly count: number; readonly where: readonly string[] } }>;
  readonly heads: number;
  readonly senders: ReadonlyMap<string, number>;
}

/** A form that fewer of the heads have is taken for words inside a message. */
const leastShare = 0.1;
/** A file made of different forms is no export; so many are told apart. */
const mostForms = 200;
const mostSenders = 20_000;

export function createSurvey(): { see(lines: readonly TextLine[]): void; finish(): ChatSurvey } {
  const forms = new Map<string, { count: number; evidence: OrderEvidence }>();
  const senders = new Map<string, number>();
  let line = 0;
  let heads = 0;
  const note = (head: MessageHead) => {
    heads++;
    const known = forms.get(head.form) ?? { count: 0, evidence: createOrderEvidence() };
    if (forms.size < mostForms) forms.set(head.form, known);
    known.count++;
    known.evidence.see(head, `line ${line}`);
    const sender = senderOf(head.rest)?.name;
    if (sender === undefined) return;
    const count = senders.get(sender);
    if (count !== undefined) senders.set(sender, count + 1);
    else if (senders.size < mostSenders) senders.set(ownCopy(sender), 1);
  };
  return {
    see(lines) {
      for (const { text } of lines) {
        line++;
        const head = readMessageHead(text);
        if (head !== undefined) note(head);
      }
    },
    finish() {
      const own = [...forms].filter(([, { count }]) => count >= heads * leastShare);
      return {
        heads,
        senders,
        forms: new Map(
          own.map(([form, { evidence }]) => {
            const decision = evidence.decide();
            const [order] = decision.orders;
            const decided = decision.by === "figures" ? evidence.deciders(order as DateOrder) : { count: 0, where: [] };
            return [form, { ...decision, decided }];
          }),
        ),
      };
    },
  };
}
