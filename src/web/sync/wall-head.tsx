/** What the common clock says: seconds of the reference, and the day and hour as an interval where anything states one. */
import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import type { ItemId } from "../../core/item/item.ts";
import { formatClock, parseGoTo } from "../bench/frame-clock.ts";
import { SHOWN_ZONES } from "../bench/zone-table.ts";
import { ToneMark } from "../parts/tone-mark.tsx";
import { Link } from "../router/link.tsx";
import { setQuery, useAddress } from "../router/router.ts";
import { lengthWords, momentWords } from "../time/clock-words.ts";
import { t } from "../words/t.ts";
import { type KnownMoment, type KnownTime, momentAt, wallTime, widthOf } from "./absolute-time.ts";
import { GroupMark } from "./group-mark.tsx";
import type { LockedWall } from "./locked-wall.ts";
import type { CasePlan, WallPlan } from "./wall-plan.ts";

interface WallHeadProps {
  readonly wall: LockedWall;
  readonly plan: WallPlan;
  readonly casePlan: CasePlan | undefined;
  readonly items: readonly ItemId[];
  readonly goTo: RefObject<HTMLInputElement | null>;
}

export function WallHead({ wall, plan, casePlan, items, goTo }: WallHeadProps) {
  const clock = useRef<HTMLElement>(null);
  useEffect(
    () =>
      wall.onLook(({ clockSec }) => {
        if (clock.current === null) return;
        clock.current.textContent = formatClock(clockSec);
        clock.current.dataset["sec"] = clockSec.toFixed(6);
      }),
    [wall],
  );
  const time = useMemo(() => wallTime(plan, casePlan), [plan, casePlan]);
  const number = plan.reference.slice(1);
  return (
    <header className="wall-head">
      <h1>{t("sync.wall-title", { items: items.map((item) => item.slice(1)).join(", ") })}</h1>
      {plan.group === null ? (
        <span className="chip tone-narrower">
          <ToneMark tone="narrower" /> {t("sync.no-plan")}
        </span>
      ) : (
        <GroupMark group={plan.group} />
      )}
      <span className="wall-clock" title={t("sync.clock-means", { number })}>
        <b ref={clock} className="mono" data-testid="wall-clock" /> <span className="quiet small">{t("sync.clock-of", { number })}</span>
      </span>
      {time.state === "known" ? (
        <KnownClock wall={wall} time={time.time} />
      ) : (
        <span className={time.state === "conflict" ? "small tone-conflict" : "small quiet"}>
          {t(time.state === "conflict" ? "sync.time-conflict" : "sync.time-unknown")}
        </span>
      )}
      <GoTo wall={wall} field={goTo} />
      <Link className="wall-back" to="/sync">
        {t("sync.to-groups")}
      </Link>
    </header>
  );
}

/** Four times a second is enough for a day and an hour. */
const tellEveryMs = 250;

function KnownClock({ wall, time }: { wall: LockedWall; time: KnownTime }) {
  const { query } = useAddress();
  const zone = SHOWN_ZONES.find((name) => name === query.get("zone")) ?? "UTC";
  const [sec, setSec] = useState(wall.clockSec);
  useEffect(() => {
    const timer = setInterval(() => setSec(wall.clockSec), tellEveryMs);
    return () => clearInterval(timer);
  }, [wall]);
  const moment = momentAt(time, sec);
  const width = widthOf(moment);
  return (
    <span className="wall-absolute small">
      <span className="mono">{intervalWords(moment, "UTC")}</span>
      {zone === "UTC" ? null : <span className="mono"> {intervalWords(moment, zone)}</span>}
      <select
        className="field is-small"
        aria-label={t("sync.zone")}
        value={zone}
        onChange={(event) => setQuery({ zone: event.target.value === "UTC" ? undefined : event.target.value })}
      >
        {[...new Set(["UTC", ...SHOWN_ZONES])].map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <span className="quiet">
        {Number.isFinite(width) ? t("sync.time-width", { width: lengthWords(width) }) : t("sync.time-open")}{" "}
        {t("sync.time-by", { number: time.reference.slice(1), basis: time.bases.join("; ") })}
      </span>
    </span>
  );
}

function intervalWords({ from, to }: KnownMoment, zone: string): string {
  if (from !== null && to !== null) return t("sync.time-between", { from: momentWords(from, zone), to: momentWords(to, zone), zone });
  if (from !== null) return t("sync.time-after", { from: momentWords(from, zone), zone });
  return t("sync.time-before", { to: momentWords(to ?? 0, zone), zone });
}

/** Seconds of the common clock, as the address writes them or with minutes. */
function GoTo({ wall, field }: { wall: LockedWall; field: RefObject<HTMLInputElement | null> }) {
  const [words, setWords] = useState("");
  const [refused, setRefused] = useState(false);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    const sec = secondsOf(words);
    setRefused(sec === undefined);
    if (sec === undefined) return;
    wall.seek(sec);
    setWords("");
    field.current?.blur();
  };
  return (
    <form className="go-to wall-go-to" onSubmit={go}>
      <input
        ref={field}
        className="field"
        value={words}
        placeholder={t("sync.go-to")}
        aria-label={t("sync.go-to")}
        aria-invalid={refused}
        onChange={(event) => {
          setRefused(false);
          setWords(event.target.value);
        }}
      />
      {refused ? (
        <span className="go-to-refused" role="alert">
          {t("sync.go-to-refused")}
        </span>
      ) : null}
    </form>
  );
}

function secondsOf(words: string): number | undefined {
  const plain = words.trim().replace("−", "-");
  if (/^-?\d{1,9}([.,]\d{1,6})?$/.test(plain)) return Number(plain.replace(",", "."));
  const read = parseGoTo(plain);
  return read?.by === "clock" ? read.sec : undefined;
}
