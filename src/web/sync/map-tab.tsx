/** The cameras on the map. What is not known is not drawn, and said: a clip without a place has none here. */
import { useEffect, useMemo, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { BenchMap } from "../map/bench-map.tsx";
import { Link } from "../router/link.tsx";
import { t } from "../words/t.ts";
import { cameraAt, wallShapes } from "./camera-shapes.ts";
import type { LockedWall } from "./locked-wall.ts";
import { useCameras } from "./use-cameras.ts";

/** Cones turn with what is shown; the map need not be drawn for every frame. */
const turnEveryMs = 250;

interface MapTabProps {
  readonly wall: LockedWall;
  readonly items: readonly ItemId[];
  readonly chosen: ItemId;
  readonly onChoose: (item: ItemId) => void;
}

export function MapTab({ wall, items, chosen, onChoose }: MapTabProps) {
  const cameras = useCameras(items);
  const [frames, setFrames] = useState<ReadonlyMap<ItemId, number | null>>(() => framesOf(wall));
  useEffect(() => {
    const timer = setInterval(() => {
      setFrames((now) => {
        const next = framesOf(wall);
        return [...next].every(([item, frame]) => now.get(item) === frame) ? now : next;
      });
    }, turnEveryMs);
    return () => clearInterval(timer);
  }, [wall]);
  const shapes = useMemo(() => wallShapes(cameras, items, chosen, frames), [cameras, items, chosen, frames]);
  const unplaced = items.filter(
    (item) => !cameras.kept.some((one) => one.item === item) && !cameras.stated.some((one) => one.item === item),
  );
  const headless = items.filter(
    (item) => cameras.stated.some((one) => one.item === item) && !cameras.kept.some((one) => one.item === item),
  );
  const chosenCamera = cameraAt(cameras.kept, chosen, frames.get(chosen) ?? null);
  const several = cameras.kept.filter(({ item }) => item === chosen).length;
  const named = (list: readonly ItemId[]): string => list.map((item) => item.slice(1)).join(", ");
  return (
    <div className="tab-stack wall-map">
      {shapes.length === 0 ? null : (
        <BenchMap
          label={t("sync.map")}
          shapes={shapes}
          onPressShape={(key) => {
            const item = items.find((one) => key.startsWith(`${one} `));
            if (item !== undefined) onChoose(item);
          }}
        />
      )}
      {chosenCamera === undefined ? null : (
        <p className="small">
          {t("sync.map-chosen", { number: chosen.slice(1), inference: chosenCamera.inference })}
          {several > 1 ? ` ${t("sync.map-several", { count: several })}` : ""}
        </p>
      )}
      {headless.length === 0 ? null : <p className="small quiet">{t("sync.map-no-cone", { items: named(headless) })}</p>}
      {unplaced.length === 0 || cameras.isPending ? null : (
        <p className="small quiet">
          {t("sync.map-unplaced", { count: unplaced.length, items: named(unplaced) })}{" "}
          <Link to="/place?part=camera">{t("sync.map-to-place")}</Link>
        </p>
      )}
    </div>
  );
}

function framesOf(wall: LockedWall): ReadonlyMap<ItemId, number | null> {
  return new Map([...wall.look().sights].map(([item, { due }]) => [item, due]));
}
