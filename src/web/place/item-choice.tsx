/** Which picture or clip of the case stands in the left pane. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ItemId } from "../../core/item/item.ts";
import { api } from "../api-client/api.ts";
import { queryKeys } from "../api-client/query-keys.ts";
import { t } from "../words/t.ts";

interface ItemChoiceProps {
  readonly item: ItemId | undefined;
  readonly onChoose: (item: ItemId | undefined) => void;
}

/** More are chosen by their number. */
const listed = 200;

export function ItemChoice({ item, onChoose }: ItemChoiceProps) {
  const [typed, setTyped] = useState("");
  const { data } = useQuery({
    queryKey: [...queryKeys.items, "frames-of-place"],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(["picture", "video"].map((kind) => api.items({ kind, limit: listed }, signal)));
      return pages.flatMap(({ items }) => items).sort((a, b) => a.number - b.number);
    },
  });
  const read = ItemId.safeParse(typed.trim());
  return (
    <form
      className="item-choice"
      onSubmit={(event) => {
        event.preventDefault();
        if (!read.success) return;
        onChoose(read.data);
        setTyped("");
      }}
    >
      <label className="chip">
        <span>{t("place-bench.item")}</span>
        <select className="field" value={item ?? ""} onChange={(event) => onChoose(ItemId.safeParse(event.target.value).data)}>
          <option value="">{t("place-bench.item-none")}</option>
          {item === undefined || data?.some(({ id }) => id === item) === true ? null : <option value={item}>{item}</option>}
          {(data ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {`${id} ${name}`}
            </option>
          ))}
        </select>
      </label>
      {data === undefined || data.length < listed ? null : (
        <input
          className="field"
          aria-label={t("place-bench.item-typed")}
          placeholder="i12"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      )}
    </form>
  );
}
