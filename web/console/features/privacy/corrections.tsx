// What is right, typed by the officer case by case: each fact as it stands, masked, and beside it what it should be.
import type { RequestDetail } from '@layan/contract/staff/privacy';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';

type Case = RequestDetail['about'][number];
type Fact = Case['facts'][number];

/** By case and fact, as typed; what is empty stays as it is. */
export type Typed = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const correctionsOf = (typed: Typed) =>
  Object.entries(typed).flatMap(([caseId, values]) => {
    const filled = Object.entries(values).filter(([, value]) => value.trim() !== '');
    return filled.length === 0 ? [] : [{ caseId, values: Object.fromEntries(filled) }];
  });

function Warnings({ fact: { steps, products } }: { fact: Fact }) {
  return (
    <>
      {steps.length === 0 ? null : (
        <Text size="sm">
          Sudah dipakai pada: {steps.join(', ')}. Keputusan itu tidak berubah sendiri; petugas membaca
          peringatan untuk memeriksanya lagi.
        </Text>
      )}
      {products.length === 0 ? null : (
        <Text size="sm">
          Tercetak pada: {products.join(', ')}. Terbitkan penggantinya setelah diperbaiki.
        </Text>
      )}
    </>
  );
}

function FactInput({
  fact,
  value,
  onChange,
}: {
  fact: Fact;
  value: string;
  onChange: (value: string) => void;
}) {
  const about = { label: fact.label, description: `Tersimpan: ${fact.shown}`, value };
  return (
    <div>
      {fact.options === undefined ? (
        <TextInput {...about} autoComplete="off" onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <NativeSelect
          {...about}
          data={[{ value: '', label: 'Tidak diubah' }, ...fact.options]}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {value.trim() === '' ? null : <Warnings fact={fact} />}
    </div>
  );
}

export function Corrections({
  about,
  typed,
  onType,
}: {
  about: readonly Case[];
  typed: Typed;
  onType: (typed: Typed) => void;
}) {
  return (
    <>
      {about.map(({ caseId, ticket, service, facts }) => (
        <fieldset key={caseId} className="corrections">
          <legend>
            {service}, <span translate="no">{ticket}</span>
          </legend>
          <Text size="sm">Isi hanya yang diperbaiki. Yang dibiarkan kosong tidak berubah.</Text>
          <Stack gap="sm" mt="xs">
            {facts.map((fact) => (
              <FactInput
                key={fact.fact}
                fact={fact}
                value={typed[caseId]?.[fact.fact] ?? ''}
                onChange={(value) => onType({ ...typed, [caseId]: { ...typed[caseId], [fact.fact]: value } })}
              />
            ))}
          </Stack>
        </fieldset>
      ))}
    </>
  );
}
