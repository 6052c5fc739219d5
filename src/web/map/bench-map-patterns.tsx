/** A pattern for each tone, so that areas can be told apart without colour: lines one way, lines both ways, dots, and none. */
export function BenchMapPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern id={`${id}-agree`} className="is-agree" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path d="M0 0V12" />
      </pattern>
      <pattern
        id={`${id}-narrower`}
        className="is-narrower"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(-45)"
      >
        <path d="M0 0V9" strokeDasharray="5 4" />
      </pattern>
      <pattern
        id={`${id}-conflict`}
        className="is-conflict"
        width="9"
        height="9"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V9M0 0H9" />
      </pattern>
      <pattern id={`${id}-unknown`} className="is-unknown" width="8" height="8" patternUnits="userSpaceOnUse">
        <circle cx="2" cy="2" r="1.2" />
      </pattern>
    </defs>
  );
}
