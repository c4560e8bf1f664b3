// A sheet of candidates that was read: what its columns mean, what would become of its rows, and filing them.
import type { Gathering, SheetLayout } from '@layan/contract/staff/batch';
import type { IntakeForm } from '@layan/contract/staff/counter';
import { suggestColumns } from '@layan/domain/sheet/suggest-columns';
import { Button, Group, Progress, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { AnswerField } from '../../../shared/fields/answer-field.tsx';
import { ProblemNotice } from '../../../shared/problem-notice.tsx';
import { saveFile } from '../../../shared/save-file.ts';
import type { OpenedFile } from '../../../shared/sheet/open-file.ts';
import { writeXlsx } from '../../../shared/sheet/write-xlsx.ts';
import {
  candidateRows,
  columnFields,
  MOST_CANDIDATES,
  missingColumns,
  type SheetMapping,
} from './candidate-rows.ts';
import { ColumnChoice } from './column-choice.tsx';
import { failedSheet } from './failed-rows.ts';
import { LayoutSaving } from './layout-saving.tsx';
import { PaperChoice } from './paper-choice.tsx';
import { RowTable } from './row-table.tsx';
import { useFilingRun } from './use-filing-run.ts';

interface Props {
  readonly file: OpenedFile;
  readonly form: IntakeForm;
  readonly gathering: Gathering;
  readonly standard: string;
  readonly channel: string;
  readonly layout: SheetLayout;
}

const FIRST = 5;
const BAD = 50;
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function usePlan({ file, form, gathering, layout }: Props) {
  const fields = useMemo(() => columnFields(form), [form]);
  const [mapping, setMapping] = useState<SheetMapping>(() => ({
    columns: suggestColumns(file.sheet.headings, fields, layout.columns),
    same: layout.same,
  }));
  const place = form.pages.flatMap((page) => page.fields).find(({ type }) => type === 'region');
  const [village, setVillage] = useState(
    gathering.areas.length === 1 ? (gathering.areas[0]?.code ?? '') : '',
  );
  const whole = useMemo(
    (): SheetMapping =>
      place === undefined || village === ''
        ? mapping
        : { ...mapping, same: { ...mapping.same, [place.fact]: village } },
    [mapping, place, village],
  );
  const rows = useMemo(() => candidateRows(file.sheet, whole, form), [file, whole, form]);
  const missing = useMemo(() => missingColumns(form, whole), [form, whole]);
  return { fields, mapping, setMapping, place, village, setVillage, rows, missing };
}

export function SheetDesk(props: Props) {
  const { file, form, gathering, standard, channel, layout } = props;
  const queries = useQueryClient();
  const { fields, mapping, setMapping, place, village, setVillage, rows, missing } = usePlan(props);
  const [choices, setChoices] = useState<Readonly<Record<string, string>>>({});
  const [confirmed, setConfirmed] = useState(false);
  const identifiers = fields.filter(({ type }) => type === 'nik').map(({ fact }) => fact);
  const { results, running, error, run, stop } = useFilingRun({
    ...{ standard, channel, identifiers, choices },
    likeness: form.pages
      .flatMap((page) => page.fields)
      .filter(({ type }) => type === 'text' || type === 'date' || type === 'region')
      .map(({ fact }) => fact),
  });
  if (rows.length > MOST_CANDIDATES)
    return (
      <Text role="alert" mt="md">
        Berkas ini berisi {rows.length.toLocaleString('id-ID')} baris. Paling banyak{' '}
        {MOST_CANDIDATES.toLocaleString('id-ID')} baris dalam satu berkas: setiap baris menjadi satu
        permohonan. Bagi menjadi beberapa berkas, lalu pilih lagi. Belum ada yang diajukan.
      </Text>
    );
  const good = rows.filter(({ problems }) => problems.length === 0);
  const bad = rows.filter(({ problems }) => problems.length > 0);
  const warned = good.filter(({ warnings }) => warnings.length > 0);
  const asked = form.requirements.filter(
    ({ id, required, shown }) => required && !shown && good.some(({ papers }) => papers.includes(id)),
  );
  const open = asked.some(({ id, oneOf }) => oneOf !== undefined && !choices[id]);
  const refused = rows.flatMap(({ line }) => {
    const result = results.get(line);
    return result?.state === 'refused' ? [{ line, why: result.why }] : [];
  });
  const filed = [...results.values()].filter(({ state }) => state === 'filed').length;
  const known = [...results.values()].filter(({ state }) => state === 'known').length;
  const left = good.length - filed - known - refused.length;
  const failed = [...bad.map(({ line, problems }) => ({ line, why: problems.join(' ') })), ...refused].sort(
    (a, b) => a.line - b.line,
  );
  const why = new Map(failed.map((row) => [row.line, row.why]));
  const begun = running || results.size > 0;
  const isReady = missing.length === 0 && good.length > 0 && (asked.length === 0 || (confirmed && !open));
  return (
    <>
      <section className="panel" aria-labelledby="kolom">
        <Title order={2} size="h5" id="kolom">
          Arti kolom
        </Title>
        {layout.saved === undefined ? null : (
          <Text size="sm" c="dark.6">
            Susunan kolom dinas: {layout.saved.by}, {layout.saved.when}.
          </Text>
        )}
        {place === undefined || gathering.areas.length === 1 ? null : (
          <AnswerField field={place} value={village} problem={undefined} onChange={setVillage} />
        )}
        <ColumnChoice
          form={form}
          headings={file.sheet.headings}
          mapping={mapping}
          missing={missing}
          locked={begun}
          onChange={setMapping}
        />
        {layout.maySave ? <LayoutSaving batch={gathering.standard} mapping={mapping} /> : null}
      </section>
      <section className="panel to-print" aria-labelledby="terbaca">
        <Title order={2} size="h5" id="terbaca">
          Seperti terbaca
        </Title>
        <Text role="status">
          {missing.length > 0
            ? `Lengkapi dahulu arti kolom: ${missing.map(({ label }) => label).join(', ')}`
            : `${good.length} baris dapat diajukan, ${bad.length} baris perlu diperbaiki.`}
        </Text>
        {warned.length === 0 ? null : (
          <Text size="sm">
            {warned.length} baris dapat diajukan, tetapi sebaiknya diperiksa: {warned[0]?.warnings[0]}
          </Text>
        )}
        {good.length === 0 ? null : (
          <RowTable
            label="Baris pertama seperti terbaca"
            rows={good.slice(0, FIRST)}
            fields={fields.filter(({ fact }) => mapping.columns[fact] !== undefined)}
            said="Catatan"
            saying={({ warnings }) => warnings.join(' ')}
          />
        )}
        <PaperChoice
          requirements={asked}
          choices={choices}
          confirmed={confirmed}
          locked={begun}
          onChoose={(id, choice) => setChoices({ ...choices, [id]: choice })}
          onConfirm={setConfirmed}
        />
        <ProblemNotice error={error} arrive />
        {begun ? (
          <>
            <Progress
              mt="md"
              value={(100 * results.size) / Math.max(1, good.length)}
              aria-label="Baris yang sudah diajukan"
            />
            <Text mt="xs" role="status">
              {left === 0 && !running ? 'Selesai: ' : running ? '' : 'Berhenti: '}
              {filed} diajukan{known > 0 ? `, ${known} sudah pernah diajukan` : ''}
              {refused.length > 0 ? `, ${refused.length} belum dapat diajukan` : ''}
              {left > 0 ? `, ${left} menunggu` : ''}.
            </Text>
          </>
        ) : null}
        <Group mt="md">
          {running ? (
            <Button variant="default" onClick={stop}>
              Hentikan dahulu
            </Button>
          ) : left === 0 && begun ? (
            <Button component={Link} href="/usulan">
              Ke usulan bersama
            </Button>
          ) : (
            <Button
              disabled={!isReady}
              onClick={() =>
                void run(good).then(() => {
                  void queries.invalidateQueries({ queryKey: ['waiting-lines'] });
                  void queries.invalidateQueries({ queryKey: ['inbox'] });
                })
              }
            >
              {begun ? 'Lanjutkan' : `Ajukan ${good.length} ${gathering.line}`}
            </Button>
          )}
        </Group>
        {missing.length === 0 && asked.length > 0 && (!confirmed || open) && !begun ? (
          <Text size="sm" mt="xs">
            Centang bahwa kertasnya disimpan{open ? ' dan pilih yang dibawa' : ''} untuk melanjutkan.
          </Text>
        ) : null}
      </section>
      {failed.length === 0 || missing.length > 0 ? null : (
        <section className="panel to-print" aria-labelledby="perbaiki">
          <Title order={2} size="h5" id="perbaiki">
            Perlu diperbaiki ({failed.length})
          </Title>
          <Group my="xs">
            <Button
              variant="default"
              onClick={() =>
                saveFile(
                  'perlu-diperbaiki.xlsx',
                  spreadsheet,
                  new Uint8Array(writeXlsx(failedSheet(file.sheet, failed))),
                )
              }
            >
              Unduh baris ini
            </Button>
            <Button variant="default" onClick={() => window.print()}>
              Cetak
            </Button>
          </Group>
          <RowTable
            label="Baris yang perlu diperbaiki"
            rows={rows.filter(({ line }) => why.has(line)).slice(0, BAD)}
            fields={fields.slice(0, 1)}
            said="Yang perlu diperbaiki"
            saying={({ line }) => why.get(line)}
          />
          {failed.length > BAD ? (
            <Text size="sm">Dan {failed.length - BAD} baris lagi. Unduh untuk melihat semuanya.</Text>
          ) : null}
        </section>
      )}
    </>
  );
}
