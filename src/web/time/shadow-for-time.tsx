/** Measuring a shadow on the way from a problem of times, and back to it with what was measured. */
import { ItemId } from "../../core/item/item.ts";
import { navigate, useAddress } from "../router/router.ts";
import { MeasureShadow } from "../sun/measure-shadow.tsx";

/** `/time?new=shadow&item=i3`, and with `&for=n3&event=filming` back to that problem, where its windows become a statement. */
export function ShadowForTime() {
  const { query } = useAddress();
  const [back, event] = [query.get("for"), query.get("event")];
  const item = ItemId.safeParse(query.get("item")).data;
  const address = back === null ? undefined : back === "new" ? "/time?new=1" : `/time/${back}`;
  return (
    <MeasureShadow
      kept={undefined}
      item={item}
      onKept={(id) => {
        if (address === undefined) return navigate(`/time/${id}`, { replace: true });
        const words = new URLSearchParams({ add: id, event: event ?? "" });
        return navigate(`${address}${address.includes("?") ? "&" : "?"}${words}`, { replace: true });
      }}
      onClose={() => navigate(address ?? "/time", { replace: true })}
    />
  );
}

export function measureAddress(back: string, event: string): string {
  return `/time?${new URLSearchParams({ new: "shadow", for: back, event })}`;
}
