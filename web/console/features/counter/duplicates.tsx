// Told before filing when a person or family is known already: an open case, or a card in force. It stops nobody.
import type { DuplicateView, IntakeForm } from '@layan/contract/staff/counter';
import { staffApi } from '@layan/contract/staff-api';
import { Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useApi } from '../../shared/api.ts';
import { inputContext, isWhole, remarksOn } from '../../shared/fields/remarks.ts';
import type { AskedForm, Entry } from './entry.ts';

/** Identifiers that can be read, as they stand there. */
export function identifiersOf(
  form: IntakeForm,
  asked: AskedForm,
  { entered }: Entry,
): Readonly<Record<string, string>> {
  const context = inputContext(form);
  return Object.fromEntries(
    asked.pages
      .flatMap(({ fields }) => fields)
      .flatMap((field) => {
        const text = entered[field.fact] ?? '';
        const isRead = isWhole(field, text) && remarksOn(field, text, context).error === undefined;
        return isRead ? [[field.fact, text]] : [];
      }),
  );
}

const sentenceOf = (found: DuplicateView): string => {
  if (found.kind === 'openCase')
    return `Orang atau keluarga ini sudah punya berkas yang masih berjalan: ${found.ticket}.`;
  if (found.kind === 'likeness')
    return `Mungkin orang yang sama dengan berkas ${found.ticket}: nama, tanggal lahir, dan desanya sama.`;
  if (found.kind === 'openElsewhere')
    return 'Orang atau keluarga ini sudah punya berkas layanan ini yang masih berjalan di wilayah lain.';
  const number = found.number === undefined ? '' : ` ${found.number}`;
  return `Keluarga ini sudah memegang ${found.label}${number}.`;
};

const keyOf = (found: DuplicateView): string => {
  if (found.kind === 'openCase' || found.kind === 'likeness') return found.caseId;
  return found.kind === 'openElsewhere' ? found.kind : `${found.label}.${found.number ?? ''}`;
};

export function Duplicates({
  standard,
  identifiers,
}: {
  standard: string;
  identifiers: Readonly<Record<string, string>>;
}) {
  const api = useApi();
  const known = useQuery({
    queryKey: ['duplicates', standard, identifiers],
    queryFn: () => api.call(staffApi.findDuplicates, { body: { standard, entered: { ...identifiers } } }),
    enabled: Object.keys(identifiers).length > 0,
    // Nothing of a person stays in memory longer than the page that asked.
    gcTime: 0,
    staleTime: 30_000,
    retry: false,
  });
  const found = Object.keys(identifiers).length === 0 ? [] : (known.data?.duplicates ?? []);
  return (
    <div role="status">
      {found.length === 0 ? null : (
        <div className="hint-known">
          <IconInfoCircle size={20} stroke={1.6} aria-hidden />
          <div>
            <ul className="plain-list">
              {found.map((one) => (
                <li key={keyOf(one)}>
                  {sentenceOf(one)}{' '}
                  {one.kind === 'openElsewhere' || one.caseId === undefined ? null : (
                    <Link href={`/berkas/${one.caseId}`} target="_blank">
                      Lihat berkasnya
                    </Link>
                  )}
                </li>
              ))}
            </ul>
            <Text size="xs" c="dark.6">
              Tanyakan kepada pemohon. Permohonan ini tetap dapat disimpan.
            </Text>
          </div>
        </div>
      )}
    </div>
  );
}
