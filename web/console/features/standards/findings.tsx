// What the checker found, worst first.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { Badge, Text, Title } from '@mantine/core';

const severities = {
  error: { order: 0, label: 'Menghalangi', colour: 'red.9' },
  warning: { order: 1, label: 'Perlu dilihat', colour: 'orange.9' },
  note: { order: 2, label: 'Catatan', colour: 'dark.6' },
} as const;

export function Findings({ view }: { view: StandardVersionView }) {
  const sorted = [...view.findings].sort(
    (a, b) => severities[a.severity].order - severities[b.severity].order,
  );
  return (
    <section className="panel" aria-labelledby="temuan">
      <Title order={2} size="h5" id="temuan">
        Hasil pemeriksaan
      </Title>
      {sorted.length === 0 ? <Text size="sm">Tidak ada temuan.</Text> : null}
      <ul className="findings">
        {sorted.map(({ code, severity, place, message, advice }) => (
          <li key={`${code}.${place}.${message}`}>
            <Badge color={severities[severity].colour} variant="light" tt="none" fw={600}>
              {severities[severity].label}
            </Badge>
            <Text fw={500} mt={4}>
              {message}
            </Text>
            <Text size="sm">{advice}</Text>
            <Text size="xs" c="dark.6">
              <code>
                {code} · {place}
              </code>
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
