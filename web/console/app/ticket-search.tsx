// Finds a case by the ticket number that somebody reads out at the counter.
import { staffApi } from '@layan/contract/staff-api';
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type RefObject, useState } from 'react';
import { useLocation } from 'wouter';
import { ApiProblem, useApi } from '../shared/api.ts';

export function TicketSearch({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const api = useApi();
  const [, go] = useLocation();
  const [ticket, setTicket] = useState('');
  const find = useMutation({
    mutationFn: (ticket: string) => api.call(staffApi.findByTicket, { query: { ticket } }),
    onSuccess: ({ caseId }, asked) => {
      // Whoever types on while it is looked for wants another case, and keeps what they typed.
      if (field.current?.value !== asked) return;
      setTicket('');
      field.current?.blur();
      go(`/berkas/${caseId}`);
    },
  });
  const problem = find.error instanceof ApiProblem ? find.error.problem.detail : undefined;
  return (
    <search className="search">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ticket.trim() !== '') find.mutate(ticket);
        }}
      >
        <TextInput
          ref={field}
          aria-label="Cari nomor tiket"
          placeholder="Cari nomor tiket ( / )"
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={ticket}
          onChange={(event) => {
            setTicket(event.currentTarget.value);
            find.reset();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            setTicket('');
            find.reset();
            event.currentTarget.blur();
          }}
          error={find.isError ? (problem ?? 'Pencarian terganggu. Coba lagi.') : undefined}
          errorProps={{ role: 'alert' }}
          autoComplete="off"
          spellCheck={false}
        />
      </form>
    </search>
  );
}
