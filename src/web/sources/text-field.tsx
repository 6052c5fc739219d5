/** A line of text with its label. */

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly longest: number;
  readonly required?: boolean;
  readonly focused?: boolean;
  readonly onChange: (value: string) => void;
}

export function TextField({ label, value, longest, required = false, focused = false, onChange }: TextFieldProps) {
  return (
    <label className="label">
      <span>{label}</span>
      <input
        dir="auto"
        className="field"
        required={required}
        maxLength={longest}
        value={value}
        {...(focused ? { "data-autofocus": true } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
