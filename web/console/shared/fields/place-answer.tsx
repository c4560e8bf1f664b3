// A place on the earth: from the device, or typed.
import { Button, Text, TextInput } from '@mantine/core';
import { IconCurrentLocation } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { AnswerProps } from './answer-props.ts';
import { devicePlace } from './device-place.ts';

export function PlaceAnswer({ field, label, value, problem, onChange }: AnswerProps) {
  const find = useMutation({ mutationFn: devicePlace, onSuccess: ({ text }) => onChange(text) });
  const found = find.data?.text === value ? find.data : undefined;
  return (
    <div className="place-answer">
      <TextInput
        label={label}
        description={field.hint ?? 'Lintang, bujur. Contoh: -7.754300,113.215900'}
        error={problem}
        inputMode="text"
        maxLength={60}
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconCurrentLocation size={18} stroke={1.6} aria-hidden />}
        loading={find.isPending}
        onClick={() => find.mutate()}
      >
        Pakai lokasi perangkat
      </Button>
      <div role="status">
        {found === undefined ? null : (
          <Text size="sm">Lokasi terisi, ketelitian sekitar {Math.ceil(found.accuracy)} meter.</Text>
        )}
        {find.error === null ? null : <Text size="sm">{find.error.message}</Text>}
      </div>
    </div>
  );
}
