// What the citizen was asked to complete, while the file is with them.
import type { CaseView } from '@layan/contract/staff/case';
import { Text } from '@mantine/core';

export function Returned({ view: { returned } }: { view: CaseView }) {
  if (returned === undefined) return null;
  return (
    <div className="returned">
      <Text size="sm" fw={600}>
        Menunggu pemohon melengkapi
      </Text>
      <ul>
        {returned.labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      {returned.note === undefined ? null : <Text size="sm">Catatan petugas: “{returned.note}”</Text>}
    </div>
  );
}
