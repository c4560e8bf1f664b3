// What the checker found, worst first.
import type { StandardVersionView } from '@layan/contract/staff/standards';
import { Text, Title } from '@mantine/core';
import { Tag } from '../../shared/tag.tsx';

const severities = {
  error: { order: 0, label: 'Menghalangi', tone: 'bad' },
  warning: { order: 1, label: 'Perlu dilihat', tone: 'warn' },
  note: { order: 2, label: 'Catatan', tone: 'plain' },
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
            <Tag tone={severities[severity].tone}>{severities[severity].label}</Tag>
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
