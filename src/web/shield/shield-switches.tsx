/** Grey, mute and blur: always in the same place, each saying in words whether it is on. */
import { announce } from "../parts/live-region.tsx";
import { t } from "../words/t.ts";
import { useShield } from "./shield.tsx";

/** What the three keys and the three buttons do. */
export function useShieldSwitches(): { readonly grey: () => void; readonly mute: () => void; readonly blur: () => void } {
  const shield = useShield();
  return {
    grey: () => {
      shield.setGrey(!shield.grey);
      announce(t(shield.grey ? "shield.grey-off" : "shield.grey-on"));
    },
    mute: () => {
      shield.setMute(!shield.mute);
      announce(t(shield.mute ? "shield.mute-off" : "shield.mute-on"));
    },
    blur: () => {
      const { subjects } = shield;
      if (subjects.length === 0) {
        announce(t("shield.nothing-here"));
        return;
      }
      const number = subjects.map((item) => item.slice(1)).join(t("shield.and"));
      announce(t(subjects.every(shield.isRevealed) ? "shield.blur-on" : "shield.blur-off", { number }));
      shield.toggleReveal(...subjects);
    },
  };
}

export function ShieldSwitches() {
  const shield = useShield();
  const switches = useShieldSwitches();
  const nothingHere = shield.subjects.length === 0;
  const blur = !shield.subjects.some(shield.isRevealed);
  return (
    <div className="shield-switches" role="group" aria-label={t("shield.group")}>
      <Switch on={shield.grey} word={t("shield.grey")} hint={t("keys.grey")} onPress={switches.grey} />
      <Switch on={shield.mute} word={t("shield.mute")} hint={t("keys.mute")} onPress={switches.mute} />
      <Switch
        on={blur}
        word={t("shield.blur")}
        hint={nothingHere ? t("shield.nothing-here") : t("keys.blur")}
        onPress={switches.blur}
        disabled={nothingHere}
      />
    </div>
  );
}

function Switch(props: { on: boolean; word: string; hint: string; onPress: () => void; disabled?: boolean }) {
  return (
    <button
      type="button"
      className="button is-switch"
      aria-pressed={props.on}
      title={props.hint}
      aria-disabled={props.disabled ?? false}
      onClick={props.onPress}
    >
      {props.word}
      <span className="switch-state" aria-hidden="true">
        {props.on ? t("shield.on") : t("shield.off")}
      </span>
    </button>
  );
}
