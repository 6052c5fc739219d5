/** The parts of a screen that has several, as links; the first is the screen's own address. */
import { Link } from "../router/link.tsx";

interface ScreenPartsProps {
  readonly label: string;
  readonly screen: string;
  /** Key of the part in the address, and what it is called. */
  readonly parts: readonly { readonly part: string; readonly says: string }[];
  readonly current: string;
}

export function ScreenParts({ label, screen, parts, current }: ScreenPartsProps) {
  return (
    <nav className="screen-parts" aria-label={label}>
      {parts.map(({ part, says }, at) => (
        <Link key={part} to={at === 0 ? screen : `${screen}?part=${part}`} aria-current={part === current ? "page" : undefined}>
          {says}
        </Link>
      ))}
    </nav>
  );
}
