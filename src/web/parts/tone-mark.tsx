/** The meaning colours, each with its own shape, so that no meaning rests on colour alone. */
export type Tone = "agree" | "partly" | "narrower" | "conflict" | "unknown";

const shapes: Readonly<Record<Tone, string>> = {
  agree: "M3 8.5l3.2 3L13 4.5",
  /** A circle that is filled to its half: good as far as it goes. */
  partly: "M8 2.2a5.8 5.8 0 1 0 .01 0 M8 2.2v11.6 M10.3 3.4v9.2 M12.4 5.6v4.8",
  narrower: "M8 2.5l6 11H2z M8 6.5v3.5 M8 11.6v.3",
  conflict: "M4 4l8 8 M12 4l-8 8",
  unknown: "M8 2.2a5.8 5.8 0 1 0 .01 0 M6.4 6.4a1.7 1.7 0 1 1 2.2 1.6q-.6.3-.6 1 M8 11v.2",
};

export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg className={`icon tone-${tone}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={shapes[tone]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
