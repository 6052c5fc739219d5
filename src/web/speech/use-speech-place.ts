/** Where a person is in a tier: the chosen row, the selection, and what the waveform shows of it. A link goes to all of it. */
import { useCallback, useEffect, useRef, useState } from "react";
import { setQuery } from "../router/router.ts";
import type { EditRow } from "./edit-rows.ts";
import { rowOfSegment } from "./edit-rows.ts";
import { secondsInAddress, type SpeechAddress } from "./speech-address.ts";
import type { SpeechPlayer, Stretch } from "./speech-player.ts";
import { type Chosen, playRow } from "./use-writing-acts.ts";
import { aroundStretch, firstLook, inSight } from "./wave-span.ts";

/** How long nothing moves before the address follows. */
const restMs = 250;

export interface SpeechPlace {
  readonly row: EditRow | undefined;
  readonly focusTurn: number;
  readonly selection: Stretch | undefined;
  readonly setSelection: (selection: Stretch | undefined) => void;
  readonly span: Stretch;
  readonly setSpan: (change: (span: Stretch) => Stretch) => void;
  readonly choose: (chosen: Chosen, how?: { readonly focus?: boolean; readonly play?: boolean }) => void;
}

export function useSpeechPlace(player: SpeechPlayer, rows: readonly EditRow[], address: SpeechAddress): SpeechPlace {
  const [chosen, setChosen] = useState<Chosen | undefined>(address.segment === undefined ? undefined : { segment: address.segment });
  const [focusTurn, setFocusTurn] = useState(0);
  const [selection, setSelection] = useState<Stretch>();
  const [span, setSpan] = useState<Stretch>(() => firstLook(player.whole, player.state().atMs));
  const row = rowOf(rows, chosen);
  const pending = useRef<{ readonly play: boolean; readonly stay?: boolean } | null>(
    address.segment === undefined || address.at !== undefined ? null : { play: false },
  );

  const choose = useCallback<SpeechPlace["choose"]>((next, { focus = false, play = false } = {}) => {
    setChosen(next);
    pending.current = { play };
    // Without a focus the count goes back, so that no field takes it when a row is only looked at.
    setFocusTurn((turn) => (focus ? Math.abs(turn) + 1 : -Math.abs(turn)));
  }, []);

  // A row that was just chosen is gone to, once it is there: it may be made by this very change.
  useEffect(() => {
    const wished = pending.current;
    if (row === undefined || wished === null) return;
    pending.current = null;
    setSpan((now) => aroundStretch(now, player.whole, { fromMs: row.startMs, toMs: row.endMs }));
    if (wished.play) playRow(player, row);
    else if (!wished.stay || player.state().playing === null) player.seek(row.startMs);
  }, [player, row, chosen]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = player.state().atMs;
    const stop = player.subscribe(() => {
      const { atMs, playing } = player.state();
      if (atMs === last) return;
      last = atMs;
      setSpan((now) => inSight(now, player.whole, atMs));
      clearTimeout(timer);
      if (playing === null) timer = setTimeout(() => setQuery({ at: secondsInAddress(atMs) }), restMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [player]);

  const written = useRef(address.segment);
  const own = row?.own?.id;
  useEffect(() => {
    if (own === undefined || own === written.current) return;
    written.current = own;
    setQuery({ segment: String(own) });
  }, [own]);
  // Another address than the one that was written: a link on this page.
  useEffect(() => {
    if (address.segment === undefined || address.segment === written.current) return;
    written.current = address.segment;
    choose({ segment: address.segment });
    // What plays by now was asked for together with it.
    pending.current = { play: false, stay: true };
  }, [address.segment, choose]);

  return { row, focusTurn, selection, setSelection, span, setSpan, choose };
}

function rowOf(rows: readonly EditRow[], chosen: Chosen | undefined): EditRow | undefined {
  if (chosen === undefined) return undefined;
  return "segment" in chosen ? rowOfSegment(rows, chosen.segment) : rows.find(({ key }) => key === chosen.row);
}
