/** The box being drawn for the next observation. Drawing ends with a box; the words field is next. */
import { useCallback, useMemo, useState } from "react";
import type { FrameBox } from "../../core/observation/observation.ts";
import type { BenchTab } from "./chosen-tab.ts";

export interface Drawing {
  readonly drawing: boolean;
  readonly draft: FrameBox | null;
  readonly onBox: (box: FrameBox) => void;
  readonly setDraft: (box: FrameBox | null) => void;
  readonly toggleDrawing: () => void;
  readonly observe: () => void;
}

export function useDrawing(observe: () => void, chooseTab: (tab: BenchTab) => void): Drawing {
  const [drawing, setDrawing] = useState(false);
  const [draft, setDraft] = useState<FrameBox | null>(null);
  const onBox = useCallback(
    (box: FrameBox) => {
      setDraft(box);
      setDrawing(false);
      observe();
    },
    [observe],
  );
  const toggleDrawing = useCallback(() => {
    setDrawing((now) => !now);
    chooseTab("observe");
  }, [chooseTab]);
  return useMemo(() => ({ drawing, draft, onBox, setDraft, toggleDrawing, observe }), [drawing, draft, onBox, toggleDrawing, observe]);
}
