// One decision for every line that has none yet. It says first how many that are.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { LineDecision } from './line-rules.ts';

interface Props {
  readonly decisions: readonly LineDecision[];
  readonly open: number;
  readonly onAll: (decision: LineDecision) => void;
}

export function Bulk({ decisions, open, onAll }: Props) {
  const [asking, setAsking] = useState<LineDecision>();
  // A reason is somebody's own: what needs one is decided line by line.
  const whole = decisions.filter(({ note }) => note !== 'required');
  if (open === 0 || whole.length === 0) return null;
  if (asking !== undefined)
    return (
      <div className="line-asking">
        <Text fw={600}>
          Tandai {open} baris sebagai “{asking.label}”?
        </Text>
        {asking.drops ? (
          <Text size="sm">Baris-baris itu keluar dari berkas bersama, dan tidak dapat dimasukkan lagi.</Text>
        ) : (
          <Text size="sm">Setiap baris masih dapat diubah sampai langkahnya selesai.</Text>
        )}
        <Group mt="xs">
          <Button
            autoFocus
            onClick={() => {
              onAll(asking);
              setAsking(undefined);
            }}
          >
            Tandai {open} baris
          </Button>
          <Button variant="default" onClick={() => setAsking(undefined)}>
            Batal
          </Button>
        </Group>
      </div>
    );
  return (
    <Group gap="xs">
      {whole.map((decision) => (
        <Button key={decision.id} variant="default" onClick={() => setAsking(decision)}>
          Tandai semua yang belum diputuskan: {decision.label}
        </Button>
      ))}
    </Group>
  );
}
