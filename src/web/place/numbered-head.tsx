/** Head of a numbered row of the camera tab: its number, its name, and taking it away. */
interface NumberedHeadProps {
  readonly number: number;
  readonly name: string;
  readonly nameLabel: string;
  readonly nameExample?: string;
  readonly removeLabel: string;
  readonly onName: (name: string) => void;
  readonly onRemove: () => void;
}

export function NumberedHead({ number, name, nameLabel, nameExample, removeLabel, onName, onRemove }: NumberedHeadProps) {
  return (
    <div className="pair-head">
      <span className="pair-number">{number}</span>
      <input
        className="field pair-name"
        aria-label={nameLabel}
        placeholder={nameExample}
        value={name}
        maxLength={300}
        onChange={(event) => onName(event.target.value)}
      />
      <button type="button" className="button is-small is-bare" aria-label={removeLabel} onClick={onRemove}>
        ×
      </button>
    </div>
  );
}
