/** Every tag the probe found, filterable, with what it means where that is easily misread. */
import { useMemo, useState } from "react";
import type { ItemDetail } from "../../api/items.ts";
import { IsolatedText } from "../parts/isolated-text.tsx";
import { t } from "../words/t.ts";

export function MetadataTab({ detail }: { detail: ItemDetail }) {
  const [filter, setFilter] = useState("");
  const rows = useMemo(() => {
    const words = filter.trim().toLowerCase();
    return detail.metadata.filter((row) => `${row.group} ${row.tag} ${row.value} ${row.meaning ?? ""}`.toLowerCase().includes(words));
  }, [detail.metadata, filter]);
  return (
    <div className="tab-stack">
      {detail.probe ? <Streams probe={detail.probe} /> : null}
      <label className="label">
        <span>{t("bench.meta.filter")}</span>
        <input className="field" type="search" value={filter} onChange={(event) => setFilter(event.target.value)} />
      </label>
      <p className="quiet" role="status">
        {t("bench.meta.count", { shown: rows.length, count: detail.metadata.length })}
      </p>
      <div className="table-scroll" tabIndex={0} role="region" aria-label={t("bench.tab.metadata")}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t("bench.meta.tag")}</th>
              <th scope="col">{t("bench.meta.value")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <th scope="row">
                  <span className="quiet">{row.group}</span> {row.tag}
                </th>
                <td>
                  <IsolatedText text={row.value} />
                  {row.meaning === undefined ? null : <p className="quiet">{row.meaning}</p>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function Streams({ probe }: { probe: NonNullable<ItemDetail["probe"]> }) {
  return (
    <section>
      <h3>{t("bench.meta.streams", { container: probe.container })}</h3>
      <ul className="plain-list">
        {probe.streams.map((stream) => (
          <li key={stream.index} className="mono">
            #{stream.index}{" "}
            {stream.type === "video"
              ? t("bench.meta.video", {
                  codec: stream.codec,
                  width: String(stream.width),
                  height: String(stream.height),
                  shown: `${stream.displayWidth}×${stream.displayHeight}`,
                  rotation: stream.rotationDeg,
                  frames: stream.frameCount,
                  base: `${stream.timeBase.num}/${stream.timeBase.den}`,
                  rate: t(stream.variableRate ? "bench.meta.variable" : "bench.meta.constant"),
                  order: t(stream.hasBFrames ? "bench.meta.b-frames" : "bench.meta.no-b-frames"),
                })
              : stream.type === "audio"
                ? t("bench.meta.audio", { codec: stream.codec, rate: stream.sampleRate, count: stream.channels })
                : `${stream.kind} ${stream.codec}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
