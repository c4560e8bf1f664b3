// A file that was read: what its columns mean, what would become of its rows, and taking them over.
import { type listImports, startImport } from '@layan/contract/staff/register';
import type { ColumnMapping } from '@layan/domain/register/register-fields';
import { missingColumns, suggestMapping } from '@layan/domain/register/suggest-mapping';
import { Button, Group, NativeSelect, Progress, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type * as z from 'zod/mini';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import type { OpenedFile } from '../../shared/sheet/open-file.ts';
import { ColumnChoice } from './column-choice.tsx';
import { countWords } from './count-words.ts';
import { foresee, mappedRows } from './mapped-rows.ts';
import { Preview } from './preview.tsx';
import { useImportRun } from './use-import-run.ts';

type Known = z.output<(typeof listImports)['response']>;

export function ImportFile({ file, known }: { file: OpenedFile; known: Known }) {
  const api = useApi();
  const queries = useQueryClient();
  const [standard, setStandard] = useState(known.services[0]?.standard ?? '');
  const products = known.services.find((one) => one.standard === standard)?.products ?? [];
  const last = known.imports.find((record) => record.standard === standard)?.mapping;
  const [mapping, setMapping] = useState<ColumnMapping>(() => suggestMapping(file.sheet.headings, last));
  const rows = useMemo(() => mappedRows(file.sheet, mapping), [file, mapping]);
  const lacking = missingColumns(mapping);
  const foreseen = useMemo(
    () =>
      lacking.length > 0
        ? undefined
        : foresee(rows, { products, product: mapping.product, today: known.today }),
    [rows, lacking.length, products, mapping.product, known.today],
  );
  const run = useImportRun(rows);
  const start = useMutation({
    mutationFn: () =>
      api.call(startImport, {
        body: {
          ...{ standard, mapping, fingerprint: file.fingerprint, rows: rows.length },
          fileName: file.name.slice(0, 200),
        },
      }),
    onSuccess: async (record) => {
      await run.run(record);
      void queries.invalidateQueries({ queryKey: ['imports'] });
      void queries.invalidateQueries({ queryKey: ['register'] });
    },
  });
  const { record } = run;
  const isDone = record !== undefined && record.done >= record.rows;
  const isRunning = run.state === 'running';
  return (
    <section className="panel" aria-labelledby="kolom">
      <Title order={2} size="h5" id="kolom">
        Arti kolom
      </Title>
      {known.services.length > 1 ? (
        <NativeSelect
          label="Layanan"
          value={standard}
          disabled={record !== undefined}
          data={known.services.map((one) => ({ value: one.standard, label: one.service }))}
          onChange={(event) => {
            setStandard(event.currentTarget.value);
            setMapping(suggestMapping(file.sheet.headings));
          }}
        />
      ) : null}
      <ColumnChoice
        headings={file.sheet.headings}
        products={products}
        mapping={mapping}
        locked={record !== undefined}
        onChange={setMapping}
      />
      {foreseen === undefined ? null : <Preview foreseen={foreseen} products={products} />}
      <ProblemNotice error={start.error ?? run.error} arrive />
      {record === undefined ? null : (
        <div>
          <Progress mt="md" value={(100 * record.done) / record.rows} aria-label="Baris yang sudah diambil" />
          <Text mt="xs" role="status">
            {isDone ? 'Selesai: ' : isRunning ? '' : 'Berhenti: '}
            {countWords(record)}
          </Text>
        </div>
      )}
      <Group mt="md">
        {isDone ? (
          record.counts.problems > 0 ? (
            <Button component={Link} href={`/kartu/impor/${record.id}`}>
              Lihat {record.counts.problems} baris yang perlu dilihat
            </Button>
          ) : (
            <Button component={Link} href="/kartu">
              Lihat register
            </Button>
          )
        ) : isRunning ? (
          <Button variant="default" onClick={run.stop}>
            Hentikan dahulu
          </Button>
        ) : (
          <Button
            disabled={foreseen === undefined}
            loading={start.isPending && record === undefined}
            onClick={() => start.mutate()}
          >
            {record === undefined ? `Ambil ${rows.length} baris` : 'Lanjutkan'}
          </Button>
        )}
      </Group>
    </section>
  );
}
