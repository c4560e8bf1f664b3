// What the citizen was asked to complete, while the file is with them.
import type { CaseView } from '@layan/contract/staff/case';
import { Alert, Text } from '@mantine/core';

export function Returned({ view: { returned } }: { view: CaseView }) {
  if (returned === undefined) return null;
  return (
    <Alert color="gray" variant="light" title="Menunggu pemohon melengkapi" mt="xs">
      <ul className="plain-list">
        {returned.labels.map((label) => (
          <li key={label}>{label}</li>
        ))}
      </ul>
      {returned.note === undefined ? null : (
        <Text size="sm" mt={4}>
          Catatan petugas: “{returned.note}”
        </Text>
      )}
    </Alert>
  );
}
