// Forms filled in before that this step needs: opened with one press, which is logged, and closed again after a while.
import type { ActionView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text } from '@mantine/core';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useApi } from '../../shared/api.ts';
import { useArrival } from '../../shared/arrival.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Scores } from './scores.tsx';

/** Long enough to decide by; an empty chair shows nothing. */
const SHOWN_FOR = 20 * 60_000;

interface Props {
  readonly caseId: string;
  readonly step: string;
  readonly shown: ActionView['shows'][number];
}

export function ShownForm({ caseId, step, shown: { form, title } }: Props) {
  const api = useApi();
  const read = useMutation({
    mutationFn: () => api.call(staffApi.readForm, { params: { caseId, form } }),
    gcTime: 0,
  });
  const { reset, isSuccess, data } = read;
  const arrival = useArrival<HTMLElement>(data);
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setTimeout(reset, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [isSuccess, reset]);
  const icon = { size: 18, stroke: 1.6, 'aria-hidden': true } as const;
  return (
    <div className="shown-form">
      <Button
        variant="default"
        leftSection={isSuccess ? <IconEyeOff {...icon} /> : <IconEye {...icon} />}
        loading={read.isPending}
        onClick={() => (isSuccess ? reset() : read.mutate())}
      >
        {isSuccess ? 'Tutup' : 'Buka'} isian: {title}
      </Button>
      {isSuccess ? null : (
        <Text size="xs" c="dark.6">
          Terbuka lengkap untuk langkah “{step}”. Pembukaannya dicatat bersama nama Anda.
        </Text>
      )}
      <ProblemNotice error={read.error} arrive />
      {data === undefined ? null : (
        <section className="shown-answers" tabIndex={-1} ref={arrival} aria-label={`Isian: ${title}`}>
          <Scores scores={data.scores} />
          {data.pages.length === 0 ? <Text size="sm">Belum ada jawaban pada formulir ini.</Text> : null}
          {data.pages.map((page) => (
            <div key={page.title} className="fact-group">
              <h3>{page.title}</h3>
              <dl>
                {page.answers.map(({ fact, label, value }) => (
                  <div key={fact}>
                    <dt>{label}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </section>
      )}
    </div>
  );
}
