// A number in groups for the eye; one piece for copying and for searching the page.
export function Grouped({ value }: { value: string }) {
  return (
    <strong className="grouped" translate="no" role="status">
      {value.split(' ').map((group, at) => (
        <span key={at}>{group}</span>
      ))}
    </strong>
  );
}
