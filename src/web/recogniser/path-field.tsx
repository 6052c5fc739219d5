/** A path on this machine. */
export function PathField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <label className="label">
      <span>{label}</span>
      <input
        className="field"
        value={value}
        maxLength={4096}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </label>
  );
}
