// The outcomes of a step; those that are not possible in this case, with the reason, on request.
import { Radio, Stack, Text } from '@mantine/core';
import { Disclosure } from '../../shared/disclosure.tsx';
import type { Outcome } from './outcome.ts';

interface Props {
  readonly choices: readonly Outcome[];
  readonly chosen: string | undefined;
  readonly problem: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function OutcomeChoice({ choices, chosen, problem, onChoose }: Props) {
  const possible = choices.filter(({ allowed }) => allowed);
  const closed = choices.filter(({ allowed }) => !allowed);
  return (
    <div data-at="outcome">
      <Radio.Group label="Hasil" value={chosen ?? null} onChange={onChoose} error={problem}>
        <Stack gap={0}>
          {possible.map(({ id, label }) => (
            <Radio key={id} value={id} label={label} />
          ))}
        </Stack>
      </Radio.Group>
      {closed.length === 0 ? null : (
        <Disclosure summary="Mengapa hasil lain tidak bisa">
          <ul className="plain-list others">
            {closed.map(({ id, label, reason }) => (
              <li key={id}>
                <Text size="sm">
                  <strong>{label}</strong>: {reason ?? 'tidak berlaku untuk berkas ini.'}
                </Text>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
