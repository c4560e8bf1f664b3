// How a step is done besides its form: on whose draft, in which capacity, and when it happened outside.
import type { ActionView } from '@layan/contract/staff/case';
import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { Tag } from '../../shared/tag.tsx';
import type { Texts } from './outcome.ts';

const verbs = { correct: 'Koreksi', initial: 'Paraf', sign: 'Tanda tangan' } as const;

export function ReviewTag({ action: { review } }: { action: ActionView }) {
  return review === undefined ? null : <Tag>{verbs[review]}</Tag>;
}

/** The draft is here again: who sent it back, and why. */
export function DraftReturned({ action: { draftReturned } }: { action: ActionView }) {
  if (draftReturned === undefined) return null;
  const { by, when, note } = draftReturned;
  return (
    <div className="returned">
      <Text size="sm" fw={600}>
        Konsep dikembalikan {by}
      </Text>
      <Text size="xs" c="dark.6">
        {when}
      </Text>
      {note === undefined ? null : <Text size="sm">“{note}”</Text>}
    </div>
  );
}

interface Props {
  readonly action: ActionView;
  readonly texts: Texts;
  readonly set: (name: string, value: string) => void;
  readonly problem: string | undefined;
}

export function StepWay({ action: { capacities = [], outside }, texts, set, problem }: Props) {
  const [only] = capacities;
  return (
    <>
      {only === undefined ? null : capacities.length === 1 ? (
        <Text size="sm">
          Sebagai: <strong>{only.label}</strong>
        </Text>
      ) : (
        <div data-at="as">
          <Radio.Group
            label="Sebagai"
            value={texts.as ?? null}
            onChange={(as) => set('as', as)}
            error={problem}
          >
            <Stack gap={0}>
              {capacities.map(({ role, label }) => (
                <Radio key={role} value={role} label={label} />
              ))}
            </Stack>
          </Radio.Group>
        </div>
      )}
      {outside === undefined ? null : (
        <div className="paper-receipt-when" data-at="happened">
          <TextInput
            type="date"
            label={`Tanggal dilakukan ${outside.by}`}
            description="Kosongkan bila baru saja."
            value={texts['happened.date'] ?? ''}
            onChange={(event) => set('happened.date', event.currentTarget.value)}
          />
          <TextInput
            type="time"
            label="Jam"
            value={texts['happened.time'] ?? ''}
            onChange={(event) => set('happened.time', event.currentTarget.value)}
          />
        </div>
      )}
    </>
  );
}
