// The settings as a form, with the letterhead as it will stand on paper beside it.
import type { LetterSettingsView } from '@layan/contract/staff/letters';
import { Button, Checkbox, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { ApiProblem } from '../../shared/api.ts';
import { methodWords, type SigningMethod } from '../../shared/letter/letter-words.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { Letterhead } from './letterhead.tsx';

export interface SettingsDraft {
  readonly unitCode: string;
  readonly place: string;
  readonly letterhead: string[];
  readonly signing: SigningMethod;
  readonly bsre: boolean;
}

interface Props {
  readonly settings: LetterSettingsView;
  readonly error: unknown;
  readonly sending: boolean;
  readonly onSave: (draft: SettingsDraft) => void;
  readonly onChange: () => void;
}

const methods: readonly SigningMethod[] = ['seal', 'certificate', 'ink'];
const LINES = [0, 1, 2] as const;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export function SettingsForm({ settings, error, sending, onSave, onChange }: Props) {
  const [unitCode, setUnitCode] = useState(settings.unitCode ?? '');
  const [place, setPlace] = useState(settings.place ?? '');
  const [lines, setLines] = useState<readonly string[]>(settings.letterhead);
  const [signing, setSigning] = useState(settings.signing);
  const [bsre, setBsre] = useState(settings.bsre);
  const letterhead = LINES.map((at) => (lines[at] ?? '').trim()).filter((line) => line !== '');
  const problems = error instanceof ApiProblem ? (error.problem.problems ?? []) : [];
  const problemOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.detail;
  const write =
    <T,>(set: (value: T) => void) =>
    (value: T): void => {
      onChange();
      set(value);
    };
  return (
    <form
      className="letter-settings"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSave({
          unitCode: unitCode.trim(),
          place: place.trim(),
          letterhead,
          signing,
          bsre: signing === 'certificate' && bsre,
        });
      }}
    >
      <section className="panel" aria-labelledby="kop">
        <Title order={2} size="h5" id="kop">
          Kop surat
        </Title>
        <Letterhead settings={settings} lines={letterhead} place={place.trim()} unitCode={unitCode.trim()} />
        <Text size="xs" c="dark.6">
          Nama pemerintah, dinas, dan alamat diatur pengelola pusat.
        </Text>
        {LINES.map((at) => (
          <TextInput
            key={at}
            label={`Baris tambahan ${at + 1} (boleh dikosongkan)`}
            description={at === 0 ? 'Misalnya laman, faksimile, atau kode pos.' : undefined}
            maxLength={160}
            value={lines[at] ?? ''}
            error={problemOf(`letterhead.${at}`)}
            onChange={(event) => {
              const value = event.currentTarget.value;
              write(setLines)(LINES.map((one) => (one === at ? value : (lines[one] ?? ''))));
            }}
          />
        ))}
      </section>
      <section className="panel" aria-labelledby="nomor">
        <Title order={2} size="h5" id="nomor">
          Nomor dan tempat
        </Title>
        <TextInput
          label="Kode unit dalam nomor surat"
          description="Dipakai bila pola nomor memuat kode unit, misalnya 427.64."
          maxLength={40}
          value={unitCode}
          error={problemOf('unitCode')}
          onChange={(event) => write(setUnitCode)(event.currentTarget.value)}
        />
        <TextInput
          label="Tempat surat ditandatangani (boleh dikosongkan)"
          description={`Bila kosong: ${settings.head.place}.`}
          maxLength={60}
          value={place}
          error={problemOf('place')}
          onChange={(event) => write(setPlace)(event.currentTarget.value)}
        />
      </section>
      <section className="panel" aria-labelledby="cara">
        <Title order={2} size="h5" id="cara">
          Cara menandatangani
        </Title>
        <Radio.Group
          aria-labelledby="cara"
          value={signing}
          onChange={(chosen) => {
            const found = methods.find((method) => method === chosen);
            if (found !== undefined) write(setSigning)(found);
          }}
        >
          <Stack gap={0}>
            {methods.map((method) => (
              <Radio
                key={method}
                value={method}
                label={capital(methodWords[method].label)}
                description={methodWords[method].explained}
              />
            ))}
          </Stack>
        </Radio.Group>
        {signing === 'certificate' ? (
          <Checkbox
            label="Sertifikat dari BSrE"
            description="Surat memuat kalimat tentang sertifikat BSrE. Hanya tanda tangan BSrE yang diterima."
            checked={bsre}
            onChange={(event) => write(setBsre)(event.currentTarget.checked)}
          />
        ) : null}
      </section>
      <ProblemNotice error={error} arrive />
      <Button type="submit" loading={sending}>
        Simpan pengaturan
      </Button>
    </form>
  );
}
