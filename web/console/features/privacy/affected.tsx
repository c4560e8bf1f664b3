// Whom a breach concerns: cases by their tickets, a letter to each, and to whom it went. Names and numbers stand nowhere.
import type { BreachView } from '@layan/contract/staff/privacy';
import { Button, Checkbox, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';

interface Props {
  readonly breach: BreachView;
  readonly sending: boolean;
  readonly onAffected: (tickets: readonly string[]) => void;
  readonly onLettered: (cases: readonly string[], way: 'sent' | 'handed-over') => void;
}

const ticketsIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((one) => one !== '');

function Letters({ breach }: Pick<Props, 'breach'>) {
  const open = breach.affected.filter(({ told }) => told === undefined);
  if (open.length === 0) return null;
  return (
    <details className="letter-draft">
      <summary>Surat untuk {open.length} berkas yang belum diberi tahu</summary>
      {open.map(({ caseId, ticket }) => (
        <article key={caseId} className="letter-to">
          <p>
            Kepada pemohon berkas <span translate="no">{ticket}</span>
          </p>
          {breach.letters.subjects.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </article>
      ))}
      <Button variant="default" className="no-print" onClick={() => window.print()}>
        Cetak surat
      </Button>
    </details>
  );
}

export function Affected({ breach, sending, onAffected, onLettered }: Props) {
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const told = breach.affected.filter((one) => one.told !== undefined).length;
  const letter = (way: 'sent' | 'handed-over') => {
    onLettered(chosen, way);
    setChosen([]);
  };
  return (
    <div className="affected">
      <Text fw={600} mt="sm">
        Berkas yang terdampak: {breach.affected.length}, sudah diberi tahu: {told}
      </Text>
      {breach.affected.length === 0 ? null : (
        <Checkbox.Group label="Berkas" value={[...chosen]} onChange={setChosen}>
          <Stack gap="xs" mt="xs">
            {breach.affected.map(({ caseId, ticket, told: when }) => (
              <Checkbox
                key={caseId}
                value={caseId}
                disabled={when !== undefined || breach.closed !== undefined}
                label={when === undefined ? ticket : `${ticket}: ${when}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <Letters breach={breach} />
      {breach.closed !== undefined ? null : (
        <Group mt="sm" className="no-print">
          <Button
            variant="default"
            disabled={chosen.length === 0}
            loading={sending}
            onClick={() => letter('sent')}
          >
            Surat sudah dikirim
          </Button>
          <Button
            variant="default"
            disabled={chosen.length === 0}
            loading={sending}
            onClick={() => letter('handed-over')}
          >
            Surat sudah diserahkan
          </Button>
        </Group>
      )}
      {breach.closed !== undefined ? null : (
        <form
          noValidate
          className="privacy-form no-print"
          aria-label="Tambah berkas terdampak"
          onSubmit={(event) => {
            event.preventDefault();
            const tickets = ticketsIn(typed);
            if (tickets.length === 0) return;
            onAffected(tickets);
            setTyped('');
          }}
        >
          <Textarea
            label="Tambah berkas terdampak"
            description="Nomor tiket, satu per baris, paling banyak 200 sekaligus."
            autosize
            minRows={2}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={sending}>
              Tambahkan
            </Button>
          </div>
        </form>
      )}
    </div>
  );
}
