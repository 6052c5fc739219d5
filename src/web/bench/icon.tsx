/** Signs on the bench's buttons; the words are in each button's name and tip. */
const shapes = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 3h3v10H4z M9 3h3v10H9z",
  "step-back": "M10.5 3.5 5.5 8l5 4.5z",
  "step-on": "M5.5 3.5 10.5 8l-5 4.5z",
  "second-back": "M8 3.5 3 8l5 4.5z M13 3.5 8 8l5 4.5z",
  "second-on": "M3 3.5 8 8l-5 4.5z M8 3.5 13 8l-5 4.5z",
  backward: "M12 2.5v11L3 8z",
  loop: "M3.5 8a4.5 4.5 0 0 1 8-2.8 M11.8 2.6v2.8H9 M12.5 8a4.5 4.5 0 0 1-8 2.8 M4.2 13.4v-2.8H7",
  in: "M10 2.5H6v11h4",
  out: "M6 2.5h4v11H6",
  clear: "M4 4l8 8 M12 4l-8 8",
  marker: "M8 14 4.5 9.5v-7h7v7z",
  sound: "M2.5 6v4H5l3.5 3V3L5 6z M11 5.5a3.5 3.5 0 0 1 0 5",
  mute: "M2.5 6v4H5l3.5 3V3L5 6z M11 6l3 4 M14 6l-3 4",
  full: "M3 6V3h3 M10 3h3v3 M13 10v3h-3 M6 13H3v-3",
  "flip-x": "M8 2v12 M6 4.5 2 11.5h4z M10 4.5l4 7h-4z",
  "flip-y": "M2 8h12 M4.5 6 11.5 2v4z M4.5 10l7 4v-4z",
  turn: "M3 8a5 5 0 1 0 1.8-3.8 M3.2 2.2l1.4 2.2 2.4-1",
  light:
    "M8 5.2a2.8 2.8 0 1 0 .01 0 M8 1.2v1.6 M8 13.2v1.6 M1.2 8h1.6 M13.2 8h1.6 M3.2 3.2l1.1 1.1 M11.7 11.7l1.1 1.1 M3.2 12.8l1.1-1.1 M11.7 4.3l1.1-1.1",
  "zoom-in": "M7 2.5a4.5 4.5 0 1 0 .01 0 M10.3 10.3l3.2 3.2 M7 5v4 M5 7h4",
  "zoom-out": "M7 2.5a4.5 4.5 0 1 0 .01 0 M10.3 10.3l3.2 3.2 M5 7h4",
} as const;

const filled: ReadonlySet<keyof typeof shapes> = new Set(["play", "pause", "step-back", "step-on", "second-back", "second-on", "backward"]);

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  const isFilled = filled.has(name);
  return (
    <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill={isFilled ? "currentColor" : "none"}
        stroke={isFilled ? "none" : "currentColor"}
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** Accessible name; the key stands after it in the tip. */
  readonly name: string;
  readonly keys?: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** For a button that opens something. */
  readonly expanded?: boolean;
  readonly onPress: () => void;
}

export function IconButton({ icon, name, keys, pressed, disabled, expanded, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      className="button is-icon"
      aria-label={name}
      title={keys ? `${name} (${keys})` : name}
      aria-pressed={pressed}
      aria-expanded={expanded}
      // A click with the pointer leaves the focus where it was, so that Space and the arrows stay the player's.
      onMouseDown={(event) => event.preventDefault()}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}
