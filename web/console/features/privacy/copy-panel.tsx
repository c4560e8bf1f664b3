// The copy of a request, for who hands it over at the counter: whoever proved with ticket and secret that the case is theirs
// names the secret again.
import { handOverCopy, type RequestDetail } from '@layan/contract/staff/privacy';
import { Button, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '../../shared/api.ts';
import { ProblemNotice } from '../../shared/problem-notice.tsx';
import { saveFile } from '../../shared/save-file.ts';

interface CopyProps {
  readonly request: RequestDetail;
  readonly onDone: () => void;
}

function HandOver({ request, onDone }: CopyProps) {
  const api = useApi();
  const [secret, setSecret] = useState('');
  const asksSecret = request.identity === 'ticket-and-secret';
  const take = useMutation({
    mutationFn: () =>
      api.call(handOverCopy, {
        params: { requestId: request.id },
        body: asksSecret ? { secret } : {},
      }),
    onSuccess: ({ fileName, page, json }) => {
      saveFile(`${fileName}.html`, 'text/html;charset=utf-8', page);
      saveFile(`${fileName}.json`, 'application/json', json);
      setSecret('');
      onDone();
    },
  });
  return (
    <form
      noValidate
      className="privacy-form"
      aria-label="Serahkan salinan"
      onSubmit={(event) => {
        event.preventDefault();
        take.mutate();
      }}
    >
      <Text>
        Serahkan sampai {request.copyUntil}. Setiap penyerahan tercatat dan dapat dibaca pemohon. Hapus berkas
        ini dari komputer setelah diserahkan.
      </Text>
      {asksSecret ? (
        <TextInput
          label="Kode rahasia"
          description="Mintalah pemohon menyebutkan lagi kode rahasia pada tanda terimanya."
          autoComplete="off"
          maxLength={20}
          value={secret}
          onChange={(event) => {
            setSecret(event.currentTarget.value);
            take.reset();
          }}
        />
      ) : null}
      <Button type="submit" loading={take.isPending} disabled={asksSecret && secret.trim() === ''}>
        Unduh untuk diserahkan
      </Button>
      <ProblemNotice error={take.error} />
    </form>
  );
}

export function CopyPanel({ request, onDone }: CopyProps) {
  return (
    <section className="panel" aria-labelledby="salinan">
      <Title order={2} size="h5" id="salinan">
        Salinan data
      </Title>
      {request.channel === 'portal' ? (
        <Text mt="xs">
          Pemohon mengunduhnya sendiri dari halaman berkasnya sampai {request.copyUntil}. Petugas tidak
          membukanya.
        </Text>
      ) : (
        <HandOver request={request} onDone={onDone} />
      )}
    </section>
  );
}
