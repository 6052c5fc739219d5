/** Tabs after the ARIA pattern: one stop for Tab, arrows between tabs. The chosen one is in the address. */
import { type ReactNode, useId, useRef } from "react";

export interface TabEntry<Name extends string> {
  readonly name: Name;
  readonly label: string;
  readonly count?: number | undefined;
  readonly panel: () => ReactNode;
}

interface TabsProps<Name extends string> {
  readonly label: string;
  readonly tabs: readonly TabEntry<Name>[];
  readonly chosen: Name;
  readonly onChoose: (name: Name) => void;
}

export function Tabs<Name extends string>({ label, tabs, chosen, onChoose }: TabsProps<Name>) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const shown = tabs.find((tab) => tab.name === chosen) ?? tabs[0];
  if (!shown) return null;
  const move = (by: number): void => {
    const at = (tabs.indexOf(shown) + by + tabs.length) % tabs.length;
    const next = tabs[at];
    if (!next) return;
    onChoose(next.name);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <div className="tabs">
      <div
        ref={list}
        className="tab-list"
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => {
          if (event.key === "ArrowRight") move(1);
          else if (event.key === "ArrowLeft") move(-1);
          else if (event.key === "Home") move(-tabs.indexOf(shown));
          else if (event.key === "End") move(tabs.length - 1 - tabs.indexOf(shown));
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        {tabs.map((tab) => (
          <button
            key={tab.name}
            type="button"
            role="tab"
            id={`${id}-${tab.name}`}
            aria-selected={tab === shown}
            aria-controls={`${id}-panel`}
            tabIndex={tab === shown ? 0 : -1}
            onClick={() => onChoose(tab.name)}
          >
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : <span className="tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${shown.name}`} tabIndex={0}>
        <h2 className="visually-hidden">{shown.label}</h2>
        {shown.panel()}
      </div>
    </div>
  );
}
