/** A field whose words are asked for once typing pauses, and which follows the address when that changes by other ways: Back, the palette, "clear filters". */
import { type RefObject, useEffect, useState } from "react";

/** How long typing pauses before the list is asked anew. */
const typingMs = 120;

interface TypedFieldProps {
  readonly className: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly longest: number;
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly onTyped: (typed: string) => void;
}

export function TypedField({ className, label, hint, value, longest, field, onTyped }: TypedFieldProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === known) return undefined;
    const timer = setTimeout(() => {
      setKnown(typed);
      onTyped(typed);
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, known, onTyped]);
  return (
    <input
      {...(field === undefined ? {} : { ref: field })}
      type="search"
      className={className}
      aria-label={label}
      placeholder={hint ?? label}
      value={typed}
      maxLength={longest}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
      }}
    />
  );
}
