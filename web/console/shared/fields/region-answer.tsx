// A village of this local government, found by typing part of its name.
import { staffApi } from '@layan/contract/staff-api';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api.ts';
import type { AnswerProps } from './answer-props.ts';

export function RegionAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  const api = useApi();
  const places = useQuery({
    queryKey: ['places'],
    queryFn: () => api.call(staffApi.listPlaces),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Select
      label={label}
      description={field.hint}
      error={problem ?? (places.isError ? 'Daftar wilayah belum termuat. Muat ulang halaman.' : undefined)}
      placeholder={places.isPending ? 'Memuat daftar wilayah…' : 'Ketik nama kelurahan atau desa'}
      nothingFoundMessage="Tidak ada kelurahan atau desa dengan nama itu."
      data={(places.data?.places ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      searchable
      clearable={!field.required}
      clearButtonProps={{ 'aria-label': `Kosongkan ${field.label}` }}
      selectFirstOptionOnChange
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      styles={{ options: { maxHeight: '14rem', overflowY: 'auto' } }}
      value={value === '' ? null : value}
      onChange={(code) => onChange(code ?? '')}
      onKeyDown={(event) => {
        // Enter chooses a place here; it must not send the form.
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}
