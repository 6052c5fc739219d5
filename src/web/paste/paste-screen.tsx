/**
 * Rows of a sheet before they are in the case: every cell as it stands, with what it means below, and what becomes of each row.
 * Nothing is written before Import; an edited export of this case shows what differs instead.
 */
import "./paste.css";
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportAnswer, ImportRequest, SheetChoices, SheetSource } from "../../api/sheet-import.ts";
import { ItemId } from "../../core/item/item.ts";
import { useCase } from "../api-client/case-queries.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { ErrorNotice } from "../parts/error-notice.tsx";
import { announce } from "../parts/live-region.tsx";
import { Link } from "../router/link.tsx";
import { navigate, useAddress } from "../router/router.ts";
import { t } from "../words/t.ts";
import { DiffScreen } from "./diff-screen.tsx";
import { EmptyPaste } from "./empty-paste.tsx";
import { importWords } from "./import-line.tsx";
import { setLastImport } from "./last-import.ts";
import { pasteApi } from "./paste-api.ts";
import { dropPasted, usePending } from "./pending-sheet.ts";
import { RowsScreen } from "./rows-screen.tsx";
import { usePaste } from "./use-paste.ts";

export function PasteScreen() {
  const { query } = useAddress();
  const pending = usePending();
  const readOnly = useCase().data?.readOnly === true;
  usePaste(!readOnly);
  const item = ItemId.safeParse(query.get("item"));
  if (item.success)
    return (
      <Looked
        key={item.data}
        name={item.data}
        source={{ of: "item", item: item.data }}
        clipboard={undefined}
        lost={0}
        readOnly={readOnly}
      />
    );
  if (pending === undefined) return <EmptyPaste readOnly={readOnly} />;
  const { text, hidden, lost, clipboard, turn } = pending;
  return (
    <Looked
      key={turn}
      name={`paste ${turn}`}
      source={{ of: "paste", text, hidden }}
      clipboard={clipboard}
      lost={lost}
      readOnly={readOnly}
    />
  );
}

interface LookedProps {
  /** Tells this paste's answers from another's. */
  readonly name: string;
  readonly source: SheetSource;
  readonly clipboard: string | undefined;
  readonly lost: number;
  readonly readOnly: boolean;
}

function Looked({ name, source, clipboard, lost, readOnly }: LookedProps) {
  const client = useQueryClient();
  const [choices, setChoices] = useState<SheetChoices>({});
  const preview = useQuery({
    queryKey: ["sheet-preview", name, choices],
    queryFn: ({ signal }) => pasteApi.preview({ source, choices }, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  const record = useMutation({
    mutationFn: (more: Pick<ImportRequest, "accepted">) =>
      pasteApi.import({ source, choices, ...(clipboard === undefined ? {} : { clipboard }), ...more }),
    onSuccess: (answer: ImportAnswer) => {
      announce(importWords(answer));
      setLastImport(answer);
      void client.invalidateQueries({ queryKey: queryKeys.items });
      void client.invalidateQueries({ queryKey: ["sheet-imports"] });
      dropPasted();
      navigate("/");
    },
  });
  const busy = record.isPending || preview.isPlaceholderData;
  const error = record.error ?? preview.error;
  const notice = (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      {lost === 0 ? null : <p className="notice is-attention">{t("paste.lost-links", { count: lost })}</p>}
    </>
  );
  if (preview.data === undefined) {
    return (
      <div className="page-message">
        <h1>{t("paste.title")}</h1>
        {error === null ? <p>{t("paste.waiting")}</p> : notice}
        <p>
          <Link to="/paste">{t("paste.empty")}</Link>
        </p>
      </div>
    );
  }
  const common = { busy, readOnly, importing: record.isPending, notice };
  return preview.data.kind === "rows" ? (
    <RowsScreen {...common} preview={preview.data} choices={choices} onChoices={setChoices} onImport={() => record.mutate({})} />
  ) : (
    <DiffScreen {...common} diff={preview.data} onImport={(accepted) => record.mutate({ accepted })} />
  );
}
