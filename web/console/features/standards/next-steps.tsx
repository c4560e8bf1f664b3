// What may be done next with a version: one button per step, its form below it, and what stands in the way.
import { Button, Group, Text, Title } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ApproveStep } from './approve-step.tsx';
import { ConsultStep, MinutesStep } from './consult-steps.tsx';
import { ReturnStep, WithdrawStep } from './leave-steps.tsx';
import { blockerWords, type LifeStep, stepNames } from './life-words.ts';
import { PublishStep, ScheduleStep } from './publish-steps.tsx';
import type { StepProps } from './step-form.tsx';

const forms = {
  consult: ConsultStep,
  recordMinutes: MinutesStep,
  approve: ApproveStep,
  schedule: ScheduleStep,
  publish: PublishStep,
  returnToDraft: ReturnStep,
  withdraw: WithdrawStep,
} as const satisfies Record<LifeStep, (props: StepProps) => ReactNode>;

export function NextSteps({ view, onDone }: StepProps) {
  const [chosen, setChosen] = useState<LifeStep>();
  if (view.next.length === 0) return null;
  const open = view.next.find(({ step, blockers }) => step === chosen && blockers.length === 0);
  const Form = open && forms[open.step];
  const blocked = view.next.filter(({ blockers }) => blockers.length > 0);
  return (
    <section className="panel" aria-labelledby="langkah-berikut">
      <Title order={2} size="h5" id="langkah-berikut">
        Langkah berikutnya
      </Title>
      <Group gap="xs" mt="xs">
        {view.next
          .filter(({ blockers }) => blockers.length === 0)
          .map(({ step }) => (
            <Button
              key={step}
              variant={step === chosen ? 'light' : 'default'}
              aria-expanded={step === chosen}
              onClick={() => setChosen(step === chosen ? undefined : step)}
            >
              {stepNames[step]}
            </Button>
          ))}
      </Group>
      {Form === undefined ? null : (
        <Form
          view={view}
          onDone={(after, what) => {
            setChosen(undefined);
            onDone(after, what);
          }}
        />
      )}
      {blocked.length === 0 ? null : (
        <ul className="blocked">
          {blocked.map(({ step, blockers }) => (
            <li key={step}>
              <Text size="sm">
                <strong>{stepNames[step]}</strong> belum dapat dilakukan.{' '}
                {blockers.map(blockerWords).join(' ')}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
