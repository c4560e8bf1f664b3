// What happened, newest first.
import type { CaseView } from '@layan/contract/staff/case';
import { Text, Title } from '@mantine/core';

export function Timeline({ view }: { view: CaseView }) {
  return (
    <section aria-labelledby="riwayat" className="panel timeline">
      <Title order={2} size="h5" id="riwayat">
        Riwayat
      </Title>
      {view.waited.length === 0 ? null : (
        <Text size="sm" mb="xs">
          Waktu menunggu: {view.waited.map(({ who, time }) => `${who} ${time}`).join(', ')}.
        </Text>
      )}
      <ol reversed>
        {[...view.timeline].reverse().map(({ seq, at, when, who, what, note }) => (
          <li key={`${seq}.${what}`}>
            <Text size="sm" fw={500}>
              {what}
            </Text>
            <Text size="xs" c="dark.6">
              <time dateTime={at}>{when}</time> · {who}
            </Text>
            {note === undefined ? null : <Text size="sm">“{note}”</Text>}
          </li>
        ))}
      </ol>
    </section>
  );
}
