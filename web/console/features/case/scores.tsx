// Advice reckoned from the answers: how many criteria hold, which, and what that suggests. The decision is somebody's own.
import type { ScoreView } from '@layan/contract/staff/step';
import { Text } from '@mantine/core';
import { IconCheck, IconHelpCircle, IconMinus } from '@tabler/icons-react';
import { Disclosure } from '../../shared/disclosure.tsx';

type State = ScoreView['criteria'][number]['state'];

const icon = { size: 16, stroke: 1.8, 'aria-hidden': true } as const;

const signs = {
  met: { sign: <IconCheck {...icon} />, word: 'terpenuhi' },
  unmet: { sign: <IconMinus {...icon} />, word: 'tidak terpenuhi' },
  unknown: { sign: <IconHelpCircle {...icon} />, word: 'belum diketahui' },
} as const;

const order: readonly State[] = ['met', 'unknown', 'unmet'];

export function Scores({ scores }: { scores: readonly ScoreView[] }) {
  if (scores.length === 0) return null;
  return (
    <section className="scores" aria-label="Saran dari isian">
      {scores.map(({ id, label, text, criteria }) => (
        <div key={id} className="score">
          <Text size="sm" fw={600}>
            {label}
          </Text>
          <Text size="sm" role="status">
            {text}
          </Text>
          <Disclosure summary={`Lihat ${criteria.length} kriteria`}>
            <ul className="plain-list criteria">
              {order
                .flatMap((state) => criteria.filter((criterion) => criterion.state === state))
                .map(({ id: criterion, label: what, state, decisive }) => (
                  <li key={criterion} data-state={state}>
                    {signs[state].sign}
                    <span>
                      {what}
                      {decisive ? ' (menentukan sendiri)' : ''}: <strong>{signs[state].word}</strong>
                    </span>
                  </li>
                ))}
            </ul>
          </Disclosure>
        </div>
      ))}
      <Text size="xs" c="dark.6">
        Ini saran dari hitungan isian. Keputusan tetap pada petugas.
      </Text>
    </section>
  );
}
