// What the counter does with a case besides its steps: slips for the pocket, an objection for who came to the counter.
import type { CaseView } from '@layan/contract/staff/case';
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export function CounterTools({ view }: { view: CaseView }) {
  const api = useApi();
  const [, go] = useLocation();
  const { slip, objection } = view.counter;
  const receipt = view.ended?.kind === 'referred' ? 'Cetak lembar petunjuk' : 'Cetak tanda terima';
  const object = useMutation({
    mutationFn: (standard: string) => api.call(staffApi.startIntake, { body: { standard, about: view.id } }),
    onSuccess: ({ caseId }, standard) => go(`/loket/${standard}/${caseId}`),
  });
  return (
    <div className="counter-tools">
      <Link href={`/berkas/${view.id}/slip`} className="with-icon">
        <IconPrinter size={18} stroke={1.6} aria-hidden />
        <span>{slip ? 'Cetak slip antrean survei' : receipt}</span>
      </Link>
      {objection === undefined ? null : (
        <>
          <Button
            variant="default"
            loading={object.isPending}
            onClick={() => object.mutate(objection.standard)}
          >
            Catat keberatan
          </Button>
          <Text size="sm" c="dark.6">
            {objection.late
              ? `Batasnya sudah lewat (${objection.until}). Hanya yang diterima di kertas sebelum itu yang dapat dicatat.`
              : `Paling lambat ${objection.until}.`}
          </Text>
        </>
      )}
      <ProblemNotice error={object.error} arrive />
    </div>
  );
}
