// What was begun at this counter and not finished, to go on with or to throw away.
import { staffApi } from '@layan/contract/staff-api';
import { Button, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

export interface UnfinishedRow {
  readonly caseId: string;
  readonly standard: string;
  readonly service: string;
  readonly name: string;
  readonly started: string;
}

export function Unfinished({ rows }: { rows: readonly UnfinishedRow[] }) {
  const api = useApi();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const drop = useMutation({
    mutationFn: (caseId: string) => api.call(staffApi.dropIntake, { params: { caseId } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['intakes'] }),
  });
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="belum-selesai" className="panel unfinished">
      <Title order={2} size="h5" id="belum-selesai">
        Belum selesai
      </Title>
      <ProblemNotice error={drop.error} />
      <ul className="plain-list">
        {rows.map(({ caseId, standard, service, name, started }) => (
          <li key={caseId}>
            <div>
              <Link href={`/loket/${standard}/${caseId}`}>{name}</Link>
              <Text size="xs" c="dark.6">
                {service}, mulai {started}
              </Text>
            </div>
            {asked === caseId ? (
              <span className="unfinished-sure">
                <Text span size="sm">
                  Buang isian ini?
                </Text>
                <Button
                  variant="default"
                  loading={drop.isPending && drop.variables === caseId}
                  onClick={() => drop.mutate(caseId)}
                >
                  Ya, buang
                </Button>
                <Button variant="subtle" onClick={() => setAsked(undefined)}>
                  Tidak
                </Button>
              </span>
            ) : (
              <Button
                variant="subtle"
                color="dark.6"
                aria-label={`Buang isian ${name}`}
                onClick={() => setAsked(caseId)}
              >
                Buang
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
