// One field for everything by which a card can be found. What is typed goes in the body of a request, never into an address.
import { findCard } from '@layan/contract/staff/register';
import { Button, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { CardList } from './card-list.tsx';

export function CardSearch() {
  const api = useApi();
  const [text, setText] = useState('');
  const find = useMutation({ mutationFn: () => api.call(findCard, { body: { text } }) });
  return (
    <section className="panel" aria-labelledby="cari-kartu">
      <Title order={2} size="h5" id="cari-kartu">
        Cari kartu
      </Title>
      <form
        className="card-search"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') find.mutate();
        }}
      >
        <TextInput
          label="Nomor kartu, NIK, nomor KK, atau tautan dari kode QR"
          description="NIK: Nomor Induk Kependudukan. KK: kartu keluarga. Setiap pencarian yang menemukan kartu dicatat."
          value={text}
          maxLength={3000}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.currentTarget.value);
            find.reset();
          }}
        />
        <Button type="submit" loading={find.isPending}>
          Cari
        </Button>
      </form>
      <ProblemNotice error={find.error} />
      <div role="status">
        {find.data === undefined ? null : find.data.cards.length === 0 ? (
          <Text mt="sm">
            Tidak ada kartu dengan keterangan itu. Kartu lama yang sudah tidak berlaku dicari dengan nomornya.
          </Text>
        ) : (
          <>
            <Text mt="sm" size="sm">
              {find.data.cards.length} kartu ditemukan.
            </Text>
            <CardList cards={find.data.cards} />
          </>
        )}
      </div>
    </section>
  );
}
