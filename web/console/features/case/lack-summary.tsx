// Everything that still keeps a form from being sent, each leading to its place.
import { Text } from '@mantine/core';
import { IconAlertCircle } from '@tabler/icons-react';
import type { Lack } from './lack.ts';

interface Props {
  readonly lacks: readonly Lack[];
  readonly onGo: (at: string) => void;
}

export function LackSummary({ lacks, onGo }: Props) {
  if (lacks.length < 2) return null;
  return (
    <div className="problem lack-summary" role="alert">
      <IconAlertCircle size={20} stroke={1.6} aria-hidden />
      <div>
        <Text size="sm" fw={600}>
          {lacks.length} bagian perlu dilengkapi. Isian lain tetap tersimpan.
        </Text>
        <ul>
          {lacks.map(({ at, label, sentence }) => (
            <li key={at}>
              <button type="button" className="link-like" onClick={() => onGo(at)}>
                {label}
              </button>
              : {sentence}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
