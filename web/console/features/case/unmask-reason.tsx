// Asks what a masked value is needed for.
import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ProblemNotice } from '../../shared/problem-notice.tsx';

const SHORTEST = 10;

interface Props {
  readonly error: unknown;
  readonly sending: boolean;
  readonly onSend: (reason: string) => void;
  readonly onClose: () => void;
}

export function UnmaskReason({ error, sending, onSend, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  return (
    <form
      className="unmask"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const tooShort = reason.trim().length < SHORTEST;
        setShort(tooShort);
        if (!tooShort) onSend(reason);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <TextInput
        autoFocus
        label="Untuk keperluan apa?"
        description="Dicatat bersama nama Anda; pemohon berhak membacanya."
        error={short ? `Tulis sedikit lebih lengkap, paling sedikit ${SHORTEST} huruf.` : undefined}
        maxLength={300}
        autoComplete="off"
        value={reason}
        onChange={(event) => {
          setShort(false);
          setReason(event.currentTarget.value);
        }}
      />
      <ProblemNotice error={error} arrive />
      <Group gap="xs" mt={8}>
        <Button type="submit" loading={sending}>
          Tampilkan
        </Button>
        <Button variant="default" onClick={onClose}>
          Urungkan
        </Button>
      </Group>
    </form>
  );
}
